"""A municipality's arms as a drawing that can do nothing but be looked at.

A file from outside is read, and what is on the lists below is written anew; nothing of it is passed on as it came.
What could do something (scripts, styles, links out, entities) is refused with a sentence, so that whoever sent it can
save it in another way, and whoever meant harm gets nothing through. What only a drawing program needs is left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NoReturn
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from oppvekst.law.refusals import Incomplete

SVG = "http://www.w3.org/2000/svg"
LIMIT = 100_000
DEEPEST, MOST = 40, 4_000

SHAPES = frozenset({"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"})
GROUPS = frozenset({"svg", "g", "defs", "clipPath", "linearGradient", "radialGradient"})
TEXTS = frozenset({"title", "desc"})
ELEMENTS = SHAPES | GROUPS | TEXTS | {"stop"}
# Left out with all that is in it; so is everything in a drawing program's own name.
SKIPPED = frozenset({"metadata"})

# None of these can be read in two ways, so that no text makes them try all of them.
NUMBER = r"[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?"
LENGTH = re.compile(rf"{NUMBER}(?:px|pt|pc|mm|cm|in|em|ex|%)?")
LIST = re.compile(r"[-+.\deE\s,]*")
WORD = re.compile(r"[a-zA-Z-]+")
NAME = re.compile(r"[A-Za-z_][\w.-]*")
OWN = re.compile(r"#[A-Za-z_][\w.-]*")
DRAWN = re.compile(r"[MmZzLlHhVvCcSsQqTtAaeE\d\s.,+-]*")
TURNED = re.compile(r"(?:(?:matrix|translate|scale|rotate|skewX|skewY)\s*\([-+.\deE\s,]*\)[\s,]*)*")
LOCAL = r"url\(\s*['\"]?#[A-Za-z_][\w.-]*['\"]?\s*\)"
COLOUR = r"(?:#[0-9a-fA-F]{3,8}|[a-zA-Z]+|(?:rgb|hsl)a?\([\d\s.,%/+-]*\))"
PAINT = re.compile(rf"(?:{LOCAL}(?:\s+{COLOUR})?|{COLOUR})")
POINTER = re.compile(rf"(?:{LOCAL}|none)")

ATTRIBUTES: dict[str, re.Pattern[str]] = {
    **dict.fromkeys(
        ("x", "y", "width", "height", "rx", "ry", "r", "cx", "cy", "x1", "y1", "x2", "y2", "fx", "fy", "fr", "offset",
         "stroke-width", "stroke-miterlimit", "opacity", "fill-opacity", "stroke-opacity", "stop-opacity"), LENGTH,
    ),
    **dict.fromkeys(("fill", "stroke", "stop-color", "color"), PAINT),
    **dict.fromkeys(
        ("fill-rule", "clip-rule", "stroke-linecap", "stroke-linejoin", "gradientUnits", "spreadMethod",
         "clipPathUnits", "display", "visibility"), WORD,
    ),
    **dict.fromkeys(("transform", "gradientTransform"), TURNED),
    "preserveAspectRatio": re.compile(r"[a-zA-Z ]+"),
    "viewBox": LIST, "points": LIST, "d": DRAWN, "id": NAME, "clip-path": POINTER,
}  # fmt: skip
# A drawing program may write these in «style»; here each becomes an attribute, which the page's policy lets through.
STYLED = frozenset({
    "fill", "stroke", "stop-color", "color", "fill-rule", "clip-rule", "stroke-linecap", "stroke-linejoin",
    "stroke-width", "stroke-miterlimit", "opacity", "fill-opacity", "stroke-opacity", "stop-opacity", "display",
    "visibility", "clip-path",
})  # fmt: skip
ELSEWHERE = re.compile(r"url\s*\((?!\s*['\"]?#)|@import|expression\s*\(|(?:java|vb)script:|data:|\\", re.I)

ADVICE = {
    "style": "Lagre den med fargene på figurene. I mange tegneprogram heter valget «presentation attributes».",
    "image": "Våpenet må være tegnet med linjer og flater. Et bilde inne i filen kan ikke brukes.",
    "text": "Gjør bokstavene om til kurver i tegneprogrammet, og lagre på nytt.",
    "use": "Gjør kopier og symboler om til vanlige figurer i tegneprogrammet, og lagre på nytt.",
}
ADVICE |= {"symbol": ADVICE["use"], "tspan": ADVICE["text"]}
SIMPLER = "Lagre den som «enkel SVG» eller «optimalisert SVG», og prøv på nytt."
HARMFUL = frozenset({
    "script", "handler", "listener", "foreignObject", "iframe", "object", "embed", "audio", "video", "canvas", "a",
    "animate", "set", "animateTransform", "animateMotion", "animateColor", "discard",
})  # fmt: skip


@dataclass
class _Element:
    name: str
    attributes: dict[str, str]
    text: str = ""
    children: list[_Element] = field(default_factory=list)


def wash(svg: str) -> str:
    """The same drawing, of shapes, groups, gradients and a title alone; refused with a reason if it cannot be.

    >>> wash('<svg width="9" height="8" version="1.1"><!-- --><path class="x" style="fill:red" d="M0 0h9v8z"/></svg>')
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 8"><path d="M0 0h9v8z" fill="red"/></svg>'
    """
    _weigh(svg)
    root = _read(svg)
    if not _draws(root):
        _refuse("Filen er tom: den har ingen linjer eller flater.")
    root.attributes = {"xmlns": SVG, "viewBox": _window(root.attributes)} | _kept_of_root(root.attributes)
    washed = _written(root)
    _weigh(washed)
    return washed


def _weigh(svg: str) -> None:
    if len(svg.encode("utf-8", "replace")) > LIMIT:
        _refuse(f"Filen er for stor. Et våpen kan være på {LIMIT // 1000} kB. {SIMPLER}")


def _refuse(sentence: str) -> NoReturn:
    raise Incomplete({"arms": sentence})


# Reading ---------------------------------------------------------------------------------------------------


def _read(svg: str) -> _Element:
    reader = _Reader()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler, parser.EndElementHandler = reader.start, reader.end
    parser.CharacterDataHandler = reader.words
    # Before a single entity can be declared, so none is ever expanded or fetched.
    parser.StartDoctypeDeclHandler = reader.doctype
    try:
        parser.Parse(svg, True)
    except (expat.ExpatError, UnicodeEncodeError):
        _refuse("Filen er ikke en hel SVG-fil. Lagre den på nytt fra tegneprogrammet, og prøv igjen.")
    if reader.root is None or reader.root.name != "svg":
        _refuse("Filen er ikke en SVG-tegning. Be om våpenet i formatet SVG.")
    return reader.root


class _Reader:
    """Builds what is allowed while the file is read, and stops at what is not."""

    def __init__(self) -> None:
        self.root: _Element | None = None
        self.open: list[_Element] = []
        self.skipping = 0
        self.seen = 0

    def doctype(self, *_: object) -> None:
        _refuse("Filen begynner med <!DOCTYPE …>. Ta bort den linja, eller lagre filen som «enkel SVG».")

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.seen += 1
        if self.seen > MOST or len(self.open) + self.skipping >= DEEPEST:
            _refuse(f"Tegningen har for mange deler. {SIMPLER}")
        space, _, local = name.rpartition(" ")
        if local in HARMFUL:
            _refuse(f"Filen inneholder noe som ikke hører hjemme i en tegning («{local}»). {SIMPLER}")
        if self.skipping or space not in ("", SVG) or local in SKIPPED:
            self.skipping += 1
            return
        self._add(_Element(local, self._kept(local, attributes)))

    def end(self, _name: str) -> None:
        if self.skipping:
            self.skipping -= 1
        else:
            self.open.pop()

    def words(self, text: str) -> None:
        if not self.skipping and self.open and self.open[-1].name in TEXTS:
            self.open[-1].text += text

    def _kept(self, name: str, attributes: dict[str, str]) -> dict[str, str]:
        if name not in ELEMENTS:
            _refuse(f"Filen bruker «{name}», som vi ikke kan vise trygt. {ADVICE.get(name, SIMPLER)}")
        kept = _allowed(name, attributes)
        # A clip within a clip within a clip would be drawn a thousand million times.
        if "clip-path" in kept and "clipPath" in (name, *(each.name for each in self.open)):
            _refuse(f"Tegningen har utklipp inne i utklipp. {SIMPLER}")
        return kept

    def _add(self, element: _Element) -> None:
        if self.open:
            self.open[-1].children.append(element)
        else:
            self.root = element
        self.open.append(element)


# What is allowed -------------------------------------------------------------------------------------------


def _allowed(element: str, given: dict[str, str]) -> dict[str, str]:
    kept: dict[str, str] = {}
    for full, value in given.items():
        name = full.rpartition(" ")[2]
        if name.lower().startswith("on"):
            _refuse(f"Filen inneholder noe som kjøres når noen ser på den («{name}»). {SIMPLER}")
        if name == "href":
            kept |= _followed(element, value)
        elif " " not in full and name in ATTRIBUTES:
            kept[name] = _checked(name, value)
    return kept | _styled(given.get("style", ""))


def _followed(element: str, value: str) -> dict[str, str]:
    """A gradient may take its colours from another in the same file; nothing else leads anywhere."""
    if not OWN.fullmatch(value.strip()):
        _refuse("Filen henter noe fra et annet sted («href»). Alt i våpenet må være tegnet i selve filen.")
    return {"href": value.strip()} if element in ("linearGradient", "radialGradient") else {}


def _checked(name: str, value: str) -> str:
    text = value.strip()
    if ELSEWHERE.search(text):
        _refuse(f"Filen henter noe fra et annet sted («{name}»). Alt i våpenet må være tegnet i selve filen.")
    if not ATTRIBUTES[name].fullmatch(text):
        _refuse(f"Vi kan ikke lese «{name}» i filen: «{text[:40]}». {SIMPLER}")
    return text


def _styled(style: str) -> dict[str, str]:
    if ELSEWHERE.search(style) or "/*" in style:
        _refuse("Filen henter noe fra et annet sted («style»). Alt i våpenet må være tegnet i selve filen.")
    pairs = (part.partition(":") for part in style.split(";"))
    return {
        name.strip(): _checked(name.strip(), value)
        for name, _, value in pairs
        if name.strip() in STYLED and value.strip()
    }


def _draws(element: _Element) -> bool:
    return element.name in SHAPES or any(_draws(child) for child in element.children)


def _window(attributes: dict[str, str]) -> str:
    """The part of the plane that is shown: four numbers, or as wide and high as the drawing says it is."""
    found = re.findall(NUMBER, attributes.get("viewBox", ""))
    if len(found) != 4:
        sides = [re.match(NUMBER, attributes.get(side, "")) for side in ("width", "height")]
        if any("%" in attributes.get(side, "") for side in ("width", "height")) or not all(sides):
            _refuse("Filen sier ikke hvor stor tegningen er («viewBox»). Lagre den på nytt fra tegneprogrammet.")
        found = ["0", "0", *(side[0] for side in sides if side)]
    if not all(float(side) > 0 for side in found[2:]):
        _refuse("Tegningen har ingen bredde eller høyde. Lagre den på nytt fra tegneprogrammet.")
    return " ".join(found)


def _kept_of_root(attributes: dict[str, str]) -> dict[str, str]:
    """How large it is drawn is for the page to say."""
    return {name: value for name, value in attributes.items() if name not in ("width", "height", "x", "y", "viewBox")}


def _written(element: _Element) -> str:
    attributes = "".join(f" {name}={quoteattr(value)}" for name, value in element.attributes.items())
    inside = escape(element.text) + "".join(map(_written, element.children))
    return f"<{element.name}{attributes}>{inside}</{element.name}>" if inside else f"<{element.name}{attributes}/>"

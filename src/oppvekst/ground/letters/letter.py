"""One function makes every letter. Same template, values and time: the same bytes, to the last one.

The result is PDF/A-2a (may be kept for ever, readable aloud) and PDF/UA-1 (accessible) at once, as the archive and
universal design both demand. The text is set by Typst with the fonts shipped here; nothing is read from the machine.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import typst

from oppvekst.ground.letters.literal import literal, texts_in
from oppvekst.law.calendar import oslo_date

type Lang = Literal["nb", "nn", "en"]

HOUSE = Path(__file__).resolve().parents[2]
FONTS = Path(__file__).resolve().parent / "fonts"
NAME = re.compile(r"(?P<room>[a-z_]+)/(?P<letter>[a-z_]+)")
PAGES = re.compile(rb"<xmpTPg:NPages>(\d+)</xmpTPg:NPages>")
UNDRAWABLE = re.compile(r'text `"(?P<text>.+?)"` could not be displayed', re.DOTALL)
LACKING = re.compile(r'dictionary does not contain key "(?P<key>[\w-]+)"')
ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")


class LetterBroken(Exception):
    """The template is wrong or lacks a value: our own fault, never the reader's."""


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Who writes: the service, its municipality, and how to reach them. The crest is SVG, with words for the blind."""

    municipality: str
    service: str
    address_lines: tuple[str, ...] = ()
    phone: str = ""
    phone_hours: str = ""
    on_call: str = ""
    on_call_hours: str = ""
    website: str = ""
    crest_svg: str = ""
    crest_alt: str = ""

    def __post_init__(self) -> None:
        """A picture without words would make the letter inaccessible."""
        if self.crest_svg and not self.crest_alt.strip():
            raise ValueError("Kommunevåpenet må ha en tekst for den som ikke ser det.")


@dataclass(frozen=True, slots=True)
class Letter:
    """A finished letter. `unprintable` are characters written as `[U+1275]`: look at it before it is sent."""

    pdf: bytes
    sha256: str
    pages: int
    unprintable: tuple[str, ...] = ()


def render(
    template: str | Path,
    values: Mapping[str, object],
    *,
    lang: Lang,
    title: str | None = None,
    letterhead: Letterhead,
    at: datetime,
) -> Letter:
    """Set a letter: `template` is "<room>/<letter>" or a path inside the house, `values` anything JSON can hold.

    Without a title the document bears the template's own, in its language. Values are handed over as data and stand
    in the letter literally. Raises `LetterBroken`. Sources: riksarkivarens forskrift (PDF/A), forskrift om universell
    utforming av IKT (PDF/UA).
    """
    # Only the crest goes through as it is: it is a drawing, not text.
    told: dict[str, object] = {"values": values, "title": title, "letterhead": asdict(letterhead) | {"crest_svg": ""}}
    fixed: dict[str, object] = {"lang": lang, "crest": letterhead.crest_svg, **_times(at)}
    pdf, undrawable = _drawn(_found(template), told, fixed)
    pages = PAGES.search(pdf)
    if pages is None:
        raise LetterBroken(f"{template}: sidetallet mangler i dokumentet.")
    return Letter(pdf, hashlib.sha256(pdf).hexdigest(), int(pages[1]), tuple(sorted(undrawable)))


def _found(template: str | Path) -> Path:
    if isinstance(template, Path):
        path = template.resolve()
    elif named := NAME.fullmatch(template):
        path = HOUSE / "domain" / named["room"] / "templates" / "letters" / f"{named['letter']}.typ"
    else:
        raise LetterBroken(f"{template}: en brevmal heter «rom/brev».")
    if not (path.is_relative_to(HOUSE) and path.is_file()):
        raise LetterBroken(f"{template}: brevmalen finnes ikke.")
    return path


def _times(at: datetime) -> dict[str, object]:
    """The date a person reads is Oslo's; the document's own time is UTC, as PDF will have it."""
    made = at.astimezone(UTC)
    return {
        "date": oslo_date(at).isoformat(),
        "made": {part: getattr(made, part) for part in ("year", "month", "day", "hour", "minute", "second")},
    }


def _drawn(path: Path, told: dict[str, object], fixed: dict[str, object]) -> tuple[bytes, set[str]]:
    """Set the letter; when a character has no drawing in any font, mark it and set the letter again."""
    undrawable: set[str] = set()
    while True:
        safe = {name: literal(part, undrawable) for name, part in told.items()}
        try:
            return _compiled(path, safe | fixed), undrawable
        except typst.TypstError as error:
            more = _undrawable(str(error), texts_in(told)) - undrawable
            if not more:
                raise LetterBroken(f"{path.stem}: {_wrong(str(error))}") from None
            undrawable |= more


def _compiled(path: Path, told: Mapping[str, object]) -> bytes:
    return typst.compile(
        path,
        root=HOUSE,
        font_paths=[FONTS],
        ignore_system_fonts=True,
        sys_inputs={"letter": json.dumps(told)},
        pdf_standards=["a-2a", "ua-1"],
    )


def _wrong(message: str) -> str:
    """What is wrong, in the words of the one who calls `render`; else as Typst says it."""
    lacking = LACKING.search(message)
    return f"brevet trenger «{lacking['key']}», og fant det ikke i values eller i setningene." if lacking else message


def _undrawable(message: str, used: set[str]) -> set[str]:
    """The characters that the message complains of, and the rest of their script, so as not to ask one by one."""
    named = UNDRAWABLE.search(message)
    if named is None:
        return set()
    cluster = ESCAPED.sub(lambda escaped: chr(int(escaped[1], 16)), named["text"])
    complained = {letter for letter in cluster if letter in used and not letter.isascii()}
    scripts = {
        ord(letter) >> 8 for letter in complained if ord(letter) >= 0x0700 and not 0x1E00 <= ord(letter) < 0x2E80
    }
    return complained | {letter for letter in used if ord(letter) >> 8 in scripts}

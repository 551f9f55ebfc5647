"""What every page must keep, whoever wrote it. Pure: HTML in, sentences out. Run on every page a test fetches."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
        "use",
        "path",
        "circle",
        "rect",
        "line",
    ]
)
ADDRESSES = (
    "href",
    "src",
    "action",
    "formaction",
    "hx-get",
    "hx-post",
    "hx-put",
    "hx-patch",
    "hx-delete",
    "data-drop-url",
)
REFERENCES = ("aria-labelledby", "aria-describedby", "for", "commandfor", "popovertarget")
CONTROLS = frozenset({"input", "select", "textarea"})
UNLABELLED = frozenset({"hidden", "submit", "button", "reset", "image"})
# Eleven digits that are not part of a longer hexadecimal id, also with a space after the birth date.
IDENTITY = re.compile(r"(?<![0-9a-fA-F-])\d{6}(?:\s|%20|\+)?\d{5}(?![0-9a-fA-F-])")
UNTRANSLATED = re.compile(
    r"\{\{|\{%|%\(\w+\)[sd]|\bTODO\b|\bFIXME\b|(?<!\w)None(?!\w)"
    r"|This field is required|Enter a valid|Select a valid choice|Ensure this value"
)


@dataclass
class Element:
    """One element with what is needed to judge it."""

    tag: str
    attrs: dict[str, str]
    parents: tuple[Element, ...] = ()
    text: str = ""

    def within(self, *tags: str) -> bool:
        return any(parent.tag in tags for parent in self.parents)


@dataclass
class Page:
    """A page as a flat list of elements in order."""

    elements: list[Element] = field(default_factory=list)

    def all(self, *tags: str) -> list[Element]:
        return [one for one in self.elements if one.tag in tags]

    @property
    def ids(self) -> list[str]:
        return [one.attrs["id"] for one in self.elements if "id" in one.attrs]


class Reader(HTMLParser):
    """Reads HTML without mending it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Page()
        self.open: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_data("\n")
        element = Element(tag, {name: value or "" for name, value in attrs}, tuple(self.open))
        self.page.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.page.elements.append(Element(tag, {name: value or "" for name, value in attrs}, tuple(self.open)))

    def handle_endtag(self, tag: str) -> None:
        if any(one.tag == tag for one in self.open):
            while self.open.pop().tag != tag:
                pass
            self.handle_data("\n")

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.text += data


def read(html: str) -> Page:
    """The page as elements."""
    reader = Reader()
    reader.feed(html)
    reader.close()
    return reader.page


def lint(html: str, url: str) -> list[str]:
    """Everything that is wrong with the page, in sentences. A part of a page has fewer rules than a whole one."""
    page = read(html)
    rules = [_ids, _references, _labels, _names, _tokens, _inline, _hosts, _words]
    whole = [_language, _title, _heading, _main, _skip] if page.all("html") else []
    found = [sentence for rule in [*whole, *rules] for sentence in rule(page)]
    return [f"{url}: {sentence}" for sentence in [*found, *_identity(page, url)]]


def _language(page: Page) -> list[str]:
    return [] if page.all("html")[0].attrs.get("lang") else ["<html> mangler lang"]


def _title(page: Page) -> list[str]:
    titles = [one for one in page.all("title") if not one.within("svg")]
    return [] if len(titles) == 1 and titles[0].text.strip() else ["siden trenger nøyaktig én <title> med tekst"]


def _heading(page: Page) -> list[str]:
    count = len(page.all("h1"))
    return [] if count == 1 else [f"siden har {count} <h1>, ikke én"]


def _main(page: Page) -> list[str]:
    count = len(page.all("main"))
    return [] if count == 1 else [f"siden har {count} <main>, ikke én"]


def _skip(page: Page) -> list[str]:
    links = page.all("a")
    target = links[0].attrs.get("href", "") if links else ""
    return [] if target.startswith("#") and target[1:] in page.ids else ["første lenke hopper ikke til innholdet"]


def _ids(page: Page) -> list[str]:
    seen = page.ids
    return [f"id «{name}» står {seen.count(name)} ganger" for name in sorted(set(seen)) if seen.count(name) > 1]


def _references(page: Page) -> list[str]:
    known = set(page.ids)
    pointed = [
        (one, name, target)
        for one in page.elements
        for name in REFERENCES
        for target in one.attrs.get(name, "").split()
        if one.tag != "output"
    ]
    return [
        f"<{one.tag}> viser med {name} til «{target}», som ikke finnes"
        for one, name, target in pointed
        if target not in known
    ]


def _labels(page: Page) -> list[str]:
    labelled = {one.attrs["for"] for one in page.all("label") if one.text.strip() and "for" in one.attrs}
    return [
        f"feltet «{one.attrs.get('name') or one.attrs.get('id', '')}» har ingen ledetekst"
        for one in page.elements
        if one.tag in CONTROLS and one.attrs.get("type", "text") not in UNLABELLED and not _has_label(one, labelled)
    ]


def _has_label(one: Element, labelled: set[str]) -> bool:
    own = one.attrs.get("aria-label", "").strip() or one.attrs.get("aria-labelledby", "").strip()
    return bool(own) or one.attrs.get("id") in labelled or one.within("label")


def _names(page: Page) -> list[str]:
    """Links and buttons say where they lead and what they do; pictures say what they show."""
    nameless = [
        f"<{one.tag} {one.attrs.get('href') or one.attrs.get('id', '')}> har ikke noe navn"
        for one in page.all("a", "button")
        if not one.text.strip() and not one.attrs.get("aria-label") and not _has_spoken_picture(page, one)
    ]
    return nameless + [
        f"<img {one.attrs.get('src', '')}> mangler alt" for one in page.all("img") if "alt" not in one.attrs
    ]


def _has_spoken_picture(page: Page, one: Element) -> bool:
    inside = (other for other in page.all("svg", "img") if any(parent is one for parent in other.parents))
    return any(other.attrs.get("aria-label") or other.attrs.get("alt") or other.text.strip() for other in inside)


def _tokens(page: Page) -> list[str]:
    forms = [
        one for one in page.all("form") if one.attrs.get("method", "get").lower() == "post" or "hx-post" in one.attrs
    ]
    with_token = [
        parent for one in page.all("input") if one.attrs.get("name") == "csrfmiddlewaretoken" for parent in one.parents
    ]
    return [
        f"skjemaet til «{one.attrs.get('action', '')}» mangler CSRF-merket"
        for one in forms
        if not any(parent is one for parent in with_token)
    ]


def _inline(page: Page) -> list[str]:
    found = [f"<{one.tag}> har innebygd stil" for one in page.elements if "style" in one.attrs]
    found += ["siden har <style>" for _ in page.all("style")]
    found += ["siden har innebygd skript" for one in page.all("script") if "src" not in one.attrs or one.text.strip()]
    for one in page.elements:
        found += [f"<{one.tag}> har {name}" for name in one.attrs if re.match(r"on[a-z]+$|hx-on", name)]
        found += [f"<{one.tag}> har skript i {name}" for name, value in one.attrs.items() if _is_script(name, value)]
    return found


def _is_script(name: str, value: str) -> bool:
    code = re.match(r"\s*(?:javascript|js):", value, re.I) is not None
    return code or (name == "hx-trigger" and "[" in value)


def _hosts(page: Page) -> list[str]:
    """Nothing is loaded from, or sent to, another host; links may lead there."""
    loading = [(one, one.attrs.get(name, "")) for one in page.elements for name in ADDRESSES if one.tag != "a"]
    return [
        f"<{one.tag}> bruker en annen vert: {address}" for one, address in loading if re.match(r"(?:\w+:)?//", address)
    ]


def _words(page: Page) -> list[str]:
    roots = [one for one in page.elements if not one.parents]
    spoken = [
        one.attrs[name] for one in page.elements for name in ("aria-label", "title", "placeholder") if name in one.attrs
    ]
    typed = [one.text for one in page.all("textarea", "code", "pre", "kbd", "blockquote", "script")]
    text = "\n".join([*(one.text for one in roots), *spoken])
    for part in typed:
        text = text.replace(part, "", 1) if part.strip() else text
    return [f"uoversatt eller uferdig tekst: «{found}»" for found in sorted(set(UNTRANSLATED.findall(text)))]


def _identity(page: Page, url: str) -> list[str]:
    addresses = [one.attrs[name] for one in page.elements for name in ADDRESSES if name in one.attrs]
    wrong = [address for address in [url, *addresses] if not address.startswith("tel:") and IDENTITY.search(address)]
    return ["et fødselsnummer står i en adresse"] * len(wrong)

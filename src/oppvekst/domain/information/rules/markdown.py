"""The few marks an editor may use, and nothing else: what comes out is safe to show, whatever was written.

Headings (two sizes), paragraphs, lists, quotes, bold, and links; a link in bold that stands alone is a button. No HTML,
no pictures, no addresses but the house's own pages (``side:slug``), secure web pages and phone numbers. What is not
allowed is shown as the words it was written with.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from html import escape

from markdown_it import MarkdownIt
from markdown_it.token import Token

type Address = Callable[[str], str | None]
"""Where a page of the house is; nothing if there is no such page."""

LONGEST = 40_000
"""No page is longer; what comes after is not shown."""

BLOCKS = ("heading", "list", "blockquote")
WITHIN = ("emphasis", "link", "newline", "escape")
OURS, BUTTON = "side:", "ds-button"
OUTSIDE = re.compile(r"https://[^\s\\\"'<>@]+\Z", re.ASCII)
PHONE = re.compile(r"tel:\+?[0-9]{3,15}\Z", re.ASCII)
# Signs that nobody sees: they break a line of their own, turn what is read backwards, or hide in a word.
UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u061c\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]"
)
LINES = re.compile("\r\n?|[\u2028\u2029\x0b\x0c\x85]")
TAGS = {"p": "p", "ul": "ul", "ol": "ol", "li": "li", "blockquote": "blockquote", "strong": "strong", "em": "em"}


@dataclass(frozen=True, slots=True)
class Link:
    """A link as it was written: its words and where it should lead."""

    words: str
    target: str

    @property
    def slug(self) -> str:
        """The page of the house that it names; empty if it leads elsewhere."""
        return self.target.removeprefix(OURS).partition("#")[0] if self.target.startswith(OURS) else ""

    @property
    def leads_out(self) -> bool:
        """Whether it leads to a web page or a phone number that we let a text link to."""
        return bool(OUTSIDE.match(self.target) or PHONE.match(self.target))


def nowhere(slug: str) -> str | None:
    """No page is known: every link to one is shown as plain words."""
    return None


def html(text: str, *, address: Address = nowhere) -> str:
    """The text as HTML that is safe to put on a page.

    >>> html("## Hei\\n\\nRing **oss**, eller [les mer](side:hjelp).", address=lambda slug: f"/{slug}/")
    '<h2>Hei</h2>\\n<p>Ring <strong>oss</strong>, eller <a href="/hjelp/">les mer</a>.</p>\\n'
    >>> html("<script>x</script> [x](javascript:alert(1))")
    '<p>&lt;script&gt;x&lt;/script&gt; x</p>\\n'
    """
    return "".join(_blocks(_parsed(text), address))


def plain(text: str) -> str:
    """The words alone, as search reads them.

    >>> plain("## Hei\\n\\nRing **oss**, eller [les mer](side:hjelp).")
    'Hei\\nRing oss, eller les mer.'
    """
    return "\n".join(_words(token.children or ()) for token in _parsed(text) if token.type == "inline")


def links(text: str) -> list[Link]:
    """Every link in the text, also those that are not allowed.

    >>> links("[les mer](side:hjelp) og [svindel](javascript:x)")
    [Link(words='les mer', target='side:hjelp'), Link(words='svindel', target='javascript:x')]
    """
    return [link for token in _parsed(text) if token.type == "inline" for link in _links(token.children or ())]


def clean(text: str) -> str:
    """The text without signs that nobody sees, on as many lines as it looks to have."""
    return UNSEEN.sub("", LINES.sub("\n", text[:LONGEST]))


def _parsed(text: str) -> list[Token]:
    return _parser().parse(clean(text))


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero").enable([*BLOCKS, *WITHIN])
    # What a link may lead to is decided here below, so that the link check sees also what is refused.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    return parser


def _blocks(tokens: Sequence[Token], address: Address) -> Iterator[str]:
    for token in tokens:
        if token.type == "inline":
            said = [each for each in token.children or () if each.content or each.type != "text"]
            as_button = token.level == 1 and _is_button(said)
            yield "".join(_within(said[1:-1] if as_button else said, address, BUTTON if as_button else ""))
        elif not token.hidden:
            yield _mark(token)


def _is_button(tokens: Sequence[Token]) -> bool:
    """One link in bold, and nothing beside it."""
    kinds = [token.type for token in tokens]
    marks = (kinds[:2], kinds[-2:]) == (["strong_open", "link_open"], ["link_close", "strong_close"])
    return marks and kinds.count("link_open") == kinds.count("strong_open") == 1


def _mark(token: Token) -> str:
    tag = _size(token.tag) if token.type.startswith("heading") else TAGS[token.tag]
    if token.nesting < 0:
        return f"</{tag}>\n"
    start = token.attrGet("start")
    return f'<ol start="{start}">' if isinstance(start, int) and 1 < start < 1000 else f"<{tag}>"


def _size(tag: str) -> str:
    """The page itself has the first heading: its text has the second and the third."""
    return "h2" if tag in ("h1", "h2") else "h3"


def _within(tokens: Sequence[Token], address: Address, css: str = "") -> Iterator[str]:
    open_links: list[str] = []
    for token in tokens:
        if token.type == "link_open":
            open_links.append(_opened(Link("", str(token.attrGet("href") or "")), address, css))
            yield open_links[-1]
        elif token.type == "link_close":
            yield "</a>" if open_links.pop() else ""
        elif token.type in ("softbreak", "hardbreak"):
            yield "<br>\n" if token.type == "hardbreak" else "\n"
        else:
            yield escape(token.content) if token.nesting == 0 else _mark(token).rstrip("\n")


def _opened(link: Link, address: Address, css: str) -> str:
    where = address(link.slug) if link.slug else link.target if link.leads_out else ""
    if not where:
        return ""
    css = css or ("op-num" if where.startswith("tel:") else "")
    out = ' rel="noopener noreferrer"' if where == link.target and where.startswith("https:") else ""
    return f'<a{f' class="{css}"' if css else ""} href="{escape(where)}"{out}>'


def _words(tokens: Sequence[Token]) -> str:
    breaks = ("softbreak", "hardbreak")
    return "".join(" " if token.type in breaks else token.content for token in tokens if token.nesting == 0)


def _links(tokens: Sequence[Token]) -> Iterator[Link]:
    for at, token in enumerate(tokens):
        if token.type == "link_open":
            rest = tokens[at + 1 :]
            end = next(number for number, each in enumerate(rest) if each.type == "link_close")
            yield Link(_words(rest[:end]), str(token.attrGet("href") or ""))

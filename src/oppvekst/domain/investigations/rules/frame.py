"""The assessment frame (*Barnets behov i sentrum*): what is written of a child's needs item by item, and what grows out of it.

Scope follows the child (bvl § 2-2 (3)): an item counts only when somebody has taken it in, and the others stay folded away.
Nothing here is weighed or summed: how far the writing has come is told in words, and says nothing about the child.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from oppvekst.domain.concerns.rules import NEEDS, SIDES, Theme
from oppvekst.law.calendar import in_words

type Needs = Mapping[str, Need]

# What is written about an item, in the order it is read. The names are the columns' and the form's.
TEXTS: dict[str, str] = {
    "child_view": "Barnets syn",
    "parents_view": "Foreldrenes syn",
    "strengths": "Styrker og det som beskytter",
    "risks": "Risiko",
    "assessment": "Barnevernsfaglig vurdering",
    "change": "Endring siden sist",
}
FACTS = "Opplysninger"
# What an item cannot do without: facts to rest on, both voices, and what we make of it (bvl §§ 1-4, 12-5).
NEEDED = ("child_view", "parents_view", "assessment")


class Standing(StrEnum):
    """How far the writing of an item or a theme has come."""

    UNSEEN = "unseen"
    LEFT_OUT = "left_out"
    BEGUN = "begun"
    WRITTEN = "written"


STANDINGS: dict[Standing, str] = {
    Standing.UNSEEN: "ikke vurdert ennå",
    Standing.LEFT_OUT: "ikke aktuelt",
    Standing.BEGUN: "noe mangler",
    Standing.WRITTEN: "skrevet",
}


@dataclass(frozen=True, kw_only=True)
class Fact:
    """Something known, with where it comes from and when it was so or was said. A corrected one is kept and not relied on."""

    text: str
    source: str
    on: date | None = None
    corrected: bool = False

    def __str__(self) -> str:
        told = ", ".join(part for part in (self.source, in_words(self.on) if self.on else "") if part)
        return f"{_sentence(self.text)[:-1]} ({told})." if told else _sentence(self.text)


@dataclass(frozen=True, kw_only=True)
class Need:
    """One item as it stands in an assessment."""

    code: str
    relevant: bool = True
    is_ground: bool = False
    texts: Mapping[str, str] = field(default_factory=dict)
    facts: tuple[Fact, ...] = ()

    def text(self, name: str) -> str:
        """What is written under that heading, or nothing."""
        return self.texts.get(name, "").strip()

    @property
    def reliable(self) -> tuple[Fact, ...]:
        """The facts that have not been corrected, oldest first."""
        known = [fact for fact in self.facts if not fact.corrected]
        return tuple(sorted(known, key=lambda fact: (fact.on is not None, fact.on or date.min)))


@dataclass(frozen=True)
class Part:
    """One item in the summary: its paragraphs, each with its heading."""

    code: str
    title: str
    paragraphs: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Chapter:
    """One theme in the summary, under its side."""

    side: str
    title: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Change:
    """What has become of an item since the assessment before."""

    code: str
    title: str
    kind: str
    headings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Progress:
    """How far the writing has come, for those who write it."""

    relevant: int
    written: int
    unseen: int


def relevant(needs: Needs) -> tuple[str, ...]:
    """The items that are taken in, in the order of the list (bvl § 2-2 (3): no wider than there is reason for)."""
    return tuple(code.code for code in NEEDS if (need := needs.get(code.code)) and need.relevant)


def lacking(need: Need) -> tuple[str, ...]:
    """What an item still lacks, by heading: facts with a source, both voices, our assessment (bvl §§ 1-4, 12-5)."""
    facts = () if need.reliable else (FACTS,)
    return (*facts, *(TEXTS[name] for name in NEEDED if not need.text(name)))


def standing(need: Need | None) -> Standing:
    """How far one item has come (*kunnskapsmodellen*)."""
    if need is None:
        return Standing.UNSEEN
    if not need.relevant:
        return Standing.LEFT_OUT
    return Standing.BEGUN if lacking(need) else Standing.WRITTEN


def standing_of(theme: Theme, needs: Needs) -> Standing:
    """How far a theme has come: what lacks something shows first, then what is written (*kunnskapsmodellen*)."""
    found = {standing(needs.get(item.code)) for item in theme.items}
    order = (Standing.BEGUN, Standing.WRITTEN, Standing.UNSEEN)
    return next((each for each in order if each in found), Standing.LEFT_OUT)


def progress(needs: Needs) -> Progress:
    """How many items are taken in, written, and not looked at. A count of the work, never a score of a child."""
    found = [standing(needs.get(code.code)) for code in NEEDS]
    written, begun = found.count(Standing.WRITTEN), found.count(Standing.BEGUN)
    return Progress(written + begun, written, found.count(Standing.UNSEEN))


def summary(needs: Needs) -> tuple[Chapter, ...]:
    """The text that grows out of what is written: by side and theme, relevant items alone, sources in brackets (bvl § 12-5)."""
    return tuple(
        Chapter(side.title, theme.title, parts)
        for side in SIDES
        for theme in side.themes
        if (parts := tuple(_parts(theme, needs)))
    )


def in_text(chapters: Iterable[Chapter]) -> str:
    """The same as plain text, for a decision or a letter that quotes it (bvl § 12-5)."""
    return "\n\n".join(_lines(chapters))


def changes(before: Needs, now: Needs) -> tuple[Change, ...]:
    """What is new, no longer relevant, or written otherwise since the assessment before (*kunnskapsmodellen*)."""
    known = (code for code in NEEDS if code.code in before or code.code in now)
    found = (_change(code.code, code.text, before.get(code.code), now.get(code.code)) for code in known)
    return tuple(change for change in found if change)


def _parts(theme: Theme, needs: Needs) -> Iterator[Part]:
    for item in theme.items:
        need = needs.get(item.code)
        if need and need.relevant and (paragraphs := tuple(_paragraphs(need))):
            yield Part(item.code, item.text, paragraphs)


def _paragraphs(need: Need) -> Iterator[tuple[str, str]]:
    if need.reliable:
        yield FACTS, " ".join(str(fact) for fact in need.reliable)
    for name, title in TEXTS.items():
        if text := need.text(name):
            yield title, text


def _lines(chapters: Iterable[Chapter]) -> Iterator[str]:
    side = ""
    for chapter in chapters:
        if chapter.side != side:
            side = chapter.side
            yield side.upper()
        yield chapter.title
        for part in chapter.parts:
            yield "\n".join((part.title, *(f"{title}: {text}" for title, text in part.paragraphs)))


def _sentence(text: str) -> str:
    """The text with one full stop at its end."""
    return f"{text.strip().rstrip('.')}."


def _change(code: str, title: str, before: Need | None, now: Need | None) -> Change | None:
    was, is_now = bool(before and before.relevant), bool(now and now.relevant)
    if not (before and was and now and is_now):
        kinds = {(False, True): "new", (True, False): "dropped"}
        return Change(code, title, kinds[was, is_now]) if was != is_now else None
    headings = tuple(heading for heading, read in _READ if read(before) != read(now))
    return Change(code, title, "changed", headings) if headings else None


def _reader(name: str) -> Callable[[Need], object]:
    return lambda need: need.text(name)


# What can differ between two assessments; the text about change is itself no change.
_READ: tuple[tuple[str, Callable[[Need], object]], ...] = (
    (FACTS, lambda need: need.reliable),
    *((title, _reader(name)) for name, title in TEXTS.items() if name != "change"),
)

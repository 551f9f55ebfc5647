"""The timeline of a case as one can read it in court: facts with their sources, apart from what is made of them.

Every room tells its own milestones; what the staff write themselves stands between them. One form for all, so that one can
look for kind, source, theme, days and words across them (bvl §§ 12-4, 12-5; fvl § 17).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from oppvekst.domain.cases.rules.when import When

HAPPENING = "happening"
# In the order of the law; a room may tell a kind that does not stand here, which is then called by its own key.
KINDS = {
    HAPPENING: "Hendelser",
    "concern": "Meldinger",
    "investigation": "Undersøkelser",
    "decision": "Vedtak",
    "measure": "Tiltak",
    "meeting": "Møter",
    "limit": "Frister",
    "people": "Mennesker",
    "hold": "Sperrer",
    "case": "Saken",
}
SOURCES = {
    "said": "Noen har fortalt det",
    "document": "Dokument",
    "observed": "Egen observasjon",
    "body": "Opplyst av et annet organ",
    "service": "Tjenestens egne opplysninger",
}
THEMES = {
    "child": "Barnets utvikling og behov",
    "health": "Helse",
    "school": "Skole og barnehage",
    "care": "Foreldrenes omsorg",
    "safety": "Vold, overgrep og rus",
    "surroundings": "Familie og miljø",
    "contact": "Samvær og kontakt",
    "service": "Samarbeidet med tjenesten",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """What a room knows happened in a case, in words that may be read by everybody who may read the case.

    A room never tells who has reported a concern to the service alone, nor what a reporter was answered (bvl §§ 12-6, 13-3).
    ``inward``: for the service's own eyes, never on a paper that leaves it. ``page`` and ``subject``: where it is told in full.
    """

    at: date
    what: str
    kind: str
    until: date | None = None
    source: str = ""
    source_kind: str = "service"
    theme: str = ""
    page: str = ""
    subject: Any = None
    inward: bool = False
    colour: str = "neutral"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the timeline, whoever told it."""

    when: When
    what: str
    kind: str
    source: str = ""
    source_kind: str = "service"
    theme: str = ""
    assessment: str = ""
    entered: str = ""
    key: str = ""
    earlier: tuple[Any, ...] = ()
    milestone: Milestone | None = None
    colour: str = "neutral"

    @property
    def inward(self) -> bool:
        """Whether it stays in the service."""
        return self.milestone is not None and self.milestone.inward

    @property
    def text(self) -> str:
        """All its words."""
        return "\n".join(part for part in (self.what, self.source, self.assessment, *map(str, self.earlier)) if part)


@dataclass(frozen=True, slots=True)
class Sought:
    """What somebody looks for; nothing chosen is everything."""

    kind: str = ""
    source: str = ""
    theme: str = ""
    since: date | None = None
    until: date | None = None
    words: str = ""

    def finds(self, line: Line) -> bool:
        """Whether the line is among it. A line that only touches the days is."""
        chosen = ((self.kind, line.kind), (self.source, line.source_kind), (self.theme, line.theme))
        if any(wish and wish != has for wish, has in chosen):
            return False
        if (self.since and line.when.until < self.since) or (self.until and line.when.since > self.until):
            return False
        text = line.text.casefold()
        return all(word in text for word in self.words.casefold().split())


def as_line(milestone: Milestone) -> Line:
    """A milestone among the other lines."""
    return Line(
        when=When(milestone.at, milestone.until or milestone.at), what=milestone.what, kind=milestone.kind,
        source=milestone.source, source_kind=milestone.source_kind, theme=milestone.theme, milestone=milestone,
        colour=milestone.colour,
    )  # fmt: skip


def in_order(lines: Iterable[Line], *, newest_first: bool = False) -> list[Line]:
    """By first day, then last day; of one day, as they came."""
    return sorted(lines, key=lambda line: (line.when.since, line.when.until), reverse=newest_first)

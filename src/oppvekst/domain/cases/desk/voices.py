"""The child's voice in every step of a case, gathered: what the rooms tell, in their order, and what is missing of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from uuid import UUID

from oppvekst.domain.cases.queries.ties import hidden
from oppvekst.ground.web.voice import Voiced, Voicing

# So many of a step stand open, the newest; those before are folded.
OPEN = 10
HIDDEN = "Skjult. Teksten viser hvor en beskyttet person er."


@dataclass(frozen=True)
class Stage:
    """One step of the law, and what the child was told, asked and said in it."""

    title: str
    lines: tuple[Voiced, ...]

    @property
    def folded(self) -> tuple[Voiced, ...]:
        """The oldest, where there are many."""
        return self.lines[:-OPEN]

    @property
    def newest(self) -> tuple[Voiced, ...]:
        """Those that stand open."""
        return self.lines[-OPEN:]

    @property
    def folds_missing(self) -> bool:
        """Whether something is missing among those that are folded."""
        return any(line.missing for line in self.folded)


@dataclass(frozen=True)
class Voices:
    """The whole panel. Words and days, and never a score (bvl § 1-4)."""

    stages: tuple[Stage, ...]

    @property
    def lacks(self) -> int:
        """How many things are missing."""
        return sum(len(line.missing) for stage in self.stages for line in stage.lines)

    @property
    def without(self) -> tuple[str, ...]:
        """In which steps something is missing."""
        return tuple(stage.title for stage in self.stages if any(line.missing for line in stage.lines))

    @property
    def complete(self) -> bool:
        """Whether nothing is missing where it is asked for, and the child has said something: silence is never whole."""
        return self.heard and not self.lacks

    @property
    def heard(self) -> bool:
        """Whether the child's own words are there, shown or kept back."""
        return any(line.said or line.kept for stage in self.stages for line in stage.lines)


def voices(case_id: UUID, told: Iterable[Voicing], *, today: date) -> Voices:
    """What every room tells. What shows where somebody protected is, is not for a reader it is not entrusted to."""
    found = [line for tell in told for line in tell(case_id, today)]
    shut = hidden([line.texts for line in found], case_id) if found else []
    lines = [_without_words(line) if closed else line for line, closed in zip(found, shut, strict=True)]
    return Voices(tuple(Stage(title, tuple(of)) for title, of in groupby(lines, key=lambda line: line.stage)))


def _without_words(line: Voiced) -> Voiced:
    return replace(line, told="", asked="", said="", more=(), kept=HIDDEN)

"""A case told in chapters: what happened and from where we know it, how things stand, and what is missing.

Each room tells its own chapter. This room cannot know the later ones, so the face hands them over with the address.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from oppvekst.ground.web.lifeline import LANES, Happening
from oppvekst.ground.web.voice import Missing, Spoken

__all__ = ["Chapter", "Fact", "Missing", "Spoken", "Telling", "whole"]

DRAWN = frozenset(key for key, _name in LANES)


@dataclass(frozen=True, kw_only=True)
class Fact:
    """Something that happened or will, with its source. ``lane`` is the life-line's lane, or a kind that is not drawn."""

    at: date
    what: str
    lane: str
    source: str = ""
    until: date | None = None
    running: bool = False
    short: str = ""
    href: str = ""

    @property
    def drawn(self) -> bool:
        """Whether it has a place in the drawing."""
        return self.lane in DRAWN

    def happening(self) -> Happening:
        """The fact as the drawing takes it."""
        return Happening(self.lane, self.at, self.what, self.until, self.short, running=self.running)


@dataclass(frozen=True, kw_only=True)
class Chapter:
    """What one room knows of a case: facts, how it stands now, what is missing, and the child's voice where it has it."""

    facts: tuple[Fact, ...] = ()
    standing: str = ""
    missing: tuple[Missing, ...] = ()
    voice: Spoken | None = None


type Telling = Callable[[UUID, date], Chapter]


def whole(chapters: Iterable[Chapter]) -> Chapter:
    """All chapters as one, in the order of the rooms."""
    told = tuple(chapters)
    return Chapter(
        facts=tuple(fact for chapter in told for fact in chapter.facts),
        standing=" ".join(chapter.standing for chapter in told if chapter.standing),
        missing=tuple(lack for chapter in told for lack in chapter.missing),
        voice=next((chapter.voice for chapter in told if chapter.voice), None),
    )

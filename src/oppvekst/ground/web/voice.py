"""The panel of the child's voice, and what is missing with the way to mend it, as the pages of several rooms show them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID


@dataclass(frozen=True, kw_only=True)
class Missing:
    """Something the case should have, and the way to mend it."""

    title: Any
    note: Any = ""
    href: str = ""
    act: Any = ""
    colour: str = "warning"
    icon: str = "clock-fill"
    word: Any = ""


@dataclass(frozen=True)
class Line:
    """One line of the panel of the child's voice: what, in words, and perhaps where it stands."""

    term: str
    words: str
    href: str = ""


@dataclass(frozen=True, kw_only=True)
class Spoken:
    """The child's voice: its own words as they count, lines beside, what is missing, and where one writes (bvl § 1-4)."""

    words: str = ""
    by: str = ""
    said_on: date | None = None
    kept: str = ""
    href: str = ""
    new: str = ""
    lines: tuple[Line, ...] = ()
    missing: tuple[Missing, ...] = ()
    complete: bool = False


@dataclass(frozen=True, kw_only=True)
class Voiced:
    """One thing of a case as the child met it: what it was told, was asked and said, and what is missing (bvl § 1-4).

    ``stage``: the step of the law it belongs to. ``kept``: why the words do not stand here, when they are kept back.
    """

    stage: str
    step: str
    at: date | None = None
    href: str = ""
    told: str = ""
    asked: str = ""
    said: str = ""
    more: tuple[Line, ...] = ()
    kept: str = ""
    missing: tuple[Missing, ...] = ()

    @property
    def texts(self) -> str:
        """Every word of it that somebody wrote down."""
        return "\n".join((self.told, self.asked, self.said, *(line.words for line in self.more)))


# What each room tells of the child's voice in a case, handed over by the face in the order of the law.
type Voicing = Callable[[UUID, date], Iterable[Voiced]]

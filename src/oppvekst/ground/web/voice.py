"""The panel of the child's voice, and what is missing with the way to mend it, as the pages of several rooms show them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any


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
    href: str = ""
    new: str = ""
    lines: tuple[Line, ...] = ()
    missing: tuple[Missing, ...] = ()
    complete: bool = False

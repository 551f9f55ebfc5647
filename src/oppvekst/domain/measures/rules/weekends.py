"""A row of weekends: every second or third from one day to another, with what stands in the way of each (bvl § 8-1 (2))."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from oppvekst.domain.measures.rules.occasion import overlap
from oppvekst.law.calendar import holiday_name

# How often it may be: the weeks between.
OFTEN: Final = {1: "Hver helg", 2: "Annenhver helg", 3: "Hver tredje helg", 4: "Hver fjerde helg"}
LONGEST_ROW: Final = 60


@dataclass(frozen=True)
class Other:
    """Something else the child has those days, in words that say no more than they must."""

    days: tuple[date, date]
    what: str
    a_stay: bool = False


@dataclass(frozen=True)
class Weekend:
    """One weekend of the row. What is worth knowing about it is shown; only what is impossible cannot be chosen."""

    first: date
    last: date
    holidays: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    impossible: str = ""

    @property
    def clear(self) -> bool:
        """Whether nothing speaks against it: then it is chosen beforehand."""
        return not (self.holidays or self.others or self.impossible)


def row(
    first: date, last: date, *, weeks: int, until: date, others: Sequence[Other] = (), ends: date | None = None
) -> list[Weekend]:
    """Every weekend of the row, none left out in silence.

    >>> autumn = row(date(2026, 11, 6), date(2026, 11, 8), weeks=2, until=date(2026, 12, 31))
    >>> [one.first.isoformat() for one in autumn]
    ['2026-11-06', '2026-11-20', '2026-12-04', '2026-12-18']
    >>> row(date(2026, 12, 25), date(2026, 12, 27), weeks=1, until=date(2026, 12, 25))[0].holidays
    ('første juledag', 'andre juledag')
    """
    nights, step = last - first, timedelta(weeks=max(weeks, 1))
    found: list[Weekend] = []
    while first <= until and len(found) < LONGEST_ROW:
        found.append(_weekend(first, first + nights, others, ends))
        first += step
    return found


def _weekend(first: date, last: date, others: Iterable[Other], ends: date | None) -> Weekend:
    same_days = [one for one in others if one.days[0] <= last and first <= one.days[1]]
    taken = next((one for one in same_days if one.a_stay and overlap((first, last), one.days)), None)
    impossible = taken.what if taken else "Etter siste dag for tiltaket" if ends and last > ends else ""
    beside = tuple(one.what for one in same_days if one is not taken)
    return Weekend(first, last, _holidays(first, last), beside, impossible)


def _holidays(first: date, last: date) -> tuple[str, ...]:
    """The named days of rest; that a Sunday is one, everybody knows."""
    days = (first + timedelta(days=number) for number in range((last - first).days + 1))
    named = (holiday_name(day) for day in days)
    return tuple(name for name in named if name and name != "søndag")

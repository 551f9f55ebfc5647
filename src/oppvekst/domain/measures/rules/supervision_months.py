"""How many visits a month the plan of supervision says, and how many there have been (bvl § 8-1). Ours, and not the law's."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from oppvekst.law.calendar import MONTHS, add

# Two days is what one remembers well; the law says no number.
WRITTEN_WITHIN: Final = timedelta(days=2)


@dataclass(frozen=True)
class HowOften:
    """One version of the plan: from when, how many visits a month, and how many of them at least unannounced."""

    since: date
    visits: int
    unannounced: int = 0


@dataclass(frozen=True)
class HeldOn:
    """One visit where somebody was met."""

    day: date
    unannounced: bool = False


@dataclass(frozen=True)
class Month:
    """One whole month: what the plan says of it, and what has been."""

    first: date
    often: HowOften
    held: int = 0
    held_unannounced: int = 0

    @property
    def last(self) -> date:
        """Its last day."""
        return _last_of(self.first)

    @property
    def lacking(self) -> bool:
        """Whether there have been fewer than the plan says."""
        return self.held < self.often.visits or self.held_unannounced < self.often.unannounced

    @property
    def words(self) -> str:
        """What is told of it on the agenda."""
        told = f"Tilsyn i {MONTHS[self.first.month - 1]}: {self.held} av {self.often.visits} besøk"
        if not self.often.unannounced:
            return told
        return f"{told}, {min(self.held_unannounced, self.often.unannounced)} av {self.often.unannounced} uanmeldt"


def supervised_months(
    versions: Sequence[HowOften], held: Iterable[HeldOn], *, since: date, until: date
) -> Iterator[Month]:
    """Every whole month between two days, by the version that applied when it began. A month begun midway is not counted.

    >>> often, seen = (HowOften(date(2026, 5, 5), 2),), (HeldOn(date(2026, 6, 3)),)
    >>> [(one.words, one.lacking) for one in supervised_months(often, seen, since=date(2026, 5, 5), until=date(2026, 7, 30))]
    [('Tilsyn i juni: 1 av 2 besøk', True)]
    """
    been = list(held)
    first = since if since.day == 1 else add(since.replace(day=1), months=1)
    while _last_of(first) <= until:
        month = _month(first, versions, been)
        if month is not None:
            yield month
        first = add(first, months=1)


def _last_of(first: date) -> date:
    return first.replace(day=monthrange(first.year, first.month)[1])


def _month(first: date, versions: Sequence[HowOften], been: Iterable[HeldOn]) -> Month | None:
    often = max((one for one in versions if one.since <= first), key=lambda one: one.since, default=None)
    if often is None:
        return None
    these = [one for one in been if (one.day.year, one.day.month) == (first.year, first.month)]
    return Month(first, often, len(these), sum(one.unannounced for one in these))

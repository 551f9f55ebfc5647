"""One's own week: things with a day, as each room tells them, the time between them, and the way there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import pairwise
from uuid import UUID

from oppvekst.law.calendar import MONTHS, OSLO, WEEKDAYS, holiday_name

DAYS, WORKING = 7, 5
# Nobody has a calendar before or after these.
YEARS = range(2000, 2101)
NOON = time(12)


class Kind(StrEnum):
    """What a thing in the week is."""

    VISIT = "besøk"
    TALK = "samtale"
    MEETING = "møte"
    APPOINTMENT = "avtale"
    TASK = "oppgave"
    LIMIT = "frist"


@dataclass(frozen=True, kw_only=True)
class Dated:
    """Something in one's own week. ``subject``: what it is about, so that the same thing is told once.

    ``name`` is whole; ``short`` is what may stand on a sheet of paper.
    """

    day: date
    kind: Kind
    what: str
    name: str = ""
    short: str = ""
    at: time | None = None
    until: time | None = None
    place: str = ""
    href: str = ""
    law: str = ""
    done: bool = False
    subject: UUID | None = None

    @property
    def order(self) -> tuple[bool, time, str, str]:
        """By the clock first; then what has no time."""
        return (self.at is None, self.at or NOON, self.name, self.what)


# What a room tells of a person's week, between two days, both counted; handed over by the face.
type Calendar = Callable[[UUID, date, date], Iterable[Dated]]


def moments(since: date, until: date) -> tuple[datetime, datetime]:
    """The first moment of the days, and the first after them, in Oslo: what a table of moments is asked between.

    >>> moments(date(2026, 3, 29), date(2026, 3, 29))[1].isoformat()
    '2026-03-30T00:00:00+02:00'
    """
    return datetime.combine(since, time(), OSLO), datetime.combine(until + timedelta(days=1), time(), OSLO)


def week_of(day: date) -> tuple[date, ...]:
    """Monday to Sunday of the week a day is in.

    >>> week_of(date(2026, 11, 24))[0], week_of(date(2026, 11, 24))[-1]
    (datetime.date(2026, 11, 23), datetime.date(2026, 11, 29))
    """
    monday = day - timedelta(days=day.weekday())
    return tuple(monday + timedelta(days=number) for number in range(DAYS))


def first_day(year: int, week: int) -> date | None:
    """The Monday of a numbered week, or None where the year has no such week.

    >>> first_day(2026, 48), first_day(2026, 53), first_day(2027, 53), first_day(1, 1)
    (datetime.date(2026, 11, 23), datetime.date(2026, 12, 28), None, None)
    """
    if year not in YEARS:
        return None
    try:
        return date.fromisocalendar(year, week, 1)
    except ValueError:
        return None


def shown(days: Sequence[date], busy: Iterable[date]) -> tuple[date, ...]:
    """The days that stand in the calendar: Monday to Friday, and the weekend where something is there.

    >>> week = week_of(date(2026, 11, 24))
    >>> len(shown(week, [])), len(shown(week, [date(2026, 11, 29)]))
    (5, 7)
    """
    taken = set(busy)
    return tuple(days) if taken & set(days[WORKING:]) else tuple(days[:WORKING])


def heading(days: Sequence[date]) -> str:
    """From one day to another, in words.

    >>> heading(week_of(date(2026, 11, 24)))
    '23. til 29. november 2026'
    >>> heading(week_of(date(2026, 12, 30)))
    '28. desember 2026 til 3. januar 2027'
    """
    first, last = days[0], days[-1]
    month = "" if first.month == last.month else f" {MONTHS[first.month - 1]}"
    year = "" if first.year == last.year else f" {first.year}"
    return f"{first.day}.{month}{year} til {last.day}. {MONTHS[last.month - 1]} {last.year}"


def day_name(day: date) -> str:
    """The day as it heads a column.

    >>> day_name(date(2026, 11, 24))
    'Tirsdag 24.11.'
    """
    return f"{WEEKDAYS[day.weekday()].capitalize()} {day.day}.{day.month}."


def rest(day: date) -> str:
    """Why nobody works that day, when it is not only a Sunday.

    >>> rest(date(2026, 12, 25)), rest(date(2026, 11, 29)), rest(date(2026, 11, 24))
    ('første juledag', '', '')
    """
    name = holiday_name(day) or ""
    return "" if name == "søndag" else name


def minutes_between(one: Dated, other: Dated) -> int | None:
    """How long it is from the end of one thing to the beginning of the next; None where a time is lacking or they overlap."""
    ends = one.until or one.at
    if ends is None or other.at is None:
        return None
    gap = datetime.combine(other.day, other.at) - datetime.combine(one.day, ends)
    return max(int(gap.total_seconds()) // 60, 0)


def between(things: Sequence[Dated]) -> dict[int, int]:
    """The minutes before each thing with a time, by its place in the day; the first has none before it."""
    gaps = {place + 1: minutes_between(one, other) for place, (one, other) in enumerate(pairwise(things))}
    return {place: minutes for place, minutes in gaps.items() if minutes is not None}


def in_time(minutes: int) -> str:
    """Minutes as one says them.

    >>> in_time(45), in_time(60), in_time(95)
    ('45 min', '1 t', '1 t 35 min')
    """
    hours, left = divmod(minutes, 60)
    return " ".join(
        part for part in (f"{hours} t" if hours else "", f"{left} min" if left or not hours else "") if part
    )

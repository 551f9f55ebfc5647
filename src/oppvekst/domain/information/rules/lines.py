"""Telephone lines, their hours and closures, as data. All hours are wall-clock hours in Norway (Europe/Oslo)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from oppvekst.law.calendar import WEEKDAYS as DAY_NAMES
from oppvekst.law.calendar import holiday_name

MIDNIGHT = time(0)
"""As an end: the end of the day."""

WEEKDAYS = frozenset({1, 2, 3, 4, 5})
SATURDAY = frozenset({6})
WEEKEND = frozenset({6, 7})
EVERY_DAY = WEEKDAYS | WEEKEND


def public_holiday(day: date) -> str:
    """What the public holiday is called; empty on other days, and on Sundays that are nothing but Sundays."""
    name = holiday_name(day) or ""
    return "" if name in DAY_NAMES else name


class Who(StrEnum):
    """Who asks whom to call."""

    CHILD = "child"
    PARENT = "parent"
    WORRIED = "worried"
    PROFESSIONAL = "professional"
    FOSTER_PARENT = "foster-parent"


ADULTS = frozenset(Who) - {Who.CHILD}
EVERYBODY = frozenset(Who)


class Kind(StrEnum):
    """What a line is for."""

    DUTY = "duty"
    ON_CALL = "on-call"
    FOSTER_ON_CALL = "foster-on-call"
    CHILD_ALARM = "child-alarm"
    MEDICAL = "medical"
    POLICE = "police"
    AMBULANCE = "ambulance"


SERVICE = frozenset({Kind.DUTY, Kind.ON_CALL, Kind.FOSTER_ON_CALL})
"""The municipality's own lines: together they make the service reachable at all times."""

NATIONAL = frozenset(Kind) - SERVICE


class Channel(StrEnum):
    """How one reaches a line."""

    VOICE = "voice"
    CHAT = "chat"


class OnHolidays(StrEnum):
    """What an opening means on a public holiday, other than Sunday itself (helligdagsloven § 2)."""

    CLOSED = "closed"
    AS_USUAL = "as-usual"
    ONLY = "only"


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """Open from ``start`` to ``end`` on certain weekdays (1 Monday … 7 Sunday); a night is two openings."""

    days: frozenset[int] = EVERY_DAY
    start: time = MIDNIGHT
    end: time = MIDNIGHT
    holidays: OnHolidays = OnHolidays.CLOSED
    channel: Channel = Channel.VOICE
    valid_from: date | None = None
    valid_to: date | None = None

    def counts_on(self, day: date) -> bool:
        """Whether the line opens by this opening on that day."""
        if not self.valid_on(day) or day.isoweekday() not in self.days:
            return False
        return self.holidays is not (OnHolidays.CLOSED if public_holiday(day) else OnHolidays.ONLY)

    def valid_on(self, day: date) -> bool:
        """Whether these hours are the ones in force that day (summer hours, new hours from a date)."""
        return (self.valid_from or day) <= day <= (self.valid_to or day)


ALWAYS = (Opening(holidays=OnHolidays.AS_USUAL),)
"""Day and night, all days of the year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One number and when it is answered, with where the hours come from and when somebody last checked them.

    An on-call line is open whenever the duty line is closed; its own openings only come in addition.
    """

    id: str
    kind: Kind
    name: str
    phone: str
    audience: frozenset[Who] = EVERYBODY
    openings: tuple[Opening, ...] = ()
    about: str = ""
    url: str = ""
    source: str = ""
    checked_on: date | None = None

    def by(self, channel: Channel) -> tuple[Opening, ...]:
        """The openings of one channel."""
        return tuple(opening for opening in self.openings if opening.channel is channel)


@dataclass(frozen=True, slots=True, kw_only=True)
class Closure:
    """A line stays closed between these hours on these days, though its ordinary hours say open."""

    line: str
    first: date
    last: date
    reason: str
    start: time = MIDNIGHT
    end: time = MIDNIGHT
    yearly: bool = False

    def counts_on(self, day: date) -> bool:
        """Whether it closes on that day; a yearly one also in other years, and over New Year's Eve."""
        if not self.yearly:
            return self.first <= day <= self.last
        first, last, this = (_in_year(each) for each in (self.first, self.last, day))
        return first <= this <= last if first <= last else this >= first or this <= last


def _in_year(day: date) -> tuple[int, int]:
    return day.month, day.day

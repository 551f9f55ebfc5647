"""How the law counts time (domstolloven §§ 148-149), and what a holiday is (helligdagsloven § 2)."""

from calendar import monthrange
from datetime import date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import holidays

OSLO = ZoneInfo("Europe/Oslo")

WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
MONTHS = (
    "januar", "februar", "mars", "april", "mai", "juni",
    "juli", "august", "september", "oktober", "november", "desember",
)  # fmt: skip


def add(start: date, *, days: int = 0, weeks: int = 0, months: int = 0, years: int = 0) -> date:
    """The day a limit ends (domstolloven § 148).

    The first day is not counted; weeks end on the same weekday, months and years on the same number, or on the
    last day of a month that lacks the number.

    >>> add(date(2026, 3, 3), weeks=1)
    datetime.date(2026, 3, 10)
    >>> add(date(2026, 11, 30), months=3)
    datetime.date(2027, 2, 28)
    """
    year, month = divmod(start.year * 12 + start.month - 1 + months + 12 * years, 12)
    month += 1
    day = min(start.day, monthrange(year, month)[1])
    return date(year, month, day) + timedelta(days=days, weeks=weeks)


def holiday_name(day: date) -> str | None:
    """What the holiday is called; Sundays are holidays too (helligdagsloven § 2, lov om 1 og 17 mai § 1).

    >>> holiday_name(date(2026, 4, 2)), holiday_name(date(2026, 12, 24)), holiday_name(date(2026, 11, 22))
    ('skjærtorsdag', None, 'søndag')
    """
    return _holidays(day.year).get(day) or ("søndag" if day.weekday() == 6 else None)


def is_holiday(day: date) -> bool:
    """Sundays and the named days. Christmas Eve, New Year's Eve and Saturdays are not holidays."""
    return holiday_name(day) is not None


def is_working_day(day: date) -> bool:
    """Monday to Friday, and no holiday."""
    return day.weekday() < 5 and not is_holiday(day)


def roll_forward(day: date) -> date:
    """The next working day when a limit ends on a Saturday or a holiday (domstolloven § 149 first paragraph).

    >>> roll_forward(date(2026, 4, 2))  # Maundy Thursday
    datetime.date(2026, 4, 7)
    """
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


def last_working_day(day: date) -> date:
    """The last working day on or before: what to plan for when the limit itself stands on a day of rest.

    >>> last_working_day(date(2027, 1, 1))  # New Year's Eve is an ordinary Thursday
    datetime.date(2026, 12, 31)
    """
    while not is_working_day(day):
        day -= timedelta(days=1)
    return day


def oslo_date(moment: datetime) -> date:
    """The date on the wall in Norway at that moment; a moment without a time zone is a programming error.

    >>> oslo_date(datetime.fromisoformat("2026-10-24T22:30:00+00:00"))
    datetime.date(2026, 10, 25)
    """
    if moment.tzinfo is None:
        raise ValueError("et tidspunkt uten tidssone har ingen dato i Norge")
    return moment.astimezone(OSLO).date()


def in_words(day: date) -> str:
    """The date as it is written to a person.

    >>> in_words(date(2026, 12, 4))
    'fredag 4. desember 2026'
    """
    return f"{WEEKDAYS[day.weekday()]} {day.day}. {MONTHS[day.month - 1]} {day.year}"


@cache
def _holidays(year: int) -> dict[date, str]:
    found = holidays.country_holidays("NO", years=year, language="no")
    return {day: name.lower().replace("; ", " og ").replace("kristi", "Kristi") for day, name in found.items()}

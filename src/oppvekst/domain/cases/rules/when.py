"""When something happened, as people know it: a day, about a day, a month, a season, a year, or from one to another."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from oppvekst.law.refusals import Incomplete

MONTHS = (
    "januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "desember",
)  # fmt: skip
SEASONS = {"vinteren": (12, 2), "våren": (3, 5), "sommeren": (6, 8), "høsten": (9, 11)}
ABOUT = r"(?:omtrent|rundt|cirka|circa|ca\.?)\s+"
BETWEEN = r"\s*(?:–|—|-|\btil(?: og med)?\b)\s*"
DAY = r"(\d{1,2})[.\s/]\s*(\d{1,2}|[a-zæøå]+)[.\s/]*\s*(\d{4})"
EARLIEST = 1900
ASK = "Skriv når det skjedde, for eksempel 3.11.2026, november 2024, våren 2024, omtrent 3.11.2024 eller 2019."


class Exact(StrEnum):
    """How sure the time is."""

    DAY = "day"
    ABOUT = "about"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    PERIOD = "period"


EXACT = {
    Exact.DAY.value: "en dag", Exact.ABOUT.value: "omtrent", Exact.MONTH.value: "en måned", Exact.SEASON.value: "en årstid",
    Exact.YEAR.value: "et år", Exact.PERIOD.value: "fra og til",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class When:
    """A time with its first and last day."""

    since: date
    until: date
    exact: Exact = Exact.DAY

    def __str__(self) -> str:
        return in_words(self)


def read(text: str) -> When:
    """What somebody wrote as a time, or a refusal with a sentence at the field.

    >>> str(read("3.11.2026")), str(read("våren 2024")), str(read("ca. 3. november 2024")), str(read("2019"))
    ('3. november 2026', 'våren 2024', 'omtrent 3. november 2024', '2019')
    >>> str(read("3.11.2026 til 10.11.2026")), str(read("juni 2024–august 2024"))
    ('3. november 2026 til 10. november 2026', '1. juni 2024 til 31. august 2024')
    """
    said = " ".join(text.casefold().split())
    whole = _one(said)
    if whole:
        return whole
    first, _, last = (
        _one(part) if part else None for part in (*re.split(f"({BETWEEN})", said, maxsplit=1), "", "")[:3]
    )
    if first is None or last is None:
        raise Incomplete({"when": ASK})
    if last.until < first.since:
        raise Incomplete({"when": "Den siste dagen er før den første. Bytt om på dem."})
    return When(first.since, last.until, Exact.PERIOD)


def in_words(when: When) -> str:
    """A time as it is read, with no more precision than it has.

    >>> in_words(When(date(2024, 11, 1), date(2024, 11, 30), Exact.MONTH))
    'november 2024'
    >>> in_words(When(date(2024, 12, 1), date(2025, 2, 28), Exact.SEASON))
    'vinteren 2024–2025'
    """
    since, until = when.since, when.until
    match when.exact:
        case Exact.YEAR:
            return str(since.year)
        case Exact.MONTH:
            return f"{MONTHS[since.month - 1]} {since.year}"
        case Exact.SEASON:
            name = next((name for name, (first, _) in SEASONS.items() if first == since.month), "")
            return f"{name} {since.year}" if since.year == until.year else f"{name} {since.year}–{until.year}"
        case Exact.ABOUT:
            return f"omtrent {_day(since)}"
        case Exact.PERIOD:
            return f"{_day(since)} til {_day(until)}"
    return _day(since)


def _one(said: str) -> When | None:
    about = re.match(ABOUT, said)
    found = _exactly(said[about.end() :] if about else said)
    if found and about and found.exact is Exact.DAY:
        return When(found.since, found.until, Exact.ABOUT)
    return found


def _exactly(said: str) -> When | None:
    if re.fullmatch(r"\d{4}", said):
        return _span(int(said), 1, int(said), 12, Exact.YEAR)
    if found := re.fullmatch(DAY, said):
        return _one_day(*found.groups())
    if found := re.fullmatch(r"([a-zæøå]+)\s+(\d{4})(?:\s*[–-]\s*(\d{4}))?", said):
        return _named(found[1], int(found[2]))
    return None


def _named(name: str, year: int) -> When | None:
    if month := _month(name):
        return _span(year, month, year, month, Exact.MONTH)
    season = next((months for words, months in SEASONS.items() if name in (words, words[:-2])), None)
    if season is None:
        return None
    first, last = season
    return _span(year, first, year + (last < first), last, Exact.SEASON)


def _span(year: int, month: int, to_year: int, to_month: int, exact: Exact) -> When | None:
    if not EARLIEST <= year <= date.max.year - 1:
        return None
    return When(date(year, month, 1), date(to_year, to_month, monthrange(to_year, to_month)[1]), exact)


def _one_day(day: str, month: str, year: str) -> When | None:
    number = int(month) if month.isdigit() else _month(month)
    if not number or int(year) < EARLIEST:
        return None
    try:
        found = date(int(year), number, int(day))
    except ValueError:
        return None
    return When(found, found)


def _month(name: str) -> int:
    """A month by its name or the first three letters or more of it; 0 when it is none."""
    short = name.rstrip(".")
    return next((at for at, month in enumerate(MONTHS, 1) if len(short) > 2 and month.startswith(short)), 0)


def _day(day: date) -> str:
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"

"""Hours in words, for the list beneath the answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time
from itertools import groupby

from oppvekst.domain.information.rules.lines import MIDNIGHT, Channel, Closure, Kind, Line, OnHolidays, Opening
from oppvekst.law.calendar import MONTHS

type Times = tuple[tuple[time, time], ...]

NAMES = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag", "helligdager")
WORKING_WEEK = (0, 5)
SPANS = {
    (0, 8): "Alle dager",
    (0, 7): "Hver dag",
    WORKING_WEEK: "Hverdager",
    (5, 8): "Helger og helligdager",
    (5, 7): "Helger",
}
HOLIDAY = 7
INSTEAD = "Når barnevernstjenesten har stengt: kvelder, netter, helger og helligdager"


@dataclass(frozen=True, slots=True)
class Row:
    """On which days, at which times."""

    days: str
    times: str

    def __str__(self) -> str:
        return f"{self.days} {self.times}".strip()


def timetable(line: Line, *, today: date, channel: Channel = Channel.VOICE) -> list[Row]:
    """The hours in force today, day by day, alike days together."""
    openings = [opening for opening in line.by(channel) if opening.valid_on(today)]
    rows = [Row(_days(first, last, openings), _times(times)) for first, last, times in _alike(openings) if times]
    instead = [Row(INSTEAD, "")] if line.kind is Kind.ON_CALL and channel is Channel.VOICE else []
    return instead + rows


def closed_days(line: Line, closures: Iterable[Closure], *, today: date) -> list[str]:
    """When the line stays closed besides its hours, from today on and every year."""
    coming = [each for each in closures if each.line == line.id and (each.yearly or each.last >= today)]
    return [_closed(each) for each in sorted(coming, key=lambda each: each.first)]


def _closed(closure: Closure) -> str:
    days = " til ".join(_day(day, closure.yearly) for day in sorted({closure.first, closure.last}))
    return " ".join(filter(None, (days, _closed_at(closure), f"({closure.reason})")))


def _day(day: date, yearly: bool) -> str:
    return f"{day.day}. {MONTHS[day.month - 1]}" + ("" if yearly else f" {day.year}")


def _closed_at(closure: Closure) -> str:
    if closure.start == closure.end == MIDNIGHT:
        return ""
    if closure.end == MIDNIGHT:
        return f"fra klokka {_clock(closure.start)}"
    return f"klokka {_clock(closure.start)}–{_clock(closure.end)}"


def _alike(openings: Sequence[Opening]) -> Iterator[tuple[int, int, Times]]:
    """Runs of days with the same hours: the seven weekdays, then the holidays."""
    days = [*(_on_weekday(openings, number) for number in range(1, 8)), _on_holidays(openings)]
    for times, run in groupby(range(8), key=days.__getitem__):
        numbers = list(run)
        yield numbers[0], numbers[-1] + 1, times


def _on_weekday(openings: Iterable[Opening], number: int) -> Times:
    return _sorted(each for each in openings if number in each.days and each.holidays is not OnHolidays.ONLY)


def _on_holidays(openings: Sequence[Opening]) -> Times:
    # What is open on every weekday "as usual" is open on holidays too; holidays of their own are said apart.
    own = [each for each in openings if each.holidays is OnHolidays.ONLY]
    usual = [each for each in openings if each.holidays is OnHolidays.AS_USUAL]
    alike = {_on_weekday(usual, number) for number in range(1, 8)}
    return _sorted(own) or (alike.pop() if len(alike) == 1 else ())


def _sorted(openings: Iterable[Opening]) -> Times:
    return tuple(sorted({(each.start, each.end) for each in openings}))


def _days(first: int, last: int, openings: Iterable[Opening]) -> str:
    holidays_too = any(each.holidays is OnHolidays.AS_USUAL and 1 in each.days for each in openings)
    if (first, last) in SPANS and not (holidays_too and (first, last) == WORKING_WEEK):
        return SPANS[first, last]
    names = NAMES[first:last]
    return (names[0] if len(names) == 1 else f"{names[0]} til {names[-1]}").capitalize()


def _times(times: Times) -> str:
    if times == ((MIDNIGHT, MIDNIGHT),):
        return "hele døgnet"
    if len(times) == 2 and times[0][0] == times[1][1] == MIDNIGHT:  # the two halves of one night
        times = ((times[1][0], times[0][1]),)
    return " og ".join(f"{_clock(start)}–{_clock(end)}" for start, end in times)


def _clock(at: time) -> str:
    return at.strftime("%H.%M")

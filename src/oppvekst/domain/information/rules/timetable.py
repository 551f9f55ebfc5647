"""Hours in words, for the list beneath the answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time
from itertools import groupby

from oppvekst.domain.information.rules.lines import (
    MIDNIGHT,
    Channel,
    Closure,
    Kind,
    Line,
    OnHolidays,
    Opening,
    public_holiday,
)
from oppvekst.domain.information.rules.saying import Say, as_written
from oppvekst.domain.information.rules.saying import marked as _
from oppvekst.domain.information.rules.week import is_one_day, is_special

type Times = tuple[tuple[time, time], ...]

NAMES = (
    _("mandag"), _("tirsdag"), _("onsdag"), _("torsdag"), _("fredag"), _("lørdag"), _("søndag"), _("helligdager"),
)  # fmt: skip
MONTHS = (
    _("januar"), _("februar"), _("mars"), _("april"), _("mai"), _("juni"),
    _("juli"), _("august"), _("september"), _("oktober"), _("november"), _("desember"),
)  # fmt: skip
HOLIDAYS = (
    _("første nyttårsdag"), _("skjærtorsdag"), _("langfredag"), _("første påskedag"), _("andre påskedag"),
    _("arbeidernes dag"), _("grunnlovsdag"), _("Kristi himmelfartsdag"), _("første pinsedag"), _("andre pinsedag"),
    _("første pinsedag og grunnlovsdag"), _("andre pinsedag og grunnlovsdag"), _("første juledag"), _("andre juledag"),
)  # fmt: skip
"""The holidays by the names the calendar gives them, so that each can be said in every language."""

WORKING_WEEK = (0, 5)
SPANS = {
    (0, 8): _("Alle dager"),
    (0, 7): _("Hver dag"),
    WORKING_WEEK: _("Hverdager"),
    (5, 8): _("Helger og helligdager"),
    (5, 7): _("Helger"),
}
HOLIDAY = 7
INSTEAD = _("Når barnevernstjenesten har stengt: kvelder, netter, helger og helligdager")
FROM_DAY_TO_DAY = _("%(first)s til %(last)s")
DAY_OF_MONTH = _("%(day)s. %(month)s")
FROM_THE_CLOCK = _("fra klokka %(start)s")
BY_THE_CLOCK = _("klokka %(start)s–%(end)s")
ALL_DAY = _("hele døgnet")
ON_THE_DAY = _("%(day)s: %(times)s")
AND = _("og")


@dataclass(frozen=True, slots=True)
class Row:
    """On which days, at which times."""

    days: str
    times: str

    def __str__(self) -> str:
        return f"{self.days} {self.times}".strip()


def timetable(line: Line, *, today: date, channel: Channel = Channel.VOICE, say: Say = as_written) -> list[Row]:
    """The hours in force today, day by day, alike days together."""
    openings = [opening for opening in line.by(channel) if opening.valid_on(today) and not is_special(opening)]
    rows = [
        Row(_days(first, last, openings, say), _times(times, say)) for first, last, times in _alike(openings) if times
    ]
    instead = [Row(say(INSTEAD), "")] if line.kind is Kind.ON_CALL and channel is Channel.VOICE else []
    return instead + rows


def closed_days(line: Line, closures: Iterable[Closure], *, today: date, say: Say = as_written) -> list[str]:
    """When the line stays closed besides its hours, from today on and every year."""
    own_hours = _special(line)
    coming = [
        each
        for each in closures
        if each.line == line.id and (each.yearly or each.last >= today)
        and not (is_one_day(each) and each.first in own_hours)
    ]  # fmt: skip
    return [_closed(each, say) for each in sorted(coming, key=lambda each: each.first)]


def special_days(line: Line, closures: Iterable[Closure], *, today: date, say: Say = as_written) -> list[str]:
    """The days from today on when the line has hours of their own, as on a holiday when somebody answers."""
    reasons = {each.first: each.reason for each in closures if each.line == line.id and is_one_day(each)}
    said = []
    for day, openings in sorted(_special(line).items()):
        if day < today:
            continue
        holiday = public_holiday(day)
        reason = reasons.get(day) or (say(holiday) if holiday else "")
        hours = say(ON_THE_DAY) % {"day": _day(day, False, say), "times": _times(_sorted(openings), say)}
        said.append(f"{hours} ({reason})" if reason else hours)
    return said


def _special(line: Line) -> dict[date, list[Opening]]:
    days: dict[date, list[Opening]] = {}
    for each in line.by(Channel.VOICE):
        if is_special(each) and each.valid_from:
            days.setdefault(each.valid_from, []).append(each)
    return days


def _closed(closure: Closure, say: Say) -> str:
    days = [_day(day, closure.yearly, say) for day in sorted({closure.first, closure.last})]
    return " ".join(filter(None, (_from_to(days, say), _closed_at(closure, say), f"({closure.reason})")))


def _day(day: date, yearly: bool, say: Say) -> str:
    said = say(DAY_OF_MONTH) % {"day": day.day, "month": say(MONTHS[day.month - 1])}
    return said if yearly else f"{said} {day.year}"


def _from_to(days: Sequence[str], say: Say) -> str:
    return days[0] if len(days) == 1 else say(FROM_DAY_TO_DAY) % {"first": days[0], "last": days[-1]}


def _closed_at(closure: Closure, say: Say) -> str:
    clock = {"start": _clock(closure.start), "end": _clock(closure.end)}
    if closure.start == closure.end == MIDNIGHT:
        return ""
    return say(FROM_THE_CLOCK if closure.end == MIDNIGHT else BY_THE_CLOCK) % clock


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


def _days(first: int, last: int, openings: Iterable[Opening], say: Say) -> str:
    holidays_too = any(each.holidays is OnHolidays.AS_USUAL and 1 in each.days for each in openings)
    if (first, last) in SPANS and not (holidays_too and (first, last) == WORKING_WEEK):
        return say(SPANS[first, last])
    said = _from_to([say(name) for name in NAMES[first:last]], say)
    return said[:1].upper() + said[1:]


def _times(times: Times, say: Say) -> str:
    if times == ((MIDNIGHT, MIDNIGHT),):
        return say(ALL_DAY)
    if len(times) == 2 and times[0][0] == times[1][1] == MIDNIGHT:  # the two halves of one night
        times = ((times[1][0], times[0][1]),)
    return f" {say(AND)} ".join(f"{_clock(start)}–{_clock(end)}" for start, end in times)


def _clock(at: time) -> str:
    return at.strftime("%H.%M")

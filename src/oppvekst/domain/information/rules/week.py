"""Hours as an editor writes them: a week of days, and days with hours of their own. Back and forth from openings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from itertools import pairwise

from oppvekst.domain.information.rules.lines import (
    EVERY_DAY,
    MIDNIGHT,
    Channel,
    Closure,
    OnHolidays,
    Opening,
    public_holiday,
)
from oppvekst.law.refusals import Incomplete

type Times = tuple[tuple[time, time], ...]

ALL_DAY: Times = ((MIDNIGHT, MIDNIGHT),)
ROUND_THE_CLOCK = ("hele døgnet", "døgnet rundt", "heile døgnet")
CLOSED_WORDS = ("stengt", "lukket", "-", "–")
OWN_HOURS = "egne tider"
DAY_MINUTES = 24 * 60
SPAN = re.compile(
    r"(?:kl(?:\.|okka|okken)?\s*)?(\d{1,2})(?:[.:](\d{2}))?\s*(?:[-–—]|til)\s*"
    r"(?:kl(?:\.|okka|okken)?\s*)?(\d{1,2})(?:[.:](\d{2}))?"
)


class Holidays(StrEnum):
    """What an editor says of public holidays in an ordinary week."""

    CLOSED = "closed"
    AS_USUAL = "as-usual"
    OWN = "own"


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """The hours of Monday to Sunday, and of public holidays."""

    days: tuple[Times, ...]
    holidays: Holidays = Holidays.CLOSED
    on_holidays: Times = ()

    @property
    def is_closed(self) -> bool:
        """Whether the line is not answered at all."""
        return not any(self.days) and not self.on_holidays


@dataclass(frozen=True, slots=True, kw_only=True)
class SpecialDay:
    """One day that is not like the others: its own hours, or none."""

    day: date
    times: Times = ()
    reason: str = ""


def read_times(text: str) -> Times:
    """Hours as people write them; nothing written is closed.

    >>> write_times(read_times("8.30-11, kl. 12 til 15.00"))
    '08.30–11.00, 12.00–15.00'
    >>> write_times(read_times("Hele døgnet")), read_times("stengt"), write_times(read_times("16-24"))
    ('hele døgnet', (), '16.00–24.00')
    """
    said = " ".join(text.lower().split()).strip(" .")
    if said in ("", *CLOSED_WORDS):
        return ()
    if said in ROUND_THE_CLOCK:
        return ALL_DAY
    times = tuple(sorted(_span(piece) for piece in re.split(r"\s*(?:,|;|&| og )\s*", said)))
    if any(later[0] < earlier[1] or earlier[1] == MIDNIGHT for earlier, later in pairwise(times)):
        raise Incomplete(
            {"times": "Tidene går over i hverandre. Skriv dem hver for seg, for eksempel 08.00–11.00, 12.00–15.00."}
        )
    return times


def write_times(times: Times) -> str:
    """The same, as the editor reads it."""
    if times == ALL_DAY:
        return ROUND_THE_CLOCK[0]
    return ", ".join(f"{start:%H.%M}–{'24.00' if end == MIDNIGHT else format(end, '%H.%M')}" for start, end in times)


def week_of(openings: Iterable[Opening]) -> Week:
    """The week that ordinary openings make."""
    ordinary = [each for each in openings if not is_special(each)]
    days = tuple(
        _times_of(each for each in ordinary if number in each.days and _on_weekdays(each)) for number in range(1, 8)
    )
    own = _times_of(each for each in ordinary if each.holidays is OnHolidays.ONLY)
    if own:
        return Week(days=days, holidays=Holidays.OWN, on_holidays=own)
    usual = [each.holidays is OnHolidays.AS_USUAL for each in ordinary if each.days]
    return Week(days=days, holidays=Holidays.AS_USUAL if usual and all(usual) else Holidays.CLOSED)


def openings_of(
    week: Week, *, channel: Channel = Channel.VOICE, valid_from: date | None = None, valid_to: date | None = None
) -> tuple[Opening, ...]:
    """The openings that a week is made of, alike days together; a closed week is one opening on no day.

    >>> [each] = openings_of(Week(days=(((time(8, 30), time(15)),),) * 5 + ((), ())))
    >>> sorted(each.days), each.start, each.end
    ([1, 2, 3, 4, 5], datetime.time(8, 30), datetime.time(15, 0))
    """
    on_holidays = OnHolidays.AS_USUAL if week.holidays is Holidays.AS_USUAL else OnHolidays.CLOSED
    days: dict[tuple[time, time], set[int]] = {}
    for number, times in enumerate(week.days, start=1):
        for span in times:
            days.setdefault(span, set()).add(number)
    spans = [(frozenset(numbers), span, on_holidays) for span, numbers in sorted(days.items())]
    if week.holidays is Holidays.OWN:
        spans += [(EVERY_DAY, span, OnHolidays.ONLY) for span in week.on_holidays]
    return tuple(
        Opening(
            days=numbers, start=start, end=end, holidays=holidays, channel=channel, valid_from=valid_from, valid_to=valid_to
        )
        for numbers, (start, end), holidays in spans or [(frozenset(), (MIDNIGHT, MIDNIGHT), OnHolidays.CLOSED)]
    )  # fmt: skip


def is_special(opening: Opening) -> bool:
    """Whether it is the hours of one single day."""
    return opening.valid_from is not None and opening.valid_from == opening.valid_to


def is_one_day(closure: Closure) -> bool:
    """Whether it is about one single day, once."""
    return closure.first == closure.last and not closure.yearly


def special_openings(special: SpecialDay) -> tuple[Opening, ...]:
    """The openings of a day with hours of its own, whether it is a holiday or not."""
    return tuple(
        Opening(
            days=frozenset({special.day.isoweekday()}), start=start, end=end, holidays=OnHolidays.AS_USUAL,
            valid_from=special.day, valid_to=special.day,
        )
        for start, end in special.times
    )  # fmt: skip


def special_closures(line: str, special: SpecialDay, ordinary: Sequence[Opening]) -> tuple[Closure, ...]:
    """What keeps the ordinary hours away on such a day: only as much as they would have been open.

    >>> ordinary = openings_of(Week(days=(((time(8, 30), time(15)),),) * 7))
    >>> noon = SpecialDay(day=date(2027, 3, 31), times=((time(8, 30), time(12)),), reason="før påske")
    >>> [(str(each.start), str(each.end)) for each in special_closures("duty", noon, ordinary)]
    [('12:00:00', '00:00:00')]
    """
    open_minutes = _minutes((each.start, each.end) for each in ordinary if each.counts_on(special.day))
    gaps = _gaps(special.times)
    reason = special.reason or public_holiday(special.day) or OWN_HOURS
    return tuple(
        Closure(line=line, first=special.day, last=special.day, start=_clock(start), end=_clock(end), reason=reason)
        for start, end in gaps
        if not special.times or open_minutes & set(range(start, end))
    )


def overlaps(opening: Opening, first: date | None, last: date | None) -> bool:
    """Whether the hours are in force on some day of a period; an open end has no limit."""
    starts, ends = opening.valid_from or date.min, opening.valid_to or date.max
    return starts <= (last or date.max) and (first or date.min) <= ends


def _on_weekdays(opening: Opening) -> bool:
    return opening.holidays is not OnHolidays.ONLY


def _times_of(openings: Iterable[Opening]) -> Times:
    return tuple(sorted({(each.start, each.end) for each in openings}))


def _span(piece: str) -> tuple[time, time]:
    found = SPAN.fullmatch(piece)
    if not found:
        raise Incomplete(
            {"times": "Skriv når det åpner og stenger, for eksempel 08.30–15.00, «hele døgnet» eller «stengt»."}
        )
    start, end = _read_clock(found[1], found[2]), _read_clock(found[3], found[4])
    if end <= start and end != MIDNIGHT:
        raise Incomplete({
            "times": "En natt skrives som to tider: til 24.00 den ene dagen, og fra 00.00 den neste."
        })  # fmt: skip
    return start, end


def _read_clock(hour: str, minute: str | None) -> time:
    try:
        return MIDNIGHT if (int(hour), int(minute or 0)) == (24, 0) else time(int(hour), int(minute or 0))
    except ValueError:
        raise Incomplete({"times": f"Klokka {hour}.{minute or '00'} finnes ikke."}) from None


def _gaps(times: Times) -> list[tuple[int, int]]:
    """The rest of the day, in minutes."""
    gaps, at = [], 0
    for start, end in times:
        if _minute(start) > at:
            gaps.append((at, _minute(start)))
        at = _minute(end) or DAY_MINUTES
    return [*gaps, (at, DAY_MINUTES)] if at < DAY_MINUTES else gaps


def _minutes(times: Iterable[tuple[time, time]]) -> set[int]:
    return {minute for start, end in times for minute in range(_minute(start), _minute(end) or DAY_MINUTES)}


def _minute(clock: time) -> int:
    return clock.hour * 60 + clock.minute


def _clock(minute: int) -> time:
    return MIDNIGHT if minute == DAY_MINUTES else time(minute // 60, minute % 60)

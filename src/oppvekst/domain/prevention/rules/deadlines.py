"""How soon somebody who asks is called back. The Act sets no day: the municipality does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import count
from typing import Final

from oppvekst.domain.prevention.rules.slots import DAYS
from oppvekst.law.calendar import in_words, is_working_day
from oppvekst.law.citation import Mark, bvl
from oppvekst.law.deadline import Due, Limit, Rule

WORKING_DAYS: Final = 2

CALL_BACK: Final = Limit(
    Rule(
        "forebygging-1",
        "Ringe tilbake til den som ber om drøfting, besøk eller plass i en gruppe",
        bvl("15-1", 1),
        mark=Mark.C,
        note="To virkedager er kommunens egen praksis. Loven setter ingen frist for å ringe tilbake.",
        valid_from=date(2023, 1, 1),
        trigger="Henvendelsen ble mottatt",
        promptly="innen to virkedager når kommunen ikke har bestemt noe annet",
        who="forebyggende tjeneste",
    )
)
RULES: Final = (CALL_BACK,)


def call_back_due(received_on: date, *, slots: Iterable[str] = ()) -> Due:
    """The last day to call back (municipal practice; bvl § 15-1 (1) asks for prevention, and names no day).

    Whoever wishes to be called on certain weekdays alone is called on the first of them, if it comes later.

    >>> call_back_due(date(2026, 11, 3)).due
    datetime.date(2026, 11, 5)
    >>> call_back_due(date(2026, 11, 3), slots=["mon-am"]).due
    datetime.date(2026, 11, 9)
    >>> for step in call_back_due(date(2026, 4, 1), slots=["thu-am", "wed-pm"]).steps:  # Easter lies between
    ...     print(step)
    Henvendelsen ble mottatt onsdag 1. april 2026.
    To virkedager etter den dagen er onsdag 8. april 2026.
    Helg og helligdager teller ikke: 5 dager er hoppet over.
    To virkedager er kommunens egen praksis. Loven setter ingen frist for å ringe tilbake.
    """
    rule, passed = CALL_BACK.on(received_on), list(_days_until(received_on, WORKING_DAYS))
    counted = passed[-1]
    due = _first_wished(passed, {DAYS.index(slot[:3]) for slot in slots})
    rest = sum(not is_working_day(day) for day in passed)
    steps = (
        f"{rule.trigger} {in_words(received_on)}.",
        f"To virkedager etter den dagen er {in_words(counted)}.",
        *((f"Helg og helligdager teller ikke: {rest} dager er hoppet over.",) if rest else ()),
        *((f"Den som spør, vil bli ringt andre dager. Den første er {in_words(due)}.",) if due != counted else ()),
        rule.note,
    )
    return Due(rule, received_on, received_on, due, due, due, steps, rule.note)


def _days_until(start: date, working: int) -> Iterator[date]:
    """Every day after the start until so many working days have passed."""
    day = start
    while working:
        day += timedelta(days=1)
        working -= is_working_day(day)
        yield day


def _first_wished(passed: Sequence[date], weekdays: set[int]) -> date:
    """The last of the days, unless no working day among them was wished for: then the first one after them that is."""
    if not weekdays or any(is_working_day(day) and day.weekday() in weekdays for day in passed):
        return passed[-1]
    return next(
        day
        for day in (passed[-1] + timedelta(days=ahead) for ahead in count(1))
        if is_working_day(day) and day.weekday() in weekdays
    )

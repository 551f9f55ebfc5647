"""One's own week, counted: which days stand in it, the time between two things, and what comes first."""

from __future__ import annotations

from datetime import date, time

import pytest

from oppvekst.ground.agenda.week import Dated, Kind, between, first_day, heading, rest, shown, week_of

TUESDAY = date(2026, 11, 24)


def thing(at: time | None = None, until: time | None = None, *, day: date = TUESDAY, what: str = "Møte") -> Dated:
    return Dated(day=day, kind=Kind.MEETING, what=what, at=at, until=until)


@pytest.mark.parametrize(
    ("things", "minutes"),
    [
        ([], {}),
        ([thing(time(9))], {}),
        ([thing(time(9)), thing(time(10, 30))], {1: 90}),
        ([thing(time(9), time(10)), thing(time(10, 30))], {1: 30}),
        ([thing(time(9), time(11)), thing(time(10, 30))], {1: 0}),
        ([thing(time(9)), thing()], {}),
        ([thing(time(9)), thing(time(9, 15)), thing(time(12)), thing()], {1: 15, 2: 165}),
    ],
)
def test_the_time_between_is_from_the_end_of_one_to_the_beginning_of_the_next(
    things: list[Dated], minutes: dict[int, int]
) -> None:
    assert between(things) == minutes


def test_what_has_a_time_stands_before_what_has_none() -> None:
    found = sorted([thing(what="b"), thing(time(14)), thing(what="a"), thing(time(8))], key=lambda one: one.order)
    assert [(one.at, one.what) for one in found] == [(time(8), "Møte"), (time(14), "Møte"), (None, "a"), (None, "b")]


@pytest.mark.parametrize(
    ("busy", "days"), [([], 5), ([TUESDAY], 5), ([date(2026, 11, 28)], 7), ([date(2026, 11, 30)], 5)]
)
def test_the_weekend_stands_there_only_when_something_is_on_it(busy: list[date], days: int) -> None:
    assert len(shown(week_of(TUESDAY), busy)) == days


@pytest.mark.parametrize(
    ("year", "week", "monday"),
    [
        (2026, 1, date(2025, 12, 29)), (2026, 53, date(2026, 12, 28)), (2027, 1, date(2027, 1, 4)), (2027, 53, None),
        (2026, 0, None), (2026, 99, None), (1, 1, None), (9999, 52, None),
    ],
)  # fmt: skip
def test_a_numbered_week_begins_on_its_monday_or_is_not_there(year: int, week: int, monday: date | None) -> None:
    assert first_day(year, week) == monday


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (TUESDAY, "23. til 29. november 2026"), (date(2026, 4, 2), "30. mars til 5. april 2026"),
        (date(2027, 1, 1), "28. desember 2026 til 3. januar 2027"),
    ],
)  # fmt: skip
def test_the_week_is_told_in_words(day: date, told: str) -> None:
    assert told in heading(week_of(day))


def test_a_red_day_has_its_name_and_a_sunday_none() -> None:
    assert [rest(day) for day in (date(2026, 4, 2), date(2026, 5, 17), date(2026, 11, 29), TUESDAY)] == [
        "skjærtorsdag", "grunnlovsdag", "", "",
    ]  # fmt: skip

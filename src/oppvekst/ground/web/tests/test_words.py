import datetime as dt

import pytest

from oppvekst.ground.web.states import limit_state
from oppvekst.ground.web.words import (
    OSLO,
    age_in_words,
    as_day,
    day_in_words,
    distance_in_words,
    moment_in_words,
    number_in_words,
    phone_in_groups,
)

TODAY = dt.date(2026, 11, 24)


def test_a_day_this_year_is_said_without_the_year() -> None:
    assert day_in_words(dt.date(2026, 12, 4), today=TODAY) == "fredag 4. desember"
    assert day_in_words(dt.date(2027, 2, 28), today=TODAY) == "søndag 28. februar 2027"


def test_a_moment_is_told_in_norwegian_time_whatever_it_was_stored_in() -> None:
    stored = dt.datetime(2026, 11, 23, 23, 30, tzinfo=dt.UTC)
    assert moment_in_words(stored, today=TODAY) == "tirsdag 24. november klokka 00.30"
    assert as_day(stored) == dt.date(2026, 11, 24)
    assert as_day(stored.astimezone(OSLO)) == dt.date(2026, 11, 24)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (-2, "2 dager over"),
        (-1, "1 dag over"),
        (0, "I dag"),
        (1, "I morgen"),
        (6, "Om 6 dager"),
        (30, "Om 30 dager"),
        (80, "Om 11 uker"),
    ],
)
def test_the_distance_to_a_limit_is_said_as_people_say_it(days: int, words: str) -> None:
    assert distance_in_words(TODAY + dt.timedelta(days=days), today=TODAY) == words


@pytest.mark.parametrize(
    ("born", "words"),
    [
        (dt.date(2020, 11, 24), "6 år"),
        (dt.date(2020, 11, 25), "5 år"),
        (dt.date(2025, 9, 24), "14 måneder"),
        (dt.date(2026, 11, 1), "3 uker"),
        (dt.date(2026, 11, 24), "0 uker"),
    ],
)
def test_the_age_of_a_small_child_is_told_in_months_and_weeks(born: dt.date, words: str) -> None:
    assert age_in_words(born, today=TODAY) == words


@pytest.mark.parametrize(
    ("number", "groups"),
    [
        ("00009998", "00 00 99 98"),
        ("41234567", "412 34 567"),
        ("116111", "116 111"),
        ("112", "112"),
        ("+4700009998", "00 00 99 98"),
        ("+46701234567", "+46701234567"),
        ("", ""),
    ],
)
def test_a_phone_number_is_written_as_it_is_read_aloud(number: str, groups: str) -> None:
    assert phone_in_groups(number) == groups


def test_small_numbers_are_words() -> None:
    assert [number_in_words(n) for n in (0, 1, 2, 12, 13)] == ["ingen", "én", "to", "tolv", "13"]


@pytest.mark.parametrize(("days", "key"), [(-1, "late"), (0, "soon"), (7, "soon"), (8, "later")])
def test_a_limit_is_late_soon_or_later(days: int, key: str) -> None:
    assert limit_state(TODAY + dt.timedelta(days=days), today=TODAY).key == key


def test_each_state_has_an_icon_of_its_own_so_that_colour_is_never_alone() -> None:
    due = TODAY + dt.timedelta(days=3)
    states = [
        limit_state(TODAY - dt.timedelta(days=1), today=TODAY),
        limit_state(due, today=TODAY),
        limit_state(TODAY + dt.timedelta(days=30), today=TODAY),
        limit_state(due, today=TODAY, kept_on=TODAY),
        limit_state(due, today=TODAY, kept_on=due + dt.timedelta(days=2)),
    ]
    assert len({state.icon for state in states}) == len(states)
    assert [state.word for state in states[3:]] == ["Gjort i tide", "Gjort 2 dager for sent"]


def test_something_without_a_limit_says_so() -> None:
    assert limit_state(None, today=TODAY).word == "Ingen frist"

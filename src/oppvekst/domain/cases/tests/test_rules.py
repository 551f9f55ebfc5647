"""A hold-back is looked at again within a week, on a day when somebody is there to look."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from oppvekst.domain.cases.rules import next_review
from oppvekst.law.calendar import is_working_day


@given(st.dates(date(2023, 1, 1), date(2040, 12, 31)))
@settings(deadline=None, max_examples=300)
def test_the_day_is_a_working_day_after_today_and_within_the_week(today: date) -> None:
    day = next_review(today)
    assert is_working_day(day)
    assert today < day <= today + timedelta(days=7)


def test_an_ordinary_tuesday_leads_to_the_next() -> None:
    assert next_review(date(2026, 11, 3)) == date(2026, 11, 10)


def test_at_easter_it_is_the_wednesday_before() -> None:
    assert next_review(date(2027, 3, 18)) == date(2027, 3, 24)


def test_what_is_held_back_on_a_saturday_is_looked_at_on_friday() -> None:
    assert next_review(date(2026, 11, 7)) == date(2026, 11, 13)

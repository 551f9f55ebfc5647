"""Time is counted as domstolloven §§ 148-149 says, whatever the date."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oppvekst.law.calendar import (
    OSLO,
    add,
    holiday_name,
    in_words,
    is_holiday,
    is_working_day,
    last_working_day,
    oslo_date,
    roll_forward,
)

days = st.dates(date(1995, 1, 1), date(2095, 12, 31))


@given(days, st.integers(0, 60))
def test_weeks_end_on_the_same_weekday(start: date, weeks: int) -> None:
    end = add(start, weeks=weeks)
    assert end.weekday() == start.weekday()
    assert end - start == timedelta(days=7 * weeks)


@given(days, st.integers(0, 48))
def test_months_end_on_the_same_number_or_the_last_day_of_the_month(start: date, months: int) -> None:
    end = add(start, months=months)
    assert end.month == (start.month - 1 + months) % 12 + 1
    assert end.day == start.day or (end.day < start.day and (end + timedelta(days=1)).day == 1)


@given(days, days, st.integers(1, 24))
def test_a_later_start_never_ends_a_limit_earlier(one: date, other: date, months: int) -> None:
    first, last = sorted((one, other))
    assert add(first, months=months) <= add(last, months=months)


@given(days, st.integers(0, 20))
def test_a_year_is_twelve_months(start: date, years: int) -> None:
    assert add(start, years=years) == add(start, months=12 * years)


@given(days)
def test_a_limit_is_extended_to_the_nearest_working_day_after(day: date) -> None:
    rolled = roll_forward(day)
    assert is_working_day(rolled)
    assert all(not is_working_day(day + timedelta(days=n)) for n in range((rolled - day).days))
    assert roll_forward(rolled) == rolled


@given(days)
def test_the_last_working_day_is_the_nearest_one_before(day: date) -> None:
    target = last_working_day(day)
    assert is_working_day(target)
    assert target <= day <= roll_forward(day)
    assert all(not is_working_day(day - timedelta(days=n)) for n in range((day - target).days))


@given(days)
def test_every_sunday_is_a_holiday_and_no_saturday_is_one_by_itself(day: date) -> None:
    if day.weekday() == 6:
        assert is_holiday(day)
    if day.weekday() == 5:
        assert not is_working_day(day)
        assert is_holiday(day) == ((day.month, day.day) in {(1, 1), (5, 1), (5, 17), (12, 25), (12, 26)})


@given(st.integers(1995, 2095))
def test_christmas_eve_and_new_years_eve_are_no_holidays(year: int) -> None:
    for eve in (date(year, 12, 24), date(year, 12, 31)):
        assert is_holiday(eve) == (eve.weekday() == 6)
        assert is_working_day(eve) == (eve.weekday() < 5)


@given(st.integers(1995, 2095))
def test_every_year_has_the_twelve_named_holidays(year: int) -> None:
    every_day = (date(year, 1, 1) + timedelta(days=n) for n in range(366))
    named = {holiday_name(day) for day in every_day if day.year == year} - {"søndag", None}
    # Ascension Day and 1 or 17 May, or Whit and 17 May, may share a day and then a name
    assert 11 <= len(named) <= 12


@given(st.datetimes(datetime(2000, 1, 1), datetime(2090, 1, 1)))
def test_a_moment_has_the_same_date_in_whatever_zone_it_was_written(moment: datetime) -> None:
    written = moment.replace(tzinfo=UTC)
    assert oslo_date(written) == oslo_date(written.astimezone(OSLO)) == written.astimezone(OSLO).date()


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 1, 1), "første nyttårsdag"),
        (date(2026, 4, 2), "skjærtorsdag"),
        (date(2026, 4, 3), "langfredag"),
        (date(2026, 4, 4), None),
        (date(2026, 4, 5), "første påskedag"),
        (date(2026, 4, 6), "andre påskedag"),
        (date(2026, 5, 1), "arbeidernes dag"),
        (date(2026, 5, 14), "Kristi himmelfartsdag"),
        (date(2027, 5, 17), "andre pinsedag og grunnlovsdag"),
        (date(2026, 5, 24), "første pinsedag"),
        (date(2026, 12, 26), "andre juledag"),
        (date(2026, 11, 22), "søndag"),
        (date(2026, 11, 23), None),
    ],
)
def test_the_holidays_of_the_act(day: date, name: str | None) -> None:
    assert holiday_name(day) == name
    assert is_holiday(day) == (name is not None)


def test_the_hour_that_exists_twice_belongs_to_its_sunday() -> None:
    for offset in ("+02:00", "+01:00"):
        assert oslo_date(datetime.fromisoformat(f"2026-10-25T02:30:00{offset}")) == date(2026, 10, 25)


def test_a_moment_without_a_time_zone_has_no_date() -> None:
    with pytest.raises(ValueError, match="tidssone"):
        oslo_date(datetime(2026, 10, 25, 2, 30))


def test_a_date_is_written_in_words() -> None:
    assert in_words(date(2026, 3, 1)) == "søndag 1. mars 2026"

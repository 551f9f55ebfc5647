"""Real time from wall-clock hours, also on the two nights when the clock is changed."""

from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from oppvekst.domain.information.rules import Channel, Closure, Kind, Line, OnHolidays, Opening, closed_days, timetable
from oppvekst.domain.information.rules.defaults import (
    INVENTED_PHONES,
    NATIONAL_LINES,
    NOON_CLOSURES,
    SOLVIK,
    local_lines,
)
from oppvekst.domain.information.rules.hours import Span, merged, open_spans, whole, without

TODAY = date(2026, 11, 22)
SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)


def spans(day: date, start: time, end: time) -> list[Span]:
    opening = Opening(start=start, end=end, holidays=OnHolidays.AS_USUAL)
    return open_spans(Line(id="x", kind=Kind.DUTY, name="", phone="", openings=(opening,)), (), day, day)


def hours(found: list[Span]) -> float:
    return sum((span.end - span.start) / timedelta(hours=1) for span in found)


def test_the_spring_night_is_an_hour_shorter_and_the_autumn_night_an_hour_longer() -> None:
    assert hours([whole(SPRING, SPRING)]) == 23
    assert hours([whole(AUTUMN, AUTUMN)]) == 25


def test_an_hour_that_the_clock_skips_is_open_for_no_time() -> None:
    assert spans(SPRING, time(2), time(3)) == []
    assert hours(spans(SPRING, time(1, 30), time(3, 30))) == 1


def test_opening_inside_the_skipped_hour_means_when_the_clock_has_jumped() -> None:
    assert spans(SPRING, time(2, 30), time(4)) == [
        Span(datetime(2026, 3, 29, 1, tzinfo=UTC), datetime(2026, 3, 29, 2, tzinfo=UTC))
    ]


def test_an_hour_that_the_clock_shows_twice_is_open_both_times() -> None:
    assert hours(spans(AUTUMN, time(2), time(3))) == 2
    assert hours(spans(AUTUMN, time(2), time(2, 30))) == 1.5


def test_touching_hours_are_one_stretch() -> None:
    night = merged(spans(TODAY, time(18), time(0)) + spans(TODAY + timedelta(days=1), time(0), time(8)))
    assert len(night) == 1
    assert hours(night) == 14


moments = st.integers(0, 200).map(lambda number: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=number))
some_spans = st.lists(st.tuples(moments, moments).map(lambda pair: Span(min(pair), max(pair))), max_size=8)


@given(opened=some_spans, closed=some_spans, at=moments)
def test_a_moment_is_open_if_and_only_if_it_lies_in_an_opening_and_in_no_closure(
    opened: list[Span], closed: list[Span], at: datetime
) -> None:
    left = without(merged(opened), merged(closed))
    wanted = any(span.holds(at) for span in opened) and not any(span.holds(at) for span in closed)
    assert any(span.holds(at) for span in left) is wanted


LINES = {line.id: line for line in (*local_lines(INVENTED_PHONES[SOLVIK]), *NATIONAL_LINES)}


def said(line: str, channel: Channel = Channel.VOICE) -> list[str]:
    return [str(row) for row in timetable(LINES[line], today=TODAY, channel=channel)]


def test_the_list_of_hours_says_them_in_few_words() -> None:
    assert said("duty") == ["Hverdager 08.30–15.00"]
    assert said("on-call") == ["Når barnevernstjenesten har stengt: kvelder, netter, helger og helligdager"]
    assert said("foster-on-call") == ["Hverdager 15.30–08.00", "Helger og helligdager hele døgnet"]
    assert said("police") == ["Alle dager hele døgnet"]


def test_the_chat_of_the_alarm_phone_has_its_own_hours() -> None:
    assert said("child-alarm") == ["Alle dager hele døgnet"]
    assert said("child-alarm", Channel.CHAT) == [
        "Mandag til fredag 16.15–22.45",
        "Lørdag 16.15–23.45",
        "Søndag 16.15–22.45",
    ]


def test_days_when_a_line_is_closed_are_said_with_their_reason_until_they_are_past() -> None:
    plan = Closure(line="duty", first=date(2026, 12, 1), last=date(2026, 12, 2), reason="planleggingsdager")
    hour = Closure(line="duty", first=TODAY, last=TODAY, start=time(9), end=time(10), reason="øvelse")
    past = Closure(line="duty", first=date(2026, 3, 1), last=date(2026, 3, 1), reason="flytting")
    assert closed_days(LINES["duty"], (plan, hour, past, *NOON_CLOSURES), today=TODAY) == [
        "22. november 2026 klokka 09.00–10.00 (øvelse)",
        "1. desember 2026 til 2. desember 2026 (planleggingsdager)",
        "24. desember fra klokka 12.00 (julaften)",
        "31. desember fra klokka 12.00 (nyttårsaften)",
    ]
    assert closed_days(LINES["police"], NOON_CLOSURES, today=TODAY) == []


def test_hours_that_are_not_in_force_are_not_listed() -> None:
    old = Opening(start=time(9), end=time(10), valid_to=date(2026, 1, 1))
    line = Line(id="x", kind=Kind.DUTY, name="", phone="", openings=(old,))
    assert timetable(line, today=TODAY) == []

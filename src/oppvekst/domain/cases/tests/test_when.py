"""When something happened, as people say it; and what is found on a timeline."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oppvekst.domain.cases.rules.line import Line, Milestone, Sought, as_line, in_order
from oppvekst.domain.cases.rules.when import Exact, When, in_words, read
from oppvekst.law.refusals import Incomplete


@pytest.mark.parametrize(
    ("said", "since", "until", "told"),
    [
        ("3.11.2026", date(2026, 11, 3), date(2026, 11, 3), "3. november 2026"),
        ("3. nov. 2026", date(2026, 11, 3), date(2026, 11, 3), "3. november 2026"),
        (" 3 11 2026 ", date(2026, 11, 3), date(2026, 11, 3), "3. november 2026"),
        ("Omtrent 3.11.2024", date(2024, 11, 3), date(2024, 11, 3), "omtrent 3. november 2024"),
        ("ca. november 2024", date(2024, 11, 1), date(2024, 11, 30), "november 2024"),
        ("februar 2024", date(2024, 2, 1), date(2024, 2, 29), "februar 2024"),
        ("Våren 2024", date(2024, 3, 1), date(2024, 5, 31), "våren 2024"),
        ("vår 2024", date(2024, 3, 1), date(2024, 5, 31), "våren 2024"),
        ("vinteren 2024", date(2024, 12, 1), date(2025, 2, 28), "vinteren 2024–2025"),
        ("2019", date(2019, 1, 1), date(2019, 12, 31), "2019"),
        ("3.11.2026 - 10.11.2026", date(2026, 11, 3), date(2026, 11, 10), "3. november 2026 til 10. november 2026"),
        ("2019 til våren 2020", date(2019, 1, 1), date(2020, 5, 31), "1. januar 2019 til 31. mai 2020"),
    ],
)
def test_a_time_is_read_as_people_write_it_and_told_with_no_more_precision(
    said: str, since: date, until: date, told: str
) -> None:
    when = read(said)
    assert (when.since, when.until, in_words(when)) == (since, until, told)


@pytest.mark.parametrize(
    "said", ["", "i går", "31.2.2026", "45.11.2026", "3.13.2026", "1899", "våren", "10.11.2026 til 3.11.2026"]
)
def test_what_is_no_time_is_asked_for_again_with_an_example(said: str) -> None:
    with pytest.raises(Incomplete) as refused:
        read(said)
    assert set(refused.value.fields) == {"when"}


DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@given(DAYS, DAYS, st.sampled_from([Exact.DAY, Exact.ABOUT, Exact.PERIOD]))
def test_a_time_that_is_written_out_and_read_again_is_the_same_time(one: date, other: date, exact: Exact) -> None:
    first, last = (min(one, other), max(one, other)) if exact is Exact.PERIOD else (one, one)
    assert read(in_words(When(first, last, exact))) == When(first, last, exact)


@pytest.mark.parametrize("said", ["november 2024", "våren 2024", "vinteren 2024–2025", "2019"])
def test_months_seasons_and_years_too(said: str) -> None:
    assert in_words(read(said)) == said


DRANK = Line(
    when=read("våren 2024"),
    what="Mor drakk i helgene.",
    kind="happening",
    source="Mormor",
    source_kind="said",
    theme="safety",
)
OPENED = as_line(Milestone(at=date(2024, 6, 3), what="Undersøkelse åpnet", kind="investigation"))


@pytest.mark.parametrize(
    ("sought", "found"),
    [
        (Sought(), (DRANK, OPENED)),
        (Sought(kind="investigation"), (OPENED,)),
        (Sought(source="said"), (DRANK,)),
        (Sought(theme="safety"), (DRANK,)),
        (Sought(since=date(2024, 5, 31)), (DRANK, OPENED)),
        (Sought(since=date(2024, 6, 1)), (OPENED,)),
        (Sought(until=date(2024, 3, 1)), (DRANK,)),
        (Sought(words="MORMOR helgene"), (DRANK,)),
        (Sought(words="mormor åpnet"), ()),
    ],
)  # fmt: skip
def test_a_timeline_is_narrowed_by_kind_source_theme_days_and_words(sought: Sought, found: tuple[Line, ...]) -> None:
    assert tuple(line for line in (DRANK, OPENED) if sought.finds(line)) == found


def test_the_order_is_by_day() -> None:
    assert in_order([OPENED, DRANK]) == [DRANK, OPENED]
    assert in_order([DRANK, OPENED], newest_first=True) == [OPENED, DRANK]

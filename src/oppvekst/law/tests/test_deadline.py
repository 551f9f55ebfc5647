"""Limits are counted by the law and told in words."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oppvekst.law.calendar import is_working_day
from oppvekst.law.citation import Mark, bvl
from oppvekst.law.deadline import NOT_EXTENDED, Limit, Rule, Unit, days_late, kept
from oppvekst.law.limits import APPEAL, PETITION_AFTER_EMERGENCY_CARE, PETITION_AFTER_EMERGENCY_STAY
from oppvekst.law.refusals import NotAllowed, NotFound
from oppvekst.law.rulebook import Rulebook

WEEK = Rule("U", "Uka", bvl("2-1", 1), 1, Unit.WEEKS, trigger="Meldingen kom", valid_from=date(2023, 1, 1))
QUARTER = Rule("K", "Kvartalet", bvl("2-2", 2), 3, Unit.MONTHS, after=Limit(WEEK), valid_from=date(2023, 1, 1))
PROMPT = Rule("S", "Snarest", bvl("2-2", 3), promptly="gjøres når undersøkelsen starter", trigger="Den ble åpnet")

starts = st.dates(date(2023, 1, 1), date(2090, 1, 1))


def test_every_step_of_the_counting_is_told_in_words() -> None:
    assert QUARTER.due(date(2026, 11, 23)).steps == (
        "Meldingen kom mandag 23. november 2026.",
        "Én uke ender på samme ukedag: mandag 30. november 2026 (dl § 148 (2)).",
        "Først når den fristen er ute, begynner tre måneder å løpe.",
        "Tre måneder ender på månedens siste dag, siden den ikke har noen 30.: søndag 28. februar 2027 (dl § 148 (2)).",
        "Dagen er søndag, og fristen forlenges ikke. Siste arbeidsdag før er fredag 26. februar 2027.",
        NOT_EXTENDED,
    )


def test_a_limit_as_the_command_prints_it() -> None:
    plain = QUARTER.due(date(2026, 3, 3)).to_plain()
    assert list(plain) == ["rule", "start", "due", "law", "steps"]
    assert plain["due"] == "2026-06-10"
    assert plain["law"] == "bvl § 2-2 (2)"


def test_a_rule_without_a_number_answers_in_words() -> None:
    due = PROMPT.due(date(2026, 3, 3))
    assert due.due is None and due.target is None
    assert due.steps[-1] == "Loven setter ingen dato: gjøres når undersøkelsen starter (bvl § 2-2 (3))."
    assert due.to_plain()["due"] is None
    assert kept(due, date(2030, 1, 1))


def test_an_appeal_limit_on_maundy_thursday_is_extended_past_easter() -> None:
    due = APPEAL.due(date(2026, 3, 12))
    assert (due.nominal, due.due) == (date(2026, 4, 2), date(2026, 4, 7))
    assert "skjærtorsdag" in due.steps[-1] and "dl § 149 (1)" in due.steps[-1]
    assert due.interpretation is None


def test_an_appeal_limit_on_an_ordinary_friday_is_not_moved() -> None:
    assert APPEAL.due(date(2026, 3, 27)).due == date(2026, 4, 17)


def test_the_petition_after_an_emergency_order_is_due_six_weeks_on() -> None:
    assert PETITION_AFTER_EMERGENCY_CARE.due(date(2026, 11, 2)).due == date(2026, 12, 14)


def test_a_lapse_on_new_years_day_stands_and_is_prepared_for_new_years_eve() -> None:
    due = PETITION_AFTER_EMERGENCY_STAY.due(date(2026, 12, 18))
    assert due.rule.hard
    assert (due.due, due.target) == (date(2027, 1, 1), date(2026, 12, 31))
    assert due.interpretation == NOT_EXTENDED


@given(starts)
def test_a_limit_that_is_not_extended_says_so_exactly_when_it_ends_on_a_day_of_rest(start: date) -> None:
    due = WEEK.due(start)
    assert due.due and due.target
    assert (due.interpretation is None) == is_working_day(due.due)
    assert due.target <= due.due == due.nominal


@given(starts)
def test_an_extended_limit_always_ends_on_a_working_day(start: date) -> None:
    due = APPEAL.due(start)
    assert due.due and due.nominal
    assert is_working_day(due.due) and due.due >= due.nominal


@given(starts, st.integers(-40, 40))
def test_a_limit_is_kept_to_the_end_of_its_last_day(start: date, late: int) -> None:
    due = WEEK.due(start)
    assert due.due
    done = date.fromordinal(due.due.toordinal() + late)
    assert days_late(due, done) == max(0, late)
    assert kept(due, done) == (late <= 0)


def test_days_and_years_are_counted_too() -> None:
    days = replace(WEEK, amount=12, unit=Unit.DAYS).due(date(2026, 3, 3))
    assert days.due == date(2026, 3, 15)
    assert days.steps[1].startswith("Tolv dager ender på siste dag når den første ikke telles med")
    year = replace(WEEK, unit=Unit.YEARS).due(date(2028, 2, 29))
    assert year.due == date(2029, 2, 28)
    assert "Ett år ender på månedens siste dag, siden den ikke har noen 29." in year.steps[1]


def test_a_rule_we_are_not_sure_of_says_why() -> None:
    unsure = replace(WEEK, mark=Mark.C, note="Teksten sier ikke hvor uka starter.")
    assert unsure.due(date(2026, 3, 3)).interpretation == "Teksten sier ikke hvor uka starter."


def test_a_limit_is_refused_for_a_time_before_the_act() -> None:
    with pytest.raises(NotAllowed) as refusal:
        WEEK.due(date(2022, 12, 31))
    assert refusal.value.sentence == "Uka (bvl § 2-1 (1)) gjaldt ikke lørdag 31. desember 2022."


@pytest.mark.parametrize("half", [{"amount": 1}, {"unit": Unit.DAYS}, {}])
def test_a_rule_must_say_how_long_or_say_it_in_words(half: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="hører sammen|må si i ord"):
        Rule("X", "Halv", bvl("2-1"), **half)  # type: ignore[arg-type]


SHORTER = replace(WEEK, amount=5, unit=Unit.DAYS, valid_from=date(2026, 7, 1))
CHANGED = Limit(replace(WEEK, valid_to=date(2026, 6, 30)), SHORTER)


def test_what_began_under_an_older_version_is_judged_by_that_version() -> None:
    assert [str(CHANGED.due(day).due) for day in (date(2026, 6, 30), date(2026, 7, 1))] == ["2026-07-07", "2026-07-06"]
    assert Rulebook([CHANGED]).due("u", date(2026, 6, 30)).due == date(2026, 7, 7)
    assert [rule["valid_from"] for rule in Rulebook([CHANGED]).to_plain()] == ["2023-01-01", "2026-07-01"]


def test_a_limit_that_starts_when_another_ends_follows_the_version_of_that_day() -> None:
    after = Limit(replace(QUARTER, after=CHANGED))
    assert [after.due(day).counted_from.day for day in (date(2026, 6, 30), date(2026, 7, 1))] == [7, 6]
    assert after.due(date(2026, 7, 1)).steps[1].startswith("Fem dager ender på siste dag")


def test_two_versions_for_the_same_day_are_refused_and_so_are_two_places_for_one_rule() -> None:
    with pytest.raises(ValueError, match="samme dag"):
        Limit(WEEK, SHORTER)
    with pytest.raises(ValueError, match="to steder"):
        Rulebook([Limit(WEEK)], [Limit(SHORTER)])
    with pytest.raises(ValueError, match="ett navn"):
        Limit(WEEK, QUARTER)


def test_an_unknown_rule_is_not_found_and_says_where_to_look() -> None:
    with pytest.raises(NotFound, match="oppvekst law list"):
        Rulebook([Limit(WEEK)]).due("D999", date(2026, 3, 3))

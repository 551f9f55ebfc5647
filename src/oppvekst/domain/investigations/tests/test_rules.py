"""What the law says about an investigation's limits and its first steps."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oppvekst.domain.concerns.rules import REVIEW
from oppvekst.domain.investigations.rules import (
    MACHINE,
    PLAN,
    RULES,
    InvestigationFacts,
    latest_due,
    ordinary_due,
    register_90_days,
    register_warns,
    three_month_start,
)
from oppvekst.law.deadline import Due, Unit
from oppvekst.law.refusals import Incomplete, NotAllowed
from oppvekst.law.rulebook import Rulebook

FACTS = InvestigationFacts(
    received_on=date(2026, 3, 3),
    plan_saved=True,
    plan_says=frozenset({"questions", "sources", "talks", "home_visit", "timetable"}),
    extension_decided_on=date(2026, 6, 10),
    special_reasons="To avhør på statens barnehus er utsatt.",
    new_due=date(2026, 9, 10),
)
REOPENED = replace(FACTS, received_on=None, reopened_on=date(2026, 10, 5), extension_decided_on=date(2027, 1, 5))


def day(due: Due) -> date:
    assert due.due
    return due.due


@given(st.dates(date(2023, 1, 1), date(2090, 1, 1)))
def test_the_months_are_counted_in_one_step_from_the_expired_week(received: date) -> None:
    facts = InvestigationFacts(received_on=received)
    start = three_month_start(facts)
    assert start == received + timedelta(days=7)
    assert start < day(ordinary_due(facts)) < day(latest_due(facts))
    assert day(latest_due(facts)).day in {start.day, 28, 29, 30}


def test_the_plan_comes_before_the_investigation_runs() -> None:
    assert MACHINE.take("planning", "start", FACTS) == "running"
    with pytest.raises(Incomplete) as refusal:
        MACHINE.take("planning", "start", replace(FACTS, plan_saved=False))
    assert list(refusal.value.fields) == ["plan"]


def test_an_investigation_is_extended_on_the_last_day_to_six_months_in_all() -> None:
    assert MACHINE.take("running", "extend", FACTS) == "extended"


def test_an_extension_beyond_six_months_does_not_exist() -> None:
    with pytest.raises(NotAllowed, match="seks måneder til sammen"):
        MACHINE.take("running", "extend", replace(FACTS, new_due=date(2026, 9, 11)))
    with pytest.raises(NotAllowed, match="utvidet"):
        MACHINE.take("extended", "extend", FACTS)


def test_an_expired_limit_is_not_extended_afterwards() -> None:
    with pytest.raises(NotAllowed) as refusal:
        MACHINE.take("running", "extend", replace(FACTS, extension_decided_on=date(2026, 6, 11), special_reasons=""))
    assert refusal.value.because == ("limit_already_expired",)


@pytest.mark.parametrize("new_due", [None, date(2026, 6, 10), date(2026, 5, 1)])
def test_an_extension_needs_reasons_and_a_later_day(new_due: date | None) -> None:
    with pytest.raises(Incomplete) as refusal:
        MACHINE.take("running", "extend", replace(FACTS, special_reasons=" ", new_due=new_due))
    assert set(refusal.value.fields) == {"special_reasons", "new_due"}


def test_a_reopened_investigation_is_counted_from_the_decision_and_says_that_the_law_is_silent() -> None:
    due = ordinary_due(REOPENED)
    assert (three_month_start(REOPENED), due.due) == (date(2026, 10, 5), date(2027, 1, 5))
    assert due.interpretation and "gjenåpnes" in due.interpretation
    assert latest_due(REOPENED).due == date(2027, 4, 5)
    assert MACHINE.take("running", "extend", replace(REOPENED, new_due=date(2027, 4, 5))) == "extended"


@pytest.mark.parametrize("origin", [{"received_on": None}, {"reopened_on": date(2026, 10, 5)}])
def test_an_investigation_comes_of_a_concern_or_a_reopening(origin: dict[str, date | None]) -> None:
    with pytest.raises(ValueError, match="bare én"):
        replace(FACTS, **origin)  # type: ignore[arg-type]


def test_the_register_warns_by_its_own_count_and_not_by_the_law() -> None:
    received = date(2026, 3, 3)
    assert register_90_days(received) == date(2026, 6, 8)
    assert not register_warns(received, date(2026, 6, 8))
    assert register_warns(received, date(2026, 6, 9))


def test_the_plan_has_no_date_and_says_so() -> None:
    due = PLAN.due(date(2026, 3, 4))
    assert due.due is None
    assert due.steps == (
        "Undersøkelsen ble åpnet onsdag 4. mars 2026.",
        "Loven setter ingen dato: planen lages når undersøkelsen starter (bvl § 2-2 (3)).",
    )


def test_every_rule_of_the_room_is_listed() -> None:
    assert {"D11", "D12", "D13", "D16", "D19"} <= {rule.id for rule in Rulebook(RULES).rules}


def test_when_the_week_of_review_is_changed_an_older_concern_and_its_investigation_keep_theirs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    week, change = REVIEW.newest, date(2028, 1, 1)
    days = replace(week, amount=5, unit=Unit.DAYS, valid_from=change)
    monkeypatch.setattr(REVIEW, "versions", (replace(week, valid_to=change - timedelta(days=1)), days))
    december, january = date(2027, 12, 31), change
    assert [str(REVIEW.due(day).due) for day in (december, january)] == ["2028-01-07", "2028-01-06"]
    starts = [three_month_start(InvestigationFacts(received_on=day)) for day in (december, january)]
    assert [str(day) for day in starts] == ["2028-01-07", "2028-01-06"]

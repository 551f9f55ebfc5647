"""The law of stay of execution, reversal and case expenses: each step, and each condition that stops it, by its name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from oppvekst.domain.decisions.rules.appeal.costs import (
    COSTS_MACHINE,
    COSTS_RIGHTS,
    ChangedBy,
    CostsFacts,
    costs_due,
)
from oppvekst.domain.decisions.rules.appeal.reversal import (
    REVERSAL_GROUNDS,
    REVERSE,
    ReversalFacts,
    reversal_ground,
)
from oppvekst.domain.decisions.rules.appeal.stay import STAY_MACHINE, STAY_RIGHTS, StayFacts
from oppvekst.law.refusals import NotFound, Refusal

STAY = StayFacts(
    reasons="Barnet bør ikke flytte to ganger.", child_first="Ida får ro.", stayed="Flyttingen.", until="appeal_decided",
    ended_reasons="Klagen er avgjort, og familien har fått vite det.",
)  # fmt: skip


@pytest.mark.parametrize(
    ("state", "step", "target"),
    [("asked", "grant", "granted"), ("asked", "refuse", "refused"), ("granted", "end", "ended")],
)
def test_a_stay_is_granted_or_refused_and_ends(state: str, step: str, target: str) -> None:
    assert STAY_MACHINE.take(state, step, STAY) == target


@pytest.mark.parametrize(
    ("rule", "state", "step", "facts"),
    [
        ("nothing_to_stay", "asked", "grant", {"decision_stands": False}),
        ("stay_reasons_missing", "asked", "grant", {"reasons": " "}),
        ("stay_reasons_missing", "asked", "refuse", {"reasons": " "}),
        ("stay_child_not_weighed", "asked", "grant", {"child_first": ""}),
        ("stay_child_not_weighed", "asked", "refuse", {"child_first": ""}),
        ("stayed_not_said", "asked", "grant", {"stayed": ""}),
        ("stay_until_missing", "asked", "grant", {"until": "whenever"}),
        ("stay_end_reasons_missing", "granted", "end", {"ended_reasons": ""}),
    ],
)
def test_each_condition_of_a_stay_stops_it(rule: str, state: str, step: str, facts: dict[str, Any]) -> None:
    with pytest.raises(Refusal) as stopped:
        STAY_MACHINE.take(state, step, replace(STAY, **facts))
    assert stopped.value.because == (rule,)
    assert str(stopped.value.citation) == "fvl § 42"


def test_a_stay_is_decided_by_one_who_may_sign() -> None:
    assert set(STAY_RIGHTS.values()) == {"decision.sign"}
    assert STAY_RIGHTS.keys() == {step.name for step in STAY_MACHINE.steps}


REVERSAL = ReversalFacts(ground="invalid", reasons="Barnet var ikke hørt.", told="Partene fikk varsel 2. desember.")


@pytest.mark.parametrize("ground", REVERSAL_GROUNDS, ids=lambda each: each.code)
def test_a_decision_is_reversed_on_each_ground_of_the_law(ground: Any) -> None:
    REVERSE.demand(replace(REVERSAL, ground=ground.code))
    assert ground.asks.startswith("Skriv")


@pytest.mark.parametrize(
    ("rule", "facts", "law"),
    [
        ("nothing_to_reverse", {"signed": False}, "fvl § 35"),
        ("decision_of_appeal_body", {"decided_by_appeal_body": "changed"}, "fvl § 35"),
        ("appeal_is_open", {"appeal_open": True}, "fvl §§ 33 (2), 35"),
        ("reversal_ground_missing", {"ground": "regret"}, "fvl § 35"),
        ("reversal_to_detriment", {"ground": "not_to_detriment", "harmed": True}, "fvl § 35 (1) a"),
        ("somebody_was_reached", {"ground": "not_reached", "anybody_reached": True}, "fvl § 35 (1) b"),
        ("reversal_reasons_missing", {"reasons": ""}, "fvl §§ 24, 35"),
        ("reversal_notice_missing", {"told": ""}, "fvl § 16"),
    ],
)
def test_each_condition_of_a_reversal_stops_it(rule: str, facts: dict[str, Any], law: str) -> None:
    with pytest.raises(Refusal) as stopped:
        REVERSE.demand(replace(REVERSAL, **facts))
    assert stopped.value.because == (rule,)
    assert str(stopped.value.citation) == law


def test_only_an_invalid_decision_is_annulled() -> None:
    assert [ground.code for ground in REVERSAL_GROUNDS if ground.annuls] == ["invalid"]
    with pytest.raises(NotFound):
        reversal_ground("regret")


COSTS = CostsFacts(
    reached_on=date(2026, 11, 9), claimed_on=date(2026, 11, 30), amount=Decimal(12000), granted=Decimal(12000),
    reasons="Åtte timer hos advokat var nødvendig.",
)  # fmt: skip
PART = Decimal(8000)


@pytest.mark.parametrize(
    ("step", "facts", "target"),
    [
        ("cover", {}, "covered"),
        ("cover_partly", {"granted": PART}, "partly"),
        ("refuse_costs", {"changed_in_favour": False}, "not_covered"),
        ("pass_on", {"changed_by": ChangedBy.APPEAL_BODY}, "passed_on"),
        ("cover", {"claimed_on": date(2026, 12, 1), "excuse": "not_to_blame"}, "covered"),
    ],
)
def test_a_claim_for_costs_is_decided_by_whoever_changed_the_decision(
    step: str, facts: dict[str, Any], target: str
) -> None:
    assert COSTS_MACHINE.take("claimed", step, replace(COSTS, **facts)) == target


@pytest.mark.parametrize(
    ("rule", "step", "facts"),
    [
        ("not_changed_in_favour", "cover", {"changed_in_favour": False}),
        ("not_changed_in_favour", "cover_partly", {"changed_in_favour": False, "granted": PART}),
        ("costs_decided_by_appeal_body", "cover", {"changed_by": ChangedBy.APPEAL_BODY}),
        ("costs_decided_by_appeal_body", "cover_partly", {"changed_by": ChangedBy.APPEAL_BODY, "granted": PART}),
        ("costs_decided_by_appeal_body", "refuse_costs", {"changed_by": ChangedBy.APPEAL_BODY}),
        ("costs_decided_by_us", "pass_on", {}),
        ("claim_late", "cover", {"claimed_on": date(2026, 12, 1)}),
        ("claim_late", "cover_partly", {"claimed_on": date(2026, 12, 1), "granted": PART}),
        ("granted_amount_wrong", "cover", {"granted": Decimal(12001)}),
        ("partly_amount_wrong", "cover_partly", {}),
        ("costs_reasons_missing", "cover", {"reasons": ""}),
        ("costs_reasons_missing", "cover_partly", {"reasons": "", "granted": PART}),
        ("costs_reasons_missing", "refuse_costs", {"reasons": ""}),
    ],
)
def test_each_condition_of_a_claim_stops_it(rule: str, step: str, facts: dict[str, Any]) -> None:
    with pytest.raises(Refusal) as stopped:
        COSTS_MACHINE.take("claimed", step, replace(COSTS, **facts))
    assert stopped.value.because == (rule,)
    assert str(stopped.value.citation).startswith("fvl § 36") or "36" in str(stopped.value.citation)


def test_every_step_of_a_claim_has_a_right() -> None:
    assert COSTS_RIGHTS.keys() == {step.name for step in COSTS_MACHINE.steps}


@pytest.mark.parametrize(
    ("reached", "due"),
    [
        (date(2026, 11, 9), date(2026, 11, 30)),
        (date(2026, 12, 4), date(2026, 12, 28)),
        (date(2027, 4, 26), date(2027, 5, 18)),
    ],
)
def test_the_claim_is_due_three_weeks_after_the_change_reached_the_party(reached: date, due: date) -> None:
    assert costs_due(reached).due == due

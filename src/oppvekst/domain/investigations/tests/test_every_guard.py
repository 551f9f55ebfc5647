"""Every condition of an investigation's way, each refused with its sentence and section, and every lawful step taken."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from oppvekst.domain.investigations import rules
from oppvekst.domain.investigations.rules import MACHINE, AskingFacts, InvestigationFacts, Use, may_be_relied_on
from oppvekst.law.refusals import Incomplete, NotAllowed, Refusal

ALL_FIVE = frozenset({"questions", "sources", "talks", "home_visit", "timetable"})
TODAY = date(2026, 3, 31)
WHOLE = InvestigationFacts(
    received_on=date(2026, 1, 12), plan_saved=True, plan_says=ALL_FIVE, on=TODAY, extension_decided_on=TODAY,
    special_reasons="Avhøret er utsatt.", new_due=date(2026, 6, 1), child_heard=True, participation="1.1", conclusion_code="1",
    decision_signed=True, basis_codes=True, consents_valid=True, petition_sent_on=TODAY,
    measures_recommended="Veiledning hjemme.", refused_by="parents", refusal_documented="I møte 24. mars sa begge nei.",
    reopening_fixed=True, notice_owed=True, new_municipality_told_on=TODAY,
)  # fmt: skip
DISMISSED = replace(
    WHOLE, dismissed_on=TODAY, on=date(2026, 9, 14), conditions_met=True, parents_told_on=date(2026, 9, 14)
)

TAKEN = (
    ("D13", "planning", "start", WHOLE, "running"),
    ("D12", "running", "extend", WHOLE, "extended"),
    ("§ 1-4", "running", "begin_concluding", WHOLE, "concluding"),
    ("§ 1-4", "extended", "begin_concluding", WHOLE, "concluding"),
    ("§ 1-4", "running", "begin_concluding", replace(WHOLE, child_heard=False, participation="2.2",
     not_heard_reasons="Ville ikke."),
     "concluding"),
    ("D17", "concluding", "decide_measures", WHOLE, "closed_measures"),
    ("D17", "concluding", "petition", replace(WHOLE, conclusion_code="2"), "closed_petition"),
    ("D17", "concluding", "dismiss", replace(WHOLE, conclusion_code="3"), "closed_dismissed"),
    ("D17", "concluding", "dismiss", replace(WHOLE, conclusion_code="4", refused_by="child"), "closed_dismissed"),
    ("D16", "concluding", "dismiss_with_reopen", replace(WHOLE, conclusion_code="4"), "closed_dismissed_with_reopen"),
    ("D17", "concluding", "refer", replace(WHOLE, conclusion_code="6"), "closed_referred"),
    ("D09", "concluding", "moved", replace(WHOLE, conclusion_code="9"), "closed_moved"),
    ("D09", "concluding", "moved", replace(WHOLE, conclusion_code="7", notice_owed=False, new_municipality_told_on=None),
     "closed_moved"),
    ("D17", "concluding", "moved", replace(WHOLE, conclusion_code="5", on=date(2025, 12, 31)), "closed_moved"),
    ("D16", "closed_dismissed_with_reopen", "reopen", DISMISSED, "planning"),
    ("D16", "closed_dismissed_with_reopen", "reopen",
     replace(DISMISSED, on=date(2026, 9, 30), parents_told_on=date(2026, 9, 30)), "planning"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "state", "step", "facts", "after"), TAKEN, ids=lambda value: value if isinstance(value, str) else ""
)
def test_each_allowed_step_is_taken(rule: str, state: str, step: str, facts: InvestigationFacts, after: str) -> None:
    assert MACHINE.take(state, step, facts) == after


# Rule, state, step, what is wrong, the condition that stops it, a word of its sentence, its section.
REFUSED: tuple[tuple[str, str, str, dict[str, Any], str, str, str], ...] = (
    ("D13", "planning", "start", {"plan_saved": False, "plan_says": frozenset()}, "investigation_plan", "undersøkelsesplanen",
     "bvl § 2-2 (3)"),
    ("D13", "planning", "start", {"plan_says": ALL_FIVE - {"questions"}}, "plan_questions", "spørsmål", "bvl § 2-2 (3)"),
    ("D13", "planning", "start", {"plan_says": ALL_FIVE - {"sources"}}, "plan_sources", "hvem dere skal spørre", "bvl § 2-2 (3)"),
    ("D13", "planning", "start", {"plan_says": ALL_FIVE - {"talks"}}, "plan_talks", "snakke med barnet", "bvl §§ 1-4, 2-2 (3)"),
    ("D13", "planning", "start", {"plan_says": ALL_FIVE - {"home_visit"}}, "plan_home_visit", "hjemmebesøk", "bvl § 2-2 (3)"),
    ("D13", "planning", "start", {"plan_says": ALL_FIVE - {"timetable"}}, "plan_timetable", "til når", "bvl § 2-2 (3)"),
    ("D12", "running", "extend", {"special_reasons": " "}, "special_reasons_missing", "særlige grunner", "bvl § 2-2 (2)"),
    ("D12", "running", "extend", {"new_due": date(2026, 7, 20)}, "beyond_six_months", "seks måneder", "bvl § 2-2 (2)"),
    ("D12", "running", "extend", {"extension_decided_on": date(2026, 4, 20)}, "limit_already_expired", "i ettertid",
     "bvl § 2-2 (2)"),
    ("D12", "running", "extend", {"new_due": None}, "new_due", "senere enn den gamle", "bvl § 2-2 (2)"),
    ("§ 1-4", "running", "begin_concluding", {"participation": ""}, "participation_code", "medvirket", "bvl § 1-4"),
    ("§ 1-4", "running", "begin_concluding", {"participation": "3"}, "participation_code", "medvirket", "bvl § 1-4"),
    ("§ 1-4", "running", "begin_concluding", {"child_heard": False, "participation": "2.1"}, "child_heard", "ikke er hørt",
     "bvl § 1-4"),
    ("§ 1-4", "running", "begin_concluding", {"child_heard": False, "not_heard_reasons": "Syk."}, "talk_not_written_down",
     "ført ferdig",
     "bvl § 1-4"),
    ("D17", "concluding", "decide_measures", {"decision_signed": False}, "decision", "vedtak", "bvl §§ 2-5 (1), 2-5 (2)"),
    ("D17", "concluding", "decide_measures", {"basis_codes": False}, "basis_codes", "vedtaksgrunnlag", "bvl § 2-5 (1)"),
    ("D23", "concluding", "decide_measures", {"consents_valid": False}, "consents", "Samtykkene", "bvl § 3-1"),
    ("D19", "concluding", "decide_measures", {"expert_opinion_unassessed": True}, "expert_report_unassessed", "kommisjon",
     "bvl § 12-7 (1)"),
    ("D17", "concluding", "decide_measures", {"conclusion_code": "3"}, "conclusion_code", "koden", "bvl § 2-5 (1)"),
    ("D17", "concluding", "petition", {"conclusion_code": "2", "petition_sent_on": None}, "petition_sent", "begjæringen",
     "bvl §§ 2-5 (1), 15-5 (1)"),
    ("D17", "concluding", "dismiss", {"conclusion_code": "3", "decision_signed": False}, "dismissal_decision_with_reasons",
     "enkeltvedtak", "bvl §§ 2-5 (1), 2-5 (2)"),
    ("D19", "concluding", "dismiss", {"conclusion_code": "3", "expert_opinion_unassessed": True}, "expert_report_unassessed",
     "kommisjon", "bvl § 12-7 (1)"),
    ("D17", "concluding", "dismiss", {"conclusion_code": "6"}, "conclusion_code", "koden", "bvl § 2-5 (1)"),
    ("D16", "concluding", "dismiss_with_reopen", {"conclusion_code": "4", "measures_recommended": ""}, "measures_recommended",
     "anbefalte", "bvl § 2-5 (3)"),
    ("D16", "concluding", "dismiss_with_reopen", {"conclusion_code": "4", "refused_by": "child"}, "refused_by_parents",
     "barns nei", "bvl § 2-5 (3)"),
    ("D16", "concluding", "dismiss_with_reopen", {"conclusion_code": "4", "refusal_documented": ""}, "refusal_documented",
     "sa nei", "bvl § 2-5 (3)"),
    ("D16", "concluding", "dismiss_with_reopen", {"conclusion_code": "4", "reopening_fixed": False}, "not_fixed_in_decision",
     "etterpå", "bvl § 2-5 (3)"),
    ("D17", "concluding", "dismiss_with_reopen", {"conclusion_code": "4", "decision_signed": False},
     "dismissal_decision_with_reasons", "enkeltvedtak", "bvl §§ 2-5 (1), 2-5 (2)"),
    ("D17", "concluding", "refer", {"conclusion_code": "6", "decision_signed": False}, "dismissal_decision_with_reasons",
     "enkeltvedtak", "bvl §§ 2-5 (1), 2-5 (2)"),
    ("D17", "concluding", "moved", {"conclusion_code": "9", "decision_signed": False}, "dismissal_decision_with_reasons",
     "enkeltvedtak", "bvl §§ 2-5 (1), 2-5 (2), 13-5 (1)"),
    ("D09", "concluding", "moved", {"conclusion_code": "9", "new_municipality_told_on": None}, "notification_to_new_municipality",
     "nye kommunen", "bvl § 13-5 (1)"),
    ("D17", "concluding", "moved", {"conclusion_code": "5"}, "conclusion_code", "koden", "bvl § 2-5 (1)"),
)  # fmt: skip


@pytest.mark.parametrize("row", REFUSED, ids=[f"{row[0]} {row[4]} {row[2]}" for row in REFUSED])
def test_each_condition_refuses_with_its_sentence_and_section(
    row: tuple[str, str, str, dict[str, Any], str, str, str],
) -> None:
    _rule, state, step, wrong, condition, word, law = row
    refusal = refused(state, step, replace(WHOLE, **wrong))
    assert (refusal.because, str(refusal.citation)) == ((condition,), law)
    assert word in refusal.sentence


WAY_BACK: tuple[tuple[dict[str, Any], str], ...] = (
    ({"reopening_fixed": False}, "not_fixed_in_decision"),
    ({"refused_by": "child"}, "refused_by_parents"),
    ({"on": date(2026, 10, 1), "parents_told_on": date(2026, 10, 1)}, "window_over"),
    ({"conditions_met": False}, "conditions_no_longer_met"),
    ({"parents_told_on": None}, "information_to_parents"),
    ({"parents_told_on": date(2026, 9, 13)}, "information_to_parents"),
)


@pytest.mark.parametrize(("wrong", "condition"), WAY_BACK, ids=[row[1] for row in WAY_BACK])
def test_the_way_back_is_narrow(wrong: dict[str, Any], condition: str) -> None:
    refusal = refused(rules.CLOSED_DISMISSED_WITH_REOPEN, rules.REOPEN, replace(DISMISSED, **wrong))
    assert (refusal.because, str(refusal.citation)) == ((condition,), "bvl § 2-5 (3)")


def test_the_day_after_the_window_only_a_new_concern_can_open_it() -> None:
    refusal = refused("closed_dismissed_with_reopen", "reopen", replace(DISMISSED, on=date(2026, 10, 1)))
    assert "are en ny melding kan åpne denne" in refusal.sentence


def test_a_plain_dismissal_has_no_way_back() -> None:
    for state in ("closed_dismissed", "closed_measures", "closed_petition", "closed_referred", "closed_moved"):
        assert refused(state, "reopen", DISMISSED).because == ("wrong_state",)


def test_no_second_extension_and_none_after_the_summary_has_begun() -> None:
    for state in ("extended", "concluding"):
        assert refused(state, "extend", WHOLE).because == ("wrong_state",)


def test_every_condition_of_the_machine_is_tried() -> None:
    tried = {row[4] for row in REFUSED} | {condition for _wrong, condition in WAY_BACK}
    assert {guard.id for step in MACHINE.steps for guard in step.guards} == tried


def test_every_step_has_a_right_and_is_taken() -> None:
    assert {step.name for step in MACHINE.steps} == set(rules.RIGHTS) == {row[2] for row in TAKEN}


def test_the_reminders_of_a_window_are_two_quiet_mondays() -> None:
    assert rules.reopening_due(DISMISSED) == date(2026, 9, 30)
    assert rules.reminders(TODAY) == (date(2026, 8, 31), date(2026, 9, 14))


def test_the_codes_of_an_ending_are_those_of_its_day() -> None:
    assert rules.codes_for("moved", on=date(2025, 12, 31)) == ("5",)
    assert rules.codes_for("moved", on=date(2026, 1, 1)) == ("7", "8", "9")
    assert rules.codes_for("dismiss", on=TODAY) == ("3", "4")


def test_before_there_were_codes_of_participation_none_is_asked_for() -> None:
    facts = replace(WHOLE, participation="", on=date(2025, 12, 31))
    assert MACHINE.take("running", "begin_concluding", facts) == "concluding"


ASKED = AskingFacts(
    investigation_open=True, ground="consent", about="Fravær og trivsel.", consent_by="Mor", consent_on=TODAY, asked_on=TODAY,
    told_on=TODAY,
)  # fmt: skip
NOT_ASKED: tuple[tuple[str, dict[str, Any], str, str], ...] = (
    ("§ 2-2", {"investigation_open": False}, "investigation_not_open", "bvl §§ 2-2, 13-4"),
    ("D20", {"about": " "}, "about", "bvl § 13-4"),
    ("D20", {"ground": "nysgjerrighet"}, "ground", "bvl § 13-4"),
    ("D20", {"consent_by": ""}, "consent_unchecked", "fvl § 13 a"),
    ("D20", {"consent_on": date(2026, 4, 1)}, "consent_unchecked", "fvl § 13 a"),
    ("D86", {"ground": "order"}, "order_case", "bvl § 13-4"),
    ("D86", {"ground": "order", "order_case": "3-1"}, "order_case", "bvl § 13-4"),
    ("D86", {"ground": "order", "order_case": "3-4"}, "averts", "bvl §§ 13-4, 3-4"),
    ("D20", {"told_on": None}, "family_told", "bvl § 13-4 (4)"),
)


@pytest.mark.parametrize(
    ("rule", "wrong", "condition", "law"), NOT_ASKED, ids=[f"{row[0]} {row[2]}" for row in NOT_ASKED]
)
def test_others_are_asked_only_on_a_ground_and_with_the_familys_knowledge(
    rule: str, wrong: dict[str, Any], condition: str, law: str
) -> None:
    with pytest.raises(Refusal) as refusal:
        rules.ASK.demand(replace(ASKED, **wrong))
    assert (refusal.value.because, str(refusal.value.citation)) == ((condition,), law)


@pytest.mark.parametrize(
    "lawful",
    [
        {},
        {"ground": "not_bound", "consent_by": ""},
        {"ground": "order", "order_case": "5-1", "told_on": None, "untold_reasons": "Avhøret er ikke holdt."},
        {"ground": "order", "order_case": "3-4", "averts": True},
    ],
)
def test_others_are_asked(lawful: dict[str, Any]) -> None:
    rules.ASK.demand(replace(ASKED, **lawful))


def test_before_an_investigation_only_the_reporter_and_the_family_may_be_asked() -> None:
    with pytest.raises(NotAllowed, match="bare spørre den som meldte, og familien"):
        rules.ASK.demand(AskingFacts())


@pytest.mark.parametrize("use", list(Use))
def test_a_opinion_is_relied_on_when_the_commission_has_assessed_it_and_in_an_emergency(use: Use) -> None:
    assert may_be_relied_on(use, assessed=True)
    assert bool(may_be_relied_on(use, assessed=False)) == (use is Use.EMERGENCY)


@pytest.mark.parametrize("exemption", sorted(rules.EXEMPTIONS))
def test_what_the_commission_does_not_assess_stops_nobody(exemption: str) -> None:
    verdict = may_be_relied_on(Use.DISMISSAL, assessed=False, exemption=exemption)
    assert verdict
    assert rules.EXEMPTIONS[exemption][1] in verdict.sentence


def test_the_commission_has_twelve_days_as_a_rule_and_nothing_lapses() -> None:
    due = rules.COMMISSION.due(date(2026, 11, 24))
    assert due.due == date(2026, 12, 6)
    assert due.interpretation and "normaltid" in due.interpretation


def refused(state: str, step: str, facts: InvestigationFacts) -> Refusal:
    with pytest.raises((NotAllowed, Incomplete)) as refusal:
        MACHINE.take(state, step, facts)
    return refusal.value

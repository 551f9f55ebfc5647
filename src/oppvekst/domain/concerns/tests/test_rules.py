"""What the law says about a concern, as a case worker would put it."""

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from oppvekst.domain.concerns.rules import (
    CONCLUSIONS,
    MACHINE,
    REPORTERS,
    RULES,
    STATES,
    ConcernFacts,
    Duty,
    Reporter,
    ReporterKind,
    Sending,
    conclusion_codes,
    duty_of,
    first_feedback,
    may_open_for_unborn,
    notify_new_municipality,
    refuse_anonymous,
    review_due,
    second_feedback,
)
from oppvekst.law.refusals import Incomplete, NotAllowed, Refusal
from oppvekst.law.rulebook import Rulebook

KARI, TONE = UUID(int=1), UUID(int=2)
TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)

COMPLETE = ConcernFacts(
    immediate_need=False,
    on=TODAY,
    conclusion_code="10",
    concluded_by=KARI,
    confirmed_by=TONE,
    reasons="Skolen følger opp, og ingenting tyder på omsorgssvikt.",
    obviously_unfounded=True,
    reasonable_ground="Barnet har fortalt om slag hjemme.",
    investigation_open=True,
    measures_active=True,
    new_investigation_considered=True,
    receiver="Nordvåg kommune",
    acknowledged_at=NOW,
    retraction_reason="Samme melding var registrert fra før.",
)
CLOSING = {
    "dismiss": "dismissed",
    "dismiss_unfounded": "dismissed_unfounded",
    "add_to_investigation": "added_to_investigation",
    "add_to_active_measure": "added_to_active_measure",
    "transfer": "transferred",
    "open_investigation": "to_investigation",
}


def complete_for(step: str) -> ConcernFacts:
    return replace(COMPLETE, conclusion_code="7") if step == "transfer" else COMPLETE


def refused(step: str, facts: ConcernFacts, state: str = "under_review") -> Refusal:
    with pytest.raises(Refusal) as refusal:
        MACHINE.take(state, step, facts)
    return refusal.value


@pytest.mark.parametrize(("step", "target"), CLOSING.items())
@pytest.mark.parametrize("state", ["under_review", "clarifying"])
def test_a_reviewed_concern_can_be_concluded_in_every_lawful_way(state: str, step: str, target: str) -> None:
    assert MACHINE.take(state, step, complete_for(step)) == target


@pytest.mark.parametrize("step", CLOSING)
@pytest.mark.parametrize("state", ["received", "urgent"])
def test_a_concern_that_nobody_has_taken_cannot_be_concluded(state: str, step: str) -> None:
    assert refused(step, complete_for(step), state).because == ("wrong_state",)


@pytest.mark.parametrize("step", CLOSING)
def test_nothing_is_concluded_before_the_need_for_help_now_is_assessed(step: str) -> None:
    refusal = refused(step, replace(complete_for(step), immediate_need=None))
    assert isinstance(refusal, Incomplete)
    assert list(refusal.fields) == ["immediate_need"]


@pytest.mark.parametrize("step", ["dismiss", "add_to_active_measure"])
def test_a_dismissal_needs_written_reasons_also_when_measures_are_active(step: str) -> None:
    assert "reasons" in refused(step, replace(COMPLETE, reasons="  ")).fields


def test_an_unfounded_concern_needs_no_reasons_but_a_colleague() -> None:
    assert MACHINE.take("under_review", "dismiss_unfounded", replace(COMPLETE, reasons="")) == "dismissed_unfounded"
    for alone in (None, KARI):
        assert "confirmed_by" in refused("dismiss_unfounded", replace(COMPLETE, confirmed_by=alone)).fields


@pytest.mark.parametrize("step", ["dismiss", "add_to_active_measure", "transfer"])
def test_nobody_closes_an_urgent_concern_alone(step: str) -> None:
    urgent = replace(complete_for(step), immediate_need=True)
    assert MACHINE.take("under_review", step, urgent) == CLOSING[step]
    assert "confirmed_by" in refused(step, replace(urgent, confirmed_by=KARI)).fields


@pytest.mark.parametrize("step", ["dismiss", "dismiss_unfounded", "add_to_active_measure"])
def test_an_application_for_help_is_never_dismissed_as_a_concern(step: str) -> None:
    application = replace(COMPLETE, application_for_help=True)
    assert isinstance(refused(step, application), NotAllowed)


def test_an_application_may_be_investigated() -> None:
    application = replace(COMPLETE, application_for_help=True)
    assert MACHINE.take("under_review", "open_investigation", application) == "to_investigation"


def test_an_investigation_is_opened_only_on_reasonable_ground() -> None:
    assert "reasonable_ground" in refused("open_investigation", replace(COMPLETE, reasonable_ground="")).fields


@pytest.mark.parametrize("step", ["dismiss", "dismiss_unfounded", "transfer"])
def test_a_concern_about_an_unborn_child_is_reviewed_like_others(step: str) -> None:
    assert MACHINE.take("under_review", step, replace(complete_for(step), unborn=True)) == CLOSING[step]


def test_an_unborn_child_is_investigated_only_with_consent_or_notice_of_detention() -> None:
    unborn = replace(COMPLETE, unborn=True)
    assert isinstance(refused("open_investigation", unborn), NotAllowed)
    for lawful in (replace(unborn, woman_consents=True), replace(unborn, notice_of_detention=True)):
        assert MACHINE.take("under_review", "open_investigation", lawful) == "to_investigation"
    assert may_open_for_unborn(woman_consents=True, notice_of_detention=False)


def test_a_concern_is_clarified_and_reviewed_again() -> None:
    assert MACHINE.take("under_review", "clarify", COMPLETE) == "clarifying"
    assert MACHINE.take("clarifying", "end_clarification", COMPLETE) == "under_review"


@pytest.mark.parametrize("reason", ["worker_disqualified", "worker_barred"])
def test_a_worker_with_ties_to_the_child_cannot_take_the_concern(reason: str) -> None:
    assert MACHINE.take("urgent", "take", COMPLETE) == "under_review"
    facts = replace(COMPLETE, **{reason: True})  # type: ignore[arg-type]
    assert refused("take", facts, "received").because == (reason,)


@pytest.mark.parametrize("state", ["received", "under_review", "clarifying"])
def test_an_alarm_is_raised_only_when_somebody_has_found_that_it_is_urgent(state: str) -> None:
    assert MACHINE.take(state, "raise_alarm", replace(COMPLETE, immediate_need=True)) == "urgent"
    for need in (False, None):
        assert "immediate_need" in refused("raise_alarm", replace(COMPLETE, immediate_need=need), state).fields


def test_a_transfer_needs_a_receiver_who_has_acknowledged_it() -> None:
    refusal = refused("transfer", replace(complete_for("transfer"), acknowledged_at=None, receiver=""))
    assert set(refusal.fields) == {"receiver", "acknowledged_at"}


def test_a_concern_is_added_only_to_what_exists() -> None:
    assert isinstance(refused("add_to_investigation", replace(COMPLETE, investigation_open=False)), NotAllowed)
    assert isinstance(refused("add_to_active_measure", replace(COMPLETE, measures_active=False)), NotAllowed)
    no_thought = replace(COMPLETE, new_investigation_considered=False)
    assert "new_investigation_considered" in refused("add_to_active_measure", no_thought).fields


@pytest.mark.parametrize("state", [state.name for state in STATES if state.name != "retracted"])
def test_a_misregistered_concern_is_retracted_from_any_state(state: str) -> None:
    assert MACHINE.take(state, "retract", COMPLETE) == "retracted"
    assert "retraction_reason" in refused("retract", replace(COMPLETE, retraction_reason=""), state).fields


def test_every_state_and_step_has_a_norwegian_title() -> None:
    assert len(STATES) == 11
    assert all(state.title for state in STATES)
    assert all(step.title for step in MACHINE.steps)


def test_every_state_can_be_reached() -> None:
    assert {step.target for step in MACHINE.steps} | {MACHINE.initial} == {state.name for state in STATES}


def test_a_closed_concern_can_only_be_retracted() -> None:
    for state in STATES:
        if state.closed:
            steps = {outlook.step.name for outlook in MACHINE.outlook(state.name, COMPLETE)}
            assert steps == (set() if state.name == "retracted" else {"retract"})


# Codes


def test_the_old_dismissal_code_ends_with_2025_though_its_date_is_misprinted() -> None:
    codes = [code.code for code in conclusion_codes("dismiss", on=date(2025, 12, 31))]
    assert codes == ["1"]
    assert [code.code for code in conclusion_codes("dismiss", on=date(2026, 1, 1))] == ["5", "6", "9", "10"]
    with pytest.raises(NotAllowed, match="kan ikke brukes"):
        CONCLUSIONS.require("1", on=date(2026, 1, 1))


@pytest.mark.parametrize("code", ["1", "2", "3", "4", "7", "8", "11", None])
def test_a_dismissal_takes_no_code_that_belongs_to_something_else(code: str | None) -> None:
    assert "conclusion_code" in refused("dismiss", replace(COMPLETE, conclusion_code=code)).fields


@pytest.mark.parametrize("code", ["10", None])
def test_a_transfer_takes_only_the_codes_of_a_transfer(code: str | None) -> None:
    assert "conclusion_code" in refused("transfer", replace(COMPLETE, conclusion_code=code)).fields
    assert MACHINE.take("under_review", "transfer", replace(COMPLETE, conclusion_code="8")) == "transferred"


def test_an_unfounded_concern_has_no_code_since_it_is_not_filed() -> None:
    assert conclusion_codes("dismiss_unfounded", on=TODAY) == ()


def test_doctor_hospital_and_dentist_were_one_reporter_until_2025() -> None:
    before, after = ({code.code for code in REPORTERS.on(day)} for day in (date(2024, 12, 31), date(2025, 1, 1)))
    assert before - after == {"15"}
    assert after - before == {"24", "25"}


def test_who_has_the_duty_to_send_concerns() -> None:
    assert {code.code for code in REPORTERS if duty_of(code.code) is Duty.NO} == {"1", "2", "3", "4", "23"}
    assert {code.code for code in REPORTERS if duty_of(code.code) is Duty.ASK} == {"18", "21"}
    assert duty_of("11") is Duty.YES


# Reporters


def test_an_anonymous_reporter_cannot_be_answered() -> None:
    anonymous = first_feedback(Reporter(ReporterKind.ANONYMOUS), received_on=TODAY)
    unreachable = first_feedback(Reporter(ReporterKind.PRIVATE, reachable=False), received_on=TODAY)
    assert anonymous.letter is unreachable.letter is Sending.NOT_POSSIBLE
    assert anonymous.content == ()


@pytest.mark.parametrize("kind", [kind for kind in ReporterKind if kind is not ReporterKind.PUBLIC])
def test_only_a_reporter_under_duty_is_told_how_it_went(kind: ReporterKind) -> None:
    with pytest.raises(NotAllowed):
        second_feedback(Reporter(kind), concluded_on=TODAY)
    assert "investigation_opened_or_not" not in first_feedback(Reporter(kind), received_on=TODAY).content


def test_special_reasons_may_leave_the_receipt_out_but_never_what_the_school_is_owed() -> None:
    neighbour = first_feedback(Reporter(ReporterKind.PRIVATE), received_on=TODAY, special_reasons=True)
    school = first_feedback(Reporter(ReporterKind.PUBLIC), received_on=TODAY, obviously_unfounded=True)
    assert (neighbour.letter, school.letter) == (Sending.MAY_BE_OMITTED, Sending.SEND)


def test_a_private_person_and_a_doubtful_body_may_stay_anonymous() -> None:
    refuse_anonymous(Duty.NO, wants_anonymous=True)
    refuse_anonymous(Duty.ASK, wants_anonymous=True)
    refuse_anonymous(Duty.YES, wants_anonymous=False)


def test_the_new_municipality_may_be_told_with_consent() -> None:
    verdict = notify_new_municipality(
        needs_further_investigation=False, needs_more_than_voluntary_measures=False, consent_to_share=True
    )
    assert verdict and "samtykket" in verdict.sentence


# Limits


def test_a_concern_sent_on_by_another_service_shows_both_weeks() -> None:
    due = review_due(date(2026, 6, 3), first_received_on=date(2026, 6, 1))
    assert due.due == date(2026, 6, 10)
    assert "uka der ender mandag 8. juni 2026" in due.steps[-2]
    assert due.interpretation
    assert review_due(date(2026, 6, 3), first_received_on=date(2026, 6, 3)).interpretation is None


def test_every_rule_of_the_room_can_be_asked_for_its_day() -> None:
    book = Rulebook(RULES)
    for rule in book.rules:
        due = book.due(rule.id, TODAY)
        assert (due.due is None) == (rule.amount is None)
        assert len(due.steps) >= 2
    listed = ["D01", "D02", "D03", "D04", "D05", "D06", "D07", "D09", "D10", "D101", "fvl-11a"]
    assert sorted(rule.id for rule in book.rules) == listed

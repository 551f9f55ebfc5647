"""The law of a decision: every guard refused with its sentence and section, and every lawful step taken."""

from dataclasses import replace
from datetime import date

import pytest

from oppvekst.domain.decisions.rules import (
    BECOME_FINAL,
    BEGIN_APPEAL_PERIOD,
    GIVE_NOTICE,
    LAPSE,
    MACHINE,
    MAKE_READY,
    NOTIFY,
    REVERSE,
    SECTIONS,
    SIGN,
    SKIP_NOTICE,
    DecisionFacts,
    Kind,
    missing,
    required,
)
from oppvekst.law.refusals import Refusal

MONDAY = date(2026, 5, 4)
WHOLE = DecisionFacts(
    kind=Kind.MEASURE, today=MONDAY, category="3.2", addressees=2, notice_text="Vi vurderer PMTO.",
    answers_due=date(2026, 5, 18), may_sign=True, notice_skipped="Familien har selv bedt om det.", reversal_ground="Ugyldig.",
    lapses_by_law=True,
)  # fmt: skip

STOPPED = (
    (GIVE_NOTICE, {"addressees": 0}, "parties_determined", "bvl § 12-2"),
    (GIVE_NOTICE, {"unassessed": ("Lise",)}, "parties_determined", "bvl § 12-2"),
    (GIVE_NOTICE, {"youth_left_out": True}, "child_personally", "fvl §§ 16 (1), 27 (1)"),
    (GIVE_NOTICE, {"notice_text": " "}, "notice_text", "fvl § 16 (2)"),
    (GIVE_NOTICE, {"answers_due": None}, "answers_due", "fvl § 16 (1)"),
    (GIVE_NOTICE, {"answers_due": MONDAY}, "answers_due", "fvl § 16 (1)"),
    (SKIP_NOTICE, {"notice_skipped": ""}, "notice_skipped", "fvl § 16 (3)"),
    (MAKE_READY, {"unanswered": 1}, "answers_awaited", "fvl § 16 (1)"),
    (SIGN, {"may_sign": False}, "signer_without_competence", "bvl § 15-3"),
    (SIGN, {"bases": 0}, "legal_basis", "fvl § 25 (1)"),
    (SIGN, {"bases": 5}, "legal_basis", "fvl § 25 (1)"),
    (SIGN, {"category": ""}, "category", "bvl § 13-7"),
    (SIGN, {"category": "8.2"}, "category_retired", "bvl § 13-7"),
    (SIGN, {"category": "3.99"}, "category_words", "bvl § 13-7"),
    (SIGN, {"child_lacks": ("vekt",)}, "child_heard", "bvl §§ 1-4, 12-5"),
    (SIGN, {"consents_lacking": ("Morten",)}, "consents", "bvl § 3-1"),
    (SIGN, {"kind": Kind.DISMISSAL_REOPEN, "refused_by_parents": True}, "recommended_measures", "bvl § 2-5 (3)"),
    (SIGN, {"kind": Kind.DISMISSAL_REOPEN, "recommended": "PMTO"}, "refusal_by_parents", "bvl § 2-5 (3)"),
    (NOTIFY, {"undispatched": ("Lise",)}, "undispatched", "fvl § 27 (1); bvl § 12-2 (2)"),
    (BEGIN_APPEAL_PERIOD, {"unreached": ("Lise",)}, "unreached", "fvl § 29 (1)"),
    (BECOME_FINAL, {"last_appeal_day": MONDAY}, "appeal_period_runs", "fvl § 29 (1); bvl § 12-9"),
    (BECOME_FINAL, {"appeal_open": True}, "appeal_open", "fvl § 33"),
    (REVERSE, {"reversal_ground": ""}, "reversal_ground", "fvl § 35 (1)"),
    (LAPSE, {"lapses_by_law": False}, "lapses_by_law", "bvl § 4-2 (3)"),
)


@pytest.mark.parametrize(("step", "lacking", "because", "section"), STOPPED)
def test_the_step_is_stopped_with_its_sentence_and_section(
    step: str, lacking: dict[str, object], because: str, section: str
) -> None:
    source = min(MACHINE.step(step).sources)
    with pytest.raises(Refusal) as stopped:
        MACHINE.take(source, step, replace(WHOLE, **lacking))  # type: ignore[arg-type]
    (guard,) = [one for one in MACHINE.step(step).guards if one.id == because]
    assert because in stopped.value.because
    assert (str(guard.citation), guard.refusal[-1]) == (section, ".")


@pytest.mark.parametrize("step", MACHINE.steps, ids=lambda step: step.name)
def test_with_everything_in_place_the_step_is_taken_from_every_state_it_leads_from(step: object) -> None:
    for source in step.sources:  # type: ignore[attr-defined]
        assert MACHINE.take(source, step.name, WHOLE) == step.target  # type: ignore[attr-defined]


@pytest.mark.parametrize("section", [one for one in SECTIONS if one.stops], ids=lambda one: one.key)
def test_no_decision_is_signed_without_a_part_the_law_demands(section: object) -> None:
    with pytest.raises(Refusal) as stopped:
        MACHINE.take("ready", SIGN, replace(WHOLE, missing=frozenset({section.key})))  # type: ignore[attr-defined]
    assert section.key in stopped.value.fields  # type: ignore[attr-defined]


def test_milder_ways_must_be_weighed_in_writing_for_anything_beyond_voluntary_help_at_home() -> None:
    assert "mildest" not in {one.key for one in required(Kind.MEASURE, category="3.9", consent_ground="consent")}
    assert "mildest" in {one.key for one in required(Kind.MEASURE, category="2.1", consent_ground="consent")}
    assert "mildest" in {one.key for one in required(Kind.MEASURE, category="5.4", consent_ground="order")}


def test_only_a_dismissal_that_may_be_reopened_has_that_part_and_only_help_has_a_plan() -> None:
    assert "reopening" in {one.key for one in missing(Kind.DISMISSAL_REOPEN, {})}
    assert not {"reopening", "plan", "consent"} & {one.key for one in missing(Kind.DISMISSAL, {})}

"""The law of help: each guard refused with its sentence and section, each lawful step taken, and the limits counted by hand."""

from dataclasses import replace
from datetime import date

import pytest

from oppvekst.domain.measures.rules import (
    ABANDON,
    CHANGE,
    CONTINUE,
    DECIDE,
    DECIDE_BY_ORDER,
    END,
    EXPIRE,
    MACHINE,
    RESUME,
    START,
    WITHDRAW,
    MeasureFacts,
    Ordered,
    asked_before_18,
    last_day_of_aftercare,
    next_evaluation,
    order_ends,
)
from oppvekst.law.refusals import Refusal

WHOLE = MeasureFacts(
    today=date(2026, 6, 1), decision_signed=True, goals=1, duration_set=True, works="Ja.", new_needs="Nei.", care_grounds="Nei.",
    child_heard=True, parents_heard=True, end_agreed=True, withdrawn=True, last_day=date(2026, 6, 30), order_known=True,
    reasons="De vil klare seg selv.",
)  # fmt: skip
# Ending by the last day, and everything that the last day stops.
PAST = {"last_day": date(2026, 5, 31)}

STOPPED = (
    (DECIDE, {"consents_lacking": ("Morten",)}, "consents", "bvl § 3-1"),
    (DECIDE, {"decision_signed": False}, "decision_signed", "bvl § 12-5"),
    (DECIDE, {"same_basis": False}, "same_basis", "bvl § 13-7"),
    (DECIDE, {"goals": 0}, "measure_plan", "bvl § 8-1 (2)"),
    (DECIDE, {"duration_set": False}, "duration", "bvl § 8-1 (2)"),
    (DECIDE, {"interval_months": 6}, "reason", "bvl § 8-1 (1)"),
    (DECIDE_BY_ORDER, {"order_known": False}, "order", "bvl § 3-4"),
    (DECIDE_BY_ORDER, {"order_fits": False}, "order_of_the_list", "bvl § 3-4 (1)"),
    (DECIDE_BY_ORDER, {"goals": 0}, "measure_plan", "bvl § 8-1 (2)"),
    (DECIDE_BY_ORDER, PAST, "not_past_last_day", "bvl § 3-4 (4)"),
    (START, PAST, "not_past_last_day", "bvl § 3-4 (4)"),
    (CONTINUE, PAST, "not_past_last_day", "bvl § 3-4 (4)"),
    (CONTINUE, {"consents_lacking": ("Lise",)}, "consents", "bvl § 3-1"),
    (RESUME, {"consents_lacking": ("Lise",)}, "consents", "bvl § 3-1"),
    (RESUME, PAST, "not_past_last_day", "bvl § 3-4 (4)"),
    (ABANDON, {"reasons": " "}, "reasons", "bvl § 12-4"),
    (START, {"consents_lacking": ("Mikkel",)}, "consents", "bvl § 3-1"),
    (START, {"provider_lacks": ("Alle plassene etter rammeavtalen er brukt.",)}, "provider", "bvl § 12-11 (1)"),
    (CONTINUE, {"works": " "}, "works", "bvl § 8-1 (1)"),
    (CONTINUE, {"new_needs": ""}, "new_needs", "bvl § 8-1 (1)"),
    (CONTINUE, {"care_grounds": ""}, "care_grounds", "bvl § 8-1 (1)"),
    (CONTINUE, {"child_heard": False}, "heard", "bvl § 1-4"),
    (CHANGE, {"consents_lacking": ("Lise",)}, "consents", "bvl § 3-1"),
    (END, {"end_agreed": False}, "enkeltvedtak_with_reasons_and_appeal", "bvl §§ 3-6 (2), 12-5"),
    (WITHDRAW, {"withdrawn": False}, "consent_withdrawn", "bvl § 3-1"),
    (EXPIRE, {}, "last_day", "bvl § 3-4 (4)"),
)


@pytest.mark.parametrize(("step", "lacking", "because", "section"), STOPPED)
def test_the_step_is_stopped_with_its_sentence_and_section(
    step: str, lacking: dict[str, object], because: str, section: str
) -> None:
    source = min(MACHINE.step(step).sources)
    with pytest.raises(Refusal) as stopped:
        MACHINE.take(source, step, replace(WHOLE, **lacking))  # type: ignore[arg-type]
    assert because in stopped.value.because
    (guard,) = [one for one in MACHINE.step(step).guards if one.id == because]
    assert str(guard.citation) == section


def test_what_the_provider_lacks_is_told_in_the_catalogues_own_sentences() -> None:
    lacks = ("Alle plassene etter rammeavtalen er brukt.", "Velg hvem som skal gi hjelpen.")
    with pytest.raises(Refusal) as stopped:
        MACHINE.take("decided", START, replace(WHOLE, provider_lacks=lacks))
    assert stopped.value.sentence == " ".join(lacks)


@pytest.mark.parametrize("step", MACHINE.steps, ids=lambda step: step.name)
def test_with_everything_in_place_the_step_is_taken(step: object) -> None:
    facts = replace(WHOLE, **PAST) if step.name == EXPIRE else WHOLE  # type: ignore[attr-defined]
    for source in step.sources:  # type: ignore[attr-defined]
        assert MACHINE.take(source, step.name, facts) == step.target  # type: ignore[attr-defined]


def test_help_ordered_by_the_tribunal_asks_for_no_consent() -> None:
    assert MACHINE.take("decided", START, replace(WHOLE, by_order=True, consents_lacking=("Lise",))) == "running"


def test_every_guard_of_every_step_is_refused_in_this_table() -> None:
    tried = {(step, because) for step, _lacking, because, _section in STOPPED}
    of_an_evaluation = {"works", "new_needs", "care_grounds", "heard"}
    all_of_them = {(step.name, guard.id) for step in MACHINE.steps for guard in step.guards}
    the_same = {
        *((step, one) for step in (CHANGE, END) for one in of_an_evaluation), (CHANGE, "not_past_last_day"),
        (DECIDE_BY_ORDER, "duration"), (DECIDE_BY_ORDER, "reason"),
    }  # fmt: skip
    assert all_of_them - the_same == tried


def test_help_that_started_on_30_november_is_looked_at_on_28_february() -> None:
    assert next_evaluation(date(2026, 11, 30)) == date(2027, 2, 28)


@pytest.mark.parametrize(
    ("what", "decided", "ends"),
    [
        (Ordered.HELP_AT_HOME, date(2026, 5, 20), date(2027, 5, 20)),
        (Ordered.VISITING_HOME, date(2028, 2, 29), date(2029, 2, 28)),
        (Ordered.CENTRE, date(2026, 11, 30), date(2027, 2, 28)),
        (Ordered.PARENT_SUPPORT, date(2026, 8, 31), date(2027, 2, 28)),
        (Ordered.DRUG_TEST, date(2026, 12, 15), date(2027, 12, 15)),
    ],
)
def test_an_order_ends_by_itself(what: Ordered, decided: date, ends: date) -> None:
    due = order_ends(what, decided)
    assert due is not None
    assert due.due == ends


def test_kindergarten_and_day_care_have_no_longest_time() -> None:
    assert order_ends(Ordered.KINDERGARTEN, date(2026, 5, 20)) is None
    assert order_ends(Ordered.DAY_CARE, date(2026, 5, 20)) is None


def test_the_youth_is_asked_at_17_and_half_a_year_before_18_and_helped_until_the_day_before_25() -> None:
    assert asked_before_18(date(2009, 4, 10)) == (date(2026, 4, 10), date(2026, 10, 10))
    assert last_day_of_aftercare(date(2001, 11, 30)) == date(2026, 11, 29)

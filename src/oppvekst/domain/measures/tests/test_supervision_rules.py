"""Supervision in the home: each condition refused with its sentence and section, and the months counted by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from oppvekst.domain.measures.rules import (
    CALL_OFF,
    ORDERED_SUPERVISION,
    PLAN_VISIT,
    SETTLE_TODAY,
    SUM_UP,
    WRITE_PLAN,
    WRITE_VISIT,
    Came,
    HeldOn,
    HowOften,
    SummaryFacts,
    SupervisionFacts,
    SupervisionPlanFacts,
    supervised_months,
)
from oppvekst.law.machine import Step
from oppvekst.law.refusals import Refusal

TODAY = date(2026, 6, 10)
PLAN = SupervisionPlanFacts(since=TODAY)
VISIT = SupervisionFacts(
    today=TODAY, on=TODAY, last_day=date(2027, 5, 4), reasons="Sykdom.", child_words="Det er fint.", today_words="Ring legen.",
    done_words="Ringte.",
)  # fmt: skip
SUMMARY = SummaryFacts(today=TODAY, started_on=date(2026, 5, 5), since=date(2026, 5, 5), until=TODAY)

STOPPED: tuple[tuple[Step[Any], Any, dict[str, Any], str, str], ...] = (
    (WRITE_PLAN, PLAN, {"category": "5.4"}, "supervision", "bvl § 3-1"),
    (WRITE_PLAN, PLAN, {"closed": True}, "not_ended", "bvl § 12-4"),
    (WRITE_PLAN, PLAN, {"points": ()}, "points", "bvl § 8-1 (2)"),
    (WRITE_PLAN, PLAN, {"points": ("mat",) * 13}, "points", "bvl § 8-1 (2)"),
    (WRITE_PLAN, PLAN, {"visits": 0}, "visits", "bvl § 8-1 (2)"),
    (
        WRITE_PLAN,
        PLAN,
        {"unannounced": 2, "unannounced_agreed": True, "unannounced_words": "Lise."},
        "of_them",
        "bvl § 8-1 (2)",
    ),
    (WRITE_PLAN, PLAN, {"unannounced": 1}, "unannounced_agreed", "bvl §§ 3-1, 3-4 (1) c"),
    (WRITE_PLAN, PLAN, {"unannounced_agreed": True}, "unannounced_words", "bvl §§ 3-1, 3-4 (1) c"),
    (WRITE_PLAN, PLAN, {"told_how": " "}, "told_how", "bvl § 1-4"),
    (WRITE_PLAN, PLAN, {"told_leads": ""}, "told_leads", "bvl § 1-4"),
    (WRITE_PLAN, PLAN, {"before_since": date(2026, 6, 11)}, "in_order", "bvl § 12-4"),
    (PLAN_VISIT, VISIT, {"category": "3.9"}, "supervision", "bvl § 3-1"),
    (PLAN_VISIT, VISIT, {"state": "ended"}, "running", "bvl § 3-1"),
    (PLAN_VISIT, VISIT, {"state": "suspended"}, "running", "bvl § 3-1"),
    (PLAN_VISIT, VISIT, {"consents_lacking": ("Lise",)}, "consents", "bvl § 3-1"),
    (PLAN_VISIT, VISIT, {"on": date(2027, 5, 5)}, "last_day", "bvl § 3-4 (4)"),
    (PLAN_VISIT, VISIT, {"has_plan": False}, "plan_first", "bvl § 8-1 (2)"),
    (PLAN_VISIT, VISIT, {"unannounced": True}, "unannounced_agreed", "bvl §§ 3-1, 3-4 (1) c"),
    (PLAN_VISIT, VISIT, {"summed_up_to": TODAY}, "not_summed_up", "bvl § 12-4"),
    (CALL_OFF, VISIT, {"called_off": True}, "stands", "bvl § 12-4"),
    (CALL_OFF, VISIT, {"written": True}, "once", "bvl § 12-4"),
    (CALL_OFF, VISIT, {"reasons": " "}, "reasons", "bvl § 12-4"),
    (WRITE_VISIT, VISIT, {"called_off": True}, "stands", "bvl § 12-4"),
    (WRITE_VISIT, VISIT, {"written": True}, "once", "bvl § 12-4"),
    (WRITE_VISIT, VISIT, {"on": date(2026, 6, 11)}, "held", "bvl § 12-4"),
    (WRITE_VISIT, VISIT, {"last_day": date(2026, 6, 9)}, "last_day", "bvl § 3-4 (4)"),
    (WRITE_VISIT, VISIT, {"summed_up_to": TODAY}, "not_summed_up", "bvl § 12-4"),
    (WRITE_VISIT, VISIT, {"carried_out_by": ""}, "carried_out_by", "bvl § 12-4"),
    (WRITE_VISIT, VISIT, {"at_home": " "}, "at_home", "bvl § 12-4"),
    (WRITE_VISIT, VISIT, {"unseen": ("søvn",)}, "every_point", "bvl § 12-4"),
    (WRITE_VISIT, VISIT, {"alone": None}, "alone", "bvl § 1-4"),
    (WRITE_VISIT, VISIT, {"alone": False}, "alone_not", "bvl § 1-4"),
    (WRITE_VISIT, VISIT, {"child_words": ""}, "child_words", "bvl § 1-4"),
    (WRITE_VISIT, VISIT, {"came": Came.NOT_LET_IN}, "what_happened", "bvl § 12-4"),
    (SETTLE_TODAY, VISIT, {"today_words": ""}, "something_today", "bvl § 12-4"),
    (SETTLE_TODAY, VISIT, {"today_done": True}, "something_today", "bvl § 12-4"),
    (SETTLE_TODAY, VISIT, {"done_words": ""}, "done_words", "bvl § 12-4"),
    (SUM_UP, SUMMARY, {"category": "3.9"}, "supervision", "bvl § 3-1"),
    (SUM_UP, SUMMARY, {"started_on": None}, "started", "bvl § 12-4"),
    (SUM_UP, SUMMARY, {"until": date(2026, 5, 4)}, "period", "bvl § 12-4"),
    (SUM_UP, SUMMARY, {"until": date(2026, 6, 11)}, "not_ahead", "bvl § 12-4"),
    (SUM_UP, SUMMARY, {"summed_up_to": date(2026, 5, 5)}, "once", "bvl § 12-4"),
    (SUM_UP, SUMMARY, {"unwritten": 1}, "all_written", "bvl § 12-4"),
    (SUM_UP, SUMMARY, {"conclusion": ""}, "conclusion", "bvl § 8-1 (1)"),
    (SUM_UP, SUMMARY, {"fewer": True}, "fewer_words", "bvl § 8-1 (1)"),
    (SUM_UP, SUMMARY, {"child_read": False}, "read", "bvl § 1-4"),
)
WHOLE: dict[str, Any] = {
    WRITE_PLAN.name: PLAN, PLAN_VISIT.name: VISIT, CALL_OFF.name: VISIT, WRITE_VISIT.name: VISIT, SETTLE_TODAY.name: VISIT,
    SUM_UP.name: SUMMARY,
}  # fmt: skip


def test_each_act_is_stopped_with_its_sentence_and_section_and_every_condition_is_tried() -> None:
    for step, whole, lacking, because, section in STOPPED:
        with pytest.raises(Refusal) as stopped:
            step.demand(replace(whole, **lacking))
        assert because in stopped.value.because, (step.name, lacking)
        (guard,) = [one for one in step.guards if one.id == because]
        assert str(guard.citation) == section
    steps = {step.name: step for step, *_ in STOPPED}
    assert {(one.name, guard.id) for one in steps.values() for guard in one.guards} == {
        (step.name, because) for step, _whole, _lacking, because, _section in STOPPED
    }
    for name, step in steps.items():
        step.demand(WHOLE[name])


def test_what_the_tribunal_ordered_asks_for_no_consent_and_may_come_unannounced_where_it_says_so() -> None:
    ordered = replace(VISIT, category=ORDERED_SUPERVISION, consents_lacking=("Lise", "Morten"))
    PLAN_VISIT.demand(replace(ordered, unannounced=True, unannounced_agreed=True))


def test_a_door_that_nobody_opened_asks_for_nothing_that_could_not_be_seen() -> None:
    WRITE_VISIT.demand(replace(VISIT, came=Came.NOBODY_OPENED, at_home="", unseen=("mat",), alone=None, child_words=""))


def test_whole_months_alone_are_counted_each_by_the_version_that_applied_when_it_began() -> None:
    versions = (HowOften(date(2026, 5, 5), 2, 1), HowOften(date(2026, 7, 15), 1))
    held = [HeldOn(date(2026, 5, 20)), HeldOn(date(2026, 6, 3)), HeldOn(date(2026, 6, 20)), HeldOn(date(2026, 8, 1))]
    found = list(supervised_months(versions, held, since=date(2026, 5, 5), until=date(2026, 9, 10)))
    assert [(one.words, one.lacking) for one in found] == [
        ("Tilsyn i juni: 2 av 2 besøk, 0 av 1 uanmeldt", True),
        ("Tilsyn i juli: 0 av 2 besøk, 0 av 1 uanmeldt", True),
        ("Tilsyn i august: 1 av 1 besøk", False),
    ]

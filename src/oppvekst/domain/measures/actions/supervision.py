"""Supervision in the home: the plan in versions that all stay, and what the visits add up to (bvl §§ 3-1, 3-4 (1) c, 8-1)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from oppvekst.domain.measures.actions.limits import settle_limits
from oppvekst.domain.measures.actions.supervision_visits import NO_LONGER_AGREED, call_off_visits
from oppvekst.domain.measures.models import Measure, SupervisionPlan, SupervisionSummary
from oppvekst.domain.measures.queries import facts_of_summary, held_measure, supervision_plans_of
from oppvekst.domain.measures.rules import MACHINE, SUM_UP, WRITE, WRITE_PLAN, SupervisionPlanFacts
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import in_words, oslo_date


@dataclass(frozen=True, kw_only=True)
class Watched:
    """What a plan of supervision says, in words the family can understand."""

    points: tuple[str, ...]
    visits: int
    since: date
    told_how: str
    told_leads: str
    unannounced: int = 0
    unannounced_agreed: bool = False
    unannounced_words: str = ""
    who: str = ""


@dataclass(frozen=True, kw_only=True)
class SummedUp:
    """What the visits of a period have shown, and what the family says to it."""

    since: date
    until: date
    conclusion: str
    fewer_words: str = ""
    parents_read: bool = False
    parents_words: str = ""
    child_read: bool = False
    child_words: str = ""
    not_read_reason: str = ""


def write_supervision_plan(measure_id: UUID, watched: Watched, *, by: Actor, at: datetime) -> SupervisionPlan:
    """Write the plan, or a new version of it; the old ones stay (bvl §§ 8-1 (2), 12-4)."""
    with act("supervision.planned", by=by, at=at, right=WRITE, law=WRITE_PLAN.citation) as entry:
        measure = held_measure(measure_id)
        before = next(iter(supervision_plans_of(measure.id)), None)
        WRITE_PLAN.demand(_facts_of_plan(measure, watched, before))
        plan = SupervisionPlan.objects.create(
            municipality_id=measure.municipality_id, case_id=measure.case_id, measure=measure,
            version=before.version + 1 if before else 1, written_by=by.person, written_by_name=by.name, written_at=at,
            **{**vars(watched), "points": list(watched.points)},
        )  # fmt: skip
        if not plan.unannounced_agreed:
            call_off_visits(measure, NO_LONGER_AGREED, after=at, at=at, only_unannounced=True)
        settle_limits(measure)
        says = f"Plan for tilsyn i hjemmet, versjon {plan.version}: {measure.title}."
        entry.about(plan.id, case_id=measure.case_id, says=says)
    return plan


def sum_up(measure_id: UUID, summed: SummedUp, *, by: Actor, at: datetime) -> SupervisionSummary:
    """Write what the visits of a period have shown; the next evaluation reads it (bvl § 8-1 (1))."""
    with act("supervision.summed_up", by=by, at=at, right=WRITE, law=SUM_UP.citation) as entry:
        measure = held_measure(measure_id)
        _demand_summary(measure, summed, at)
        made = SupervisionSummary.objects.create(
            municipality_id=measure.municipality_id, case_id=measure.case_id, measure=measure, written_by=by.person,
            written_by_name=by.name, written_at=at, **vars(summed),
        )  # fmt: skip
        settle_limits(measure)
        says = f"Rapport fra tilsynet, {in_words(made.since)} til {in_words(made.until)}: {measure.title}."
        entry.about(made.id, case_id=measure.case_id, says=says)
    return made


def _facts_of_plan(measure: Measure, watched: Watched, before: SupervisionPlan | None) -> SupervisionPlanFacts:
    return SupervisionPlanFacts(
        category=measure.category, closed=MACHINE.state(measure.state).closed, points=watched.points, visits=watched.visits,
        unannounced=watched.unannounced, unannounced_agreed=watched.unannounced_agreed,
        unannounced_words=watched.unannounced_words, told_how=watched.told_how, told_leads=watched.told_leads,
        since=watched.since, before_since=before.since if before else None,
    )  # fmt: skip


def _demand_summary(measure: Measure, summed: SummedUp, at: datetime) -> None:
    facts = facts_of_summary(measure, summed.since, summed.until, today=oslo_date(at))
    said: dict[str, Any] = {
        "conclusion": summed.conclusion, "fewer_words": summed.fewer_words, "parents_read": summed.parents_read,
        "child_read": summed.child_read, "not_read_reason": summed.not_read_reason,
    }  # fmt: skip
    SUM_UP.demand(replace(facts, **said))

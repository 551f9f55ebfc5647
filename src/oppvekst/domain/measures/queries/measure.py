"""Measures as the actor may see them. ``get_measure`` is the way in and the access check."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from oppvekst.domain.decisions.queries import consents_lacking
from oppvekst.domain.decisions.rules import STANDING
from oppvekst.domain.measures.models import Evaluation, Goal, Measure, Plan
from oppvekst.domain.measures.rules import ACTIVE, MeasureFacts, Ordered, next_evaluation, order_ends
from oppvekst.law.refusals import NotFound


def get_measure(measure_id: UUID) -> Measure:
    """The measure, if it is there for you."""
    found = Measure.objects.select_related("case__child", "decision").filter(id=measure_id).first()
    if found is None:
        raise NotFound("Vi finner ikke dette tiltaket blant sakene dine.")
    return found


def of_case(case_id: UUID) -> QuerySet[Measure]:
    """Those of one case, newest first."""
    return Measure.objects.filter(case_id=case_id).order_by("-opened_at", "id")


def by_id(ids: Iterable[UUID]) -> dict[UUID, Measure]:
    """Measures with their child, by id, in one query."""
    return Measure.objects.select_related("case__child").in_bulk(list(ids))


def is_running(case_id: UUID) -> bool:
    """Whether the child has help now."""
    return Measure.objects.filter(case_id=case_id, state__in=ACTIVE).exists()


def plan_of(measure_id: UUID) -> Plan | None:
    """The plan as it stands now."""
    return Plan.objects.filter(measure_id=measure_id, valid_to=None).order_by("-version").first()


def goals_of(measure_id: UUID) -> list[Goal]:
    """Every goal, those worked towards first, with how it stood each time."""
    found = Goal.objects.filter(measure_id=measure_id).prefetch_related("seen__evaluation")
    return sorted(found, key=lambda goal: (goal.state != Goal.State.OPEN, goal.set_on, str(goal.id)))


def evaluations_of(measure_id: UUID) -> list[Evaluation]:
    """Every evaluation, newest first, with its goals."""
    found = Evaluation.objects.filter(measure_id=measure_id).prefetch_related("goals__goal")
    return list(found.order_by("-on", "-at"))


def evaluation_due(measure: Measure) -> date | None:
    """The day it is to be looked at again: counted from its start or from the last time (bvl § 8-1 (1))."""
    if measure.started_on is None or measure.ended_on:
        return None
    last = Evaluation.objects.filter(measure=measure).order_by("-on").values_list("on", flat=True).first()
    return next_evaluation(last or measure.started_on, measure.interval_months)


def last_day(measure: Measure) -> date | None:
    """The last day it can run: its own end, or the order's longest, whichever comes first (bvl §§ 3-4 (4), 3-5)."""
    ends = measure.ends_on
    if measure.by_order and measure.ordered and measure.ordered_on:
        due = order_ends(Ordered(measure.ordered), measure.ordered_on)
        if due and due.due:
            return min(ends, due.due) if ends else due.due
    return ends


def facts_of(measure: Measure, *, today: date) -> MeasureFacts:
    """The facts as the rules ask for them; the act adds what it was just told."""
    decision, plan = measure.decision, plan_of(measure.id)
    return MeasureFacts(
        today=today, by_order=measure.by_order, decision_signed=bool(decision and decision.state in STANDING),
        consents_lacking=consents_lacking(decision, today=today) if decision else (),
        same_basis=decision is None or not decision.category or decision.category == measure.category,
        goals=Goal.objects.filter(measure=measure).count(), duration_set=bool(measure.ends_on or (plan and plan.duration)),
        interval_months=measure.interval_months, interval_reason=measure.interval_reason, last_day=last_day(measure),
    )  # fmt: skip

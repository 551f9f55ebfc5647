"""Measures as the actor may see them. ``get_measure`` is the way in and the access check."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Max, QuerySet

from oppvekst.domain.decisions.models import Decision
from oppvekst.domain.decisions.queries import consents_lacking
from oppvekst.domain.decisions.rules import KINDS, STANDING, Kind
from oppvekst.domain.measures.models import Evaluation, Goal, Measure
from oppvekst.domain.measures.queries.plan import plan_of
from oppvekst.domain.measures.rules import ACTIVE, MeasureFacts, Ordered, fits, longest_order, next_evaluation
from oppvekst.law.refusals import NotFound


def get_measure(measure_id: UUID) -> Measure:
    """The measure, if it is there for you."""
    found = Measure.objects.select_related("case__child", "decision").filter(id=measure_id).first()
    if found is None:
        raise NotFound("Vi finner ikke dette tiltaket blant sakene dine.")
    return found


def held_measure(measure_id: UUID) -> Measure:
    """The measure as it stands when whoever changes it this very moment has finished; the next waits for this one."""
    Measure.objects.select_for_update().filter(id=get_measure(measure_id).id).first()
    return get_measure(measure_id)


def of_case(case_id: UUID) -> QuerySet[Measure]:
    """Those of one case, newest first."""
    return Measure.objects.filter(case_id=case_id).order_by("-opened_at", "id")


def by_id(ids: Iterable[UUID]) -> dict[UUID, Measure]:
    """Measures with their child, by id, in one query."""
    return Measure.objects.select_related("case__child").in_bulk(list(ids))


def is_running(case_id: UUID) -> bool:
    """Whether the child has help now."""
    return Measure.objects.filter(case_id=case_id, state__in=ACTIVE).exists()


def of_decision(decision_id: UUID) -> QuerySet[Measure]:
    """The help that a decision grants."""
    return Measure.objects.filter(decision_id=decision_id).order_by("-opened_at", "id")


def decisions_for(measure: Measure) -> list[Decision]:
    """The signed decisions on help in the same case, those of the same category first, then the newest."""
    kinds = [kind.value for kind, of in KINDS.items() if of.grants_help]
    found = Decision.objects.filter(case_id=measure.case_id, state__in=STANDING, kind__in=kinds).order_by("-signed_at")
    return sorted(found, key=lambda one: one.category != measure.category)


def ending_decisions(case_id: UUID) -> QuerySet[Decision]:
    """The signed decisions of a case that end help (bvl §§ 8-1 (1), 12-5)."""
    found = Decision.objects.filter(case_id=case_id, state__in=STANDING, kind=Kind.MEASURE_END)
    return found.order_by("-signed_at")


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


def evaluations_due(measures: Iterable[Measure]) -> dict[UUID, date]:
    """The same of many in one question, for those that are to be looked at again."""
    running = [one for one in measures if one.started_on and not one.ended_on]
    looked = Evaluation.objects.filter(measure__in=running).values("measure").annotate(last=Max("on"))
    last = {row["measure"]: row["last"] for row in looked}
    return {
        one.id: next_evaluation(last.get(one.id, one.started_on), one.interval_months)
        for one in running
        if one.started_on
    }


def last_day(measure: Measure) -> date | None:
    """The last day it can run: its own end, the order's longest, or the day before 18 (bvl §§ 1-2, 3-4 (4), 3-5)."""
    ends = measure.ends_on
    if measure.by_order and measure.ordered and measure.ordered_on:
        longest = longest_order(Ordered(measure.ordered), measure.ordered_on, measure.case.child.birth_date)
        return min((day for day in (ends, longest) if day), default=None)
    return ends


def facts_of(measure: Measure, *, today: date, decision: Decision | None = None) -> MeasureFacts:
    """The facts as the rules ask for them; the act adds what it was just told. ``decision``: one it could be tied to."""
    decision, plan = measure.decision or decision, plan_of(measure.id)
    lacking = consents_lacking(decision, today=today) if decision and not measure.by_order else ()
    return MeasureFacts(
        today=today, by_order=measure.by_order, decision_signed=_grants(decision), consents_lacking=lacking,
        withdrawn=bool(lacking), order_known=bool(measure.ordered_on and measure.ordered_reference),
        order_fits=not measure.ordered or fits(Ordered(measure.ordered), measure.category),
        same_basis=decision is None or not decision.category or decision.category == measure.category,
        goals=Goal.objects.filter(measure=measure).count(), duration_set=bool(measure.ends_on or (plan and plan.duration)),
        interval_months=measure.interval_months, interval_reason=measure.interval_reason, last_day=last_day(measure),
    )  # fmt: skip


def _grants(decision: Decision | None) -> bool:
    """Whether it is signed, stands, and is of a kind that gives help."""
    return decision is not None and decision.state in STANDING and KINDS[decision.of_kind].grants_help

"""Supervision in the home as the actor may see it: its plans, visits and summaries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from oppvekst.domain.measures.models import (
    Evaluation,
    Measure,
    SupervisionPlan,
    SupervisionSummary,
    SupervisionVisit,
)
from oppvekst.domain.measures.queries.measure import facts_of, last_day
from oppvekst.domain.measures.rules import (
    Came,
    HeldOn,
    HowOften,
    Month,
    SummaryFacts,
    SupervisionFacts,
    supervised_months,
)
from oppvekst.law.calendar import oslo_date
from oppvekst.law.refusals import NotFound


def supervision_plans_of(measure_id: UUID) -> list[SupervisionPlan]:
    """Every version of the plan, the newest first."""
    return list(SupervisionPlan.objects.filter(measure_id=measure_id).order_by("-version", "-written_at"))


def supervision_plan_on(measure_id: UUID, day: date) -> SupervisionPlan | None:
    """The version that applies on a day."""
    return next((one for one in supervision_plans_of(measure_id) if one.since <= day), None)


def supervision_visits_of(measure_id: UUID) -> list[SupervisionVisit]:
    """Every visit, the newest first. What is to come is the service's alone: no page of a parent asks this."""
    return list(SupervisionVisit.objects.filter(measure_id=measure_id).order_by("-at", "id"))


def get_supervision_visit(visit_id: UUID) -> SupervisionVisit:
    """The visit, if it is there for you."""
    known = SupervisionVisit.objects.select_related("measure__case__child", "measure__decision")
    found = known.filter(id=visit_id).first()
    if found is None:
        raise NotFound("Vi finner ikke dette besøket blant sakene dine.")
    return found


def supervision_summaries_of(measure_id: UUID) -> list[SupervisionSummary]:
    """Every summary, the newest first."""
    return list(SupervisionSummary.objects.filter(measure_id=measure_id).order_by("-until", "-written_at"))


def get_supervision_summary(summary_id: UUID) -> SupervisionSummary:
    """The summary, if it is there for you."""
    found = SupervisionSummary.objects.select_related("measure__case__child").filter(id=summary_id).first()
    if found is None:
        raise NotFound("Vi finner ikke denne rapporten blant sakene dine.")
    return found


def visits_between(measure_id: UUID, since: date, until: date) -> list[SupervisionVisit]:
    """The visits of a period in the order of the days, those that were called off left out."""
    found = SupervisionVisit.objects.filter(measure_id=measure_id, called_off_at=None).order_by("at", "id")
    return [one for one in found if since <= oslo_date(one.held_at or one.at) <= until]


def summed_up_to(measure_id: UUID) -> date | None:
    """The last day that is in a summary."""
    return max((one.until for one in supervision_summaries_of(measure_id)), default=None)


def summary_for_evaluation(measure: Measure) -> SupervisionSummary | None:
    """The newest summary that tells of the time since the last evaluation, or since the help began (bvl § 8-1 (1))."""
    last = Evaluation.objects.filter(measure=measure).order_by("-on").values_list("on", flat=True).first()
    newest = next(iter(supervision_summaries_of(measure.id)), None)
    if newest is None or measure.started_on is None:
        return None
    return newest if (newest.until > last if last else newest.until >= measure.started_on) else None


def supervision_months(measure: Measure, *, until: date) -> list[Month]:
    """Each whole month since it began, with what the plan says and what has been, also where nobody was at home."""
    versions = [HowOften(one.since, one.visits, one.unannounced) for one in supervision_plans_of(measure.id)]
    since = max(min((one.since for one in versions), default=until), measure.started_on or until)
    ends = last_day(measure)
    return list(
        supervised_months(versions, held_on(measure.id), since=since, until=min(until, ends) if ends else until)
    )


def held_on(measure_id: UUID) -> list[HeldOn]:
    """Each visit where somebody was met."""
    found = SupervisionVisit.objects.filter(measure_id=measure_id, came=Came.SEEN).exclude(held_at=None)
    return [HeldOn(oslo_date(one.held_at), one.unannounced) for one in found if one.held_at]


def facts_of_supervision(measure: Measure, *, today: date, one: SupervisionVisit | None = None) -> SupervisionFacts:
    """The facts of a visit as the rules ask for them; the act adds what it was just told."""
    facts = facts_of(measure, today=today)
    known = SupervisionFacts(
        today=today, category=measure.category, state=measure.state, consents_lacking=facts.consents_lacking,
        last_day=last_day(measure), summed_up_to=summed_up_to(measure.id),
    )  # fmt: skip
    if one is None:
        return known
    return replace(
        known, on=oslo_date(one.at), unannounced=one.unannounced, called_off=one.called_off_at is not None,
        written=bool(one.came), today_words=one.today_words, today_done=one.today_done_on is not None,
    )  # fmt: skip


def facts_of_summary(measure: Measure, since: date, until: date, *, today: date) -> SummaryFacts:
    """The facts of a summary of that period."""
    return SummaryFacts(
        today=today, category=measure.category, started_on=measure.started_on, since=since, until=until,
        summed_up_to=summed_up_to(measure.id), unwritten=_unwritten(visits_between(measure.id, since, until)),
        fewer=bool(fewer_in(measure, since, until)),
    )  # fmt: skip


def fewer_in(measure: Measure, since: date, until: date) -> list[Month]:
    """The whole months of a period with fewer visits than the plan says."""
    return [one for one in supervision_months(measure, until=until) if one.lacking and one.first >= since]


def _unwritten(visits: Sequence[SupervisionVisit]) -> int:
    return sum(not one.came for one in visits)

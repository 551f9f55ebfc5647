"""Investigations as the actor may see them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from oppvekst.domain.investigations.models import Investigation, PlanRow
from oppvekst.domain.investigations.queries.plan import plan_says
from oppvekst.domain.investigations.rules import CLOSED_DISMISSED_WITH_REOPEN, InvestigationFacts
from oppvekst.law.refusals import NotFound


def get_investigation(investigation_id: UUID) -> Investigation:
    """The investigation, if it is there for you."""
    found = Investigation.objects.select_related("case__child").filter(id=investigation_id).first()
    if found is None:
        raise NotFound("Vi finner ikke denne undersøkelsen blant sakene dine.")
    return found


def of_case(case_id: UUID) -> QuerySet[Investigation]:
    """The investigations of a case, newest first."""
    return Investigation.objects.filter(case_id=case_id).order_by("-opened_on", "id")


def is_open(case_id: UUID | None) -> bool:
    """Whether an investigation of this child is open now."""
    return case_id is not None and Investigation.objects.filter(case_id=case_id, concluded_on=None).exists()


def by_id(ids: Iterable[UUID]) -> dict[UUID, Investigation]:
    """Investigations with their child, by id, in one query."""
    return Investigation.objects.select_related("case__child").in_bulk(list(ids))


def facts_of(
    investigation: Investigation,
    *,
    today: date | None = None,
    rows: Iterable[PlanRow] = (),
    expert_opinion_unassessed: bool = False,
) -> InvestigationFacts:
    """The facts as the rules ask for them. What an act is told besides, it adds itself."""
    dismissed = investigation.concluded_on if investigation.state == CLOSED_DISMISSED_WITH_REOPEN else None
    return InvestigationFacts(
        received_on=investigation.received_on, reopened_on=investigation.reopened_on,
        plan_saved=bool(plan_says(investigation.plan, rows)) or investigation.plan_saved_at is not None,
        plan_says=plan_says(investigation.plan, rows), extension_decided_on=investigation.extension_decided_on,
        special_reasons=investigation.extension_reasons, new_due=investigation.extended_to, on=today,
        child_heard=investigation.child_heard, participation=investigation.participation,
        not_heard_reasons=investigation.participation_reasons, conclusion_code=investigation.conclusion,
        petition_sent_on=investigation.petition_sent_on, measures_recommended=investigation.measures_recommended,
        refused_by=investigation.refused_by, refusal_documented=investigation.refusal_documented,
        reopening_fixed=investigation.reopening_fixed, new_municipality_told_on=investigation.new_municipality_told_on,
        dismissed_on=dismissed, expert_opinion_unassessed=expert_opinion_unassessed,
    )  # fmt: skip

"""Investigations as the actor may see them."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from oppvekst.domain.investigations.models import Investigation
from oppvekst.domain.investigations.rules import InvestigationFacts
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


def facts_of(investigation: Investigation) -> InvestigationFacts:
    """The facts as the rules ask for them."""
    return InvestigationFacts(
        received_on=investigation.received_on, plan_saved=investigation.plan_saved_at is not None,
        extension_decided_on=investigation.extension_decided_on, special_reasons=investigation.extension_reasons,
        new_due=investigation.extended_to,
    )  # fmt: skip

"""What can be asked of decisions. ``get_decision`` is the only way to one, and is the access check."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from oppvekst.domain.decisions.models import Decision
from oppvekst.domain.decisions.rules import DecisionFacts
from oppvekst.law.refusals import NotFound


def get_decision(decision_id: UUID) -> Decision:
    """The decision, if it is there for you."""
    found = Decision.objects.select_related("case__child").filter(id=decision_id).first()
    if found is None:
        raise NotFound("Vi finner ikke dette blant sakene dine.")
    return found


def of_case(case_id: UUID) -> QuerySet[Decision]:
    """Those of one case, newest first."""
    return Decision.objects.filter(case_id=case_id).order_by("-opened_at", "id")


def facts_of(decision: Decision, *, reasons: str = "") -> DecisionFacts:
    """The facts as the rules ask for them, with what the person has just written."""
    return DecisionFacts(reasons=reasons or decision.reasons)

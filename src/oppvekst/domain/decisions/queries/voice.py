"""The part about the child in every decision of a case."""

from __future__ import annotations

from uuid import UUID

from oppvekst.domain.decisions.models import DraftText
from oppvekst.domain.decisions.rules.sections import CHILD


def child_texts(case_id: UUID) -> dict[UUID, str]:
    """The newest text of each decision's own part about the child, by the decision, in one question (bvl § 12-5)."""
    found = DraftText.objects.filter(case_id=case_id, section=CHILD, aside=False).order_by("decision_id", "-version")
    return {one.decision_id: one.text for one in found.distinct("decision_id")}

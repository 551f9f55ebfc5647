"""The individual plan of a child, as the actor may see it (bvl § 15-9)."""

from __future__ import annotations

from uuid import UUID

from oppvekst.domain.meetings.models import IndividualPlan


def asked_for(case_id: UUID) -> bool:
    """Whether somebody has asked for a plan, or has one: only then is there anything to say no to (bvl § 15-9)."""
    return IndividualPlan.objects.filter(case_id=case_id, ended_on=None).exists()


def individual_plan(case_id: UUID) -> IndividualPlan | None:
    """The one that holds, or was last refused; nothing when nobody has wished for one."""
    plans = IndividualPlan.objects.filter(case_id=case_id)
    return plans.filter(ended_on=None).first() or plans.order_by("-opened_at").first()

"""The plans families have made themselves, as the actor may see them: theirs, and never measures of the service's."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from oppvekst.domain.meetings.models import Council, Task
from oppvekst.domain.meetings.rules import CANCELLED


@dataclass(frozen=True)
class FamilyPlan:
    """One approved plan of a family council, with what each of the family has promised."""

    council: Council
    promises: tuple[Task, ...]


def family_plans(case_id: UUID) -> list[FamilyPlan]:
    """The approved plans of a case, the newest first; what somebody of ours took on is no promise of the family's (bvl § 1-4)."""
    councils = Council.objects.filter(case_id=case_id, plan_approved=True).select_related("group")
    promised = Task.objects.filter(
        meeting__group__in=[one.group_id for one in councils], member__staff=None, dropped=False
    )
    kept = promised.exclude(meeting__state=CANCELLED).select_related("member", "meeting").order_by("member__name", "id")
    by_group: dict[UUID, list[Task]] = {}
    for one in kept:
        by_group.setdefault(one.meeting.group_id, []).append(one)
    newest = sorted(councils, key=lambda one: (one.answered_on is not None, one.answered_on), reverse=True)
    return [FamilyPlan(one, tuple(by_group.get(one.group_id, ()))) for one in newest]

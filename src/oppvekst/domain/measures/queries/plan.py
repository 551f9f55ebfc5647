"""Plans and goals as the actor may see them."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from oppvekst.domain.measures.models import Goal, Plan
from oppvekst.law.refusals import NotFound


def plan_of(measure_id: UUID, kind: str = "") -> Plan | None:
    """The plan as it stands now, of that kind if one is named."""
    found = Plan.objects.filter(measure_id=measure_id, valid_to=None)
    return (found.filter(kind=kind) if kind else found).order_by("kind", "-version").first()


def plans_of(measure_id: UUID) -> list[Plan]:
    """Every version of every plan of a measure, the newest first."""
    return list(Plan.objects.filter(measure_id=measure_id).order_by("kind", "-version"))


def plans_of_case(case_id: UUID) -> QuerySet[Plan]:
    """Every version of the plans that belong to the case and to no single measure, the newest first."""
    return Plan.objects.filter(case_id=case_id, measure=None).order_by("kind", "-version")


def goals_of(measure_id: UUID) -> list[Goal]:
    """Every goal, those worked towards first, with how it stood each time."""
    found = Goal.objects.filter(measure_id=measure_id).prefetch_related("seen__evaluation")
    return sorted(found, key=lambda goal: (goal.state != Goal.State.OPEN, goal.set_on, str(goal.id)))


def get_goal(goal_id: UUID) -> Goal:
    """The goal, if it is there for you."""
    found = Goal.objects.select_related("measure__case__child").filter(id=goal_id).first()
    if found is None:
        raise NotFound("Vi finner ikke dette målet blant sakene dine.")
    return found

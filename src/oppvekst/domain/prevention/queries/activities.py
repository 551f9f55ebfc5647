"""Work with others: teams, projects and information."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from oppvekst.domain.prevention.models import Activity
from oppvekst.domain.prevention.queries.requests import must_see
from oppvekst.ground.access.actor import Actor
from oppvekst.law.refusals import NotFound


def activities(by: Actor) -> QuerySet[Activity]:
    """The activities of this municipality that stand, the latest first."""
    must_see(by)
    found = Activity.objects.filter(municipality_id=by.municipality, taken_back_at=None)
    return found.order_by("-held_on", "-noted_at", "id")


def get_activity(activity_id: UUID, *, by: Actor) -> Activity:
    """One activity, if it is there for you."""
    must_see(by)
    found = Activity.objects.filter(id=activity_id, municipality_id=by.municipality).first()
    if found is None:
        raise NotFound("Vi finner ikke denne aktiviteten.")
    return found

"""A group's evenings with who came as numbers, and its interpreters."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from oppvekst.domain.prevention.models import Booking, Evening, Group, SignUp
from oppvekst.domain.prevention.queries.requests import must_see
from oppvekst.domain.prevention.rules import WITHDRAWN
from oppvekst.ground.access.actor import Actor
from oppvekst.law.refusals import NotFound


def evenings(group: Group) -> QuerySet[Evening]:
    """The evenings that have been, the first one first."""
    return Evening.objects.filter(group=group).order_by("held_on")


def bookings(group: Group) -> QuerySet[Booking]:
    """The interpreters of a group that are not cancelled, by language."""
    return Booking.objects.filter(group=group, cancelled_at=None).order_by("language", "first_on", "id")


def get_booking(booking_id: UUID, *, by: Actor) -> Booking:
    """One booking with its group, if it is there for you."""
    must_see(by)
    rows = Booking.objects.select_related("group").filter(id=booking_id, municipality_id=by.municipality)
    found = rows.first()
    if found is None:
        raise NotFound("Vi finner ikke denne bestillingen.")
    return found


def participants(group: Group) -> frozenset[str]:
    """The first names of those who come: none of them interprets for the others."""
    return frozenset(SignUp.objects.filter(group=group).exclude(state=WITHDRAWN).values_list("name", flat=True))

"""Discussions that were held, for those who hold them. The anonymous and the agreed are two lists, and never one."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from django.db.models import QuerySet

from oppvekst.domain.prevention.models import AgreedDiscussion, HeldDiscussion, SignUp
from oppvekst.domain.prevention.queries.requests import must_see
from oppvekst.ground.access.actor import Actor
from oppvekst.law.refusals import NotFound

# Whoever came to a group last year may be spoken of this year.
REMEMBERED = timedelta(days=365)


def discussions(by: Actor) -> QuerySet[HeldDiscussion]:
    """The anonymous discussions of this municipality that stand, the latest first."""
    must_see(by)
    found = HeldDiscussion.objects.filter(municipality_id=by.municipality, taken_back_at=None)
    return found.order_by("-held_on", "-noted_at", "id")


def get_discussion(discussion_id: UUID, *, by: Actor, lock: bool = False) -> HeldDiscussion:
    """One anonymous discussion, if it is there for you."""
    must_see(by)
    rows = HeldDiscussion.objects.select_for_update() if lock else HeldDiscussion.objects.all()
    found = rows.filter(id=discussion_id, municipality_id=by.municipality).first()
    if found is None:
        raise NotFound("Vi finner ikke denne drøftingen.")
    return found


def agreed_discussions(by: Actor) -> QuerySet[AgreedDiscussion]:
    """The discussions by name that a family agreed to, the latest first; those it has taken back stand without a name."""
    must_see(by)
    found = AgreedDiscussion.objects.filter(municipality_id=by.municipality)
    return found.order_by("-held_on", "-noted_at", "id")


def get_agreed(discussion_id: UUID, *, by: Actor) -> AgreedDiscussion:
    """One discussion by name, if it is there for you."""
    must_see(by)
    found = AgreedDiscussion.objects.filter(id=discussion_id, municipality_id=by.municipality).first()
    if found is None:
        raise NotFound("Vi finner ikke denne drøftingen.")
    return found


def names_taking_part(by: Actor, *, today: date) -> frozenset[str]:
    """First names of those who signed up lately: typed in an anonymous discussion, they give somebody away."""
    must_see(by)
    rows = SignUp.objects.filter(municipality_id=by.municipality, group__ends_on__gte=today - REMEMBERED)
    return frozenset(rows.values_list("name", flat=True))

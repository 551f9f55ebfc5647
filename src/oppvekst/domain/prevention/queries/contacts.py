"""Who at the service a school or kindergarten calls."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q, QuerySet

from oppvekst.domain.prevention.models import SchoolContact
from oppvekst.domain.prevention.queries.requests import must_see
from oppvekst.ground.access.actor import Actor
from oppvekst.law.refusals import NotFound


def published_contacts(municipality: int, words: str = "", area: str = "") -> QuerySet[SchoolContact]:
    """The published contacts whose school, area or person holds every word, by area and name."""
    found = SchoolContact.objects.filter(municipality_id=municipality, published=True)
    if area:
        found = found.filter(area=area)
    return found.filter(_holding(words)).order_by("area", "name", "id")


def areas_of(municipality: int) -> list[str]:
    """The areas that have a school or kindergarten with a published contact."""
    found = SchoolContact.objects.filter(municipality_id=municipality, published=True).exclude(area="")
    return list(found.order_by("area").values_list("area", flat=True).distinct())


def contacts(by: Actor, words: str = "") -> QuerySet[SchoolContact]:
    """All contacts of this municipality, those taken down too and last, for whoever keeps them."""
    must_see(by)
    found = SchoolContact.objects.filter(municipality_id=by.municipality).filter(_holding(words))
    return found.order_by("-published", "area", "name", "id")


def get_contact(contact_id: UUID, *, by: Actor) -> SchoolContact:
    """One contact, if it is there for you."""
    must_see(by)
    found = SchoolContact.objects.filter(id=contact_id, municipality_id=by.municipality).first()
    if found is None:
        raise NotFound("Vi finner ikke denne kontaktpersonen.")
    return found


def _holding(words: str) -> Q:
    every = Q()
    for word in words.split():
        every &= Q(name__icontains=word) | Q(area__icontains=word) | Q(contact_person__icontains=word)
    return every

"""Persons as the actor may see them."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from oppvekst.domain.people.models import Address, IdentityNumber, Person, Reach
from oppvekst.law.refusals import NotFound


def get_person(person_id: UUID) -> Person:
    """One person, with what may be seen of numbers, addresses and ways to reach her; NotFound if not for you."""
    person = with_details(Person.objects.all()).filter(id=person_id).first()
    if person is None:
        raise NotFound("Vi finner ikke denne personen blant sakene dine.")
    return person


def with_details(persons: QuerySet[Person]) -> QuerySet[Person]:
    """Persons with addresses, numbers and ways to reach them, in three more queries however many they are."""
    return persons.prefetch_related(
        Prefetch("addresses", Address.objects.filter(valid_to=None).order_by("kind")),
        Prefetch("numbers", IdentityNumber.objects.filter(valid_to=None)),
        Prefetch("reaches", Reach.objects.filter(valid_to=None)),
    )


def names(person_ids: Iterable[UUID]) -> dict[UUID, Person]:
    """Persons by id, in one query."""
    return Person.objects.in_bulk(list(person_ids))

"""Persons as the actor may see them."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db import connection
from django.db.models import Prefetch, QuerySet

from oppvekst.domain.people.models import Address, IdentityNumber, Person, Reach, Shielding
from oppvekst.domain.people.rules import FORWARDING, SHIELDS, Way, way_of
from oppvekst.ground.access.models import Trust
from oppvekst.law.refusals import NotAllowed, NotFound


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


def shieldings(person_id: UUID) -> QuerySet[Shielding]:
    """The protections a person has and has had, those in force first, each with where it comes from."""
    return Shielding.objects.filter(person_id=person_id).order_by("ended_at", "-kind", "set_at")


def kinds_of(person: Person) -> list[int]:
    """The kinds of protection in force, the strongest first: the register's and the tribunal's are two things."""
    written = shieldings(person.id).filter(ended_at=None).values_list("kind", flat=True)
    return sorted({person.protection, *written} - {0}, reverse=True)


def entrusted(person_id: UUID) -> QuerySet[Trust]:
    """Who may see a protected address, as far as it is told: to the leader all, to another only whether she may."""
    return Trust.objects.filter(person_id=person_id, ended_at=None).select_related("staff").order_by("given_at")


def is_entrusted(person_id: UUID) -> bool:
    """Whether the reader may see where this person is, when it is protected (bvl § 13-5 (3))."""
    with connection.cursor() as cursor:
        cursor.execute("select %s = any (access.named())", [person_id])
        return bool(cursor.fetchone()[0])


def envelope(person_id: UUID) -> tuple[str, ...]:
    """Name and lines for a letter to this person by the way her protection asks for, or a refusal (bvl § 13-5 (3))."""
    person = get_person(person_id)
    kinds = kinds_of(person)
    way = way_of(kinds)
    if way is Way.FORWARDED:
        return (person.name, *FORWARDING)
    if way is Way.ENTRUSTED and not is_entrusted(person_id):
        raise NotAllowed("Brevet må adresseres av en som er betrodd adressen.", SHIELDS[kinds[0]].law)
    home = next((one for one in person.addresses.all() if one.kind == Address.Kind.HOUSEHOLD), None)
    if home is None:
        raise NotAllowed("Vi har ingen adresse å sende til.")
    return (person.name, *home.lines, f"{home.postal_code} {home.place}".strip())

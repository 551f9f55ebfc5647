"""Registering persons. The act that puts a person into a case lives in the room of the case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection

from oppvekst.domain.people.models import Address, IdentityNumber, Person, Protection
from oppvekst.domain.people.rules import search_key
from oppvekst.law.identity import Finding, examine
from oppvekst.law.refusals import Incomplete


@dataclass(frozen=True)
class Details:
    """What we know of a person when she is registered. Only a name or a due date is needed."""

    given_name: str = ""
    family_name: str = ""
    birth_date: date | None = None
    due_date: date | None = None
    sex: str = Person.Sex.UNKNOWN
    number: str = ""
    address_lines: tuple[str, ...] = ()
    postal_code: str = ""
    place: str = ""
    protection: int = Protection.NONE
    # Demo, tests and the public test systems use synthetic numbers; a production service does not take them.
    environment: str = "production"


def add_person(municipality: int, details: Details, *, today: date) -> Person:
    """Write a person into the register of persons; called inside an act of a case (bvl § 12-4)."""
    _check(details)
    found = _examined(details)
    person = Person(
        municipality_id=municipality, given_name=details.given_name.strip(), family_name=details.family_name.strip(),
        birth_date=details.birth_date or (found.birth_date if found else None), due_date=details.due_date,
        sex=details.sex, protection=details.protection,
    )  # fmt: skip
    # Not a column of the database's own: how Norwegians spell is told in Python, and tested there.
    person.search = search_key(person.name)
    person.save(force_insert=True)
    if found:
        add_number(person, found, today=today)
    if details.address_lines:
        _add_address(person, details, today)
    return person


def person_with_number(details: Details) -> UUID | None:
    """The person we know with this number, whoever's cases she is in. Inside an act of a case, which may then name her.

    The number proves that the writer knows whom she means; of the person's other cases it tells nothing. A number that
    several may have (a due date, a helping number) finds nobody.
    """
    _check(details)
    found = _examined(details)
    with connection.cursor() as cursor:
        cursor.execute("select access.person_with(%s)", [found.number if found else ""])
        (person_id,) = cursor.fetchone()
    return person_id if isinstance(person_id, UUID) else None


def complete(person: Person, details: Details, *, today: date) -> None:
    """Add what is told of somebody we knew: a protection she has not had, an address we have not heard of.

    Her name and number stay as they are registered, and protection is put on, never taken off (bvl § 13-5 (3)).
    """
    if details.protection:
        with connection.cursor() as cursor:
            cursor.execute("select access.protect(%s, %s)", [person.id, int(details.protection)])
    told = (list(details.address_lines), details.postal_code, details.place)
    known = Address.objects.filter(person=person, valid_to=None).values_list("lines", "postal_code", "place")
    if details.address_lines and told not in known:
        _add_address(person, details, today)


def add_number(person: Person, found: Finding, *, today: date) -> None:
    """Give a person a number. An earlier one is ended, never removed: the pseudo number stays as history."""
    IdentityNumber.objects.filter(person=person, valid_to=None).update(valid_to=today)
    IdentityNumber.objects.create(
        municipality_id=person.municipality_id, person=person, number=found.number, kind=found.kind, valid_from=today
    )


def _add_address(person: Person, details: Details, today: date) -> None:
    Address.objects.create(
        municipality_id=person.municipality_id, person=person, lines=list(details.address_lines), valid_from=today,
        postal_code=details.postal_code, place=details.place, protection=max(details.protection, person.protection),
    )  # fmt: skip


def _check(details: Details) -> None:
    if not (details.given_name.strip() or details.family_name.strip() or details.due_date):
        raise Incomplete({"given_name": "Skriv barnets navn, eller termindato om barnet ikke er født."})
    if details.birth_date and details.due_date:
        raise Incomplete({"due_date": "Et barn har enten fødselsdato eller termindato. La den ene stå tom."})


def _examined(details: Details) -> Finding | None:
    number = details.number.replace(" ", "")
    if not number:
        return None
    found = examine(number, details.environment)
    if not found.valid:
        raise Incomplete({"number": f"{found.reason} Rett nummeret, eller la feltet stå tomt."})
    return found

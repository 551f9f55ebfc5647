"""Registering persons. The act that puts a person into a case lives in the room of the case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from oppvekst.domain.people.models import Address, IdentityNumber, Person, Protection
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
    """Write a person into the register of persons; called inside an act of a case (law.md D83)."""
    _check(details)
    found = _examined(details)
    person = Person.objects.create(
        municipality_id=municipality, given_name=details.given_name.strip(), family_name=details.family_name.strip(),
        birth_date=details.birth_date or (found.birth_date if found else None), due_date=details.due_date,
        sex=details.sex, protection=details.protection,
    )  # fmt: skip
    if found:
        add_number(person, found, today=today)
    if details.address_lines:
        Address.objects.create(
            municipality_id=municipality, person=person, lines=list(details.address_lines), valid_from=today,
            postal_code=details.postal_code, place=details.place, protection=details.protection,
        )  # fmt: skip
    return person


def add_number(person: Person, found: Finding, *, today: date) -> None:
    """Give a person a number. An earlier one is ended, never removed: the pseudo number stays as history."""
    IdentityNumber.objects.filter(person=person, valid_to=None).update(valid_to=today)
    IdentityNumber.objects.create(
        municipality_id=person.municipality_id, person=person, number=found.number, kind=found.kind, valid_from=today
    )


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

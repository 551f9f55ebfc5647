"""Keeping the list of whom each school and kindergarten calls: add, change, take down."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from datetime import datetime
from uuid import UUID, uuid4

from oppvekst.domain.homes.rules import one_line
from oppvekst.domain.prevention.models import SchoolContact
from oppvekst.domain.prevention.queries import get_contact
from oppvekst.domain.prevention.rules import CALL_BACK, LINE, NAME
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.acts import act
from oppvekst.law.refusals import Incomplete

ARRANGE = "group.arrange"
LAW = str(CALL_BACK.citation)
NEEDED = {
    "name": "Skriv navnet på skolen eller barnehagen.",
    "contact_person": "Skriv hvem i tjenesten de skal ringe.",
    "phone": "Skriv telefonnummeret de skal ringe.",
}
TWICE = "Denne skolen eller barnehagen står på lista fra før. Endre den raden i stedet, eller vis den igjen."


@dataclass(frozen=True, kw_only=True)
class Kept:
    """One line of the list."""

    kind: str
    name: str
    area: str = ""
    contact_person: str
    phone: str


def keep_contact(kept: Kept, *, by: Actor, at: datetime, contact_id: UUID | None = None) -> UUID:
    """Add a school or kindergarten with its contact, or change one. The journal names the school alone."""
    kept = replace(kept, **{name: one_line(value) for name, value in asdict(kept).items()})
    with act("contact.kept", by=by, at=at, right=ARRANGE, law=LAW) as entry:
        row = get_contact(contact_id, by=by) if contact_id else _new(by.municipality)
        _refuse_incomplete(kept, row)
        for name, value in asdict(kept).items():
            setattr(row, name, value)
        if contact_id:
            row.save(update_fields=tuple(asdict(kept)))
        else:
            row.save(force_insert=True)
        entry.about(row.id, says=f"Kontaktpersonen for {row.name} ble {'endret' if contact_id else 'lagt til'}.")
    return row.id


def take_down_contact(contact_id: UUID, *, by: Actor, at: datetime) -> None:
    """Take a contact off the public pages; the line is kept, and can be shown again."""
    with act("contact.taken_down", by=by, at=at, right=ARRANGE, law=LAW) as entry:
        row = _show(contact_id, by=by, published=False)
        entry.about(row.id, says=f"Kontaktpersonen for {row.name} ble tatt ned.")


def publish_contact(contact_id: UUID, *, by: Actor, at: datetime) -> None:
    """Show a contact again."""
    with act("contact.published", by=by, at=at, right=ARRANGE, law=LAW) as entry:
        row = _show(contact_id, by=by, published=True)
        entry.about(row.id, says=f"Kontaktpersonen for {row.name} ble vist igjen.")


def _show(contact_id: UUID, *, by: Actor, published: bool) -> SchoolContact:
    row = get_contact(contact_id, by=by)
    row.published = published
    row.save(update_fields=("published",))
    return row


def _new(municipality: int) -> SchoolContact:
    return SchoolContact(id=uuid4(), municipality_id=municipality)


def _refuse_incomplete(kept: Kept, row: SchoolContact) -> None:
    lacking = {name: sentence for name, sentence in NEEDED.items() if not getattr(kept, name)}
    for name, most in (("name", LINE), ("area", LINE), ("contact_person", NAME)):
        if len(getattr(kept, name)) > most:
            lacking[name] = f"Det er plass til {most} tegn."
    if _stands_twice(kept, row):
        lacking["name"] = TWICE
    if kept.kind not in SchoolContact.Kind.values:
        lacking["kind"] = "Velg skole eller barnehage."
    if lacking:
        raise Incomplete(lacking)


def _stands_twice(kept: Kept, row: SchoolContact) -> bool:
    same = SchoolContact.objects.filter(municipality_id=row.municipality_id, name__iexact=kept.name)
    return same.exclude(id=row.id).exists()

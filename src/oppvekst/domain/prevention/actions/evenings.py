"""The evenings of a group, noted as numbers, and interpreters booked for it."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import datetime
from uuid import UUID, uuid4

from oppvekst.domain.homes.rules import one_line
from oppvekst.domain.prevention.models import Booking, Evening
from oppvekst.domain.prevention.queries import get_booking, get_group, participants
from oppvekst.domain.prevention.rules import Booked, Came, check_booked, check_came
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import oslo_date
from oppvekst.law.citation import bvl, tolkl
from oppvekst.law.refusals import NotAllowed

ARRANGE = "group.arrange"
LAW = bvl("15-1", 1)


def note_evening(group_id: UUID, came: Came, *, by: Actor, at: datetime) -> UUID:
    """Note who came one evening, as numbers; noted again it is mended (bvl § 15-1)."""
    with act("group.evening_noted", by=by, at=at, right=ARRANGE, law=LAW) as entry:
        group = get_group(group_id, by=by, lock=True)
        check_came(came, starts_on=group.starts_on, ends_on=group.ends_on, today=oslo_date(at))
        row = Evening.objects.filter(group=group, held_on=came.held_on).first()
        numbers = {name: value for name, value in asdict(came).items() if name != "held_on"}
        if row is None:
            row = Evening(
                id=uuid4(), municipality_id=by.municipality, group=group, noted_at=at, noted_by=by.person, **asdict(came)
            )  # fmt: skip
            row.save(force_insert=True)
        else:
            for name, value in numbers.items():
                setattr(row, name, value)
            row.save(update_fields=tuple(numbers))
        entry.about(row.id, says="Oppmøtet på en gruppekveld ble ført, som tall.")
    return row.id


def book_interpreter(group_id: UUID, booked: Booked, *, by: Actor, at: datetime) -> UUID:
    """Book an interpreter for a group: never a child, and qualified while the law asks for it (tolkeloven §§ 4, 7)."""
    booked = replace(booked, name=one_line(booked.name), why=one_line(booked.why))
    with act("interpreter.booked", by=by, at=at, right=ARRANGE, law=tolkl("6")) as entry:
        group = get_group(group_id, by=by, lock=True)
        check_booked(booked, participants=participants(group))
        columns = {name: value for name, value in asdict(booked).items() if name != "relation"}
        row = Booking(
            id=uuid4(), municipality_id=by.municipality, group=group, noted_at=at, noted_by=by.person, **columns
        )  # fmt: skip
        row.save(force_insert=True)
        entry.about(row.id, says="En tolk ble bestilt til en gruppe.")
    return row.id


def cancel_interpreter(booking_id: UUID, *, by: Actor, at: datetime) -> None:
    """The interpreter is not coming: the booking stands as cancelled."""
    with act("interpreter.cancelled", by=by, at=at, right=ARRANGE, law=tolkl("6")) as entry:
        row = get_booking(booking_id, by=by)
        if row.cancelled_at:
            raise NotAllowed("Tolken er alt avbestilt.")
        row.cancelled_at = at
        row.save(update_fields=("cancelled_at",))
        entry.about(row.id, says="En tolk ble avbestilt.")

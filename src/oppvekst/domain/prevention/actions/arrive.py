"""Somebody asks, or signs up, from the public pages. Stored, then acknowledged: the receipt comes after the transaction."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid5

from django.db import IntegrityError
from django.utils.crypto import salted_hmac

from oppvekst.domain.prevention.actions.limits import limits_of, limits_of_sign_up
from oppvekst.domain.prevention.models import Request, SignUp
from oppvekst.domain.prevention.queries import published_group, standings
from oppvekst.domain.prevention.rules import CALL_BACK, Asked, Place, Visit, check, cleaned
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.agenda.planned import announce
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import oslo_date
from oppvekst.law.refusals import NotAllowed

# As a concern's: letters and digits that cannot be mistaken for each other when read aloud; 12 of 32 is 60 bits.
ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
GROUPS, LETTERS = 3, 4
SENT = UUID("8d0a6a35-4c57-4b0e-9e0b-6f3c2f6d1b7a")
SEND = "request.send"
LAW = str(CALL_BACK.citation)
SAYS = {
    Request.Kind.DISCUSSION: "Noen vil drøfte uten å si hvem det gjelder. Kom fra de åpne sidene.",
    Request.Kind.VISIT: "Noen ber oss komme på et møte. Kom fra de åpne sidene.",
}
SIGNED_UP = "En familie meldte seg på en gruppe. Kom fra de åpne sidene."
OVER = "Gruppa er ferdig. Den tar ikke imot flere påmeldinger."


@dataclass(frozen=True)
class Received:
    """What came of one sending."""

    id: UUID
    reference: str


def receive_request(asked: Asked, *, by: Actor, at: datetime) -> Received:
    """Receive a wish for a discussion or a visit: stored, on the preventive service's list, acknowledged (bvl § 15-1).

    The same words sent twice the same day, as by a finger that trembles, are one request with one reference.
    """
    asked = cleaned(asked)
    check(asked)
    reference = reference_of(asdict(asked), by.municipality, oslo_date(at))
    request = _request(asked, reference, municipality=by.municipality, at=at)
    with once(), act("request.received", by=by, at=at, right=SEND, law=LAW) as entry:
        request.save(force_insert=True)
        announce(limits_of(request))
        entry.about(request.id, says=SAYS[Request.Kind(request.kind)])
    return Received(request.id, reference)


def sign_up(group_id: UUID, place: Place, *, by: Actor, at: datetime) -> Received:
    """Sign a family up for a published group that is not over; when it is full, on its waiting list."""
    place = cleaned(place)
    check(place)
    group = published_group(by.municipality, group_id)
    if not standings([group], today=oslo_date(at))[group.id].takes_sign_ups:
        raise NotAllowed(OVER)
    reference = reference_of(asdict(place) | {"group": str(group.id)}, by.municipality, oslo_date(at))
    row = SignUp(
        id=_id(by.municipality, reference), municipality_id=by.municipality, group_id=group.id, reference=reference,
        received_at=at, **asdict(place),
    )  # fmt: skip
    with once(), act("request.received", by=by, at=at, right=SEND, law=LAW) as entry:
        row.save(force_insert=True)
        announce(limits_of_sign_up(row))
        entry.about(row.id, says=SIGNED_UP)
    return Received(row.id, reference)


def reference_of(told: dict[str, Any], municipality: int, on: date) -> str:
    """A reference that says nothing about who, when or how many: «7K3M-Q9TR-2BXD». Only we can make it of the words."""
    whole = json.dumps([municipality, on.isoformat(), told], sort_keys=True, ensure_ascii=False, default=str)
    digest = salted_hmac("oppvekst.prevention.reference", whole, algorithm="sha256").digest()
    signs = [ALPHABET[byte % len(ALPHABET)] for byte in digest[: GROUPS * LETTERS]]
    return "-".join("".join(signs[at : at + LETTERS]) for at in range(0, len(signs), LETTERS))


def _request(asked: Asked, reference: str, *, municipality: int, at: datetime) -> Request:
    told = asdict(asked)
    told |= {name: list(told[name]) for name in ("call_at", "themes") if name in told}
    kind = Request.Kind.VISIT if isinstance(asked, Visit) else Request.Kind.DISCUSSION
    return Request(
        id=_id(municipality, reference),
        municipality_id=municipality,
        kind=kind,
        reference=reference,
        received_at=at,
        **told,
    )


def _id(municipality: int, reference: str) -> UUID:
    return uuid5(SENT, f"{municipality}{reference}")


@contextmanager
def once() -> Iterator[None]:
    """What was here already, to the letter, is not stored again; whoever sent it gets the same receipt."""
    try:
        yield
    except IntegrityError as error:
        if getattr(error.__cause__, "sqlstate", "") != "23505":
            raise

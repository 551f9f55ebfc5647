"""Messages from other systems: stored first, then read; what cannot be read waits in quarantine, and somebody is told."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from oppvekst.domain.concerns.actions.arrive import Received, receive
from oppvekst.domain.concerns.models import Concern, Message
from oppvekst.domain.concerns.rules.message import ConcernMessage, from_neutral
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.access.models import Municipality
from oppvekst.ground.agenda.planned import Planned, Subject, settle
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import oslo_date
from oppvekst.law.refusals import Incomplete, NotFound

# The namespace of ids made from a source's own numbers, so that a message sent twice is the same message.
MESSAGES = UUID("5b0a52c2-6d0f-5d8e-9b3e-0a7c5f1d9998")

type Problems = Sequence[Mapping[str, str]]
# Bytes and kind in; neutral words out, or what is wrong with them. The adapter's own words stay in the adapter.
type Reading = Callable[[bytes, str], tuple[Mapping[str, Any] | None, Problems]]


@dataclass(frozen=True)
class Outcome:
    """What became of a message: its concerns, whether they were there before, or why it waits in quarantine."""

    concerns: tuple[Concern, ...]
    duplicate: bool = False
    problems: Problems = ()


def store(
    body: bytes, *, source: str, message_name: str, kind: str, municipality: int, at: datetime, pdf: bytes | None = None
) -> Message:
    """Keep a message as it came, before anything else (bvl § 2-1 (1): it is received when it has reached us).

    Call it in a transaction of its own: only when that has committed may the sender be told anything.
    """
    message_id = uuid5(MESSAGES, f"{source}:{municipality}:{message_name}")
    home = Municipality.objects.filter(number=municipality).first()
    message = Message(
        municipality=home, addressed_to=f"{municipality:04d}", source=source, message_id=message_id,
        message_name=message_name, kind=kind, body=body, pdf=pdf, digest=hashlib.sha256(body).hexdigest(), received_at=at,
    )  # fmt: skip
    Message.objects.bulk_create([message], ignore_conflicts=True)
    found = Message.objects.select_for_update().get(message_id=message_id)
    if found.digest != message.digest:  # the same number, other words: rather one concern too many than one too few
        name = f"{message_name}#{message.digest[:12]}"
        return store(body, source=source, message_name=name, kind=kind, municipality=municipality, at=at, pdf=pdf)
    return found


def take_in(message_id: UUID, read: Reading, *, by: Actor, at: datetime) -> Outcome:
    """Turn a stored message into concerns, or put it in quarantine. Repeated, it answers the same and adds nothing."""
    message = Message.objects.select_for_update().get(id=message_id)
    if message.state == Message.State.ACCEPTED:
        return Outcome(_concerns_of(message), duplicate=True)
    if message.state != Message.State.STORED:
        return Outcome((), duplicate=True, problems=message.problems)
    plain, problems = read(bytes(message.body), message.kind)
    problems = [*problems, *_misdirected(message, plain)]
    if plain is None or problems:
        _quarantine(message, problems, by=by, at=at)
        return Outcome((), problems=problems)
    _accept(message, from_neutral(plain), by=by, at=at)
    return Outcome(_concerns_of(message))


def _accept(message: Message, concern: ConcernMessage, *, by: Actor, at: datetime) -> Received:
    """Turn a stored message into concerns. The week runs from when it reached us, not from when it was read."""
    received = receive(concern, by=by, at=at, received_at=message.received_at)
    _mark(message, Message.State.ACCEPTED, at=at, enquiry_id=received.enquiry_id)
    return received


def _quarantine(message: Message, problems: Problems, *, by: Actor, at: datetime) -> None:
    """Keep a message that cannot be read, and put it on the intake's agenda the same moment. Nothing is lost."""
    with act("message.quarantined", by=by, at=at, right="concern.receive", law="bvl § 2-1 (1)") as entry:
        message.problems = [dict(problem) for problem in problems]
        _mark(message, Message.State.QUARANTINED, at=None)
        _settle(message)
        entry.about(message.id, says="En melding kunne ikke leses og ligger i karantene.")


def settle_message(message_id: UUID, outcome: str, *, by: Actor, at: datetime) -> None:
    """A person has dealt with a quarantined message: read it, registered it by hand, or sent it back."""
    if not outcome.strip():
        raise Incomplete({"outcome": "Skriv hva du gjorde med meldingen."})
    with act("message.settled", by=by, at=at, right="concern.register", law="bvl § 2-1 (1)") as entry:
        message = (
            Message.objects.select_for_update(of=("self",))
            .filter(id=message_id, state=Message.State.QUARANTINED)
            .first()
        )
        if message is None:
            raise NotFound("Meldingen ligger ikke lenger i karantene.")
        message.problems = [*message.problems, {"path": "", "sentence": f"Ordnet for hånd: {outcome.strip()}"}]
        _settle(message, done=at)
        entry.about(message.id, says=f"Melding i karantene ordnet for hånd: {outcome.strip()}")
        _mark(message, Message.State.SETTLED, at=at)


def _concerns_of(message: Message) -> tuple[Concern, ...]:
    """The concerns a message became."""
    return tuple(Concern.objects.filter(enquiry_id=message.enquiry_id).order_by("number")) if message.enquiry_id else ()


def _misdirected(message: Message, plain: Mapping[str, Any] | None) -> Problems:
    """A message for a municipality that is not this one is kept, and a person finds out where it belongs."""
    if message.municipality_id is None:
        told = f"Kommune {message.addressed_to} er ikke satt opp i denne tjenesten."
        return [{"path": "kommunenummer", "sentence": told}]
    named = plain["municipality"]["number"] if plain else message.addressed_to
    if named == message.addressed_to:
        return []
    told = f"Meldingen er skrevet til kommune {named}, men kom til kommune {message.addressed_to}."
    return [{"path": "kommunenummer", "sentence": told}]


def _mark(message: Message, state: str, *, at: datetime | None, enquiry_id: UUID | None = None) -> None:
    message.state, message.settled_at, message.enquiry_id = state, at, enquiry_id
    message.save(update_fields=["state", "problems", "settled_at", "enquiry_id"])


def _settle(message: Message, *, done: datetime | None = None) -> None:
    """The alarm goes to the municipality it was for; for one we do not have, to each that the service has."""
    homes = (
        [message.municipality_id] if message.municipality_id else Municipality.objects.values_list("number", flat=True)
    )
    for home in homes:
        read = Planned(
            f"quarantine-{home}", "En melding kunne ikke leses. Se på den nå.", intake=True, law="bvl § 2-1 (1)",
            start=oslo_date(message.received_at), done_on=oslo_date(done) if done else None,
        )  # fmt: skip
        settle(Subject(message.id, "message", int(home), None, (read,)))

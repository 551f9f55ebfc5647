"""What can be done with an offer: one act, one function, one transaction, one journal entry."""

from __future__ import annotations

import json
import secrets
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, time
from uuid import UUID, uuid5

from django.db import IntegrityError
from django.utils.crypto import salted_hmac

from oppvekst.domain.homes.models import Offer
from oppvekst.domain.homes.queries import facts_of, get_offer, names_of, promised
from oppvekst.domain.homes.rules import (
    FIRST_CONTACT,
    MACHINE,
    OUTCOMES,
    Kind,
    Outcome,
    Sending,
    check,
    cleaned,
    looks_sensitive,
)
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.agenda.models import Queue
from oppvekst.ground.agenda.planned import Planned, Subject, announce, counted, settle
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import OSLO, in_words, oslo_date
from oppvekst.law.citation import fvl
from oppvekst.law.refusals import Incomplete, NotAllowed

FOLLOW_UP = "offer.follow_up"
ANSWER = str(fvl("11 a", 1))
# As a concern's: letters and digits that cannot be mistaken for each other when read aloud; 12 of 32 is 60 bits.
ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
GROUPS, LETTERS = 3, 4
SENT = UUID("5b0c9c3e-8f0f-4a57-9d5d-8a3a1c0f6d21")
NOTE_ROOM = 4_000
WORDS_FOR = {
    Kind.VISITING_HOME: "besøkshjem", Kind.FOSTER_HOME: "fosterhjem", Kind.SUPPORT_CONTACT: "støttekontakt",
    Kind.SUPERVISION_PERSON: "tilsynsperson",
}  # fmt: skip
CALL = "Ta kontakt med den som vil bli {kind}"
STANDS = ("state", "assignee", "note", "contacted_at", "closed_at", "outcome")


@dataclass(frozen=True)
class Received:
    """What came of one sending."""

    offer_id: UUID
    reference: str
    due: date | None


def receive(sending: Sending, *, by: Actor, at: datetime) -> Received:
    """Receive an offer from the public page: stored, on the coordinator's list, acknowledged.

    The same words sent twice the same day, as by a finger that trembles, are one offer with one reference.
    """
    sending = cleaned(sending)
    check(sending)
    reference = reference_of(sending, by.municipality, oslo_date(at))
    offer = _offer(sending, reference, municipality=by.municipality, at=at)
    try:
        with act("offer.received", by=by, at=at, right="offer.send", law=ANSWER) as entry:
            offer.save(force_insert=True)
            announce(limits_of(offer))
            entry.about(offer.id, says=f"Noen vil bli {WORDS_FOR[sending.kind]}. Kom fra de åpne sidene.")
    except IntegrityError as error:
        if not _is_the_same(error):
            raise
    return Received(offer.id, reference, promised(by.municipality, oslo_date(at)).due)


def reference_of(sending: Sending, municipality: int, on: date) -> str:
    """A reference that says nothing about who, when or how many: «7K3M-Q9TR-2BXD». Only we can make it of the words."""
    told = json.dumps([municipality, on.isoformat(), asdict(sending)], sort_keys=True, ensure_ascii=False)
    return _grouped(salted_hmac("oppvekst.homes.reference", told, algorithm="sha256").digest())


def new_reference() -> str:
    """A reference of nothing: what a program is shown that filled in what nobody can see."""
    return _grouped(secrets.token_bytes(GROUPS * LETTERS))


def limits_of(offer: Offer) -> Subject:
    """What an offer puts on the agenda: a first contact, while nobody has made it and nobody has ended it."""
    planned: tuple[Planned, ...] = ()
    if not offer.closed_at or offer.contacted_at:
        title = CALL.format(kind=WORDS_FOR[Kind(offer.kind)])
        due = promised(offer.municipality_id, oslo_date(offer.received_at))
        done = oslo_date(offer.contacted_at) if offer.contacted_at else None
        planned = (_in_queue(counted(due, title, assignee=offer.assignee, done_on=done)),)
    return Subject(offer.id, "offer", offer.municipality_id, None, planned)


def take(offer_id: UUID, *, by: Actor, at: datetime, over_from: UUID | None = None) -> None:
    """Take an offer. The first one who takes it has it; from a colleague only by saying from whom."""
    with act("offer.taken", by=by, at=at, right=FOLLOW_UP, law=ANSWER) as entry:
        offer = get_offer(offer_id, by=by, lock=True)
        if offer.assignee not in (None, by.person, over_from):
            raise NotAllowed(f"{_holder(offer)} har allerede tatt dette.")
        offer.assignee = by.person
        _store(offer)
        entry.about(offer.id, says=f"{by.name} tok det.")


def note(offer_id: UUID, text: str, *, by: Actor, at: datetime) -> None:
    """Keep the coordinator's own note. The journal tells that it was changed, not what it says."""
    _refuse_number(text)
    with act("offer.noted", by=by, at=at, right=FOLLOW_UP) as entry:
        offer = get_offer(offer_id, by=by, lock=True)
        offer.note = text.strip()
        _store(offer)
        entry.about(offer.id, says="Notatet ble endret.")


def mark_contacted(offer_id: UUID, *, by: Actor, at: datetime, on: date | None = None) -> None:
    """Somebody of ours has talked with whoever offered (fvl § 11 a (1)). Whoever did it has it, if nobody had."""
    with act("offer.contacted", by=by, at=at, right=FOLLOW_UP, law=ANSWER) as entry:
        offer = get_offer(offer_id, by=by, lock=True)
        day = on or oslo_date(at)
        _refuse_impossible_day(offer, day, at)
        offer.state = MACHINE.take(offer.state, "mark_contacted", facts_of(offer))
        offer.contacted_at = at if day == oslo_date(at) else datetime.combine(day, time(12), OSLO)
        offer.assignee = offer.assignee or by.person
        _store(offer)
        entry.about(offer.id, says=f"Vi hadde kontakt {in_words(day)}.")


def take_back_contact(offer_id: UUID, *, by: Actor, at: datetime) -> None:
    """It was noted by mistake: the limit for a first contact stands again."""
    with act("offer.contact_taken_back", by=by, at=at, right=FOLLOW_UP, law=ANSWER) as entry:
        offer = get_offer(offer_id, by=by, lock=True)
        offer.state = MACHINE.take(offer.state, "take_back_contact", facts_of(offer))
        offer.contacted_at = None
        _store(offer)
        entry.about(offer.id, says="Det var ført feil at vi hadde hatt kontakt.")


def close(offer_id: UUID, *, outcome: str, note: str | None = None, by: Actor, at: datetime) -> None:
    """End it, with how it went. What was sent, and the note, are kept."""
    if note is not None:
        _refuse_number(note)
    with act("offer.closed", by=by, at=at, right=FOLLOW_UP, law=ANSWER) as entry:
        offer = get_offer(offer_id, by=by, lock=True)
        offer.state = MACHINE.take(offer.state, "close", facts_of(offer, outcome=outcome, note=note))
        offer.outcome, offer.closed_at = outcome, at
        kept = offer.note if note is None else note.strip()
        changed = " Notatet ble endret." if kept != offer.note else ""
        offer.note = kept
        _store(offer)
        entry.about(offer.id, says=f"Avsluttet: {OUTCOMES[Outcome(outcome)]}.{changed}", outcome=outcome)


def reopen(offer_id: UUID, *, by: Actor, at: datetime) -> None:
    """Ended by mistake, or they came back: it stands where it stood, with its note."""
    with act("offer.reopened", by=by, at=at, right=FOLLOW_UP, law=ANSWER) as entry:
        offer = get_offer(offer_id, by=by, lock=True)
        step = "reopen_contacted" if offer.contacted_at else "reopen"
        offer.state = MACHINE.take(offer.state, step, facts_of(offer))
        offer.outcome, offer.closed_at = "", None
        _store(offer)
        entry.about(offer.id, says="Åpnet igjen.")


def _offer(sending: Sending, reference: str, *, municipality: int, at: datetime) -> Offer:
    return Offer(
        id=uuid5(SENT, f"{municipality}{reference}"), municipality_id=municipality, reference=reference, received_at=at,
        kind=sending.kind.value, name=sending.name, phone=sending.phone, email=sending.email, area=sending.area,
        language=sending.language, interpreter=sending.interpreter, household=dict(sending.household),
        can_offer=dict(sending.can_offer), words=sending.words,
    )  # fmt: skip


def _grouped(digest: bytes) -> str:
    signs = [ALPHABET[byte % len(ALPHABET)] for byte in digest[: GROUPS * LETTERS]]
    return "-".join("".join(signs[at : at + LETTERS]) for at in range(0, len(signs), LETTERS))


def _is_the_same(error: IntegrityError) -> bool:
    """The very same offer was here already."""
    return getattr(error.__cause__, "sqlstate", "") == "23505"


def _holder(offer: Offer) -> str:
    return next(iter(names_of([offer.assignee]).values()), "En kollega")


def _in_queue(planned: Planned) -> Planned:
    return replace(planned, queue=Queue.HOMES)


def _store(offer: Offer) -> None:
    offer.save(update_fields=STANDS)
    settle(limits_of(offer))


def _refuse_number(text: str) -> None:
    found = looks_sensitive(text, health=False)
    if found:
        raise Incomplete({"note": found.sentence})
    if len(text) > NOTE_ROOM:
        raise Incomplete({"note": f"Det er plass til {NOTE_ROOM} tegn."})


def _refuse_impossible_day(offer: Offer, day: date, at: datetime) -> None:
    if not oslo_date(offer.received_at) <= day <= oslo_date(at):
        raise Incomplete({"on": "Dagen må være fra den dagen det kom, til og med i dag."}, FIRST_CONTACT.citation)

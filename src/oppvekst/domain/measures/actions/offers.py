"""A child's place in an offer: it waits, takes a place, and leaves it, each with its day (bvl §§ 3-1, 12-11)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from oppvekst.domain.cases.queries import get_case
from oppvekst.domain.measures.models import HelpPlace, Measure, Offer, WorkerCertificate
from oppvekst.domain.measures.queries import get_measure
from oppvekst.domain.measures.queries.offers import call_off_facts, certificates_on, get_offer, get_place, others_wait
from oppvekst.domain.measures.queries.providers import agreement_on
from oppvekst.domain.measures.rules import WRITE
from oppvekst.domain.measures.rules.offers import HAS, HELP, LEFT, WAITS
from oppvekst.domain.measures.rules.providers import CERTIFICATE, Whose, call_off_lacks
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import in_words
from oppvekst.law.refusals import Incomplete, NotAllowed

FULL = "Den siste plassen er tatt. Du kan sette barnet på venteliste."
PLACED = (
    "state", "placed_on", "worker", "agreement", "measure", "before_others", "noted_by", "noted_by_name", "noted_at",
)  # fmt: skip
NEVER_OVER = ("catalogue_offer_never_over", "agreement_never_over")


@dataclass(frozen=True, kw_only=True)
class Called:
    """How a place is taken: from which day, as part of which measure, with whom, and why before those who wait."""

    on: date
    measure_id: UUID | None = None
    worker_id: UUID | None = None
    before_others: str = ""


def wait_for_place(case_id: UUID, offer_id: UUID, *, on: date, by: Actor, at: datetime) -> HelpPlace:
    """Put a child in an offer's line (bvl § 3-1)."""
    with act("place.waits", by=by, at=at, right=WRITE, law=HELP) as entry:
        case, offer = get_case(case_id), get_offer(offer_id, by=by)
        _refuse_day(offer, on)
        _refuse_twice(case_id, offer)
        place = _place(case_id, offer, by, at)
        place.state, place.asked_on = WAITS, on
        place.save(force_insert=True)
        entry.about(place.id, case_id=case.id, says=f"Barnet venter på plass: {offer.name}.")
    return place


def take_place(case_id: UUID, offer_id: UUID, called: Called, *, by: Actor, at: datetime) -> HelpPlace:
    """Take a place for a child; of two who take the last one at once, the second is told (bvl §§ 3-1, 12-11)."""
    with act("place.taken", by=by, at=at, right=WRITE, law=HELP & CERTIFICATE) as entry:
        case, offer = get_case(case_id), get_offer(offer_id, by=by)
        waiting = HelpPlace.objects.filter(case_id=case_id, offer=offer, state=WAITS).first()
        if waiting is None:
            _refuse_twice(case_id, offer)
        _refuse_day(offer, called.on)
        worker = _worker(offer, called)
        _refuse_call_off(offer, called, worker, waiting)
        place = waiting or _place(case_id, offer, by, at)
        _put(place, called, worker, by=by, at=at)
        entry.about(place.id, case_id=case.id, says=f"Barnet fikk plass: {offer.name}.")
    return place


def leave_place(place_id: UUID, *, on: date, words: str, by: Actor, at: datetime) -> HelpPlace:
    """Leave a place or the line; the place is free for another from that moment (bvl § 3-1)."""
    with act("place.left", by=by, at=at, right=WRITE, law=HELP) as entry:
        place = get_place(place_id)
        if place.state == LEFT:
            raise NotAllowed("Barnet har alt sluttet i dette tilbudet.")
        since = place.placed_on or place.asked_on
        if on < since:
            raise Incomplete({"on": f"Dagen kan ikke være før {in_words(since)}."})
        _leave(place, on, words, by, at)
        entry.about(place.id, case_id=place.case_id, says=f"Barnet sluttet: {place.offer.name}.")
    return place


def leave_those_of(measure: Measure, words: str, *, on: date, by: Actor, at: datetime) -> None:
    """Help that has ended holds no place: each is free for the first in line from that moment (bvl § 3-1)."""
    for place in HelpPlace.objects.filter(measure=measure).exclude(state=LEFT):
        _leave(place, max(on, place.placed_on or place.asked_on), words, by, at)


def _leave(place: HelpPlace, on: date, words: str, by: Actor, at: datetime) -> None:
    place.state, place.left_on, place.left_words = LEFT, on, words.strip()
    _noted(place, by, at)
    place.save(update_fields=["state", "left_on", "left_words", "noted_by", "noted_by_name", "noted_at"])


def _put(place: HelpPlace, called: Called, worker: WorkerCertificate | None, *, by: Actor, at: datetime) -> None:
    offer = place.offer
    agreement = agreement_on(offer.provider_id, called.on) if offer.provider.whose == Whose.PRIVATE else None
    place.state, place.placed_on, place.worker, place.agreement = HAS, called.on, worker, agreement
    place.asked_on = place.asked_on or called.on
    place.before_others = called.before_others.strip()
    place.measure = get_measure(called.measure_id) if called.measure_id else None
    _noted(place, by, at)
    try:
        with transaction.atomic():
            place.save(**({"force_insert": True} if place._state.adding else {"update_fields": PLACED}))
    except IntegrityError as error:
        if not any(name in str(error) for name in NEVER_OVER):
            raise
        raise NotAllowed(FULL) from error


def _refuse_call_off(offer: Offer, called: Called, worker: WorkerCertificate | None, waiting: HelpPlace | None) -> None:
    if offer.free is not None and offer.free < 1:
        raise NotAllowed(FULL)
    lacking = call_off_lacks(call_off_facts(offer, on=called.on, worker=worker))
    if lacking:
        raise Incomplete(lacking, CERTIFICATE if "worker" in lacking else None)
    others = others_wait(offer, waiting)
    if others and not called.before_others.strip():
        who = "Ett annet barn venter" if others == 1 else f"{others} andre barn venter"
        raise Incomplete({"before_others": f"{who} på plass her. Skriv hvorfor dette barnet får plassen nå."})


def _worker(offer: Offer, called: Called) -> WorkerCertificate | None:
    if called.worker_id is None:
        return None
    found = certificates_on(offer.provider_id, called.on).filter(id=called.worker_id).first()
    if found is None:
        raise Incomplete({"worker": "Den som er valgt, har ikke oppdrag hos leverandøren den dagen. Velg en annen."})
    return found


def _refuse_day(offer: Offer, on: date) -> None:
    if on < offer.valid_from:
        raise Incomplete({"on": f"Tilbudet begynner {in_words(offer.valid_from)}. Velg en dag fra da av."})
    if offer.valid_to and on > offer.valid_to:
        raise Incomplete({"on": f"Tilbudet er der til og med {in_words(offer.valid_to)}. Velg en tidligere dag."})


def _refuse_twice(case_id: UUID, offer: Offer) -> None:
    found = HelpPlace.objects.filter(case_id=case_id, offer=offer).exclude(state=LEFT).first()
    if found is not None:
        raise NotAllowed(f"Barnet {'har plass' if found.state == HAS else 'venter på plass'} i dette tilbudet fra før.")


def _place(case_id: UUID, offer: Offer, by: Actor, at: datetime) -> HelpPlace:
    return _noted(HelpPlace(municipality_id=by.municipality, case_id=case_id, offer=offer), by, at)


def _noted(place: HelpPlace, by: Actor, at: datetime) -> HelpPlace:
    place.noted_by, place.noted_by_name, place.noted_at = by.person, by.name, at
    return place

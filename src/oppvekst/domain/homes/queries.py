"""What can be asked about offers. ``get_offer`` is the way in and the access check."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.conf import settings
from django.db.models import Q, QuerySet

from oppvekst.domain.homes.models import Offer
from oppvekst.domain.homes.rules import MACHINE, WORKING_DAYS, OfferFacts, contact_due
from oppvekst.domain.information.models import Appearance
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.access.models import Staff
from oppvekst.ground.database.logins import HOMES, WIDE
from oppvekst.law.calendar import oslo_date
from oppvekst.law.deadline import Due
from oppvekst.law.machine import Outlook
from oppvekst.law.refusals import NotAllowed, NotFound

SEES_OFFERS = (HOMES, WIDE)
ENDED = tuple(state.name for state in MACHINE.states if state.closed)
MARK_LENGTH = 16
GROUP = 4


def must_see(by: Actor) -> None:
    """Refuse a hat that the database would refuse anyway, with a sentence (it is the coordinator's, and the leader's)."""
    if by.hat not in SEES_OFFERS:
        raise NotAllowed("Bare koordinatoren for hjem og barnevernslederen ser hvem som har meldt seg.")


def get_offer(offer_id: UUID, *, by: Actor, lock: bool = False) -> Offer:
    """The offer, if it is there for you; ``lock`` lets whoever is acting on it this very moment finish first."""
    must_see(by)
    rows = Offer.objects.select_for_update() if lock else Offer.objects.all()
    offer = rows.filter(id=offer_id, municipality_id=by.municipality).first()
    if offer is None:
        raise NotFound("Vi finner ikke dette tilbudet blant dem du kan se.")
    return offer


def offers(by: Actor) -> QuerySet[Offer]:
    """All offers of this municipality."""
    must_see(by)
    return Offer.objects.filter(municipality_id=by.municipality)


def offers_by_id(ids: Iterable[UUID]) -> dict[UUID, Offer]:
    """The offers that a worklist points at, in one question; none when nothing is asked."""
    wanted = list(ids)
    return {offer.id: offer for offer in Offer.objects.filter(id__in=wanted)} if wanted else {}


def named(words: str) -> Q:
    """Whose name holds every word, or whose reference begins so, also without dashes and in small letters."""
    signs = "".join(sign for sign in words.upper() if sign.isalnum())
    by_name = Q()
    for word in words.split():
        by_name &= Q(name__icontains=word)
    return by_name | Q(reference__begins="-".join(signs[at : at + GROUP] for at in range(0, len(signs), GROUP)))


def areas_of(municipality: int) -> list[str]:
    """The places the municipality has named, in its own order; none where it has named none."""
    found = Appearance.objects.filter(municipality_id=municipality).values_list("areas", flat=True).first() or []
    return [area for area in found if isinstance(area, str) and area.strip()]


def areas_offered(by: Actor) -> list[str]:
    """The places that somebody has offered from."""
    return list(offers(by).order_by("area").values_list("area", flat=True).distinct())


def contact_days(municipality: int) -> int:
    """How many working days the municipality gives itself (its own practice; the Act names none)."""
    own: dict[int, int] = getattr(settings, "OFFER_CONTACT_DAYS", {})
    return own.get(municipality, WORKING_DAYS)


def contact_limit(offer: Offer) -> Due:
    """When this one should have heard from us."""
    return promised(offer.municipality_id, oslo_date(offer.received_at))


def promised(municipality: int, received_on: date) -> Due:
    """When somebody who writes that day should have heard from us."""
    return contact_due(received_on, days=contact_days(municipality))


def facts_of(offer: Offer, *, outcome: str = "", note: str | None = None) -> OfferFacts:
    """What the steps ask about, with what the person has just written."""
    return OfferFacts(
        contacted=offer.contacted_at is not None, outcome=outcome, note=offer.note if note is None else note
    )


def outlook(offer: Offer) -> list[Outlook[OfferFacts]]:
    """Every step that leads on from here."""
    return MACHINE.outlook(offer.state, facts_of(offer))


def stand_of(offer: Offer) -> str:
    """A mark that changes whenever somebody takes, notes, contacts, ends or opens again."""
    stands = (offer.state, offer.assignee, offer.note, offer.contacted_at, offer.closed_at, offer.outcome)
    return hashlib.sha256(repr(stands).encode()).hexdigest()[:MARK_LENGTH]


def names_of(staff_ids: Iterable[UUID | None]) -> dict[UUID, str]:
    """Who they are, in one question; none when nobody is asked for."""
    wanted = {staff_id for staff_id in staff_ids if staff_id}
    return dict(Staff.objects.filter(id__in=wanted).values_list("id", "name")) if wanted else {}

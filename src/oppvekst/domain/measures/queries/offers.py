"""The catalogue as it is read, and a child's places in it. ``get_offer`` is the way in and the access check."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Left, Length

from oppvekst.domain.measures.models import HelpPlace, Offer, WorkerCertificate
from oppvekst.domain.measures.queries.providers import agreement_on, must_read_catalogue
from oppvekst.domain.measures.rules.offers import HAS, LEFT, WAITS
from oppvekst.domain.measures.rules.providers import CallOffFacts, Kind, Whose, call_off_lacks
from oppvekst.ground.access.actor import Actor
from oppvekst.law.refusals import NotFound


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """What somebody looks for in the catalogue."""

    words: str = ""
    category: str = ""
    provider: UUID | None = None
    free: bool = False
    ended: bool = False


def get_offer(offer_id: UUID, *, by: Actor, lock: bool = False) -> Offer:
    """One offer with its provider, if it is there for you; ``lock`` lets whoever changes it this very moment finish first."""
    must_read_catalogue(by)
    rows = Offer.objects.select_for_update(of=("self",)) if lock else Offer.objects.all()
    found = rows.select_related("provider").filter(id=offer_id, municipality_id=by.municipality).first()
    if found is None:
        raise NotFound("Vi finner ikke dette tilbudet i katalogen.")
    return found


def in_force(day: date) -> Q:
    """Offers that are to be had on that day."""
    return Q(valid_from__lte=day) & (Q(valid_to=None) | Q(valid_to__gte=day))


def catalogue(by: Actor, chosen: Chosen, *, today: date) -> QuerySet[Offer]:
    """The municipality's offers in the order of the codes; those that have ended too, when asked."""
    must_read_catalogue(by)
    found = Offer.objects.select_related("provider").filter(municipality_id=by.municipality)
    if not chosen.ended:
        found = found.filter(Q(valid_to=None) | Q(valid_to__gte=today))
    if chosen.category:
        group = Q(category__startswith=f"{chosen.category}.") if "." not in chosen.category else Q()
        found = found.filter(group or Q(category=chosen.category))
    if chosen.provider:
        found = found.filter(provider_id=chosen.provider)
    if chosen.free:
        found = found.filter(in_force(today)).filter(has_room())
    for word in chosen.words.split():
        found = found.filter(_named(word))
    # 3.2 stands before 3.10, as in the register.
    return found.order_by(Left("category", 1), Length("category"), "category", "name", "id")


def has_room() -> Q:
    """Offers with a free place, or with no fixed number."""
    return Q(capacity=None) | Q(capacity__gt=F("taken") + F("others"))


def _named(word: str) -> Q:
    return (
        Q(name__icontains=word) | Q(about__icontains=word) | Q(district__icontains=word) | Q(provider__name__icontains=word)
    )  # fmt: skip


def get_place(place_id: UUID) -> HelpPlace:
    """A child's place or wait, if it is there for you."""
    rows = HelpPlace.objects.select_related("case__child", "offer__provider", "worker", "measure")
    found = rows.filter(id=place_id).first()
    if found is None:
        raise NotFound("Vi finner ikke denne plassen blant sakene dine.")
    return found


def places_of(case_id: UUID) -> list[HelpPlace]:
    """A child's places in offers: those it has, those it waits for, and last those it has left."""
    found = HelpPlace.objects.select_related("offer__provider", "worker", "measure").filter(case_id=case_id)
    order = {HAS: 0, WAITS: 1, LEFT: 2}
    return sorted(found, key=lambda one: (order[one.state], one.asked_on, str(one.id)))


def others_wait(offer: Offer, place: HelpPlace | None) -> int:
    """How many other children wait for a place in it."""
    return offer.waiting - (1 if place and place.state == WAITS else 0)


def call_off_facts(offer: Offer, *, on: date, worker: WorkerCertificate | None = None) -> CallOffFacts:
    """The facts that a call-off asks about on that day (bvl § 12-11)."""
    whose = Whose(offer.provider.whose)
    agreement = agreement_on(offer.provider_id, on) if whose is Whose.PRIVATE else None
    shown = [worker] if worker else list(certificates_on(offer.provider_id, on))
    return CallOffFacts(
        whose=whose, category=offer.category, agreement=agreement is not None,
        agreement_left=agreement.left if agreement else None, kinds_shown=tuple(Kind(one.kind) for one in shown),
        worker_chosen=worker is not None, price_known=bool(offer.price.strip() or (agreement and agreement.prices.strip())),
    )  # fmt: skip


def start_facts(place: HelpPlace, *, on: date) -> CallOffFacts:
    """The same for a place that is taken already, on the day the help begins: its own place is not counted against it."""
    held = certificates_on(place.offer.provider_id, on).filter(id=place.worker_id).first() if place.worker_id else None
    facts = call_off_facts(place.offer, on=on, worker=held)
    agreement = agreement_on(place.offer.provider_id, on)
    own = agreement is not None and agreement.id == place.agreement_id
    left = facts.agreement_left + 1 if own and facts.agreement_left is not None else facts.agreement_left
    return replace(facts, agreement_left=left)


def places_held(measure_id: UUID) -> list[HelpPlace]:
    """The places in the catalogue that a measure has."""
    rows = HelpPlace.objects.select_related("offer__provider", "worker").filter(measure_id=measure_id, state=HAS)
    return list(rows.order_by("placed_on", "id"))


def start_lacks(measure_id: UUID, *, on: date) -> tuple[str, ...] | None:
    """What the catalogue finds lacking for help to begin that day; None where the help has no place in it (bvl § 12-11)."""
    places = places_held(measure_id)
    if not places:
        return None
    found = (call_off_lacks(start_facts(one, on=on)).values() for one in places)
    return tuple(dict.fromkeys(sentence for told in found for sentence in told))


def certificates_on(provider_id: UUID, day: date) -> QuerySet[WorkerCertificate]:
    """Who holds a task on that day and has shown a certificate (bvl § 12-11)."""
    held = Q(shown_on__lte=day) & (Q(ended_on=None) | Q(ended_on__gt=day))
    return WorkerCertificate.objects.filter(held, provider_id=provider_id).order_by("worker_name", "id")

"""What can be asked about offers and about what colleagues ask for. ``get_offer`` and ``get_wanted`` are the access checks."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.conf import settings
from django.db import connection
from django.db.models import Count, Q, QuerySet

from oppvekst.domain.homes.models import Offer, Wanted
from oppvekst.domain.homes.rules import (
    ACCEPT,
    ANSWER_DAYS,
    ANSWERED,
    MACHINE,
    TAKES_A_HOME,
    WAITS,
    WORKING_DAYS,
    Fit,
    Kind,
    Offered,
    OfferFacts,
    Outcome,
    WantedFacts,
    Wish,
    answer_due,
    contact_due,
    fit,
    not_in_place,
)
from oppvekst.domain.information.models import Appearance
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.access.models import Staff
from oppvekst.ground.agenda.models import Item
from oppvekst.ground.database.logins import HOMES, WIDE
from oppvekst.law.calendar import oslo_date
from oppvekst.law.deadline import Due
from oppvekst.law.machine import Outlook
from oppvekst.law.refusals import NotAllowed, NotFound

SEES_OFFERS = (HOMES, WIDE)
ENDED = tuple(state.name for state in MACHINE.states if state.closed)
MARK_LENGTH = 16
GROUP = 4
# The line the database puts on the coordinator's list when it is settled.
TELL = "home-tell"


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


def get_wanted(wanted_id: UUID, *, by: Actor, lock: bool = False) -> Wanted:
    """What a colleague asked for, if it is there for you: the coordinator's and the leader's, and hers who sees the case."""
    rows = Wanted.objects.select_for_update() if lock else Wanted.objects.all()
    found = rows.filter(id=wanted_id, municipality_id=by.municipality).first()
    if found is None:
        raise NotFound("Vi finner ikke dette blant hjemmene det er spurt om.")
    return found


def wanted(by: Actor) -> QuerySet[Wanted]:
    """Everything that is asked for in this municipality."""
    must_see(by)
    return Wanted.objects.filter(municipality_id=by.municipality)


def wanted_by_id(ids: Iterable[UUID]) -> dict[UUID, Wanted]:
    """Those that a worklist points at, in one question; none when nothing is asked."""
    sought = list(ids)
    return {one.id: one for one in Wanted.objects.filter(id__in=sought)} if sought else {}


def answer_days(municipality: int) -> int:
    """How many working days the service gives itself to answer (its own practice; the Act names none)."""
    own: dict[int, int] = getattr(settings, "HOME_ANSWER_DAYS", {})
    return own.get(municipality, ANSWER_DAYS)


def answer_limit(municipality: int, asked_on: date) -> Due:
    """When somebody who asks that day should have an answer."""
    return answer_due(asked_on, days=answer_days(municipality))


def wish_of(one: Wanted) -> Wish:
    """What was asked for, as the rules say it."""
    return Wish(
        kind=Kind(one.kind), age=one.age, often=one.often, wanted_from=one.wanted_from, area=one.area, language=one.language,
        needs=tuple(one.needs), words=one.words, kept_reason=one.kept_reason,
    )  # fmt: skip


def in_touch(kind: str) -> Q:
    """Those we have talked with and who go on; the rest are not proposed."""
    return Q(kind=kind) & (Q(state="contacted") | Q(state="closed", outcome=Outcome.GOES_ON))


def fitting(one: Wanted, *, by: Actor) -> list[tuple[Offer, Fit]]:
    """Those of the same kind whom we are in touch with, the place first, then the language; a person decides (bvl § 3-1)."""
    wish, found = wish_of(one), offers(by).filter(in_touch(one.kind)).order_by("received_at", "id")
    ranked = [(offer, fit(wish, _offered(offer))) for offer in found]
    return sorted(ranked, key=lambda pair: pair[1].order)


def home_stands(one: Wanted) -> bool:
    """Whether we are in touch with a home that waits for a yes: all that whoever asked is told of the offer (bvl § 13-1)."""
    if one.state != ANSWERED:
        return True
    with connection.cursor() as cursor:
        cursor.execute("select access.home_stands(%s)", [one.id])
        return bool(cursor.fetchone()[0])


def to_be_told(one: Wanted) -> str:
    """What the home has not been told yet, as the coordinator's list says it; nothing, where there is nothing to tell."""
    line = Item.objects.filter(subject=one.id, subject_kind="wanted", rule=TELL, open=True).first()
    return line.title if line else ""


def said_no_to(one: Wanted) -> set[UUID]:
    """The homes that were named before in the same matter, and not taken."""
    homes: set[UUID] = set()
    before = one.again_of
    seen: set[UUID] = set()
    while before and before not in seen:
        seen.add(before)
        earlier = Wanted.objects.filter(id=before).first()
        before = earlier.again_of if earlier else None
        homes |= {earlier.offer_id} if earlier and earlier.offer_id else set()
    return homes


def named_for(offer_ids: Iterable[UUID], *, but: UUID | None = None) -> dict[UUID, tuple[int, int]]:
    """For how many each home is named, and for how many it is taken: figures, and nobody's name (bvl § 13-1)."""
    rows = Wanted.objects.filter(offer_id__in=list(offer_ids), state__in=TAKES_A_HOME)
    rows = rows.exclude(id=but) if but else rows
    counted = rows.values("offer_id").annotate(
        named=Count("id", filter=Q(state="answered")), taken=Count("id", filter=Q(state="accepted"))
    )
    return {row["offer_id"]: (row["named"], row["taken"]) for row in counted}


def last_in_place(offer: Offer) -> dict[str, str]:
    """What was last said to be in place with this home, to begin with."""
    said = Wanted.objects.filter(offer=offer).exclude(in_place={}).order_by("-in_place_at").first()
    return dict(said.in_place) if said else {}


def waiting_wanted(by: Actor) -> int:
    """How many wait for an answer."""
    return wanted(by).filter(state=WAITS).count()


def facts_of_wanted(
    one: Wanted,
    *,
    offer: Offer | None = None,
    stands: bool = True,
    answer_words: str = "",
    several: bool = False,
    reasons: str = "",
) -> WantedFacts:
    """What the steps ask about, with what the person has just written."""
    named = sum(named_for([offer.id], but=one.id).get(offer.id, (0, 0))) if offer else 0
    reached = offer is not None and (offer.state == "contacted" or offer.outcome == Outcome.GOES_ON)
    return WantedFacts(
        chosen=offer is not None, kind_fits=offer is None or offer.kind == one.kind, in_touch=offer is None or reached,
        others=named, others_confirmed=several, answer_words=answer_words, not_in_place=not_in_place(one.kind, one.in_place),
        reasons=reasons, stands=stands,
    )  # fmt: skip


def facts_to_settle(one: Wanted, step: str, *, words: str = "") -> WantedFacts:
    """What whoever asked decides by; only a yes asks whether the home still stands (bvl § 12-11)."""
    return facts_of_wanted(one, reasons=words, stands=step != ACCEPT or home_stands(one))


def _offered(offer: Offer) -> Offered:
    return Offered(area=offer.area, language=offer.language, household=offer.household, can_offer=offer.can_offer)


def names_of(staff_ids: Iterable[UUID | None]) -> dict[UUID, str]:
    """Who they are, in one question; none when nobody is asked for."""
    wanted = {staff_id for staff_id in staff_ids if staff_id}
    return dict(Staff.objects.filter(id__in=wanted).values_list("id", "name")) if wanted else {}

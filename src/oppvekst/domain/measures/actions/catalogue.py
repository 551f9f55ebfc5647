"""Keeping the catalogue: an offer is written in, changed, and taken out from a day; nothing is ever deleted."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from oppvekst.domain.measures.actions.providers import EDIT_CATALOGUE, LAW
from oppvekst.domain.measures.models import Offer
from oppvekst.domain.measures.models.offers import WRITTEN
from oppvekst.domain.measures.queries.offers import get_offer
from oppvekst.domain.measures.queries.providers import get_provider
from oppvekst.domain.measures.rules.offers import Said, check_offer, code_refusal
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import in_words
from oppvekst.law.refusals import Incomplete, NotAllowed


@dataclass(frozen=True)
class Retired:
    """What taking an offer out means for those who are in it: told, and stopping nobody."""

    has: int
    waits: int


def keep_offer(
    said: Said, *, by: Actor, at: datetime, offer_id: UUID | None = None, seen: datetime | None = None
) -> Offer:
    """Write an offer into the catalogue, or change it (bvl § 15-3). ``seen``: when it was last changed, as the editor saw it."""
    with act("offer.kept", by=by, at=at, right=EDIT_CATALOGUE, law=LAW) as entry:
        found = get_offer(offer_id, by=by, lock=True) if offer_id else Offer(municipality_id=by.municipality)
        if seen and found.changed_at != seen:
            raise NotAllowed(
                f"{found.changed_by_name or 'En kollega'} har endret tilbudet mens du skrev. Se over, og lagre på nytt."
            )
        check_offer(said, taken=found.taken)
        _refuse_provider(said, by)
        for name, value in _columns(said).items():
            setattr(found, name, value)
        _refuse_twice(found)
        _store(found, by=by, at=at)
        entry.about(
            found.id,
            says=f"Tilbudet «{found.name}» ble {'endret' if offer_id else 'lagt inn'} i katalogen.",
            category=found.category,
        )
    return found


def retire_offer(offer_id: UUID, *, on: date, by: Actor, at: datetime) -> Retired:
    """Take an offer out of the catalogue after that day; it stays to be read, and so do the places in it (bvl § 15-3)."""
    with act("offer.retired", by=by, at=at, right=EDIT_CATALOGUE, law=LAW) as entry:
        found = get_offer(offer_id, by=by, lock=True)
        if on < found.valid_from:
            raise Incomplete({"on": f"Siste dag kan ikke være før tilbudet begynte, {in_words(found.valid_from)}."})
        refusal = code_refusal(found.category, found.valid_from, on)
        if refusal:
            raise Incomplete({"on": refusal})
        found.valid_to = on
        _store(found, by=by, at=at)
        entry.about(found.id, says=f"Tilbudet «{found.name}» er i katalogen til og med {in_words(on)}.")
    return Retired(found.taken, found.waiting)


def _columns(said: Said) -> dict[str, Any]:
    told = asdict(said)
    provider = UUID(told.pop("provider"))
    return told | {"provider_id": provider, "languages": list(said.languages), "days": list(said.days)}


def _refuse_provider(said: Said, by: Actor) -> None:
    provider = get_provider(UUID(said.provider), by=by)
    if provider.valid_to and provider.valid_to < said.valid_from:
        told = f"{provider.name} er ikke i bruk etter {in_words(provider.valid_to)}. Velg en annen leverandør."
        raise Incomplete({"provider": told})


def _refuse_twice(row: Offer) -> None:
    same = Offer.objects.filter(
        municipality_id=row.municipality_id, provider_id=row.provider_id, name__iexact=row.name, valid_from=row.valid_from
    )  # fmt: skip
    if same.exclude(id=row.id).exists():
        raise Incomplete({"name": "Leverandøren har dette tilbudet i katalogen fra før."})


def _store(offer: Offer, *, by: Actor, at: datetime) -> None:
    offer.changed_at, offer.changed_by, offer.changed_by_name = at, by.staff_id, by.name
    if offer._state.adding:
        offer.save(force_insert=True)
    else:
        offer.save(update_fields=[name.removesuffix("_id") for name in WRITTEN])

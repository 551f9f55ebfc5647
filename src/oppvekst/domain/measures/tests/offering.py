"""An invented catalogue for the tests: the team's own PMTO with one place, and a private provider with an agreement."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from oppvekst.domain.measures import actions
from oppvekst.domain.measures.actions import WrittenProvider
from oppvekst.domain.measures.models import Offer, Provider
from oppvekst.domain.measures.rules.offers import Said
from oppvekst.domain.measures.rules.providers import Kind, Shown, Terms, Whose
from tests.world import World

RANDI = "Randi Lunde"
AT = datetime(2026, 11, 24, 6, 15, tzinfo=UTC)
TODAY, SINCE = date(2026, 11, 24), date(2026, 1, 1)


def provider(world: World, name: str = "Oppfølgingsteamet", whose: Whose = Whose.OWN) -> Provider:
    with world.as_(RANDI) as randi:
        said = WrittenProvider(name=name, whose=whose, valid_from=SINCE)
        return actions.keep_provider(said, by=randi, at=AT)


def said(who: Provider, **more: Any) -> Said:
    told = {
        "name": "PMTO", "about": "Foreldre øver på hverdagen.", "category": "3.2", "provider": str(who.id), "age_from": 3,
        "age_to": 12, "languages": ("nb", "ti"), "days": ("wed",), "postal_code": "9999", "capacity": 1, "valid_from": SINCE,
    }  # fmt: skip
    return Said(**told | more)  # type: ignore[arg-type]


def offered(world: World, who: Provider, **more: Any) -> Offer:
    with world.as_(RANDI) as randi:
        return actions.keep_offer(said(who, **more), by=randi, at=AT)


def terms(**more: Any) -> Terms:
    told: dict[str, Any] = {
        "title": "Familieterapi", "valid_from": SINCE, "valid_to": date(2027, 3, 31), "options": 1, "capacity": 5,
        "prices": "18 400 kr i måneden",
    }  # fmt: skip
    return Terms(**told | more)


def shown(**more: Any) -> Shown:
    told: dict[str, Any] = {
        "worker_name": "Anja Brekke", "kind": Kind.CHILD_CARE, "issued_on": date(2026, 9, 1), "shown_on": date(2026, 10, 1),
        "kept_where": "Låst skap",
    }  # fmt: skip
    return Shown(**told | more)

"""What the tests of this room share: an offer from Ingrid Ekeli, sent on a Tuesday."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from oppvekst.domain.homes import actions
from oppvekst.domain.homes.actions import Received
from oppvekst.domain.homes.rules import Kind, Sending
from oppvekst.law.calendar import OSLO
from tests.world import World

TUESDAY = datetime(2026, 9, 1, 10, 2, tzinfo=OSLO)
THURSDAY = datetime(2026, 9, 3, 13, 30, tzinfo=OSLO)
INGRID = Sending(
    kind=Kind.VISITING_HOME, name="Ingrid Ekeli", phone="00001301", email="ingrid@eksempel.no", area="Solvik sentrum",
    household={"adults": 3}, words="Vi har en hund og god plass.",
    can_offer={
        "days": ["weekends"], "often": "monthly", "ages": ["6_12"], "siblings": True, "animals": ["dog"], "wheelchair": False,
        "languages": "norsk og polsk",
    },
)  # fmt: skip


def send(world: World, *, at: datetime = TUESDAY, **about: Any) -> Received:
    """An offer through the portal."""
    with world.at_portal() as somebody:
        return actions.receive(replace(INGRID, **about), by=somebody, at=at)


def contacted(world: World, offer_id: UUID, *, by: str = "Randi Lunde") -> UUID:
    """Randi has called."""
    with world.as_(by) as who:
        actions.mark_contacted(offer_id, by=who, at=THURSDAY)
    return offer_id

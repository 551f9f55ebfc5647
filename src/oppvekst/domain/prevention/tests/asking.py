"""What the tests of this room share: what an invented public asks, and a group to sign up for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from oppvekst.domain.prevention import actions
from oppvekst.domain.prevention.rules import Discussion, Place, Planned, Visit
from oppvekst.law.calendar import OSLO
from tests.world import World

TUESDAY = datetime(2026, 11, 3, 10, 15, tzinfo=OSLO)
WEDNESDAY = datetime(2026, 11, 4, 9, 0, tzinfo=OSLO)
GEIR, MARIT = "Geir Aasen", "Marit Solheim"

A_TALK = Discussion(phone="00 00 12 40", call_at=("mon-am", "wed-am"), language="ti", interpreter="ti")
A_VISIT = Visit(
    body="Fjordgata barnehage", contact_person="Ida Moen", phone="00001244", meeting="parents", themes=("bounds", "us"),
    wished_on=date(2026, 12, 3), words="Vi har tjue foreldre, og noen av dem er nye i Norge.",
)  # fmt: skip
A_FAMILY = Place(
    name="Selam", phone="00001250", adults=2, language="ti", interpreter="ti", children_to_mind=3
)  # fmt: skip
EVENINGS = Planned(
    title="Å være forelder i et nytt land", about="Vi snakker om hverdagen med barn.", place="Frivilligsentralen",
    starts_on=date(2026, 9, 17), ends_on=date(2026, 11, 5), starts_at=time(17, 30), ends_at=time(19, 30), evenings=8,
    languages=("ti", "prs"), child_care=True, seats=12,
)  # fmt: skip


def asked(world: World, what: Discussion | Visit = A_TALK, *, at: datetime = TUESDAY, **other: Any) -> UUID:
    """Somebody asks at the portal; the id of what came of it."""
    with world.at_portal() as somebody:
        return actions.receive_request(replace(what, **other), by=somebody, at=at).id


def arranged(world: World, *, published: bool = True, at: datetime = TUESDAY, **other: Any) -> UUID:
    """Geir arranges a group."""
    with world.as_(GEIR) as geir:
        group_id = actions.arrange_group(replace(EVENINGS, **other), by=geir, at=at)
        if published:
            actions.publish_group(group_id, by=geir, at=at)
    return group_id


def signed_up(world: World, group_id: UUID, *, at: datetime = TUESDAY, **other: Any) -> UUID:
    """A family signs up at the portal."""
    with world.at_portal() as somebody:
        return actions.sign_up(group_id, replace(A_FAMILY, **other), by=somebody, at=at).id

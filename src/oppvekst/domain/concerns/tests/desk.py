"""What the tests of the desk share: a browser for each member of staff, and concerns to look at."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from oppvekst.domain.concerns import actions
from oppvekst.domain.concerns.rules.message import Anonymity, ConcernMessage, ReportedChild, Said, Sender, Who
from oppvekst.domain.people.actions import Details
from oppvekst.law.calendar import OSLO
from tests.desk import DESK, TUESDAY, Browser, browser, text, words
from tests.world import World

__all__ = ["DESK", "TUESDAY", "Browser", "arrive", "assessed", "browser", "linked", "taken", "text", "words"]

MONDAY = datetime(2026, 11, 23, 14, 5, tzinfo=OSLO)

SCHOOL = Sender(
    who=Who.PUBLIC, code="11", name="Marit Sand", role="Rektor", phone="00001240", body="Solvik skole",
    body_address={"lines": ["Skoleveien 1"], "postal_code": "9998", "postal_place": "Solvik"},
)  # fmt: skip
NEIGHBOUR = Sender(
    who=Who.PRIVATE, anonymity=Anonymity.SERVICE_ONLY, name="Berit Nygård", phone="00001188", relation="Nabo"
)
EMIL = ReportedChild(
    name="Emil Berg Sunde", birth_date=date(2020, 3, 2), age="6", school="Solvik skole", family_knows=False
)
WORDS = (
    "Emil går i første klasse. Mandag formiddag satt han under pulten og ville ikke gå ut i friminuttet.\n\n"
    "Han viste et blått merke på overarmen og sa at det var fra i går."
)


def arrive(
    world: World,
    *,
    sender: Sender = SCHOOL,
    children: tuple[ReportedChild, ...] = (EMIL,),
    at: datetime = MONDAY,
    **about: Any,
) -> UUID:
    """A concern through the portal; the id of its first child's."""
    message = ConcernMessage(
        channel="portal", sender=sender, children=children, **{"said": (Said("worry", WORDS),), "danger": "no", **about}
    )
    with world.at_portal() as somebody:
        return actions.receive(message, by=somebody, at=at).concerns[0]


def assessed(world: World, concern_id: UUID, *, needed: bool = False, by: str = "Kari Nesheim") -> UUID:
    """Somebody has answered the first question."""
    with world.as_(by) as who:
        actions.assess_immediate(concern_id, needed, "Trygg på skolen i dag.", by=who, at=TUESDAY)
    return concern_id


def taken(world: World, concern_id: UUID, *, needed: bool = False, by: str = "Kari Nesheim") -> UUID:
    """Assessed, and on somebody's hands."""
    assessed(world, concern_id, needed=needed, by=by)
    with world.as_(by) as who:
        actions.take(concern_id, by=who, at=TUESDAY)
    return concern_id


def linked(world: World, concern_id: UUID, *, by: str = "Kari Nesheim") -> UUID:
    """Taken, and about a child with a case; the case's id."""
    taken(world, concern_id, by=by)
    with world.as_(by) as who:
        details = Details(given_name="Emil", family_name="Berg Sunde", birth_date=date(2020, 3, 2))
        return actions.register_child(concern_id, details, by=who, at=TUESDAY).id

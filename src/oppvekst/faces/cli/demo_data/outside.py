"""What the public has sent besides concerns: wishes for a talk and a visit, places in a group, offers of a home. Invented."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from typing import Final

from oppvekst.domain.homes import actions as homes
from oppvekst.domain.homes.rules import Kind, Sending
from oppvekst.domain.prevention import actions, queries
from oppvekst.domain.prevention.actions.arrange import ARRANGE
from oppvekst.domain.prevention.rules import Discussion, Place, Visit
from oppvekst.faces.cli.demo_data.held import hold
from oppvekst.ground.access.actor import Actor, public
from oppvekst.ground.access.models import Municipality
from oppvekst.ground.database.acting import acting
from oppvekst.law.calendar import oslo_date

type Cast = Callable[[str], AbstractContextManager[Actor]]

GEIR: Final = "Geir Aasen"
TALK: Final = Discussion(phone="00001240", call_at=("mon-am", "wed-am", "fri-am"))
TALK_WITH_INTERPRETER: Final = Discussion(
    phone="00001266", call_at=("tue-pm", "thu-pm"), language="ti", interpreter="ti"
)
VISIT: Final = Visit(
    body="Fjordgata barnehage", contact_person="Ida Moen", phone="00001244", meeting="parents", themes=("bounds", "us"),
    words="Vi har tjue foreldre. Mange er nye i Norge, og lurer på hva barnevernet gjør.",
)  # fmt: skip
FAMILIES: Final = (
    Place(name="Selam", phone="00001250", adults=2, language="ti", interpreter="ti", children_to_mind=3),
    Place(name="Farida", phone="00001251", adults=1, language="prs", interpreter="prs", children_to_mind=2),
    Place(name="Yonas", phone="00001252", adults=2, language="ti", interpreter="ti"),
    Place(name="Olena", phone="00001253", adults=1, language="uk", children_to_mind=1),
)
OFFERS: Final[Sequence[Sending]] = (
    Sending(
        kind=Kind.VISITING_HOME, name="Ingrid Ekeli", phone="00001301", area="Sentrum",
        household={"adults": 2, "children_6_12": 1},
        can_offer={"days": ["weekends"], "often": "monthly", "ages": ["6_12"], "siblings": True, "animals": ["dog"]},
        words="Vi har god plass, en hund som liker barn, og et naust nede ved sjøen.",
    ),
    Sending(
        kind=Kind.SUPPORT_CONTACT, name="Tobias Lunde", phone="00001302", area="Havblikk",
        can_offer={"days": ["weekdays"], "often": "weekly", "ages": ["13_17"]}, words="Jeg klatrer, og tar gjerne med noen.",
    ),
    Sending(
        kind=Kind.FOSTER_HOME, name="Ragnhild og Omar Vang", phone="00001303", area="Lyngheia",
        household={"adults": 2, "children_13_17": 1},
        can_offer={"stay": ["long"], "ages": ["0_5", "6_12"], "siblings": True, "languages": "norsk og arabisk"},
    ),
)  # fmt: skip


def send(cast: Cast, municipality: int, *, at: datetime) -> None:
    """What came in lately, and what Geir has done with some of it."""
    with acting("owner"):
        setup = Actor("oppsett", municipality, "owner", rights=frozenset({ARRANGE}))
        actions.install_examples(Municipality.objects.get(number=municipality), by=setup, at=at - timedelta(days=20))
    with acting("portal"):
        somebody = public(municipality)
        answered = actions.receive_request(TALK, by=somebody, at=at - timedelta(days=6))
        for asked, hours in ((TALK_WITH_INTERPRETER, 26), (VISIT, 3)):
            actions.receive_request(asked, by=somebody, at=at - timedelta(hours=hours))
        for days, offer in enumerate(OFFERS, start=2):
            homes.receive(offer, by=somebody, at=at - timedelta(days=days))
        families = _sign_up(somebody, at)
    with cast(GEIR) as geir:
        actions.answer(answered.id, by=geir, at=at - timedelta(days=5))
        for each in families[:2]:
            actions.confirm_place(each.id, by=geir, at=at - timedelta(days=1))
        hold(geir, at=at)


def _sign_up(somebody: Actor, at: datetime) -> list[actions.Received]:
    groups = queries.held_groups(somebody.municipality, today=oslo_date(at))
    return [
        actions.sign_up(groups[0].id, family, by=somebody, at=at - timedelta(days=4 - place))
        for place, family in enumerate(FAMILIES)
        if groups
    ]

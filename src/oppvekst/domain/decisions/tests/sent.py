"""What the tests of sending share: the family's decision, and sending each a copy of it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from oppvekst.domain.cases import actions as cases
from oppvekst.domain.decisions import actions
from oppvekst.domain.decisions.models import Addressee, Copy, Decision
from oppvekst.domain.decisions.queries import get_decision
from oppvekst.domain.decisions.rules.reaching import Route
from oppvekst.domain.decisions.tests.family import MONDAY
from oppvekst.domain.people.models import Address
from oppvekst.ground.agenda.models import Item
from oppvekst.ground.database.acting import acting
from oppvekst.ground.letters import Letter
from oppvekst.ground.letters.tests.reading import text
from tests.world import World

THURSDAY = datetime(2026, 5, 21, 10, tzinfo=UTC)
FRIDAY = datetime(2026, 5, 22, 7, tzinfo=UTC)
PHONE = "00009911"


def of(decision: Decision, name: str) -> Addressee:
    with acting("owner"):
        return Addressee.objects.select_related("party").get(decision=decision, name__startswith=name)


def person_of(decision: Decision, name: str) -> UUID:
    party = of(decision, name).party
    assert party
    return party.person_id


def opens_my_page(world: World, decision: Decision, *names: str) -> None:
    with world.as_("Kari Nesheim") as kari:
        for name in names:
            cases.open_my_page(decision.case_id, person_of(decision, name), by=kari, at=MONDAY)


def lives_at(world: World, decision: Decision, name: str) -> None:
    with acting("owner"):
        Address.objects.create(
            municipality_id=decision.municipality_id, person_id=person_of(decision, name), lines=["Bakkeveien 4"],
            postal_code="9998", place="Solvik",
        )  # fmt: skip


def sends(world: World, decision: Decision, name: str, route: Route, at: datetime = FRIDAY, **more: Any) -> Copy:
    with world.as_("Kari Nesheim") as kari:
        return actions.dispatch(of(decision, name).id, route, by=kari, at=at, **more)


def state(decision: Decision) -> str:
    with acting("owner"):
        return get_decision(decision.id).state


def letter_of(copy: Copy) -> str:
    with acting("owner"):
        found = Copy.objects.get(id=copy.id)
    return text(Letter(bytes(found.pdf), found.sha256, found.pages))


def item(addressee: Addressee, rule: str) -> Item | None:
    with acting("owner"):
        return Item.objects.filter(subject=addressee.id, rule=rule).first()

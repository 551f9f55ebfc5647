"""What somebody could try with statements of their own, past every page: PostgreSQL says no."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import Error, connection, transaction

from oppvekst.domain.homes import queries
from oppvekst.domain.homes.models import Offer
from oppvekst.domain.homes.tests.offering import send
from oppvekst.ground.agenda.models import Item
from oppvekst.ground.database import logins
from oppvekst.ground.journal.models import Entry
from oppvekst.law.refusals import NotAllowed
from tests.world import NORDVAG, SOLVIK, World

REFUSED = {"42501", "23514", "23503", "428C9"}
PORTAL_ROW = {
    "id": "00000000-0000-4000-8000-00000000a001", "municipality_id": SOLVIK, "reference": "2222-2222-2222",
    "received_at": "2026-09-01T10:00:00+02:00", "kind": "visiting_home", "name": "x", "phone": "00001301", "email": "",
    "area": "x", "language": "nb", "interpreter": "", "household": "{}", "can_offer": "{}", "words": "", "state": "open",
    "note": "", "outcome": "",
}  # fmt: skip
STRANGERS = [
    ("Kari Nesheim", logins.CASE), ("Ola Brandvold", None), ("Hanne Dale", None), ("Tone Vik", None), ("Bjørn Haugli", None),
    ("Liv Strand", None), ("Geir Aasen", None),
]  # fmt: skip


def run(statement: str, *values: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall() if cursor.description else []


@contextmanager
def refused() -> Iterator[None]:
    """PostgreSQL refuses: no privilege, no policy, a check or a key."""
    with pytest.raises(Error) as error, transaction.atomic():
        yield
    assert getattr(error.value.__cause__, "sqlstate", "") in REFUSED, error.value


def insert(**changed: Any) -> None:
    row = PORTAL_ROW | changed
    marks = ", ".join(["%s"] * len(row))
    run(f"INSERT INTO homes_offer ({', '.join(row)}) VALUES ({marks})", *row.values())


@pytest.mark.parametrize(("name", "hat"), STRANGERS)
def test_who_has_no_business_with_homes_reads_and_writes_none(world: World, name: str, hat: str | None) -> None:
    offer_id = send(world).offer_id
    with world.as_(name, hat) as who:
        with pytest.raises(NotAllowed):
            queries.offers(who)
        with pytest.raises(NotAllowed):
            queries.get_offer(offer_id, by=who)
        with refused():
            run("SELECT name FROM homes_offer")
        with refused():
            run("UPDATE homes_offer SET note = 'x'")
        with refused():
            insert()
        assert not Item.objects.filter(subject=offer_id).exists()


def test_the_neighbours_coordinator_and_leader_see_nothing_of_ours(world: World) -> None:
    offer_id = send(world).offer_id
    world.employ("Nora Nordli", world.nordvag, "coordinator")
    world.employ("Leif Nordli", world.nordvag, "leader")
    for name in ("Nora Nordli", "Leif Nordli"):
        with world.as_(name) as who:
            assert not queries.offers(who).exists()
            assert run("SELECT * FROM homes_offer") == []
            run("UPDATE homes_offer SET note = 'x'")
            assert not Item.objects.filter(subject=offer_id).exists()
    assert Offer.objects.get(id=offer_id).note == ""


def test_the_portal_adds_and_reads_none_not_even_the_one_it_added(world: World) -> None:
    with world.at_portal():
        insert()
        with refused():
            run("SELECT reference FROM homes_offer")
        with refused():
            run("INSERT INTO homes_offer (reference) VALUES ('x') RETURNING name")
        with refused():
            run("UPDATE homes_offer SET name = 'x'")
        with refused():
            run("DELETE FROM homes_offer")


@pytest.mark.parametrize(
    "changed",
    [
        {"state": "contacted", "contacted_at": "2026-09-01T10:00:00+02:00"},
        {"state": "closed", "closed_at": "2026-09-01T10:00:00+02:00", "outcome": "goes_on"},
        {"assignee": "00000000-0000-4000-8000-00000000a001"}, {"note": "Fin familie."}, {"outcome": "goes_on"},
        {"contacted_at": "2026-09-01T10:00:00+02:00"}, {"phone": "", "email": ""}, {"arrival": "1"}, {"municipality_id": 1234},
    ],
)  # fmt: skip
def test_the_portal_cannot_send_a_state_a_note_or_a_holder(world: World, changed: dict[str, Any]) -> None:
    with world.at_portal(), refused():
        insert(**changed)
        run("SET CONSTRAINTS ALL IMMEDIATE")


def test_the_portal_puts_nothing_on_the_list_about_an_offer_that_came_before(world: World) -> None:
    offer_id = send(world).offer_id
    run("UPDATE homes_offer SET arrival = '1'")  # as if it had come in an earlier transaction
    with world.at_portal():
        with refused():
            Item.objects.bulk_create(
                [
                    Item(
                        id="00000000-0000-4000-8000-00000000a002", municipality_id=SOLVIK, subject=offer_id,
                        subject_kind="offer", rule="x", title="Ring meg!", queue="homes",
                    )
                ]
            )  # fmt: skip
        with refused():
            Entry(
                municipality_id=SOLVIK, at="2026-09-01T10:00:00+02:00", kind="offer.received", subject=offer_id, face="portal",
                says="x",
            ).save(force_insert=True)  # fmt: skip


def test_the_coordinator_changes_what_is_hers_to_change_and_nothing_else(world: World) -> None:
    offer_id = send(world).offer_id
    with world.as_("Randi Lunde"):
        for column in ("name", "words", "received_at", "municipality_id", "reference"):
            with refused():
                run(f"UPDATE homes_offer SET {column} = {column} WHERE id = %s", offer_id)
        with refused():
            run("DELETE FROM homes_offer WHERE id = %s", offer_id)
        with refused():
            insert()
        with refused():
            run("UPDATE homes_offer SET state = 'closed' WHERE id = %s", offer_id)
        with refused():
            run("UPDATE homes_offer SET state = 'approved' WHERE id = %s", offer_id)
        with refused():
            run("UPDATE homes_offer SET assignee = %s WHERE id = %s", world.staff["Siri Nordli"].id, offer_id)


@pytest.mark.parametrize(
    "table", ["cases_case", "concerns_concern", "concerns_enquiry", "people_person", "investigations_investigation"]
)
def test_the_coordinator_reaches_no_child(world: World, table: str) -> None:
    with world.as_("Randi Lunde"), refused():
        run(f"SELECT * FROM {table}")


def test_the_two_municipalities_are_two(world: World) -> None:
    with world.at_portal():
        insert(municipality_id=NORDVAG)
    with world.as_("Randi Lunde") as randi:
        assert not queries.offers(randi).exists()

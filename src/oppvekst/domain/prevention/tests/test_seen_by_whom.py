"""Who sees what the public asks: the preventive service and the leader, and nobody else by query, page or SQL."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from oppvekst.domain.prevention import actions, queries
from oppvekst.domain.prevention.actions import install_examples
from oppvekst.domain.prevention.actions.arrange import ARRANGE
from oppvekst.domain.prevention.models import Group, Request, SchoolContact, SignUp
from oppvekst.domain.prevention.tests.asking import A_VISIT, GEIR, MARIT, TUESDAY, arranged, asked, signed_up
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.agenda.models import Item
from oppvekst.ground.agenda.worklist import worklist
from oppvekst.ground.journal.models import Entry
from oppvekst.law.refusals import NotAllowed, NotFound
from tests.desk import opened_desk
from tests.world import NORDVAG, World

OTHERS = ("Ola Brandvold", "Hanne Dale", "Tone Vik", "Bjørn Haugli", "Randi Lunde", "Liv Strand", "Siri Nordli")
HIDDEN = ("prevention_request", "prevention_signup")


def ask(statement: str, *values: object) -> list[Any]:
    """Statements of one's own; a refusal leaves the rest of the test alone."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall() if cursor.description else [cursor.rowcount] if cursor.rowcount else []


def comes_to_nothing(statement: str, *values: object) -> bool:
    """Refused by the database, or nothing found and nothing changed."""
    try:
        return ask(statement, *values) == []
    except DatabaseError as error:
        return getattr(error.__cause__, "sqlstate", "") in {"42501", "23514", "23503"}


@pytest.mark.parametrize("name", OTHERS)
def test_nobody_else_sees_anything_by_query(world: World, name: str) -> None:
    request_id, group_id = asked(world, A_VISIT), arranged(world)
    sign_up_id = signed_up(world, group_id)
    with world.as_(name) as other:
        for question in (
            lambda: queries.requests(other), lambda: queries.get_request(request_id, by=other), lambda: queries.groups(other),
            lambda: queries.get_sign_up(sign_up_id, by=other), lambda: queries.get_group(group_id, by=other),
        ):  # fmt: skip
            with pytest.raises((NotAllowed, NotFound)):
                question()
        assert not worklist(other).filter(subject__in=(request_id, sign_up_id)).exists()


@pytest.mark.parametrize("name", OTHERS)
@pytest.mark.parametrize("table", HIDDEN)
def test_nobody_else_reads_or_changes_a_row_by_sql(world: World, name: str, table: str) -> None:
    asked(world)
    signed_up(world, arranged(world))
    with world.as_(name):
        assert comes_to_nothing(f"select * from {table}")
        assert comes_to_nothing(f"update {table} set state = 'open'")
        assert comes_to_nothing(f"delete from {table}")


@pytest.mark.parametrize("name", [GEIR, MARIT])
@pytest.mark.parametrize("table", HIDDEN)
def test_the_same_statements_reach_a_row_for_those_whose_it_is(world: World, name: str, table: str) -> None:
    asked(world)
    signed_up(world, arranged(world))
    with world.as_(name):
        assert not comes_to_nothing(f"select * from {table}")
        assert not comes_to_nothing(f"update {table} set state = 'open'")


@pytest.mark.parametrize("name", OTHERS)
def test_nobody_elses_page_shows_anything(
    world: World, name: str, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    request_id, group_id = asked(world, A_VISIT), arranged(world)
    signed_up(world, group_id)
    other = opened_desk(world, settings, monkeypatch, at=TUESDAY)(name)
    for address in ("", f"{request_id}/", "grupper/", f"grupper/{group_id}/", "kontakter/"):
        response = other.client.get(f"/forebygging/{address}")
        page = response.content.decode()
        assert response.status_code in {403, 404, 409}, (address, response.status_code)
        assert "Fjordgata" not in page
        assert "Selam" not in page
    assert other.client.post(f"/forebygging/{request_id}/svart/").status_code in {403, 404, 409}
    assert Request.objects.get().state == "open"
    assert "/forebygging/" not in other.client.get("/min-dag/").content.decode()


@pytest.mark.parametrize("name", OTHERS)
def test_nobody_else_arranges_a_group_or_keeps_a_contact(world: World, name: str) -> None:
    group_id = arranged(world)
    with world.as_(name) as other:
        with pytest.raises(NotAllowed):
            actions.take_down_group(group_id, by=other, at=TUESDAY)
        assert comes_to_nothing("update prevention_group set published = false")
        assert comes_to_nothing("update prevention_schoolcontact set phone = '000'")
    assert Group.objects.get().published


@pytest.mark.parametrize("table", HIDDEN)
def test_the_portal_adds_and_reads_none_and_changes_none(world: World, table: str) -> None:
    asked(world)
    signed_up(world, arranged(world))
    with world.at_portal():
        assert comes_to_nothing(f"select id from {table}")
        assert comes_to_nothing(f"update {table} set state = 'open'")
        assert comes_to_nothing(f"delete from {table}")


def insert(what: str, **columns: Any) -> bool:
    """Whether the portal's own login gets this row in."""
    names = ", ".join(columns)
    marks = ", ".join(["%s"] * len(columns))
    return not comes_to_nothing(f"insert into {what} ({names}) values ({marks})", *columns.values())


def a_row(**other: Any) -> dict[str, Any]:
    return {
        "id": "00000000-0000-4000-8000-000000000001", "municipality_id": 9998, "kind": "discussion",
        "reference": "AAAA-BBBB-CCCC",
        "received_at": TUESDAY, "phone": "00001240", "call_at": "[]", "language": "nb", "interpreter": "", "body": "",
        "contact_person": "", "meeting": "", "themes": "[]", "words": "", "state": "open", "outcome": "", **other,
    }  # fmt: skip


@pytest.mark.parametrize(
    "forged",
    [
        {"words": "Emil Sunde"}, {"body": "Emil"}, {"phone": "Emil Sunde"}, {"interpreter": "Emil"}, {"call_at": '["Emil"]'},
        {"state": "closed", "outcome": "advised", "closed_at": TUESDAY}, {"kind": "sak"},
    ],
)  # fmt: skip
def test_with_sql_of_its_own_the_portal_still_writes_no_name_and_no_answer(
    world: World, forged: dict[str, Any]
) -> None:
    with world.at_portal():
        assert insert("prevention_request", **a_row())
        assert not insert(
            "prevention_request",
            **a_row(id="00000000-0000-4000-8000-000000000002", reference="AAAA-BBBB-DDDD", **forged),
        )


def a_place(group_id: Any, **other: Any) -> dict[str, Any]:
    return {
        "id": "00000000-0000-4000-8000-000000000003", "municipality_id": 9998, "group_id": group_id,
        "reference": "AAAA-BBBB-EEEE",
        "received_at": TUESDAY, "name": "Selam", "phone": "00001250", "adults": 1, "language": "nb", "interpreter": "",
        "children_to_mind": 0, "state": "open", **other,
    }  # fmt: skip


def test_with_sql_of_its_own_the_portal_signs_nobody_up_for_a_draft_or_next_door(world: World) -> None:
    draft, group_id = arranged(world, published=False), arranged(world)
    with world.at_portal():
        assert not insert("prevention_signup", **a_place(draft))
        assert not insert("prevention_signup", **a_place(group_id, municipality_id=NORDVAG))
        assert not insert("prevention_signup", **a_place(group_id, state="confirmed", answered_at=TUESDAY))
        assert insert("prevention_signup", **a_place(group_id))


def test_the_portal_writes_no_task_and_no_journal_about_what_came_before(world: World) -> None:
    request_id, sign_up_id = asked(world), signed_up(world, arranged(world))
    # Whoever sends now cannot write about what another transaction brought.
    with connection.cursor() as cursor:
        for table in HIDDEN:
            cursor.execute(f"update {table} set arrival = '3'::xid8")
    for subject in (request_id, sign_up_id):
        with world.at_portal(), pytest.raises(DatabaseError), transaction.atomic():
            Item(
                id=subject, municipality_id=9998, subject=subject, subject_kind="request", rule="x", title="x", steps=[]
            ).save(force_insert=True)
        with world.at_portal(), pytest.raises(DatabaseError), transaction.atomic():
            Entry(
                municipality_id=9998, at=TUESDAY, kind="request.received", subject=subject, face="portal", says="x"
            ).save(force_insert=True)


def test_the_desk_changes_nothing_of_what_was_asked(world: World) -> None:
    asked(world, A_VISIT)
    signed_up(world, arranged(world))
    with world.as_(GEIR):
        for statement in (
            "update prevention_request set words = 'Emil Sunde'", "update prevention_request set phone = '000'",
            "update prevention_signup set name = 'Emil'", "delete from prevention_request",
            "update prevention_request set assignee = gen_random_uuid()",
        ):  # fmt: skip
            assert comes_to_nothing(statement), statement


def test_the_neighbours_preventive_worker_and_leader_see_only_their_own(world: World) -> None:
    world.employ("Turid Nes", world.nordvag, "prevention")
    request_id = asked(world)
    with world.as_("Turid Nes") as turid:
        assert not queries.requests(turid).exists()
        assert ask("select id from prevention_request") == []
        with pytest.raises(NotFound):
            queries.get_request(request_id, by=turid)
    for name in (GEIR, MARIT):
        with world.as_(name) as own:
            assert queries.requests(own).count() == 1


def test_a_receipt_is_found_by_the_whole_reference_alone(world: World) -> None:
    reference = Request.objects.get(id=asked(world)).reference
    with world.at_portal():
        for wrong in (reference[:-1], f"{reference[:-1]}_", "%", "", reference.lower()):
            assert queries.receipt(9998, wrong) is None


def test_how_full_a_draft_is_is_nobodys_business_outside(world: World) -> None:
    group_id = arranged(world)
    signed_up(world, group_id)
    with world.as_(GEIR) as geir:
        actions.take_down_group(group_id, by=geir, at=TUESDAY)
    with world.at_portal():
        assert ask("select * from access.seats_taken(%s)", [group_id]) == []


def test_the_examples_are_installed_once_however_often(world: World) -> None:
    setup = Actor("oppsett", world.solvik.number, "owner", rights=frozenset({ARRANGE}))
    for days in (0, 30):
        install_examples(world.solvik, by=setup, at=TUESDAY + timedelta(days=days))
    assert (Group.objects.count(), SchoolContact.objects.count(), SignUp.objects.count()) == (1, 7, 0)

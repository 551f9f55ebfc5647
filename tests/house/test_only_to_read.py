"""Whoever has a case only to read it, writes nothing in it: tried on every table that names a case, by the desk's own hat."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from oppvekst.domain.cases import actions
from oppvekst.domain.cases.models import Case
from oppvekst.domain.people.actions import Details
from oppvekst.ground.access.models import Emergency, Grant
from oppvekst.ground.access.service import appoint
from tests.desk import TUESDAY
from tests.world import LONG_AGO, World

# That she looked is written down of everybody.
TRACE = {"journal_look"}
NAMES_A_CASE = """SELECT c.relname, c.relname = 'cases_case' FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
 WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND NOT a.attisdropped
   AND (a.attname = 'case_id' OR c.relname = 'cases_case' AND a.attname = 'id') ORDER BY 1"""
GUARDED = """SELECT c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid
 WHERE p.oid = 'access.read_only()'::regprocedure AND t.tgenabled = 'O'"""
REFUSED = "bare for å lese"


def asked(question: str, *values: str | UUID) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(question, values)
        found: list[tuple[object, ...]] = cursor.fetchall()
    return found


@pytest.fixture
def emil(world: World) -> Case:
    """Siri's case."""
    with world.as_("Siri Tveito") as siri:
        return actions.open_case(Details(given_name="Emil"), by=siri, at=TUESDAY, reason="assigned")


def to_read(world: World, name: str, case: Case, reason: str = "sample") -> None:
    about = {
        "municipality": world.solvik,
        "staff": world.staff[name],
        "case_id": case.id,
        "given_by": world.staff[name].id,
    }
    Grant.objects.create(**about, reason=reason, given_at=TUESDAY, valid_to=timezone.now() + timedelta(days=2))


def refused(question: str, *values: str | UUID) -> str:
    try:
        with transaction.atomic():
            asked(f"{question} RETURNING 1", *values)
    except DatabaseError as error:
        return str(error)
    return ""


def test_every_table_that_names_a_case_is_guarded(db: None) -> None:
    named = {name for name, _itself in asked(NAMES_A_CASE)}
    assert {name for (name,) in asked(GUARDED)} == named - TRACE
    assert len(named) > 20


@pytest.mark.parametrize("reason", ["sample", "archive"])
def test_whoever_has_it_only_to_read_sees_it_and_adds_nothing_to_any_table(
    world: World, emil: Case, reason: str
) -> None:
    to_read(world, "Ola Brandvold", emil, reason)
    wrong = []
    for name, itself in asked(NAMES_A_CASE):
        if name in TRACE or itself:
            continue
        with world.as_("Ola Brandvold"):
            assert Case.objects.filter(id=emil.id).exists()
            told = refused(f"INSERT INTO {name} (case_id, municipality_id) VALUES (%s, 9998)", emil.id)
        if REFUSED not in told and "permission denied" not in told:
            wrong.append(f"{name}: {told}")
    assert wrong == []


def test_she_changes_neither_the_case_nor_anybody_in_it_nor_gives_it_on(world: World, emil: Case) -> None:
    to_read(world, "Ola Brandvold", emil)
    with world.as_("Ola Brandvold"):
        assert REFUSED in refused("UPDATE cases_case SET state = 'closed' WHERE id = %s", emil.id)
        assert REFUSED in refused("UPDATE cases_party SET source = 'x' WHERE case_id = %s", emil.id)
        assert "å lese" in refused("UPDATE people_person SET given_name = 'x' WHERE id = %s", emil.child_id)
        assert asked("SELECT access.may_grant(%s, %s)", emil.id, world.staff["Kari Nesheim"].id) == [(False,)]
        assert asked("SELECT access.may_write_in(%s)", emil.child_id) == [(False,)]


def test_whoever_has_it_also_by_another_reason_writes_as_before(world: World, emil: Case) -> None:
    to_read(world, "Siri Tveito", emil)
    with world.as_("Siri Tveito") as siri:
        actions.hold(emil.id, "Avhør er ikke holdt.", by=siri, at=TUESDAY)
    appoint(world.staff["Siri Tveito"], "leader", municipality=world.solvik, since=LONG_AGO)
    to_read(world, "Marit Solheim", emil)
    with world.as_("Marit Solheim"):
        assert refused("UPDATE cases_case SET state = 'open' WHERE id = %s", emil.id) == ""


def test_emergency_access_opens_what_was_only_to_read(world: World, emil: Case) -> None:
    to_read(world, "Ola Brandvold", emil)
    with world.as_("Ola Brandvold") as ola:
        actions.break_glass(emil.number, kind="danger", words="Legevakta ringte.", by=ola, at=TUESDAY)
    assert Emergency.objects.get().staff_id == world.staff["Ola Brandvold"].id
    with world.as_("Ola Brandvold") as ola:
        assert ola.in_emergency(emil.id)
        assert refused("UPDATE cases_case SET state = 'open' WHERE id = %s", emil.id) == ""


def test_the_two_roles_see_no_case_by_themselves(world: World, emil: Case) -> None:
    for name in ("Solveig Moen", "Per Hovland"):
        with world.as_(name):
            assert not Case.objects.exists()

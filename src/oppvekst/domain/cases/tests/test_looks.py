"""Only the one who reviews looks reads them, and is herself seen doing it (bvl § 13-1)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils.timezone import now

from oppvekst.domain.cases import actions
from oppvekst.domain.cases.queries import get_case
from oppvekst.domain.people.actions import Details
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.access.models import Bar, Role
from oppvekst.ground.access.service import appoint
from oppvekst.ground.journal.looks import look
from oppvekst.ground.journal.models import Look
from oppvekst.ground.journal.reviewing import looks
from oppvekst.law.refusals import NotAllowed
from tests.desk import Come, opened_desk, words
from tests.world import LONG_AGO, World


@pytest.fixture
def desk(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Come:
    return opened_desk(world, settings, monkeypatch, at=now())


@pytest.fixture
def case_id(world: World) -> UUID:
    """Kari's case, which she has read, and Ola has searched for."""
    with world.as_("Kari Nesheim") as kari:
        case = actions.open_case(Details(given_name="Emil", family_name="Sunde"), by=kari, at=now())
        look("case.journal", by=kari, at=now(), subject=case.id, case_id=case.id)
    with world.as_("Ola Brandvold") as ola:
        look("search", by=ola, at=now(), terms="Emil Sunde")
    return case.id


def reviewer(world: World, name: str = "Marit Solheim") -> str:
    """Give the leader the duty of reviewing looks, beside her own."""
    appoint(world.staff[name], "reviewer", municipality=world.solvik, since=LONG_AGO, decision="Kommunedirektøren")
    return name


def ask(by: Actor, **about: Any) -> list[tuple[str, str]]:
    found = looks(by=by, since=now() - timedelta(days=1), before=now() + timedelta(days=1), **about)
    return [(seen.name, seen.kind) for seen in found]


def test_not_even_the_leader_reads_looks_without_the_duty(world: World, desk: Come, case_id: UUID) -> None:
    with world.as_("Marit Solheim") as marit, pytest.raises(NotAllowed):
        ask(marit, case_id=case_id)
    for name in ("Marit Solheim", "Kari Nesheim", "Tone Vik", "Eivind Myrbakk"):
        assert desk(name).client.get("/innsyn/").status_code == 409
        assert "/innsyn/" not in desk(name).see("/min-dag/")


@pytest.mark.parametrize("name", ["Kari Nesheim", "Tone Vik", "Marit Solheim"])
def test_no_sql_of_the_desks_reads_looks(world: World, case_id: UUID, name: str) -> None:
    asked = "select * from access.review_looks(%s, null, '-infinity', 'infinity', 10)"
    for statement, values in (("select * from journal_look", []), (asked, [case_id])):
        with world.as_(name), pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement, values)


def test_the_reviewer_sees_who_saw_the_case_and_that_is_a_look_as_well(world: World, case_id: UUID) -> None:
    with world.as_(reviewer(world)) as marit:
        assert set(ask(marit, case_id=case_id)) == {("Marit Solheim", "looks.review"), ("Kari Nesheim", "case.journal")}
    mine = Look.objects.get(actor=world.staff["Marit Solheim"].id)
    assert (mine.kind, mine.case_id, mine.hat) == ("looks.review", case_id, "oppvekst_desk_wide")


def test_the_reviewer_sees_what_somebody_searched_for(world: World, desk: Come, case_id: UUID) -> None:
    marit = desk(reviewer(world))
    assert 'href="/innsyn/"' in marit.see("/min-dag/")
    page = words(marit.see(f"/innsyn/?ansatt={world.staff['Ola Brandvold'].id}"))
    assert "Ola Brandvold, saksbehandler søkte: «Emil Sunde»" in page


def test_the_page_asks_for_a_case_by_its_number(world: World, desk: Come, case_id: UUID) -> None:
    marit = desk(reviewer(world))
    with world.as_("Kari Nesheim") as kari:
        number = get_case(case_id).number
        assert kari
    assert f"Kari Nesheim, mottak journalen, sak {number}" in words(marit.see(f"/innsyn/?sak={number}"))
    assert "Vi finner ingen sak" in words(marit.see("/innsyn/?sak=1999-0001", status=422))
    assert "Ikke begge" in words(marit.see("/innsyn/?sak=&ansatt=", status=422))


def test_nobody_reads_all_looks_at_once(world: World, case_id: UUID) -> None:
    with world.as_(reviewer(world)) as marit, pytest.raises(DatabaseError, match="must be named"), transaction.atomic():
        ask(marit)


def test_a_reviewer_who_is_barred_from_the_case_does_not_see_who_saw_it(world: World, case_id: UUID) -> None:
    Bar.objects.create(
        municipality=world.solvik, staff=world.staff["Marit Solheim"], case_id=case_id, kind=Bar.Kind.DISQUALIFIED,
        words="tante", given_by=world.staff["Marit Solheim"].id, given_at=now(),
    )  # fmt: skip
    with world.as_(reviewer(world)) as marit:
        assert ask(marit, case_id=case_id) == []


def test_the_leader_is_still_called_the_leader_with_the_duty_beside_her_own(world: World) -> None:
    with world.as_(reviewer(world)) as marit:
        assert (marit.title, marit.hats) == ("Barnevernsleder", {"oppvekst_desk_wide": "Barnevernsleder"})


def test_the_duty_has_dates(world: World, case_id: UUID) -> None:
    duty = appoint(world.staff["Marit Solheim"], "reviewer", municipality=world.solvik, since=LONG_AGO, until=LONG_AGO)
    assert duty.role == Role.objects.get(municipality=world.solvik, name="reviewer")
    with world.as_("Marit Solheim") as marit, pytest.raises(NotAllowed):
        ask(marit, case_id=case_id)

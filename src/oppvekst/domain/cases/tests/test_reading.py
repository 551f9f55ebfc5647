"""The sample of the internal control and the archive: drawn by the database, read and not written, told, and ended."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from django.db import DatabaseError, connection, transaction

from oppvekst.domain.cases import actions
from oppvekst.domain.cases.models import Case
from oppvekst.domain.cases.queries.reading import Archive
from oppvekst.domain.people.actions import Details
from oppvekst.ground.access.models import Bar, Grant
from oppvekst.ground.access.sampling import Sample
from oppvekst.ground.agenda.models import Item
from oppvekst.ground.journal.models import Entry, Look
from oppvekst.law.refusals import NotAllowed
from tests.desk import TUESDAY, Come, opened_desk, words
from tests.world import World

NAMES = ("Ada", "Bo", "Cato", "Dina")
SOLVEIG, PER = "Solveig Moen", "Per Hovland"


@pytest.fixture
def cases(world: World) -> list[Case]:
    with world.as_("Siri Tveito") as siri:
        return [actions.open_case(Details(given_name=name), by=siri, at=TUESDAY) for name in NAMES]


@pytest.fixture
def desk(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Come:
    return opened_desk(world, settings, monkeypatch)


def drawn(world: World, how_many: int = 20) -> Sample:
    with world.as_(SOLVEIG) as solveig:
        return actions.draw_sample(actions.Wanted(how_many), words="Er planene ført?", by=solveig, at=TUESDAY)


def seen_by(world: World, name: str) -> set[UUID]:
    with world.as_(name):
        return set(Case.objects.values_list("id", flat=True))


def test_a_sample_opens_what_it_drew_and_is_told_in_the_journal_and_to_the_leader(
    world: World, cases: list[Case]
) -> None:
    sample = drawn(world, 2)
    assert seen_by(world, SOLVEIG) == {UUID(one) for one in sample.drawn}
    assert len(sample.drawn) == 2
    grants = Grant.objects.filter(reason=Grant.Reason.SAMPLE)
    assert all(one.valid_to is not None and one.staff_id == world.staff[SOLVEIG].id for one in grants)
    told = Entry.objects.filter(kind="access.sample")
    assert {one.case_id for one in told} == {UUID(one) for one in sample.drawn}
    assert all("Er planene ført?" in one.says for one in told)
    assert Item.objects.get(rule="sample").open


def test_what_she_is_barred_from_or_has_had_is_never_drawn(world: World, cases: list[Case]) -> None:
    solveig = world.staff[SOLVEIG]
    about = {"municipality": world.solvik, "staff": solveig, "given_by": solveig.id, "given_at": TUESDAY}
    Bar.objects.create(**about, case_id=cases[0].id, kind="locked", words="Nabo.")
    Grant.objects.create(**about, case_id=cases[1].id, reason="colleague", valid_to=TUESDAY)
    assert {UUID(one) for one in drawn(world).drawn} == {cases[2].id, cases[3].id}


def test_she_draws_no_other_before_the_first_is_ended_and_then_it_is_closed_to_her(
    world: World, cases: list[Case]
) -> None:
    sample = drawn(world, 1)
    with pytest.raises(NotAllowed, match="Avslutt stikkprøven"):
        drawn(world)
    with world.as_(SOLVEIG) as solveig:
        actions.end_sample(sample.id, "Alt i orden.", by=solveig, at=TUESDAY)
    assert seen_by(world, SOLVEIG) == set()
    sample.refresh_from_db()
    assert (sample.finding, sample.ended_at is None) == ("Alt i orden.", False)


def test_neither_of_the_two_can_call_the_others_door_nor_open_a_case_past_the_drawing(
    world: World, cases: list[Case]
) -> None:
    tries = {
        SOLVEIG: f"SELECT access.open_for_archive('{cases[0].number}', 'Vil se', now())",
        PER: "SELECT access.draw_sample(5, '', NULL, NULL, 'Vil se', now(), current_date)",
        "Ola Brandvold": f"SELECT access.open_to_read('{cases[0].id}', 'sample', 'Vil se', now(), now())",
    }
    for name, question in tries.items():
        with world.as_(name), connection.cursor() as cursor, pytest.raises(DatabaseError), transaction.atomic():
            cursor.execute(question)
        assert cases[0].id not in seen_by(world, name)


def test_the_leader_looks_it_over_and_the_one_who_drew_does_not(world: World, cases: list[Case]) -> None:
    sample = drawn(world, 1)
    with world.as_(SOLVEIG) as solveig, pytest.raises(NotAllowed):
        actions.review_sample(sample.id, by=solveig, at=TUESDAY)
    with world.as_("Marit Solheim") as marit:
        actions.review_sample(sample.id, by=marit, at=TUESDAY)
    assert not Item.objects.get(rule="sample").open


def test_the_pages_of_the_sample(world: World, desk: Come, cases: list[Case]) -> None:
    solveig, marit = desk(SOLVEIG), desk("Marit Solheim")
    lacking = solveig.send("/stikkprove/", status=422, how_many="7", state="open")
    assert 'value="7"' in lacking
    assert "hva stikkprøven skal kontrollere" in lacking
    solveig.send("/stikkprove/", status=302, how_many="2", state="any", words="Er planene ført?")
    sample = Sample.objects.get()
    page = solveig.see("/stikkprove/")
    assert all(f"/saker/{one}/" in page for one in sample.drawn)
    solveig.see(f"/saker/{sample.drawn[0]}/")
    assert Look.objects.filter(actor=world.staff[SOLVEIG].id, case_id=sample.drawn[0]).exists()
    assert "Er planene ført?" in words(marit.see("/stikkprove/"))
    solveig.send(f"/stikkprove/{sample.id}/avslutt/", status=422)
    solveig.send(f"/stikkprove/{sample.id}/avslutt/", status=302, **{"slutt-finding": "Alt i orden."})
    solveig.see(f"/saker/{sample.drawn[0]}/", status=404)
    marit.send(f"/stikkprove/{sample.id}/sett-over/", status=302)
    assert "Alt i orden." in words(marit.see("/stikkprove/"))
    desk("Siri Tveito").see("/stikkprove/", status=409)


def test_the_archive_tells_numbers_and_no_names_and_opens_one_with_a_reason(
    world: World, desk: Come, cases: list[Case]
) -> None:
    Bar.objects.create(
        municipality=world.solvik, staff=world.staff[PER], case_id=cases[0].id, kind="locked", words="Nabo.",
        given_by=world.staff[PER].id, given_at=TUESDAY,
    )  # fmt: skip
    per = desk(PER)
    page = words(per.see("/arkiv/"))
    assert [one.number in page for one in cases] == [False, True, True, True]
    assert not any(name in page for name in NAMES)
    assert "Ingen saker her" in words(per.see("/arkiv/?q=1999"))
    number = cases[1].number
    assert number in per.see(f"/arkiv/innhold/?sak={number}")
    assert number in per.send("/arkiv/innhold/", status=422, number=number)
    for gone in (cases[0].number, "2026-0999"):
        assert "ingen sak" in per.send("/arkiv/innhold/", status=422, number=gone, words="Skal avleveres.")
    per.send("/arkiv/innhold/", status=302, number=number, words="Skal avleveres.")
    per.see(f"/saker/{cases[1].id}/")
    assert seen_by(world, PER) == {cases[1].id}
    assert "Skal avleveres." in Entry.objects.get(kind="access.archive").says
    desk("Siri Tveito").see("/arkiv/", status=409)


def test_the_archive_is_leafed_through_page_by_page(world: World, cases: list[Case]) -> None:
    with world.as_(PER):
        archive = Archive("")
        assert len(archive) == 4
        numbers = [one.number for start in (0, 2) for one in archive[start : start + 2]]
    assert sorted(numbers) == sorted(case.number for case in cases)

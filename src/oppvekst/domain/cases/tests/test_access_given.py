"""Who is given a case is told by the database itself; and a case that goes on is never without somebody responsible."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from django.db import connection

from oppvekst.domain.cases import actions
from oppvekst.domain.cases.models import Case
from oppvekst.domain.people.actions import Details
from oppvekst.ground.access.models import Grant
from oppvekst.ground.agenda.models import OWN_ACCESS, Item
from oppvekst.ground.journal.models import Entry
from oppvekst.law.refusals import NotAllowed
from tests.desk import TUESDAY, Come, opened_desk, words
from tests.world import World


@pytest.fixture
def jonas(world: World) -> UUID:
    """Siri's case."""
    with world.as_("Siri Tveito") as siri:
        return actions.open_case(Details(given_name="Jonas"), by=siri, at=TUESDAY, reason="assigned").id


@pytest.fixture
def desk(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Come:
    return opened_desk(world, settings, monkeypatch)


def told(case_id: UUID) -> list[str]:
    return list(Entry.objects.filter(case_id=case_id, kind="access.given").values_list("says", flat=True))


def test_the_journal_tells_of_every_access_once_whoever_gave_it(world: World, jonas: UUID) -> None:
    with world.as_("Siri Tveito") as siri:
        kari = world.staff["Kari Nesheim"].id
        actions.give_access(jonas, kari, reason="colleague", words="Er med i møtet.", by=siri, at=TUESDAY)
        actions.assign(jonas, world.staff["Ola Brandvold"].id, by=siri, at=TUESDAY)
    assert sorted(told(jonas)) == [
        "Kari Nesheim fikk tilgang: Er med i møtet.",
        "Ola Brandvold fikk tilgang: Ansvarlig for saken",
        "Siri Tveito fikk tilgang: Opprettet saken",
    ]
    (entry,) = Entry.objects.filter(subject=kari, kind="access.given")
    assert (entry.actor_name, entry.at, entry.law) == ("Siri Tveito", TUESDAY, "bvl § 13-1")


def test_an_access_given_without_a_word_is_told_too(world: World, jonas: UUID) -> None:
    statement = (
        "INSERT INTO access_grant (id, municipality_id, staff_id, case_id, reason, words, given_by, given_at) "
        "VALUES (gen_random_uuid(), 9998, %s, %s, 'colleague', '', access.actor(), now())"
    )
    with world.as_("Siri Tveito"), connection.cursor() as cursor:
        cursor.execute(statement, [world.staff["Ola Brandvold"].id, jonas])
    assert "Ola Brandvold fikk tilgang: ingen grunn er oppgitt" in told(jonas)


def test_whoever_opens_a_new_childs_case_and_whoever_is_the_leader_is_looked_at_by_nobody(
    world: World, jonas: UUID
) -> None:
    with world.as_("Marit Solheim") as marit:
        actions.assign(jonas, marit.person, by=marit, at=TUESDAY)
    assert len(told(jonas)) == 2
    assert not Item.objects.filter(rule=OWN_ACCESS).exists()


def test_a_case_that_goes_on_is_never_without_somebody_responsible(world: World, jonas: UUID) -> None:
    siris = Grant.objects.get(case_id=jonas)
    with world.as_("Siri Tveito") as siri:
        with pytest.raises(NotAllowed, match=r"Siri Tveito er ansvarlig for saken. Gjør en kollega ansvarlig først."):
            actions.end_access(siris.id, by=siri, at=TUESDAY)
        actions.assign(jonas, world.staff["Kari Nesheim"].id, by=siri, at=TUESDAY)
        actions.end_access(siris.id, by=siri, at=TUESDAY)
    assert Grant.objects.get(id=siris.id).valid_to == TUESDAY


def test_whoever_is_responsible_and_was_given_the_case_twice_may_end_one_of_them(world: World, jonas: UUID) -> None:
    with world.as_("Siri Tveito") as siri:
        actions.give_access(jonas, siri.person, reason="colleague", words="To ganger.", by=siri, at=TUESDAY)
        first, second = Grant.objects.filter(case_id=jonas)
        actions.end_access(first.id, by=siri, at=TUESDAY)
        with pytest.raises(NotAllowed, match="er ansvarlig"):
            actions.end_access(second.id, by=siri, at=TUESDAY)


def test_in_a_closed_case_nobody_needs_to_be_responsible(world: World, jonas: UUID) -> None:
    Case.objects.filter(id=jonas).update(state=Case.State.CLOSED, closed_at=TUESDAY)
    with world.as_("Siri Tveito") as siri:
        actions.end_access(Grant.objects.get(case_id=jonas).id, by=siri, at=TUESDAY)
    assert Grant.objects.get(case_id=jonas).valid_to == TUESDAY


def test_a_team_leader_sees_the_teams_cases_until_they_are_closed_unless_she_is_given_them(
    world: World, desk: Come, jonas: UUID
) -> None:
    with world.as_("Tone Vik"):
        assert Case.objects.filter(id=jonas).exists()
    assert "Tone Vik Teamleder" in words(desk("Siri Tveito").see(f"/saker/{jonas}/tilgang/"))
    Case.objects.filter(id=jonas).update(state=Case.State.CLOSED, closed_at=TUESDAY)
    with world.as_("Tone Vik"):
        assert not Case.objects.filter(id=jonas).exists()
    assert "Tone Vik" not in words(desk("Siri Tveito").see(f"/saker/{jonas}/tilgang/").split("Ser saken gjennom")[1])
    with world.as_("Siri Tveito") as siri:
        tone = world.staff["Tone Vik"].id
        actions.give_access(jonas, tone, reason="colleague", words="Svarer på en klage.", by=siri, at=TUESDAY)
    with world.as_("Tone Vik"):
        assert Case.objects.filter(id=jonas).exists()

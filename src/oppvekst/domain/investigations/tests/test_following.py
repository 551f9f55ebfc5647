"""The family follows an investigation at My page: from when it has been told, and never more than it may be shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import ProgrammingError, connection, transaction
from django.test import Client
from django.utils import timezone

from oppvekst.domain.cases import actions as cases
from oppvekst.domain.cases.models import Party
from oppvekst.domain.concerns.tests.desk import TUESDAY, arrive, linked
from oppvekst.domain.investigations import actions
from oppvekst.domain.investigations.models import FamilyTold, Investigation
from oppvekst.domain.investigations.queries import get_told
from oppvekst.domain.investigations.tests.opened import WHOLE_PLAN, asked, row
from oppvekst.domain.people.actions import Details
from oppvekst.domain.people.models import Person
from oppvekst.ground.access import visits
from oppvekst.ground.database.acting import VISIT, acting
from oppvekst.law.identity import Sex, synthetic
from oppvekst.law.refusals import Incomplete, NotAllowed, NotFound
from tests.desk import Come, opened_desk, words
from tests.house.page_lint import lint
from tests.world import SOLVIK, World

LISE, STIAN = synthetic(date(1987, 4, 1), Sex.FEMALE), synthetic(date(1985, 2, 1), Sex.MALE)
KARI, OLA = "Kari Nesheim", "Ola Brandvold"
TODAY = TUESDAY.date()


@dataclass
class Family:
    """An investigation with a plan, a question to the school, a mother with responsibility and a father without."""

    case: UUID
    investigation: UUID
    mother: UUID
    father: UUID
    child: UUID


@pytest.fixture
def family(world: World) -> Family:
    concern_id = arrive(world)
    case_id = linked(world, concern_id)
    with world.as_(KARI) as kari:
        found = actions.open_investigation(
            concern_id, reasons="Blått merke.", responsible=kari.person, by=kari, at=TUESDAY
        )
        actions.save_plan(found.id, WHOLE_PLAN | {"untold": "Samtale på skolen først."}, by=kari, at=TUESDAY)
        actions.add_row(found.id, row(kari, what="Besøke familien"), by=kari, at=TUESDAY)
        actions.add_row(found.id, row(kari, what="Barnehus", untold=True), by=kari, at=TUESDAY)
        actions.ask(found.id, asked(), by=kari, at=TUESDAY)
        untold = asked(body="Fastlegen", told_on=None, untold_reasons="Avhør først.")
        actions.ask(found.id, untold, by=kari, at=TUESDAY)
        people = []
        for name, number, part, holds in (("Lise", LISE, "mother", True), ("Stian", STIAN, "father", False)):
            who = Details(given_name=name, family_name="Berg", number=number, environment="test")
            party = cases.add_party(
                case_id, who, part, by=kari, at=TUESDAY, parental_responsibility=holds, source="Folkeregisteret"
            )
            cases.open_my_page(case_id, party.person_id, by=kari, at=TUESDAY)
            people.append(party.person_id)
    return Family(case_id, found.id, *people, found.case.child_id)


@pytest.fixture
def page(settings: Any, world: World, monkeypatch: pytest.MonkeyPatch) -> Any:
    settings.FACE, settings.ROOT_URLCONF = "mypage", "oppvekst.faces.mypage.urls"
    monkeypatch.setattr(timezone, "now", lambda: TUESDAY + timedelta(hours=1))

    def opened(number: str) -> Client:
        client = Client(headers={"sec-fetch-site": "same-origin"})
        with acting("mypage"):
            client.cookies[VISIT] = visits.start(number, municipality=SOLVIK, level="idporten-loa-high")
        return client

    return opened


def tell(world: World, family: Family, person: UUID | None = None, **more: Any) -> FamilyTold:
    said: dict[str, Any] = {"told_on": TODAY, "how": "meeting"} | more
    with world.as_(KARI) as kari:
        return actions.tell_of_investigation(family.investigation, person or family.mother, **said, by=kari, at=TUESDAY)


def at(family: Family) -> str:
    return f"/undersokelse/{family.investigation}/"


def read(client: Client, address: str = "/") -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    assert lint(str(answer.content, "utf-8"), address) == []
    return words(str(answer.content, "utf-8"))


def test_nothing_is_there_until_she_has_been_told(world: World, family: Family, page: Any) -> None:
    lise = page(LISE)
    assert "Ingenting er delt med deg her" in read(lise)
    assert lise.get(at(family)).status_code == 404
    tell(world, family)
    assert "Undersøkelsen om Emil" in read(lise)
    assert "Blått merke." in read(lise, at(family))


def test_she_reads_what_is_asked_of_whom_and_why_and_not_what_she_is_not_to_know_yet(
    world: World, family: Family, page: Any
) -> None:
    tell(world, family)
    told = read(page(LISE), at(family))
    for there in ("Hvordan har Emil det?", "Solvik skole", "Fravær og trivsel.", "Besøke familien", "Ett avtalt."):
        assert there in told
    for kept in ("Barnehus", "Fastlegen", "Samtale på skolen først", "Avhør"):
        assert kept not in told


def test_that_a_body_told_us_by_duty_is_not_shown_because_it_tells_who_worried(
    world: World, family: Family, page: Any
) -> None:
    with world.as_(KARI) as kari:
        by_duty = asked(body="Barnehagen Sol", ground="own_duty", consent_by="", consent_on=None, consent_written=None)
        actions.ask(family.investigation, by_duty, by=kari, at=TUESDAY)
    tell(world, family)
    assert "Barnehagen Sol" not in read(page(LISE), at(family))


def test_with_a_protected_address_only_the_limit_is_shown(world: World, family: Family, page: Any) -> None:
    tell(world, family)
    Person.objects.filter(id=family.child).update(protection=2)
    told = read(page(LISE), at(family))
    assert "Vi skal være ferdige senest" in told
    assert "Av hensyn til sikkerheten" in told
    for kept in ("Solvik skole", "Blått merke", "Besøke familien", "Hvordan har Emil det?"):
        assert kept not in told


def test_what_is_held_back_disappears_at_once_and_comes_again_when_it_is_lifted(
    world: World, family: Family, page: Any
) -> None:
    tell(world, family)
    with world.as_(KARI) as kari:
        switch = cases.hold(family.case, "Avhør.", by=kari, at=TUESDAY)
    assert page(LISE).get(at(family)).status_code == 404
    with world.as_(KARI) as kari:
        cases.lift_hold(switch.id, "Avhøret er holdt.", by=kari, at=TUESDAY)
    assert page(LISE).get(at(family)).status_code == 200


def test_nobody_is_told_while_all_is_held_back_and_a_father_without_responsibility_never(
    world: World, family: Family, page: Any
) -> None:
    with pytest.raises(NotAllowed, match="foreldreansvar"):
        tell(world, family, family.father)
    with pytest.raises(NotAllowed, match="under 15 år"):
        tell(world, family, family.child)
    with world.as_(KARI) as kari:
        cases.hold(family.case, "Avhør.", by=kari, at=TUESDAY)
    with pytest.raises(NotAllowed, match="holdt tilbake"):
        tell(world, family)
    assert page(STIAN).get(at(family)).status_code == 404


def test_a_child_of_fifteen_follows_it_as_well(world: World, family: Family, page: Any) -> None:
    Person.objects.filter(id=family.child).update(birth_date=date(TODAY.year - 16, 1, 1))
    tell(world, family, family.child)
    with world.as_(KARI) as kari:
        cases.open_my_page(family.case, family.child, by=kari, at=TUESDAY)
        code = cases.give_code(family.case, family.child, by=kari, at=TUESDAY)
    client = Client(headers={"sec-fetch-site": "same-origin"})
    with acting("mypage"):
        token = visits.start_by_code(code, municipality=SOLVIK)
    assert token
    client.cookies[VISIT] = token
    assert "Blått merke." in read(client, at(family))
    Person.objects.filter(id=family.child).update(birth_date=date(TODAY.year - 13, 1, 1))
    assert client.get(at(family)).status_code == 404


def test_a_mother_who_loses_responsibility_no_longer_follows_it(world: World, family: Family, page: Any) -> None:
    tell(world, family)
    Party.objects.filter(person_id=family.mother).update(parental_responsibility=False)
    assert page(LISE).get(at(family)).status_code == 404


def test_an_investigation_that_has_ended_is_not_shown_as_running(world: World, family: Family, page: Any) -> None:
    tell(world, family)
    Investigation.objects.filter(id=family.investigation).update(concluded_on=TODAY, state="closed_dismissed")
    assert page(LISE).get(at(family)).status_code == 404
    with pytest.raises(NotAllowed, match="avsluttet"):
        tell(world, family)


def test_no_question_of_my_page_reads_the_tables_themselves(world: World, family: Family) -> None:
    tell(world, family)
    with acting("mypage"):
        token = visits.start(LISE, municipality=SOLVIK, level="idporten-loa-high")
    for table in ("familytold", "planrow", "informationrequest", "investigation"):
        with (
            acting("mypage", token),
            pytest.raises(ProgrammingError),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(f"select 1 from investigations_{table}")
    with acting("mypage", token), pytest.raises(ProgrammingError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("select access.told_of(%s)", [family.investigation])


def test_a_day_before_it_was_opened_or_ahead_and_no_way_of_telling_are_asked_for_again(
    world: World, family: Family
) -> None:
    for wrong in ({"told_on": TODAY + timedelta(days=1)}, {"how": "røyk"}, {"told_on": TODAY - timedelta(days=30)}):
        with pytest.raises(Incomplete):
            tell(world, family, **wrong)
    assert not FamilyTold.objects.exists()


def test_taken_back_with_a_reason_it_is_gone_and_may_be_written_again(world: World, family: Family, page: Any) -> None:
    told = tell(world, family)
    with pytest.raises(NotAllowed, match="allerede"):
        tell(world, family)
    with world.as_(KARI) as kari:
        actions.take_back_telling(told.id, "Feil person.", by=kari, at=TUESDAY)
    assert page(LISE).get(at(family)).status_code == 404
    with world.as_(KARI) as kari, pytest.raises(NotAllowed):
        actions.take_back_telling(told.id, "Igjen.", by=kari, at=TUESDAY)
    with world.as_(OLA), pytest.raises(NotFound):
        get_told(told.id)
    tell(world, family)
    assert page(LISE).get(at(family)).status_code == 200


@pytest.fixture
def desk(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Come:
    return opened_desk(world, settings, monkeypatch)


def test_at_the_desk_she_sees_what_the_family_will_see_and_writes_down_that_they_know(
    desk: Come, family: Family
) -> None:
    kari, place = desk(KARI), f"/undersokelser/{family.investigation}/familien/"
    before = words(kari.see(place))
    assert "Har ikke fått vite det ennå" in before
    assert "Besøke familien" in before
    assert "Barnehus" not in before
    wrong = kari.send(place, 422, person="tull", told_on="24.11.2026", how="")
    assert "Velg hvordan de fikk vite det." in wrong
    assert "Velg en av dem som står her." in wrong
    assert kari.send(place, person=str(family.mother), told_on="24.11.2026", how="meeting").endswith("familien-fortalt")
    after = kari.see(place)
    assert "i et møte. Ført av Kari Nesheim." in words(after)
    told = FamilyTold.objects.get()
    back = f"/undersokelser/fortalt/{told.id}/ta-bort/"
    assert "Skriv" in kari.send(back, 422, reasons="")
    assert kari.send(back, reasons="Feil person.").endswith("ikke-vist")
    assert desk(OLA).see(place, status=404)

"""Opening an investigation, its two clocks, its plan and its extension, as a case worker and a leader meet them."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

import pytest
from django.utils import timezone

from oppvekst.domain.cases import actions as cases
from oppvekst.domain.concerns import actions
from oppvekst.domain.concerns.models import Concern
from oppvekst.domain.concerns.rules.message import ReportedChild
from oppvekst.domain.concerns.tests.desk import arrive, assessed, linked, taken
from oppvekst.domain.investigations.actions import open_investigation, save_plan
from oppvekst.domain.investigations.models import Investigation
from oppvekst.domain.investigations.tests.opened import WHOLE_PLAN
from oppvekst.domain.people.actions import Details
from oppvekst.ground.journal.models import Look
from oppvekst.law.calendar import OSLO
from tests.desk import TUESDAY, Come, opened_desk, questions, words
from tests.world import World

GROUND = "Blått merke på overarmen, og det Emil sa til kontaktlæreren."
TOO_LATE = datetime(2027, 3, 1, 10, 0, tzinfo=OSLO)


@pytest.fixture
def desk(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Come:
    return opened_desk(world, settings, monkeypatch)


@pytest.fixture
def concern(world: World) -> UUID:
    """A concern about Emil, reviewed by Kari and linked to his case."""
    concern_id = arrive(world)
    linked(world, concern_id)
    return concern_id


def address(concern_id: UUID) -> str:
    return f"/meldinger/{concern_id}/undersokelse/"


def running(world: World, concern_id: UUID, *, planned: bool = True) -> str:
    """An investigation of Kari's; its address."""
    with world.as_("Kari Nesheim") as kari:
        found = open_investigation(concern_id, reasons=GROUND, responsible=kari.staff_id, by=kari, at=TUESDAY)
        if planned:
            save_plan(found.id, WHOLE_PLAN, by=kari, at=TUESDAY)
    return f"/undersokelser/{found.id}/"


def staff(world: World, name: str) -> str:
    return str(world.staff[name].id)


def test_the_limit_and_how_it_is_counted_stand_there_before_one_presses(desk: Come, concern: UUID) -> None:
    text = words(desk("Kari Nesheim").see(address(concern)))
    assert "Skal være ferdig" in text
    assert "søndag 28. februar 2027" in text
    assert "Bekymringsmeldingen ble mottatt mandag 23. november 2026." in text
    assert "Siste arbeidsdag før er fredag 26. februar 2027." in text
    assert "Registeret varsler etter Til opplysning søndag 28. februar 2027" in text
    assert "Det er ikke lovens frist" in text
    assert Look.objects.get().kind == "concern"


def test_a_case_worker_opens_with_reasons_and_chooses_who_has_it(world: World, desk: Come, concern: UUID) -> None:
    kari = desk("Kari Nesheim")
    place = kari.send(address(concern), reasons=GROUND, responsible=staff(world, "Siri Tveito"))
    page = kari.see(place)
    text = words(page)
    assert "Undersøkelsen er åpnet" in text
    assert "Ansvarlig: Siri Tveito" in text
    assert GROUND in text
    assert "De tre månedene regnes fra mandag 30. november" in text
    assert "Planen er ikke laget ennå" in text
    desk("Siri Tveito").see(place)
    assert Concern.objects.get().state == "to_investigation"


def test_without_reasons_or_somebody_to_have_it_nothing_is_opened_and_nothing_typed_is_lost(
    world: World, desk: Come, concern: UUID
) -> None:
    kari = desk("Kari Nesheim")
    page = kari.send(address(concern), status=422, reasons=" ", responsible=staff(world, "Siri Tveito"))
    assert "Skriv hva som gir rimelig grunn" in words(page)
    assert f'value="{staff(world, "Siri Tveito")}" selected' in page
    page = kari.send(address(concern), status=422, reasons=GROUND, responsible="")
    assert GROUND in page
    assert not Investigation.objects.exists()


def test_the_intake_proposes_and_a_leader_opens_on_the_same_reasons(world: World, desk: Come) -> None:
    concern_id = arrive(world)
    taken(world, concern_id, by="Hanne Dale")
    with world.as_("Hanne Dale") as hanne:
        actions.register_child(concern_id, Details(given_name="Emil"), by=hanne, at=TUESDAY)
    page = desk("Hanne Dale").see(address(concern_id))
    assert "Foreslå undersøkelse" in words(page)
    assert 'name="responsible"' not in page
    assert desk("Hanne Dale").send(address(concern_id), reasons=GROUND) == f"/meldinger/{concern_id}/?gjort=foreslatt"
    assert not Investigation.objects.exists()
    tone = desk("Tone Vik")
    page = tone.see(address(concern_id))
    assert "Hanne Dale har foreslått undersøkelse" in words(page)
    assert GROUND in page
    tone.see(tone.send(address(concern_id), reasons=GROUND, responsible=staff(world, "Kari Nesheim")))
    opened = Concern.objects.get()
    assert (opened.concluded_by, opened.confirmed_by) == (world.staff["Hanne Dale"].id, world.staff["Tone Vik"].id)


def test_a_concern_nobody_has_taken_says_so_instead_of_a_form(world: World, desk: Come) -> None:
    concern_id = arrive(world)
    with world.as_("Kari Nesheim") as kari:
        actions.register_child(concern_id, Details(given_name="Emil"), by=kari, at=TUESDAY)
    page = desk("Kari Nesheim").see(address(concern_id))
    assert "Meldingen er «mottatt». Ta den til gjennomgang først." in words(page)
    assert 'name="reasons"' not in page


def test_a_child_that_is_not_known_must_be_found_first(world: World, desk: Come) -> None:
    concern_id = taken(world, arrive(world))
    assert "Finn ut hvem barnet er først" in words(desk("Kari Nesheim").see(address(concern_id)))


def test_an_unborn_child_is_not_investigated_without_consent(world: World, desk: Come) -> None:
    concern_id = arrive(world, children=(ReportedChild(name="Linns barn", unborn=True),))
    linked(world, concern_id)
    text = words(desk("Kari Nesheim").see(address(concern_id)))
    assert "barnevernsloven §§ 1-2 første ledd og 2-4" in text
    page = desk("Kari Nesheim").send(
        address(concern_id), status=409, reasons=GROUND, responsible=staff(world, "Kari Nesheim")
    )
    assert GROUND in page
    assert not Investigation.objects.exists()


def test_a_second_investigation_of_the_same_child_is_refused_with_the_way_out(
    world: World, desk: Come, concern: UUID
) -> None:
    running(world, concern)
    again = arrive(world)
    assessed(world, again)
    with world.as_("Kari Nesheim") as kari:
        actions.take(again, by=kari, at=TUESDAY)
        actions.link_case(again, Concern.objects.get(id=concern).case_id, by=kari, at=TUESDAY)
    text = words(desk("Kari Nesheim").see(address(again)))
    assert "Det pågår allerede en undersøkelse av dette barnet. Legg meldingen til den." in text


def test_the_on_call_may_neither_open_nor_propose(world: World, desk: Come) -> None:
    concern_id = arrive(world, danger="yes")
    page = desk("Bjørn Haugli").see(address(concern_id), status=409)
    assert "På vakt ser du meldinger, ikke saksmapper" in words(page)
    assert 'name="reasons"' not in page


def test_the_page_shows_two_clocks_and_which_of_them_is_the_law(world: World, desk: Come, concern: UUID) -> None:
    text = words(desk("Kari Nesheim").see(running(world, concern)))
    assert "Lovens frist" in text
    assert "Om 13 uker søndag 28. februar 2027 , § 2-2 andre ledd" in text
    assert "Registeret varsler etter" in text
    assert Look.objects.get().kind == "investigation"


def test_the_case_tells_of_it_in_its_head_its_line_and_its_timeline(world: World, desk: Come, concern: UUID) -> None:
    place = running(world, concern, planned=False)
    case_id = Investigation.objects.get().case_id
    kari = desk("Kari Nesheim")
    page = kari.see(f"/saker/{case_id}/")
    assert "Ingen vedtak. Undersøkelse pågår siden tirsdag 24. november." in words(page)
    assert "ll-inv" in page
    assert "ll-concern" in page
    assert f'href="{place}plan/"' in page
    timeline = kari.see(f"/saker/{case_id}/tidslinje/?slag=investigation")
    assert f'href="{place}"' in timeline
    whole = words(kari.see(f"/saker/{case_id}/tidslinje/"))
    assert "Bekymringsmelding mottatt fra Solvik skole" in whole
    assert "Avgjort om meldingen: til undersøkelse" in whole.replace("Til", "til")


def test_the_plan_is_written_shown_and_changed(world: World, desk: Come, concern: UUID) -> None:
    place = running(world, concern, planned=False)
    kari = desk("Kari Nesheim")
    page = kari.send(f"{place}plan/", status=422, questions="", sources="Skolen", talks="", home_visit="", timetable="")
    assert "Skriv hvilke spørsmål undersøkelsen skal svare på." in words(page)
    assert ">\nSkolen</textarea>" in page
    done = kari.send(
        f"{place}plan/", questions="Hvordan har Emil det?", sources="Skolen", talks="Alene på skolen fredag.",
        home_visit="Ett avtalt.", timetable="Ferdig i januar.",
    )  # fmt: skip
    text = words(kari.see(done))
    assert "Planen er lagret" in text
    assert "Samtaler med barnet Alene på skolen fredag." in text
    assert "Pågår" in text
    assert "Hvordan har Emil det?" in kari.see(f"{place}plan/")


def test_a_case_worker_is_told_who_may_extend(world: World, desk: Come, concern: UUID) -> None:
    place = running(world, concern)
    page = desk("Kari Nesheim").see(f"{place}utvid/")
    assert "Teamleder eller leder avgjør om fristen skal utvides" in words(page)
    assert 'name="special_reasons"' not in page
    assert "Utvid fristen § 2-2 andre ledd Teamleder eller leder avgjør dette." in words(
        desk("Kari Nesheim").see(place)
    )
    answer = desk("Kari Nesheim").send(f"{place}utvid/", status=409, special_reasons="Avhør.", new_due="30.4.2027")
    assert "kan ikke gjøre dette" in words(answer)


def test_a_leader_extends_with_special_reasons_within_six_months(world: World, desk: Come, concern: UUID) -> None:
    place = running(world, concern)
    tone = desk("Tone Vik")
    page = tone.see(f"{place}utvid/")
    assert "Lengst mulig" in words(page)
    assert "mandag 31. mai 2027" in words(page) or "søndag 30. mai 2027" in words(page)
    page = tone.send(f"{place}utvid/", status=422, special_reasons=" ", new_due="30.4.2027")
    assert "Skriv hvilke særlige grunner" in words(page)
    page = tone.send(f"{place}utvid/", status=409, special_reasons="To avhør er utsatt.", new_due="30.9.2027")
    assert "seks måneder til sammen" in words(page)
    assert "To avhør er utsatt." in page
    text = words(tone.see(tone.send(f"{place}utvid/", special_reasons="To avhør er utsatt.", new_due="30.4.2027")))
    assert "Lovens frist, utvidet" in text
    assert "fredag 30. april 2027" in text
    assert "Fristen er allerede utvidet" in words(tone.see(f"{place}utvid/"))


def test_before_the_plan_there_is_nothing_to_extend(world: World, desk: Come, concern: UUID) -> None:
    place = running(world, concern, planned=False)
    assert "Lag planen først" in words(desk("Tone Vik").see(f"{place}utvid/"))


def test_a_limit_that_is_out_is_not_extended_afterwards(
    world: World, desk: Come, concern: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = running(world, concern)
    monkeypatch.setattr(timezone, "now", lambda: TOO_LATE)
    tone = desk("Tone Vik")
    assert "1 dag over" in words(tone.see(place))
    page = tone.send(f"{place}utvid/", status=409, special_reasons="To avhør er utsatt.", new_due="30.4.2027")
    assert "kan ikke utvides i ettertid" in words(page)


def test_a_held_back_case_is_marked_here_too(world: World, desk: Come, concern: UUID) -> None:
    place = running(world, concern)
    with world.as_("Kari Nesheim") as kari:
        cases.hold(Investigation.objects.get().case_id, "Avhør.", by=kari, at=TUESDAY)
    assert "Ingenting til foreldrene nå" in words(desk("Kari Nesheim").see(place))


def test_the_page_asks_few_questions(world: World, desk: Come, concern: UUID) -> None:
    place = running(world, concern)
    assert questions(desk("Kari Nesheim"), place) <= 40

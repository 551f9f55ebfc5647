"""Talks with the child at the desk: written on a phone in the corridor, read back, weighed, and the panel that turns whole."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from django.utils import timezone

from oppvekst.domain.concerns.tests.desk import arrive, linked
from oppvekst.domain.investigations.actions import open_investigation, read_back, weigh, withhold_from_parents
from oppvekst.domain.investigations.models import ChildTalk, Investigation, Rendering, TalkWithholding, TrustedPerson
from oppvekst.domain.investigations.tests.talks import SIRI, WEDNESDAY, Jakobs, jakobs_case, talked
from oppvekst.domain.investigations.tests.test_talks import DRAWING
from oppvekst.ground.journal.models import Entry, Look
from tests.desk import Browser, Come, opened_desk, questions, words
from tests.world import World

WRITTEN: dict[str, Any] = {
    "words": "Jakob er redd for stefaren.", "held_on": "11.11.2026", "held_clock": "09.40", "place": "Skolen", "alone": "yes",
    "heard_about": "Hjemme.", "told": ["told_purpose", "told_readers", "told_voluntary"], "understood_how": "Sa det igjen.",
    "parents_told": "no", "parents_reasons": "Det kan bli verre hjemme.", "hidden_from_parents": "on", "interpreter": "none",
    "our_reading": "Han virker redd for følgene.",
}  # fmt: skip


@pytest.fixture
def desk(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Come:
    return opened_desk(world, settings, monkeypatch, at=WEDNESDAY)


@pytest.fixture
def jakob(world: World) -> Jakobs:
    return jakobs_case(world)


@pytest.fixture
def siri(desk: Come, jakob: Jakobs) -> Browser:
    return desk(SIRI)


@pytest.fixture
def talk(world: World, jakob: Jakobs) -> str:
    """The address of a talk of his."""
    return f"/samtaler/{talked(world, jakob.case_id)}/"


def new(jakob: Jakobs) -> str:
    return f"/saker/{jakob.case_id}/samtaler/ny/"


def test_a_talk_is_written_in_one_form_and_the_panel_tells_what_is_missing(siri: Browser, jakob: Jakobs) -> None:
    page = siri.see(new(jakob))
    assert page.index('name="words"') < page.index('name="held_on_day"') < page.index('name="our_reading"')
    place = siri.send(new(jakob), **WRITTEN)
    text = words(siri.see(place))
    assert "Samtalen er skrevet ned" in text
    assert "Barnets egne ord Jakob er redd for stefaren. Versjon 1" in text
    assert "Vår tolkning, ikke barnets ord Han virker redd" in text
    assert "Spør barnet om du har forstått riktig" in text
    assert "Ikke i kalendere, bookinger eller planer foreldrene ser" in text
    case = words(siri.see(f"/saker/{jakob.case_id}/"))
    assert "Barnets stemme Samtalene mangler noe Jakob er redd for stefaren." in case
    assert "onsdag 11. november, skrevet ned" in case


def test_only_the_day_is_needed_in_the_corridor_and_the_rest_comes_later(siri: Browser, jakob: Jakobs) -> None:
    place = siri.send(new(jakob), held_on="11.11.2026", held_clock="09.40").split("?")[0]
    assert "Ingen ord er skrevet ned" in words(siri.see(place))
    page = siri.see(f"{place}skriv/")
    assert 'value="09.40"' in page
    siri.send(f"{place}skriv/", **WRITTEN)
    assert Rendering.objects.get().text == "Jakob er redd for stefaren."


def test_what_was_written_is_kept_when_something_is_wrong(siri: Browser, jakob: Jakobs) -> None:
    page = siri.send(new(jakob), status=422, **WRITTEN | {"parents_reasons": ""})
    assert "Skriv hvorfor foreldrene ikke fikk vite om samtalen på forhånd." in words(page)
    assert "Jakob er redd for stefaren.</textarea>" in page
    page = siri.send(new(jakob), status=409, **WRITTEN | {"interpreter": "child"})
    assert "Barn skal ikke tolke, heller ikke søsken" in words(page)
    assert "Jakob er redd for stefaren.</textarea>" in page
    page = siri.send(new(jakob), status=422, **WRITTEN | {"held_clock": "23.59"})
    assert "Samtalen kan ikke ha vært fram i tid" in words(page)
    assert not ChildTalk.objects.exists()


def test_read_aloud_he_corrects_it_and_then_the_words_stand(siri: Browser, talk: str) -> None:
    page = siri.see(f"{talk}les-tilbake/")
    assert 'name="lest" value="1"' in page
    answer: dict[str, Any] = {"agreement": "corrected", "lest": "1", "agreement_reasons": ""}
    page = siri.send(f"{talk}les-tilbake/", status=422, corrected="", **answer)
    assert "Skriv ordene slik barnet vil ha dem" in words(page)
    text = words(siri.see(siri.send(f"{talk}les-tilbake/", corrected="Jeg er redd når han drikker.", **answer)))
    assert "Barnets egne ord Jeg er redd når han drikker. Versjon 2, rettet av barnet" in text
    assert "Tidligere versjoner (1)" in text
    assert "Skriv mer" not in text
    assert "ordene står" in words(siri.see(f"{talk}skriv/"))
    assert "ordene står" in words(siri.see(f"{talk}les-tilbake/"))


def test_two_who_write_at_once_lose_no_word(siri: Browser, talk: str) -> None:
    siri.send(f"{talk}skriv/", lest="1", **WRITTEN | {"words": "Den første."})
    page = siri.send(f"{talk}skriv/", status=409, lest="1", **WRITTEN | {"words": "Den andre."})
    assert "skrevet på nytt av en annen" in words(page)
    assert "Den andre.</textarea>" in page


def test_the_weight_comes_after_the_answer_and_makes_the_voice_whole(
    world: World, siri: Browser, jakob: Jakobs, talk: str
) -> None:
    assert "Les ordene tilbake for barnet først" in words(siri.see(f"{talk}vekt/"))
    siri.send(f"{talk}les-tilbake/", agreement="agreed", lest="1")
    page = siri.send(f"{talk}vekt/", status=422, weight=" ")
    assert "Skriv hvilken vekt barnets mening får" in words(page)
    text = words(siri.see(siri.send(f"{talk}vekt/", weight="Stor vekt.")))
    assert "De fem tingene er på plass" in text
    assert "Barnets stemme Samtalene er hele" in words(siri.see(f"/saker/{jakob.case_id}/"))
    siri.send(f"{talk}tolkning/", our_reading="Ny tanke.", wish="Ikke vis mamma tegningen.")
    assert "Ikke vis mamma tegningen." in words(siri.see(talk))


def test_a_code_on_paper_is_shown_once_and_words_nobody_may_read_yet_are_stopped(
    world: World, siri: Browser, jakob: Jakobs, talk: str
) -> None:
    page = words(siri.send(f"{talk}egen-side/", status=200))
    assert "Gi koden til Jakob selv, på papir" in page
    assert "Ordene har ligget på barnets egen side siden" in words(siri.see(talk))
    siri.see(siri.send(f"{talk}egen-side/ta-bort/"))
    untold = f"/samtaler/{talked(world, jakob.case_id, told_readers=False)}/"
    page = words(siri.send(f"{untold}egen-side/", status=409))
    assert "hvem som kan lese dem" in page


def test_the_drawing_is_kept_back_looked_at_again_and_let_go(siri: Browser, talk: str) -> None:
    page = siri.send(
        f"{talk}hold-tilbake/", status=422, what="Tegningen", reasons="", weighed_wish="", review_on="9.12.2026"
    )
    assert "Skriv hvilken fare eller skade" in words(page)
    said = {
        "what": "Tegningen",
        "reasons": "Represalier.",
        "weighed_wish": "Vil ikke at mor ser den.",
        "review_on": "9.12.2026",
    }
    siri.see(siri.send(f"{talk}hold-tilbake/", **said))
    kept = f"/holdt-tilbake/{TalkWithholding.objects.get().id}/"
    assert "Vurderes igjen onsdag 9. desember" in words(siri.see(talk))
    siri.see(siri.send(f"{kept}fortsatt/", reasons="Samme fare.", review_on="9.1.2027"))
    siri.see(siri.send(f"{kept}opphev/", reasons="Han har flyttet."))
    assert "Ingenting av samtalen holdes tilbake" in words(siri.see(talk))


def test_a_trusted_person_is_refused_in_words_and_named_when_all_is_in_place(siri: Browser, jakob: Jakobs) -> None:
    place = f"/saker/{jakob.case_id}/tillitsperson/"
    runa = {"name": "Runa Dahl", "relation": "trener", "is_parent": "no", "born_on": "2.5.1990", "chosen_by_child": "on",
            "confidentiality_on": "9.11.2026"}  # fmt: skip
    assert "foreldre kan ikke være" in words(siri.send(place, status=409, **runa | {"is_parent": "yes"}))
    page = siri.send(place, status=422, **runa | {"born_on": "2.5.2010"})
    assert "må ha fylt 18 år" in words(page)
    assert "Haster det, kan attesten komme etterpå" in words(page)
    text = words(siri.see(siri.send(place, acute="on", **runa)))
    assert "Runa Dahl Trener Attesten skal komme etterpå" in text
    made = TrustedPerson.objects.get()
    siri.see(siri.send(f"/tillitspersoner/{made.id}/attest/", certificate_on="11.11.2026"))
    assert 'name="trusted_person_id"' in siri.see(new(jakob))
    siri.see(siri.send(f"/tillitspersoner/{made.id}/slutt/"))
    assert 'name="trusted_person_id"' not in siri.see(new(jakob))


def test_in_an_investigation_the_code_is_asked_for_and_explained(world: World, desk: Come) -> None:
    concern_id = arrive(world)
    linked(world, concern_id)
    with world.as_("Kari Nesheim") as kari:
        found = open_investigation(concern_id, reasons="x", responsible=kari.person, by=kari, at=timezone.now())
    kari_ = desk("Kari Nesheim")
    place = f"/undersokelser/{found.id}/"
    text = words(kari_.see(place))
    assert "Sett koden for hvordan barnet har medvirket" in text
    assert "Snakk med barnet, eller skriv hvorfor det ikke er hørt" in text
    page = kari_.send(f"{place}medvirkning/", status=422, code="2.2", reasons="")
    assert "Skriv hvorfor barnet ikke er hørt." in words(page)
    kari_.send(f"{place}medvirkning/", code="2.2", reasons="Hun sa nei tre ganger.")
    kari_.send(f"{place}medvirkning/", code="2.1", reasons="To måneder gammel.")
    kept = Investigation.objects.get()
    assert (kept.participation, kept.participation_reasons, kept.participation_set_by_name) == (
        "2.1", "To måneder gammel.", "Kari Nesheim",
    )  # fmt: skip
    said = Entry.objects.filter(kind="participation.set").values_list("facts", flat=True)
    assert {(each["code"], each["before"]) for each in said} == {("2.2", ""), ("2.1", "2.2")}
    text = words(kari_.see(place))
    assert "Barnets stemme Samtalene er hele" in text
    assert "Medvirkning Barnet har ikke fått anledning til å medvirke" in text


def test_the_list_has_an_empty_state_and_every_page_leaves_a_look(siri: Browser, jakob: Jakobs) -> None:
    place = f"/saker/{jakob.case_id}/samtaler/"
    assert "Ingen samtaler er skrevet ned" in words(siri.see(place))
    assert Look.objects.get().kind == "talk.list"


def test_ten_talks_cost_as_many_questions_as_one(world: World, siri: Browser, jakob: Jakobs, talk: str) -> None:
    place = f"/saker/{jakob.case_id}/samtaler/"
    one, case = questions(siri, place), questions(siri, f"/saker/{jakob.case_id}/")
    for _ in range(4):
        talked(world, jakob.case_id)
    assert questions(siri, place) == one
    assert questions(siri, f"/saker/{jakob.case_id}/") == case


def test_a_stranger_finds_none_of_it(world: World, desk: Come, talk: str) -> None:
    ola = desk("Ola Brandvold")
    for page in ("", "skriv/", "les-tilbake/", "vekt/", "tolkning/", "hold-tilbake/"):
        assert ola.client.get(f"{talk}{page}").status_code == 404
    assert ola.client.post(f"{talk}egen-side/").status_code == 404


def test_what_has_been_weighed_is_done_on_the_agenda(world: World, siri: Browser, talk: str) -> None:
    assert "Les ordene tilbake for barnet" in words(siri.see("/min-dag/"))
    talk_id = UUID(talk.split("/")[2])
    with world.as_(SIRI) as by:
        read_back(talk_id, "agreed", by=by, at=WEDNESDAY)
        weigh(talk_id, "Stor vekt.", by=by, at=WEDNESDAY)
        withhold_from_parents(talk_id, DRAWING, by=by, at=WEDNESDAY)
    text = words(siri.see("/min-dag/"))
    assert "Les ordene tilbake" not in text
    assert "Tegningen" in text

"""The child's voice in every step, on the case's page: gathered from the rooms, read as a part, kept from whom it must be."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from oppvekst.domain.concerns.rules.message import Said
from oppvekst.domain.concerns.tests.desk import arrive, linked
from oppvekst.domain.investigations.actions import Talk, open_investigation, write_talk
from oppvekst.ground.journal.models import Look
from tests.desk import TUESDAY, Come, opened_desk, questions, words
from tests.world import World

KARI = "Kari Nesheim"
TALKED = Talk(
    held_at=TUESDAY, place="Skolen", told_purpose=True, told_readers=True, told_voluntary=True,
    understood_how="Han gjentok det.", parents_told=True, heard_about="Hvordan det er hjemme.", words="Jeg vil ha ro.",
)  # fmt: skip


@pytest.fixture
def desk(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Come:
    return opened_desk(world, settings, monkeypatch)


@pytest.fixture
def place(world: World) -> str:
    """Where the panel is, of a case with a concern that quotes the child and an investigation."""
    concern_id = arrive(world, said=(Said("worry", "Han er urolig."), Said("child", "Ikke ring hjem.")))
    case_id = linked(world, concern_id)
    with world.as_(KARI) as kari:
        open_investigation(concern_id, reasons="Uro.", responsible=kari.person, by=kari, at=TUESDAY)
    return f"/saker/{case_id}/barnets-stemme/"


def test_a_child_that_has_said_nothing_is_never_whole(world: World, desk: Come) -> None:
    case_id = linked(world, arrive(world))
    page = words(desk(KARI).see(f"/saker/{case_id}/barnets-stemme/"))
    assert "Det står ingen av barnets egne ord i meldingen." in page
    assert "Barnets stemme i hvert steg Hva" in page


def talks(world: World, place: str, count: int) -> None:
    with world.as_(KARI) as kari:
        for number in range(count):
            held: datetime = TUESDAY - timedelta(hours=number)
            write_talk(place.split("/")[2], replace(TALKED, held_at=held), by=kari, at=TUESDAY)  # type: ignore[arg-type]


def test_the_childs_words_in_the_concern_stand_there_and_the_others_words_do_not(desk: Come, place: str) -> None:
    text = words(desk(KARI).see(place))
    assert "Ikke ring hjem." in text
    assert "Han er urolig." not in text


def test_what_is_missing_leads_to_where_it_is_written(desk: Come, place: str) -> None:
    page = desk(KARI).see(place)
    text = words(page)
    assert "Noe mangler i: undersøkelsen." in text
    assert "Snakk med barnet, eller skriv hvorfor det ikke er hørt eller ikke ville." in text
    assert "/samtaler/ny/" in page
    assert "/medvirkning/" in page


def test_the_overview_asks_for_the_panel_alone_and_has_a_link_without_scripts(desk: Come, place: str) -> None:
    kari = desk(KARI)
    overview = kari.see(place.replace("barnets-stemme/", ""))
    assert f'hx-get="{place}"' in overview
    assert f'<a href="{place}">Barnets stemme i hvert steg</a>' in overview
    part = str(kari.part(place).content, "utf-8")
    assert "Ikke ring hjem." in part
    assert "<h1" not in part
    assert part.lstrip().startswith("<section")


def test_both_the_page_and_the_part_leave_a_look_that_the_parents_are_not_told_of(desk: Come, place: str) -> None:
    kari = desk(KARI)
    kari.see(place)
    kari.part(place)
    assert set(Look.objects.values_list("kind", flat=True)) == {"case.voice"}
    assert Look.objects.count() in (1, 2)


def test_a_colleague_without_the_case_finds_neither(desk: Come, place: str) -> None:
    assert desk("Ola Brandvold").part(place).status_code == 404
    assert desk("Siri Nordli").client.get(place).status_code == 404


def test_forty_talks_are_folded_and_cost_as_many_questions_as_two(world: World, desk: Come, place: str) -> None:
    kari = desk(KARI)
    talks(world, place, 2)
    few = questions(kari, place)
    talks(world, place, 38)
    assert questions(kari, place) == few
    assert "30 eldre" in words(kari.see(place))


def test_a_score_stands_nowhere(world: World, desk: Come, place: str) -> None:
    talks(world, place, 1)
    text = words(desk(KARI).see(place))
    assert "%" not in text.split("Barnets stemme i hvert steg")[-1]

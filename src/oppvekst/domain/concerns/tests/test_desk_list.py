"""The list of concerns: the oldest limit first, filtered in the address, as fast with a thousand as with ten."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from oppvekst.domain.concerns.models import Concern
from oppvekst.domain.concerns.rules.message import ReportedChild
from oppvekst.domain.concerns.tests.desk import MONDAY, arrive, assessed, taken
from oppvekst.ground.agenda.models import Alarm
from tests.desk import Come, opened_desk, questions, words
from tests.world import World

LIST = "/meldinger/"


@pytest.fixture
def desk(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Come:
    return opened_desk(world, settings, monkeypatch)


def named(name: str) -> tuple[ReportedChild, ...]:
    return (ReportedChild(name=name),)


def test_the_oldest_limit_stands_first_and_says_how_it_was_counted(world: World, desk: Come) -> None:
    arrive(world, children=named("Ung Melding"))
    arrive(world, children=named("Gammel Melding"), at=MONDAY - timedelta(days=9))
    page = words(desk("Hanne Dale").see(LIST))
    assert page.index("Gammel Melding") < page.index("Ung Melding")
    assert "3 dager over" in page
    assert "Én uke ender på samme ukedag: lørdag 21. november 2026" in page


def test_a_line_says_what_it_waits_for(world: World, desk: Come) -> None:
    concern = arrive(world)
    hanne = desk("Hanne Dale")
    assert "Ikke vurdert om barnet trenger hjelp med en gang" in words(hanne.see(LIST))
    taken(world, concern, by="Kari Nesheim")
    assert "Under gjennomgang hos Kari Nesheim. M-2026-0001" in words(hanne.see(LIST))
    assert "Under gjennomgang hos deg" in words(desk("Kari Nesheim").see(LIST))


@pytest.mark.parametrize(
    ("shown", "there", "gone"),
    [
        ("?vis=nye", "Ingen Har", "Karis Egen"),
        ("?vis=mine", "Karis Egen", "Ingen Har"),
        ("?vis=fare", "I Fare", "Karis Egen"),
        ("?vis=tull", "Karis Egen", "ingenting"),
    ],
)
def test_the_address_holds_the_filter(world: World, desk: Come, shown: str, there: str, gone: str) -> None:
    arrive(world, children=named("Ingen Har"))
    arrive(world, children=named("I Fare"), danger="yes")
    taken(world, arrive(world, children=named("Karis Egen")))
    page = words(desk("Kari Nesheim").see(LIST + shown))
    assert there in page
    assert gone not in page


def test_an_empty_list_says_why_and_what_to_do(desk: Come) -> None:
    page = words(desk("Hanne Dale").see(LIST))
    assert "Alle meldinger er gjennomgått" in page
    assert "Registrer en melding" in page


def test_a_concluded_concern_is_not_in_the_list(world: World, desk: Come) -> None:
    concern = taken(world, arrive(world))
    kari = desk("Kari Nesheim")
    kari.send(f"{LIST}{concern}/henlegg/", reasons="Vurdert med skolen.", code="10")
    assert "Emil Berg Sunde" not in words(kari.see(LIST))


def test_what_is_about_our_own_house_is_the_leaders_alone(world: World, desk: Come) -> None:
    arrive(world, children=named("Ida Strand"), own_house="foster_home")
    for name in ("Hanne Dale", "Kari Nesheim", "Tone Vik"):
        assert "Ida Strand" not in words(desk(name).see(LIST))
    assert "Ida Strand" in words(desk("Marit Solheim").see(LIST))


def test_the_on_call_sees_only_what_rings(world: World, desk: Come) -> None:
    arrive(world, children=named("Stille Barn"))
    arrive(world, children=named("Barn I Fare"), danger="yes")
    page = words(desk("Bjørn Haugli").see(LIST))
    assert "Barn I Fare" in page
    assert "Stille Barn" not in page


def test_an_alarm_is_taken_once_and_leads_to_the_concern(world: World, desk: Come) -> None:
    concern = arrive(world, danger="yes")
    alarm = Alarm.objects.get()
    bjorn, hanne = desk("Bjørn Haugli"), desk("Hanne Dale")
    assert "Ringer nå, og ingen har tatt det" in words(hanne.see(LIST))
    assert bjorn.send(f"{LIST}varsel/{alarm.id}/ta/") == f"{LIST}{concern}/?gjort=varsel"
    assert "Ringer nå" not in words(hanne.see(LIST))
    assert "allerede tatt dette varselet" in words(hanne.send(f"{LIST}varsel/{alarm.id}/ta/", status=409))


@pytest.mark.parametrize("name", ["Ola Brandvold", "Siri Nordli"])
def test_a_colleague_without_the_queue_and_the_neighbours_see_nothing(world: World, desk: Come, name: str) -> None:
    arrive(world)
    assert "Emil Berg Sunde" not in words(desk(name).see(LIST))


def test_the_list_asks_as_many_questions_with_a_thousand_as_with_ten(world: World, desk: Come) -> None:
    first = Concern.objects.get(id=arrive(world))
    more(first, 9)
    hanne = desk("Hanne Dale")
    hanne.see(LIST)
    with_ten = questions(hanne, LIST)
    more(first, 990)
    assert questions(hanne, LIST) == with_ten
    assert "Viser 1 til 50 av 1000" in words(hanne.see(LIST))
    assert "Viser 951 til 1000 av 1000" in words(hanne.see(f"{LIST}?side=20"))


def test_a_page_that_does_not_exist_is_the_last_one(world: World, desk: Come) -> None:
    assessed(world, arrive(world))
    assert "Viser 1 til 1 av 1" in words(desk("Hanne Dale").see(f"{LIST}?side=900"))


def more(like: Concern, count: int) -> None:
    """That many concerns more, as the owner may make them."""
    Concern.objects.bulk_create(
        Concern(
            municipality_id=like.municipality_id, enquiry_id=like.enquiry_id, received_at=like.received_at,
            intake_queue=like.intake_queue, child_name=f"Barn {number}", danger="no",
        )
        for number in range(count)
    )  # fmt: skip

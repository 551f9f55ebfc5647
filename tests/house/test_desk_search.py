"""Search at the desk: found as Norwegians spell, never by a number in an address, and silent about what one may not know."""

from __future__ import annotations

import re
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from oppvekst.domain.cases import actions as cases
from oppvekst.domain.concerns.rules.message import ReportedChild
from oppvekst.domain.concerns.tests.desk import NEIGHBOUR, arrive
from oppvekst.domain.people.actions import Details
from oppvekst.domain.people.models import Protection
from oppvekst.faces.desk.asked import Asked, asked, secret
from oppvekst.ground.access.models import Grant
from oppvekst.ground.journal.models import Look
from oppvekst.law.identity import synthetic
from tests.desk import TUESDAY, Come, opened_desk, words
from tests.world import World

BORN = date(2016, 11, 24)
NUMBER = synthetic(BORN, "male")


@pytest.fixture
def desk(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Come:
    return opened_desk(world, settings, monkeypatch)


@pytest.fixture
def kristoffer(world: World) -> UUID:
    return child(
        world, Details(given_name="Kristoffer", family_name="Åsen", birth_date=BORN, number=NUMBER, environment="test")
    )


def child(world: World, details: Details, *, by: str = "Kari Nesheim") -> UUID:
    """A case of Kari's."""
    with world.as_(by) as who:
        return cases.open_case(details, by=who, at=TUESDAY).id


@pytest.mark.parametrize(
    "typed", ["Kristoffer Åsen", "christoffer aasen", "Aasen Christoffer", "24.11.2016", "Kristofer 24/11-2016"]
)
def test_a_child_is_found_however_one_spells_it(desk: Come, kristoffer: UUID, typed: str) -> None:
    page = desk("Kari Nesheim").send("/sok/", status=200, q=typed)
    assert f'href="/saker/{kristoffer}/"' in page
    assert "Kristoffer Åsen 9 år" in words(page) or "Kristoffer Åsen 10 år" in words(page)


@pytest.mark.parametrize("typed", [NUMBER, f"{NUMBER[:6]} {NUMBER[6:]}"])
def test_a_number_is_searched_by_post_and_stands_in_no_address(desk: Come, kristoffer: UUID, typed: str) -> None:
    kari = desk("Kari Nesheim")
    page = kari.send("/sok/", status=200, q=typed)
    assert f'href="/saker/{kristoffer}/"' in page
    assert 'name="q" id="sok" value=""' in page


@pytest.mark.parametrize("typed", [NUMBER, "Kristoffer Åsen", "24.11.2016"])
def test_who_it_is_about_is_not_searched_from_an_address_but_offered_as_a_form(
    desk: Come, kristoffer: UUID, typed: str
) -> None:
    answer = desk("Kari Nesheim").client.get("/sok/", {"q": typed})
    text = words(str(answer.content, "utf-8"))
    assert answer.status_code == 422
    assert "fødselsnummer skal ikke stå i en adresse" in text
    assert "Kristoffer Åsen 9 år" not in text
    assert not Look.objects.exists()


def test_a_name_that_is_posted_becomes_no_address(desk: Come, kristoffer: UUID) -> None:
    kari = desk("Kari Nesheim")
    assert "Kristoffer Åsen" in words(kari.send("/sok/", status=200, q="Kristoffer  Åsen"))
    assert kari.send("/sok/", q="2026-0001") == f"/saker/{kristoffer}/"


def test_a_case_number_and_a_concern_number_lead_straight_there(world: World, desk: Come, kristoffer: UUID) -> None:
    concern_id = arrive(world)
    kari = desk("Kari Nesheim")
    assert kari.client.get("/sok/?q=2026-0001").headers["Location"] == f"/saker/{kristoffer}/"
    assert kari.client.get("/sok/?q=m-2026-0001").headers["Location"] == f"/meldinger/{concern_id}/"


def test_a_child_known_only_from_a_concern_is_found_there(world: World, desk: Come) -> None:
    concern_id = arrive(
        world, children=(ReportedChild(name="Tea Bjørnstad", birth_date=date(2019, 5, 5)),), sender=NEIGHBOUR
    )
    hanne = desk("Hanne Dale")
    for typed in ("Thea Bjørnstad", "bjornstad", "5.5.2019"):
        assert f'href="/meldinger/{concern_id}/"' in hanne.send("/sok/", status=200, q=typed)
    assert "Ingen treff" in words(desk("Ola Brandvold").send("/sok/", status=200, q="Thea Bjørnstad"))


def test_every_search_is_written_down_with_its_words(desk: Come, kristoffer: UUID) -> None:
    desk("Ola Brandvold").send("/sok/", status=200, q="Kristoffer Åsen")
    look = Look.objects.get(kind="search")
    assert (look.terms, look.hat) == ("Kristoffer Åsen", "oppvekst_desk_case")


@pytest.mark.parametrize("name", ["Ola Brandvold", "Siri Tveito", "Siri Nordli"])
@pytest.mark.parametrize("typed", ["Kristoffer Åsen", "24.11.2016", "2026-0001"])
def test_what_is_hidden_and_what_is_not_there_get_the_same_answer(
    desk: Come, kristoffer: UUID, name: str, typed: str
) -> None:
    stranger = desk(name)
    hidden = stranger.send("/sok/", status=200, q=typed)
    nothing = stranger.send("/sok/", status=200, q="Finnes Ikke")
    assert "Ingen treff" in words(hidden)
    assert _without(hidden, typed) == _without(nothing, typed)


def test_the_intake_learns_that_a_case_is_there_and_no_more(desk: Come, kristoffer: UUID) -> None:
    page = desk("Hanne Dale").send("/sok/", status=200, q="Kristoffer Åsen")
    assert "Kristoffer Åsen" in words(page)
    assert "Ikke åpen for deg" in words(page)
    assert str(kristoffer) not in page


def test_a_strictly_protected_child_is_found_only_by_those_who_have_the_case(world: World, desk: Come) -> None:
    tuva = child(world, Details(given_name="Tuva", family_name="Winther", protection=Protection.STRICT))
    assert Grant.objects.filter(case_id=tuva).count() == 1
    assert str(tuva) in desk("Kari Nesheim").send("/sok/", status=200, q="Winther Tuva")
    for name in ("Hanne Dale", "Ola Brandvold"):
        assert "Ingen treff" in words(desk(name).send("/sok/", status=200, q="Winther Tuva"))


def test_the_on_call_searches_concerns_alone(world: World, desk: Come, kristoffer: UUID) -> None:
    concern_id = arrive(world, danger="yes")
    bjorn = desk("Bjørn Haugli")
    assert "Ingen treff" in words(bjorn.send("/sok/", status=200, q="Kristoffer Åsen"))
    assert bjorn.client.get("/sok/?q=M-2026-0001").headers["Location"] == f"/meldinger/{concern_id}/"


def test_an_empty_search_only_shows_how(desk: Come) -> None:
    kari = desk("Kari Nesheim")
    text = words(kari.see("/sok/"))
    assert "Stavemåten trenger ikke være nøyaktig" in text
    assert "treff" not in text.lower().replace("enter uten treff", "")
    assert kari.send("/sok/", q="  ") == "/sok/"


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("  Emil   Sunde ", Asked(name="Emil Sunde")),
        ("24112016", Asked(born=BORN)),
        ("24 11 2016 Emil", Asked(name="Emil", born=BORN)),
        ("31.11.2016", Asked(name="31.11.2016")),
        ("Emil 24111612345", Asked(name="Emil", number="24111612345")),
        ("241116-12345", Asked(number="24111612345")),
        ("M2026-0412", Asked(concern_number="M-2026-0412")),
        ("", Asked()),
    ],
)
def test_the_words_are_taken_apart(typed: str, wanted: Asked) -> None:
    assert asked(typed) == wanted


def test_a_number_is_known_as_one_wherever_it_stands() -> None:
    assert secret("Emil 24111612345")
    assert secret("241116 12345")
    assert not secret("24112016")
    assert not re.search(r"\d{11}", str(asked("24112016")))


def _without(page: str, typed: str) -> str:
    """The page's words but for what was asked."""
    return words(page.replace(f'value="{typed}"', "").replace('value="Finnes Ikke"', "").replace(typed, ""))

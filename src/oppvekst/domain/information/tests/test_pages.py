"""The public pages as a browser gets them."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from oppvekst.domain.information import models
from oppvekst.domain.information.actions import EDIT, install_defaults
from oppvekst.ground.access.actor import Actor
from tests.world import World

SATURDAY_NIGHT = datetime(2026, 11, 7, 21, 40, tzinfo=UTC)
PAGES = ("/", "/hvem-kan-jeg-ringe/", "/slik-jobber-vi/", "/barn-og-ungdom/", "/barn-og-ungdom/ungdom/")


@pytest.fixture
def portal(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Client:
    """A browser at Solvik's portal on a Saturday night."""
    settings.FACE, settings.ROOT_URLCONF = "portal", "oppvekst.faces.portal.urls"
    setup = Actor("oppsett", world.solvik.number, "owner", rights=frozenset({EDIT}))
    install_defaults(world.solvik, at=SATURDAY_NIGHT, by=setup)
    monkeypatch.setattr(timezone, "now", lambda: SATURDAY_NIGHT)
    return Client(headers={"accept-language": "nb"})


def text(portal: Client, address: str) -> str:
    response = portal.get(address)
    assert response.status_code == 200
    return str(response.content, "utf-8")


@pytest.mark.parametrize("address", PAGES)
def test_every_page_has_one_heading_one_title_and_nothing_that_the_policy_stops(portal: Client, address: str) -> None:
    page = text(portal, address)
    assert (
        page.count("<h1") == page.count("<title>Hvem") + page.count("<title>Slik") + page.count("<title>For deg") == 1
    )
    assert "style=" not in page
    assert "onclick" not in page
    assert 'lang="nb"' in page


def test_the_front_page_answers_before_it_asks(portal: Client) -> None:
    page = text(portal, "/")
    assert "Lørdag 7. november, klokka 22.40" in page
    assert page.index("Åpent nå, til mandag klokka 08.30") < page.index('href="tel:00009998"') < page.index("op-door")
    assert "19 av 20" not in page


def test_the_phone_page_lists_every_line_with_its_hours(portal: Client) -> None:
    page = text(portal, "/hvem-kan-jeg-ringe/")
    for phone in ("00 00 99 10", "00 00 99 98", "00 00 99 20", "116 111", "116 117", ">112<", ">113<"):
        assert phone in page
    assert "Hverdager 08.30–15.00" in page
    assert "Stengt: 24. desember fra klokka 12.00 (julaften)" in page
    assert "chat og sms: mandag til fredag 16.15–22.45, lørdag 16.15–23.45" in page.lower()


@pytest.mark.parametrize(
    ("word", "first"),
    [("barn", "116 111"), ("fosterhjem", "00 00 99 20"), ("ansatt", "00 00 99 98"), ("noe-annet", "00 00 99 98")],
)
def test_the_page_answers_each_kind_of_caller_and_never_fails_on_a_strange_one(
    portal: Client, word: str, first: str
) -> None:
    page = text(portal, f"/hvem-kan-jeg-ringe/?for={word}")
    number = page[page.index("op-answer__number") :]
    assert number[number.index(">") + 1 : number.index("</a>")] == first


def test_the_json_door_gives_the_same_answer_as_the_page_to_anybodys_page(portal: Client) -> None:
    response = portal.get("/hvem-kan-jeg-ringe.json?who=child")
    answers = json.loads(response.content)
    assert [answer["phone"] for answer in answers] == ["116 111", "00 00 99 98", "112", "113"]
    assert set(answers[0]) == {"name", "phone", "open_until", "why"}
    assert answers[1]["open_until"] == "2026-11-09T08:30:00+01:00"
    assert response["Access-Control-Allow-Origin"] == "*"
    assert "max-age=60" in response["Cache-Control"]


def test_the_json_door_tells_a_strange_caller_whom_it_knows(portal: Client) -> None:
    response = portal.get("/hvem-kan-jeg-ringe.json?who=dog")
    assert response.status_code == 400
    assert "foster-parent" in json.loads(response.content)["fields"]["who"]


@pytest.mark.parametrize("address", ["/barn-og-ungdom/", "/barn-og-ungdom/ungdom/"])
def test_the_childrens_pages_can_be_left_at_once_and_are_kept_by_no_browser(portal: Client, address: str) -> None:
    response = portal.get(address)
    assert "data-quick-exit" in str(response.content, "utf-8")
    assert "no-store" in response["Cache-Control"]


def test_a_child_reaches_the_form_in_two_clicks_from_the_front_page(portal: Client) -> None:
    assert 'href="/barn-og-ungdom/"' in text(portal, "/")
    assert 'href="/meld/' in text(portal, "/barn-og-ungdom/")


def test_the_childrens_page_says_when_the_chat_is_open_and_who_answers_here(portal: Client) -> None:
    page = text(portal, "/barn-og-ungdom/")
    assert "Åpen nå, til klokka 23.45." in page
    assert "00 00 99 98" in page


def test_the_steps_carry_the_limits_of_the_law(portal: Client) -> None:
    page = text(portal, "/slik-jobber-vi/")
    assert "Innen én uke" in page
    assert "Innen tre måneder" in page
    assert "aldri til mer enn seks måneder" in page


def test_when_nothing_is_published_the_national_numbers_still_answer(portal: Client) -> None:
    models.PhoneLine.objects.update(published=False)
    assert "116 111" in text(portal, "/hvem-kan-jeg-ringe/")


@pytest.mark.parametrize("address", PAGES)
def test_a_page_asks_few_questions_of_the_database(
    portal: Client, address: str, django_assert_max_num_queries: object
) -> None:
    with django_assert_max_num_queries(16):  # type: ignore[operator]
        portal.get(address)

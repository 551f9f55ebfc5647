"""Two municipalities in one house: each on its own host name, with its own name, colour, arms, phones and languages."""

import re
from typing import Any

import pytest
from django.core.cache import cache
from django.db import DatabaseError
from django.test import Client

from oppvekst.domain.information.actions.appearance import change_appearance
from oppvekst.domain.information.actions.installing import EDIT
from oppvekst.domain.information.portal.looks import YEAR
from oppvekst.domain.information.rules import colours
from oppvekst.domain.information.tests.test_appearance import AT, install
from oppvekst.faces.cli.demo.looks import nordvag
from oppvekst.ground.access.actor import Actor
from tests.house.page_lint import lint
from tests.world import NORDVAG, World

HERE, THERE = "localhost", "nordvag.localhost"
PAGES = ("/", "/hvem-kan-jeg-ringe/", "/meld/", "/barn-og-ungdom/", "/finnes-ikke/")


@pytest.fixture
def portal(world: World, settings: Any) -> Client:
    """Both municipalities, each with its host name; Nordvåg in its own clothes."""
    settings.FACE, settings.ROOT_URLCONF = "portal", "oppvekst.faces.portal.urls"
    settings.ALLOWED_HOSTS, settings.HOST_MUNICIPALITIES = [HERE, THERE, "annet.localhost"], {THERE: str(NORDVAG)}
    install(world)
    setup = Actor("oppsett", NORDVAG, "owner", rights=frozenset({EDIT}))
    change_appearance(nordvag(), by=setup, at=AT)
    cache.clear()
    return Client(headers={"accept-language": "nb"})


def page(portal: Client, address: str, host: str = HERE, status: int = 200) -> str:
    response = portal.get(address, headers={"host": host})
    assert response.status_code == status
    html = str(response.content, "utf-8")
    assert lint(html, address) == []
    return html


def own(html: str, kind: str) -> list[str]:
    """The addresses of what the municipality has made its own."""
    return re.findall(rf'="(/utseende/[0-9a-f]{{12}}\.{kind})"', html)


@pytest.mark.parametrize("address", PAGES)
def test_the_two_look_different_on_every_page(portal: Client, address: str) -> None:
    status = 404 if "finnes" in address else 200
    here, there = (page(portal, address, host, status) for host in (HERE, THERE))
    assert own(here, "css") == own(here, "svg") == []
    assert len(own(there, "css")) == 1
    assert len(set(own(there, "svg"))) == 1
    assert "Solvik kommune" in here
    assert "Nordvåg kommune" in there
    assert "<b>Barnevernstjenesten</b>" in here
    assert "<b>Barnevernet</b>" in there
    assert "Solvik" not in there
    assert "crest-shield" in here.split("</header>")[0]
    assert "crest-shield" not in there.split("</header>")[0]


@pytest.mark.parametrize("address", ["/hvem-kan-jeg-ringe/", "/barn-og-ungdom/"])
def test_the_two_have_their_own_phones(portal: Client, address: str) -> None:
    here, there = (page(portal, address, host) for host in (HERE, THERE))
    assert ("00 00 99 10" in here, "00 00 97 10" in here) == (True, False)
    assert ("00 00 99 10" in there, "00 00 97 10" in there) == (False, True)


def test_each_offers_its_own_languages(portal: Client) -> None:
    offered = [set(re.findall(r'hreflang="(\w+)"', page(portal, "/", host))) for host in (HERE, THERE)]
    assert offered == [{"nb", "nn", "en"}, {"nb", "nn"}]


def test_an_error_page_says_whom_to_call_without_asking_anybody(portal: Client) -> None:
    assert "00 00 99 98" in page(portal, "/finnes-ikke/", THERE, 404)


def test_the_colour_is_laid_over_the_theme_and_kept_for_a_year(portal: Client) -> None:
    html = page(portal, "/", THERE)
    assert html.index("css/theme-nordvag.css") < html.index(own(html, "css")[0])
    response = portal.get(own(html, "css")[0], headers={"host": THERE})
    assert str(response.content, "utf-8") == colours.stylesheet("#2f4a8a")
    assert response.headers["Content-Type"] == "text/css; charset=utf-8"
    assert {"public", f"max-age={YEAR}", "immutable"} == set(response.headers["Cache-Control"].split(", "))
    assert response.headers["X-Content-Type-Options"] == "nosniff"


def test_the_arms_can_be_looked_at_and_nothing_else(portal: Client) -> None:
    html = page(portal, "/", THERE)
    drawing = own(html, "svg")[0]
    assert f'<link rel="icon" href="{drawing}"' in html
    assert f'<img src="{drawing}" width="36" height="42" alt="">' in html
    response = portal.get(drawing, headers={"host": THERE})
    assert response.headers["Content-Type"] == "image/svg+xml"
    assert response.headers["Content-Security-Policy"] == "default-src 'none'; style-src 'none'; sandbox"
    assert "immutable" in response.headers["Cache-Control"]
    assert str(response.content, "utf-8").startswith("<svg ")


def test_the_files_are_the_same_in_every_language(portal: Client) -> None:
    assert own(page(portal, "/nn/", THERE), "css") == own(page(portal, "/", THERE), "css")


@pytest.mark.parametrize("name", ["0123456789ab.css", "0123456789ab.svg"])
def test_an_old_name_gives_what_is_used_now_and_is_kept_only_shortly(portal: Client, name: str) -> None:
    response = portal.get(f"/utseende/{name}", headers={"host": THERE})
    assert response.status_code == 200
    assert "immutable" not in response.headers["Cache-Control"]
    assert int(re.search(r"max-age=(\d+)", response.headers["Cache-Control"])[1]) <= 20


@pytest.mark.parametrize("name", ["0123456789ab.css", "0123456789ab.svg", "../settings.css", "x.png"])
def test_whoever_has_nothing_of_its_own_has_no_such_file(portal: Client, name: str) -> None:
    assert portal.get(f"/utseende/{name}", headers={"host": HERE}).status_code == 404


def test_a_host_name_that_nobody_has_given_us_is_turned_away_without_a_word_of_whose_house_it_is(
    portal: Client,
) -> None:
    for host in ("ondt.example", "nordvag.localhost.ondt.example", "localhost@ondt.example", "", "a" * 300):
        response = portal.get("/", headers={"host": host})
        assert response.status_code == 400, host
        html = str(response.content, "utf-8")
        assert "116 111" in html or "116111" in html
        assert "Nordvåg" not in html
        assert "ondt.example" not in html


def test_a_host_name_of_ours_that_is_nobody_s_answers_for_the_first_municipality(portal: Client) -> None:
    assert "Solvik kommune" in page(portal, "/", "annet.localhost")


def test_the_host_name_is_read_without_its_port(portal: Client) -> None:
    assert "Nordvåg kommune" in page(portal, "/", f"{THERE}:8000")


def test_when_the_database_is_gone_the_error_page_still_has_its_numbers(
    portal: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_: object, **__: object) -> None:
        raise DatabaseError("borte")

    portal.raise_request_exception = False
    monkeypatch.setattr("oppvekst.faces.portal.signboard.sign_of", gone)
    response = portal.get("/", headers={"host": THERE})
    assert response.status_code >= 500
    assert "116 111" in str(response.content, "utf-8")


def test_a_kept_page_costs_no_question_and_the_sign_costs_one(portal: Client, django_assert_num_queries: Any) -> None:
    page(portal, "/hvem-kan-jeg-ringe/", THERE)
    with django_assert_num_queries(0):
        page(portal, "/hvem-kan-jeg-ringe/", THERE)

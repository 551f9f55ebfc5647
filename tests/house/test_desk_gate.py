"""Nobody reaches a page of the desk without a session, and nothing typed is lost when a session ends."""

from __future__ import annotations

import re
from typing import Any
from uuid import uuid4

import pytest
from django.db import DatabaseError
from django.test import Client

from oppvekst.faces.desk import gate
from oppvekst.ground.access import sessions
from oppvekst.ground.database import logins
from oppvekst.ground.database.acting import COOKIE, acting
from tests.desk import Come, opened_desk, words
from tests.house.page_lint import lint
from tests.world import World
from tools.documents.routes import routes

ROUTES = sorted({path for path, _name, _view in routes("desk")})
LONG = "Gutten sto alene ute i bare genseren, og ingen kom."


@pytest.fixture
def desk(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Come:
    return opened_desk(world, settings, monkeypatch)


@pytest.fixture
def stranger(desk: Come) -> Client:
    return Client(headers={"accept-language": "nb", "sec-fetch-site": "same-origin"})


def filled(route: str) -> str:
    """An address of that form."""
    return re.sub(r"<[^>]+>", lambda _: str(uuid4()), route)


def test_there_are_routes_to_try() -> None:
    assert len(ROUTES) > 40


def test_a_visitor_is_shown_to_the_door_from_every_page(stranger: Client) -> None:
    closed = [filled(route) for route in ROUTES if route not in gate.PUBLIC]
    led = {address: stranger.get(address).headers.get("Location", "") for address in closed}
    assert [address for address, place in led.items() if not place.startswith("/logg-inn/?til=")] == []
    assert [address for address in closed if stranger.post(address).status_code != 401] == []


def test_an_empty_cookie_is_no_session(stranger: Client) -> None:
    stranger.cookies[COOKIE] = ""
    assert stranger.get("/min-dag/").status_code == 302


def test_only_health_and_good_bye_are_open_to_all(stranger: Client) -> None:
    assert set(gate.PUBLIC) == {"/helse/", "/logget-ut/"}
    assert stranger.get("/helse/").content == b"ok"
    page = str(stranger.get("/logget-ut/").content, "utf-8")
    assert lint(page, "/logget-ut/") == []
    assert "Du er logget ut" in page


def test_the_way_back_in_leads_to_the_page_and_not_to_what_was_asked_of_it(stranger: Client) -> None:
    answer = stranger.get("/saker/?q=Emil+Sunde")
    assert answer.headers["Location"] == "/logg-inn/?til=%2Fsaker%2F"


def test_an_ended_session_is_led_to_the_door_and_its_cookie_is_taken(world: World, desk: Come) -> None:
    kari = desk("Kari Nesheim")
    kari.see("/min-dag/")
    with acting("desk", world.token("Kari Nesheim")):
        sessions.end()
    answer = kari.client.get("/min-dag/")
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/logg-inn/")
    assert answer.cookies[COOKIE].value == ""


def test_a_made_up_session_is_no_session(desk: Come, stranger: Client) -> None:
    stranger.cookies[COOKIE] = "oppdiktet"
    assert stranger.get("/min-dag/").status_code == 302


def test_what_was_typed_is_kept_for_after_the_log_in_with_its_own_token(stranger: Client) -> None:
    typed = {"reasons": LONG, "review_on_day": ["1", "2"], "csrfmiddlewaretoken": "merket-fra-skjemaet"}
    answer = stranger.post(f"/saker/{uuid4()}/sperre/", typed)
    page = str(answer.content, "utf-8")
    assert answer.status_code == 401
    assert lint(page, "401") == []
    assert "er ikke borte" in words(page)
    assert f'name="reasons" value="{LONG}"' in page
    assert page.count('name="review_on_day"') == 2
    assert page.count("merket-fra-skjemaet") == 1
    assert 'target="_blank"' in page
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_form_from_another_site_gets_no_token_of_ours(stranger: Client) -> None:
    page = str(stranger.post("/rolle/", {"hat": "x"}, headers={"sec-fetch-site": "cross-site"}).content, "utf-8")
    assert 'name="csrfmiddlewaretoken"' not in page


def test_a_part_of_a_page_is_told_where_the_whole_page_shall_go(stranger: Client) -> None:
    reading = stranger.get("/min-dag/", headers={"HX-Request": "true"})
    assert (reading.status_code, reading.headers["HX-Redirect"]) == (401, "/logg-inn/?til=%2Fmin-dag%2F")
    writing = stranger.post("/rolle/", {"hat": "x"}, headers={"HX-Request": "true"})
    assert writing.status_code == 401
    assert "står her fortsatt" in words(str(writing.content, "utf-8"))
    assert "<html" not in str(writing.content, "utf-8")


def test_a_fault_of_the_database_is_not_taken_for_an_ended_session(desk: Come, monkeypatch: pytest.MonkeyPatch) -> None:
    def falls(*_: object, **__: object) -> None:
        raise DatabaseError("noe annet")

    monkeypatch.setattr("oppvekst.ground.database.acting._take_login", falls)
    kari = Client(raise_request_exception=False)
    kari.cookies[COOKIE] = "noe"
    assert kari.get("/min-dag/").status_code == 500


def test_other_faces_have_no_gate(settings: Any) -> None:
    from django.core.exceptions import MiddlewareNotUsed

    settings.FACE = "portal"
    with pytest.raises(MiddlewareNotUsed):
        gate.Gate(lambda request: None)  # type: ignore[arg-type, return-value]


def test_logging_out_ends_the_session_in_the_database_too(world: World, desk: Come) -> None:
    kari = desk("Kari Nesheim")
    token = world.token("Kari Nesheim")
    assert kari.send("/logg-ut/") == "/logget-ut/"
    kari.client.cookies[COOKIE] = token
    assert kari.client.get("/min-dag/").status_code == 302


def test_one_changes_hat_and_comes_back_to_the_list_one_read(desk: Come) -> None:
    kari = desk("Kari Nesheim")
    assert "Mottak" in kari.see("/saker/")
    assert kari.send("/rolle/", hat=logins.CASE, next="/saker/?vis=mine") == "/saker/"
    assert "Saksbehandler" in words(kari.see("/saker/"))
    assert kari.send("/rolle/", hat=logins.INTAKE, next=f"/saker/{uuid4()}/") == "/min-dag/"
    assert kari.send("/rolle/", hat=logins.CASE, next="//ondt.example/") == "/min-dag/"


def test_nobody_puts_on_a_hat_that_is_not_her_own(desk: Come) -> None:
    page = desk("Ola Brandvold").send("/rolle/", status=409, hat=logins.WIDE)
    assert "Du har ikke denne rollen i dag" in words(page)


def test_the_first_page_is_my_day(desk: Come) -> None:
    answer = desk("Kari Nesheim").client.get("/")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/min-dag/")

"""The desk locks itself, and nothing that was typed is lost: it waits, sealed, for the same person and nobody else."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from oppvekst.faces.desk import typed
from oppvekst.ground.access import sessions
from oppvekst.ground.database.acting import COOKIE, acting
from tests.desk import Browser, Come, opened_desk, words
from tests.house.page_lint import lint
from tests.world import World

LONG = "Gutten sto alene ute i bare genseren, og ingen kom."


@pytest.fixture
def desk(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Come:
    return opened_desk(world, settings, monkeypatch)


def comes(who: str, *, on: str) -> str:
    with acting("door"):
        token = sessions.start(who.lower().replace(" ", "."), device=f"Firefox på {on}", device_key=on)
    assert token
    return token


def seated(who: str, *, on: str = "kontoret") -> Browser:
    client = Client(headers={"accept-language": "nb", "sec-fetch-site": "same-origin"})
    client.cookies[COOKIE] = comes(who, on=on)
    return Browser(client)


def sends_too_late(one: Browser, **values: str) -> str:
    """She locks the desk, and sends the form that another tab still shows."""
    assert one.client.post("/innlogginger/las/").status_code == 204
    answer = one.client.post("/innlogginger/avslutt/", {"csrfmiddlewaretoken": "fra-skjemaet", **values})
    page = str(answer.content, "utf-8")
    assert answer.status_code == 401
    assert lint(page, "401") == []
    return page


def test_a_locked_desk_asks_for_log_in_on_every_page(desk: Come) -> None:
    kari = seated("Kari Nesheim")
    assert kari.client.get("/innlogginger/hvem/").status_code == 200
    assert kari.client.post("/innlogginger/i-bruk/").status_code == 204
    assert kari.client.post("/innlogginger/las/").status_code == 204
    assert kari.client.get("/innlogginger/hvem/").status_code == 302
    assert kari.client.get("/min-dag/").headers["Location"].startswith("/logg-inn/")


def test_the_page_says_how_long_until_it_is_covered_and_where_one_logs_in_again(desk: Come) -> None:
    page = desk("Kari Nesheim").see("/min-dag/")
    assert 'data-idle="1200"' in page
    assert "til=%2Finnlogginger%2Ftilbake%2F" in page


def test_what_was_sent_too_late_waits_for_her_and_is_sent_as_it_was(desk: Come) -> None:
    kari = seated("Kari Nesheim")
    page = sends_too_late(kari, reasons=LONG)
    assert "Vi har tatt vare på det" in words(page)
    assert "til=%2Finnlogginger%2Ffortsett%2F" in page
    kari.client.cookies[COOKIE] = comes("Kari Nesheim", on="kontoret")
    waiting = kari.see("/innlogginger/fortsett/")
    assert f'name="reasons" value="{LONG}"' in waiting
    assert 'action="/innlogginger/avslutt/"' in waiting
    assert "fra-skjemaet" in waiting


def test_nobody_else_at_the_same_machine_reads_it(desk: Come) -> None:
    kari = seated("Kari Nesheim")
    sends_too_late(kari, reasons=LONG)
    kari.client.cookies[COOKIE] = comes("Ola Brandvold", on="kontoret")
    assert kari.client.get("/innlogginger/fortsett/").headers["Location"] == "/min-dag/"
    kari.client.cookies[COOKIE] = comes("Kari Nesheim", on="kontoret")
    assert kari.client.get("/innlogginger/fortsett/").headers["Location"] == "/min-dag/"


def test_no_word_of_it_stands_in_the_database(desk: Come) -> None:
    sends_too_late(seated("Kari Nesheim"), reasons=LONG)
    with connection.cursor() as cursor:
        cursor.execute("select string_agg(encode(sealed, 'escape'), ' ') from web_draft")
        assert "genseren" not in cursor.fetchone()[0]


def test_she_throws_it_away(desk: Come) -> None:
    kari = seated("Kari Nesheim")
    sends_too_late(kari, reasons=LONG)
    kari.client.cookies[COOKIE] = comes("Kari Nesheim", on="kontoret")
    key = kari.client.cookies[typed.KEPT].value
    assert kari.send("/innlogginger/fortsett/") == "/min-dag/"
    kari.client.cookies[typed.KEPT] = key
    assert kari.client.get("/innlogginger/fortsett/").status_code == 302


def test_changing_hat_gives_the_browser_another_key(desk: Come) -> None:
    kari = seated("Kari Nesheim")
    old = kari.client.cookies[COOKIE].value
    kari.send("/rolle/", hat="oppvekst_desk_case")
    new = kari.client.cookies[COOKIE].value
    assert old != new
    assert kari.see("/min-dag/")
    kari.client.cookies[COOKIE] = old
    assert kari.client.get("/min-dag/").status_code == 302


def test_my_log_ins_in_plain_words_and_ending_one_and_all(desk: Come) -> None:
    kari = seated("Kari Nesheim")
    phone, home = seated("Kari Nesheim", on="telefonen"), seated("Kari Nesheim", on="hjemmemaskinen")
    page = kari.see("/innlogginger/")
    assert "Firefox på telefonen" in words(page) and "her, nå" in words(page)
    last = next(one for one in re.findall(r'name="id" value="([^"]+)">Avslutt<span class="op-sr">: ([^<]+)', page))
    assert kari.send("/innlogginger/avslutt/", id=last[0]) == "/innlogginger/?gjort=avsluttet"
    others = {"Firefox på telefonen": phone, "Firefox på hjemmemaskinen": home}
    assert others.pop(last[1]).client.get("/min-dag/").status_code == 302
    (left,) = others.values()
    assert left.client.get("/min-dag/").status_code == 200
    assert kari.send("/innlogginger/avslutt/") == "/innlogginger/?gjort=alle"
    assert left.client.get("/min-dag/").status_code == 302
    assert "Bare denne er igjen" in words(kari.see("/innlogginger/?gjort=alle"))


def test_a_new_device_is_told_of_on_the_next_page_and_ended_from_there(desk: Come) -> None:
    kari = seated("Kari Nesheim")
    stranger = seated("Kari Nesheim", on="en fremmed maskin")
    page = kari.see("/min-dag/")
    assert "Firefox på en fremmed maskin. Var det deg?" in words(page)
    assert "Var det deg?" not in words(stranger.see("/min-dag/"))
    which = re.findall(r'name="id" value="([^"]+)"', page)[0]
    assert stranger.send("/innlogginger/svar/", 404, id=which, svar="ja")
    assert kari.send("/innlogginger/svar/", id=which, svar="nei").endswith("gjort=ikke-min")
    assert stranger.client.get("/min-dag/").status_code == 302
    assert "si fra til lederen" in words(kari.see("/innlogginger/?gjort=ikke-min"))


def test_a_number_of_ones_own_making_ends_nothing(desk: Come) -> None:
    kari = seated("Kari Nesheim")
    assert kari.send("/innlogginger/avslutt/", 404, id="ikke et nummer")


def test_behind_tls_the_cookies_are_bound_to_the_host() -> None:
    ask = (
        "import django; django.setup(); from django.conf import settings; from oppvekst.ground.database import acting; "
        "from oppvekst.ground.web import device; from oppvekst.faces.desk import typed; "
        "print(acting.COOKIE, device.COOKIE, typed.KEPT, settings.CSRF_COOKIE_NAME)"
    )
    told = subprocess.run(
        [sys.executable, "-c", ask], capture_output=True, check=True, text=True,
        env={**os.environ, "OPPVEKST_FACE": "desk", "OPPVEKST_TLS": "1", "DJANGO_SETTINGS_MODULE": "oppvekst.settings"},
    )  # fmt: skip
    assert all(name.startswith("__Host-") for name in told.stdout.split())


def test_the_lock_is_no_longer_than_the_settings_say(settings: Any) -> None:
    assert settings.IDLE == sessions.IDLE <= timedelta(minutes=30)

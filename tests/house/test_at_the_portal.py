"""What holds for every page of the portal: its languages, its forms' pace, no cookie, and pages kept in memory."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from oppvekst.domain.information.actions import EDIT, install_defaults
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.web.pace import AT_ONCE, FILLED_IN
from oppvekst.ground.web.stamp import FIELD, stamp
from tests.world import World

NOW = datetime(2026, 11, 9, 10, 0, tzinfo=UTC)
READ = ("/", "/hvem-kan-jeg-ringe/", "/slik-jobber-vi/", "/barn-og-ungdom/", "/meld/")
FORM = "/meld/privat/"
A_FAMILY, A_PROGRAM = {"words": "Vi er redde for et barn."}, {"words": "x"}


@pytest.fixture
def portal(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Client]:
    """A browser at Solvik's portal on a Monday morning."""
    settings.FACE, settings.ROOT_URLCONF = "portal", "oppvekst.faces.portal.urls"
    setup = Actor("oppsett", world.solvik.number, "owner", rights=frozenset({EDIT}))
    install_defaults(world.solvik, at=NOW, by=setup)
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    cache.clear()
    yield Client()
    cache.clear()


@pytest.mark.parametrize("address", READ)
def test_who_only_reads_gets_no_cookie(portal: Client, address: str) -> None:
    assert not portal.get(address).cookies


@pytest.mark.parametrize(("prefix", "language"), [("", "nb"), ("/nn", "nn"), ("/en", "en")])
@pytest.mark.parametrize("address", READ)
def test_the_address_says_the_language_and_the_switch_keeps_the_page(
    portal: Client, address: str, prefix: str, language: str
) -> None:
    page = portal.get(prefix + address, headers={"accept-language": "de, en;q=0.5"}).content.decode()
    assert f'<html lang="{language}"' in page
    for other, code in (("", "nb"), ("/nn", "nn"), ("/en", "en")):
        assert f'href="{other}{address}" hreflang="{code}"' in page


def test_a_form_from_another_site_is_refused_without_any_cookie(portal: Client) -> None:
    assert portal.post(FORM, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert portal.post(FORM, headers={"Origin": "https://et-annet-sted.example"}).status_code == 403
    assert portal.post(FORM, headers={"Sec-Fetch-Site": "same-origin"}).status_code != 403


def test_three_hundred_forms_a_minute_are_slowed_and_a_family_at_the_same_address_is_not(
    portal: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused, last = 0, NOW
    for number in range(300):
        last = NOW + timedelta(seconds=number / 5)
        monkeypatch.setattr(timezone, "now", lambda moment=last: moment)
        refused += portal.post(FORM, A_PROGRAM | {FIELD: stamp(last)}).status_code == 429
    assert refused >= 300 - 2 * AT_ONCE.at_once
    family = portal.post(FORM, A_FAMILY | {FIELD: stamp(last - timedelta(seconds=40))})
    assert family.status_code != 429
    assert portal.post(FORM, A_PROGRAM, REMOTE_ADDR="10.9.9.9").status_code != 429


def test_who_must_wait_loses_nothing_and_is_told_how_long(portal: Client) -> None:
    for _ in range(AT_ONCE.at_once):
        portal.post(FORM, A_PROGRAM)
    told = portal.post(FORM, {"words": 'Det jeg skrev, med "anførsel" og <b>.', "go": "videre"})
    assert told.status_code == 429
    assert 0 < int(told.headers["Retry-After"]) <= 1 / AT_ONCE.a_second
    page = told.content.decode()
    assert 'value="Det jeg skrev, med &quot;anførsel&quot; og &lt;b&gt;."' in page
    assert 'name="go" value="videre"' in page


def test_also_forms_that_take_their_time_have_a_limit(portal: Client) -> None:
    old = {FIELD: stamp(NOW - timedelta(minutes=2))}
    codes = [portal.post(FORM, A_PROGRAM | old).status_code for _ in range(FILLED_IN.at_once + 40)]
    assert 429 not in codes[: FILLED_IN.at_once]
    assert 429 in codes


def test_a_stamp_of_ones_own_making_buys_nothing(portal: Client) -> None:
    forged = {FIELD: f"{NOW.timestamp() - 900:.0f}.abc:xyz"}
    codes = [portal.post(FORM, A_PROGRAM | forged).status_code for _ in range(AT_ONCE.at_once + 3)]
    assert codes[-1] == 429


@pytest.mark.parametrize("proxy", [False, True], ids=["no proxy", "behind the municipality's proxy"])
def test_an_address_that_the_sender_claims_counts_only_when_our_own_proxy_says_it(
    portal: Client, settings: Any, proxy: bool
) -> None:
    settings.BEHIND_PROXY = proxy
    codes = [
        portal.post(FORM, A_PROGRAM, headers={"X-Forwarded-For": f"203.0.113.9, 10.0.0.{number}"}).status_code
        for number in range(AT_ONCE.at_once + 5)
    ]
    assert (429 in codes) is not proxy


def test_no_address_is_kept(portal: Client) -> None:
    portal.post(FORM, A_PROGRAM, REMOTE_ADDR="10.20.30.40")
    with connection.cursor() as cursor:
        cursor.execute("select encode(imprint, 'hex') from access.paces")
        (imprint,) = cursor.fetchone()
    assert len(imprint) == 64
    assert b"10.20.30.40".hex() not in imprint


@pytest.mark.parametrize("address", ["/", "/hvem-kan-jeg-ringe/", "/slik-jobber-vi/", "/en/"])
def test_a_public_page_asks_the_database_once_and_then_not_at_all_for_as_long_as_it_is_true(
    portal: Client, address: str
) -> None:
    with CaptureQueriesContext(
        connection,
    ) as first:
        portal.get(address)
    assert 0 < len(first) < 16  # ten of its own, and the transaction that says who asks
    with CaptureQueriesContext(connection) as second:
        again = portal.get(address)
    assert (again.status_code, len(second)) == (200, 0)


def test_what_a_child_reads_is_kept_nowhere(portal: Client) -> None:
    assert "no-store" in portal.get("/barn-og-ungdom/").headers["Cache-Control"]
    with CaptureQueriesContext(connection) as second:
        portal.get("/barn-og-ungdom/")
    assert len(second) > 0

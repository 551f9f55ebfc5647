"""Logging in without a provider: a code from the leader, then a password with a code app; guesses are slow, codes count once."""

from __future__ import annotations

import re
import time
from datetime import timedelta
from typing import Any

import pyotp
import pytest
from django.db import ProgrammingError, connection, transaction
from django.test import Client

from oppvekst.faces.door import passwords
from oppvekst.ground.access import own_log_in, sessions
from oppvekst.ground.access.actor import entered
from oppvekst.ground.access.service import claim_role, unclaim_role
from oppvekst.ground.access.ways_in import FirstCode, Passkey, Password, SpareCode
from oppvekst.ground.database.acting import COOKIE, acting
from oppvekst.law.refusals import NotFound
from tests.desk import opened_desk, words
from tests.house.page_lint import lint
from tests.world import SOLVIK, World

SECRET = "en lang setning om havet"
KARI = "kari.nesheim"
TABLES = ("access_passkey", "access_password", "access_sparecode", "access_firstcode", "access_claimrole")


@pytest.fixture
def code(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> str:
    """A code that Marit has given Kari at the desk."""
    with monkeypatch.context() as patched:
        marit = opened_desk(world, settings, patched, at=_now())("Marit Solheim")
        page = marit.see("/innlogging-for-ansatte/")
        kari = re.findall(r'value="([^"]+)">Lag engangskode<span class="op-sr">: Kari', page)[0]
        shown = marit.send("/innlogging-for-ansatte/", 200, id=kari)
    return re.findall(r"<b>([a-z2-9-]{14})</b>", shown)[0]


@pytest.fixture
def door(settings: Any, world: World, code: str) -> Client:
    settings.FACE, settings.ROOT_URLCONF = "door", "oppvekst.faces.door.urls"
    ground = ("oppvekst.ground.database.acting.OneTransaction", "oppvekst.ground.access.here.Here")
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if name not in ground]
    settings.OIDC = {"issuer": "", "client_id": "", "client_secret": ""}
    settings.DOOR_URL, settings.DESK_URL, settings.OWN_LOG_IN = "http://testserver/", "http://desk.test/", True
    return Client()


def _now() -> Any:
    from datetime import UTC, datetime

    return datetime.now(UTC)


def page(answer: Any, status: int = 200) -> str:
    html = str(answer.content, "utf-8")
    assert answer.status_code == status, words(html)
    assert lint(html, "døra") == []
    return html


def enrolled(door: Client, code: str) -> tuple[str, list[str]]:
    """Kari's code app, and her spare codes."""
    shown = page(door.post("/egen/ny/", {"engangskode": code}))
    app = re.findall(r'<p id="bokstaver">([A-Z2-7 ]+)</p>', shown)[0].replace(" ", "")
    done = page(door.post("/egen/ny/", {"engangskode": code, "passord": SECRET, "kode": pyotp.TOTP(app).now()}))
    return app, re.findall(r"<li>([a-z2-9-]{14})</li>", done)


def comes(door: Client, password: str, code: str, who: str = KARI) -> Any:
    return door.post("/egen/", {"navn": who, "passord": password, "kode": code})


def later(app: str, halves: int = 1) -> str:
    """The code the app shows half a minute from now; we accept one on either side."""
    return pyotp.TOTP(app).at(int(time.time()) + 30 * halves)


def test_from_the_leaders_code_to_the_desk_without_a_provider(door: Client, code: str) -> None:
    assert door.get("/").headers["Location"] == "http://testserver/egen/?"
    page(door.get("/egen/"))
    app, spares = enrolled(door, code)
    assert len(spares) == 8
    page(door.get("/egen/?til=/saker/"))
    answer = comes(door, SECRET, later(app))
    assert (answer.status_code, answer.headers["Location"]) == (302, "http://desk.test/saker/")
    with acting("desk", answer.cookies[COOKIE].value):
        assert entered().name == "Kari Nesheim"


def test_the_same_code_of_the_app_counts_once(door: Client, code: str) -> None:
    app, _ = enrolled(door, code)
    once = later(app)
    assert comes(door, SECRET, once).status_code == 302
    assert comes(door, SECRET, once).status_code == 422


def test_a_wrong_password_name_or_code_look_the_same(door: Client, code: str) -> None:
    app, _ = enrolled(door, code)
    told = {
        words(page(comes(door, *tried), 422)).replace(tried[-1] if len(tried) > 2 else KARI, "")
        for tried in ((f"{SECRET}!", later(app)), (SECRET, "000000"), (SECRET, later(app), "ingen.her"))
    }
    assert len(told) == 1
    assert "stemmer ikke" in told.pop()


def test_whoever_guesses_waits_and_then_the_right_answer_waits_too(door: Client, code: str) -> None:
    app, _ = enrolled(door, code)
    for _ in range(5):
        page(comes(door, "feil passord igjen", "000000"), 422)
    assert "Vent litt" in words(page(comes(door, SECRET, later(app)), 422))
    with connection.cursor() as cursor:
        cursor.execute("select wait_until - now() from access_password")
        assert cursor.fetchone() == (timedelta(seconds=30),)
    Password.objects.update(wait_until=_now() - timedelta(hours=1))
    assert comes(door, SECRET, later(app)).status_code == 302
    assert Password.objects.get().failures == 0


def test_a_spare_code_counts_once_for_whoever_lost_her_phone(door: Client, code: str) -> None:
    _, spares = enrolled(door, code)
    assert comes(door, SECRET, spares[0]).status_code == 302
    assert comes(door, SECRET, spares[0]).status_code == 422
    assert comes(door, SECRET, spares[1].upper()).status_code == 302


def test_the_leaders_code_counts_once_and_for_two_days(door: Client, code: str) -> None:
    enrolled(door, code)
    assert "brukt, for gammel" in words(page(door.post("/egen/ny/", {"engangskode": code}), 422))
    FirstCode.objects.update(used_at=None, until=_now() - timedelta(hours=1))
    page(door.post("/egen/ny/", {"engangskode": code}), 422)


def test_a_weak_password_and_an_app_that_does_not_work_are_told_of_and_the_code_still_counts(
    door: Client, code: str
) -> None:
    shown = page(door.post("/egen/ny/", {"engangskode": code}))
    app = re.findall(r'<p id="bokstaver">([A-Z2-7 ]+)</p>', shown)[0].replace(" ", "")
    now = pyotp.TOTP(app).now()
    for password, its_code, told in (("kort", now, "minst 12"), (SECRET, "000000", "stemmer ikke")):
        again = page(door.post("/egen/ny/", {"engangskode": code, "passord": password, "kode": its_code}), 422)
        assert told in words(again)
        assert app in again.replace(" ", "")
    assert door.post("/egen/ny/", {"engangskode": code, "passord": SECRET, "kode": now}).status_code == 200


def test_a_new_password_ends_the_one_before(door: Client, code: str, world: World) -> None:
    app, _ = enrolled(door, code)
    FirstCode.objects.update(used_at=None)
    enrolled(Client(), code)
    assert comes(door, SECRET, later(app)).status_code == 422
    assert Password.objects.filter(ended_at=None).count() == 1


def test_no_password_secret_or_code_can_be_read_from_the_tables(door: Client, code: str) -> None:
    app, spares = enrolled(door, code)
    with connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute(
                f"select coalesce(string_agg(to_jsonb(t)::text || encode(t::text::bytea, 'escape'), ' '), '') from {table} t"
            )
            told = cursor.fetchone()[0]
            for secret in (SECRET, app, code, code.replace("-", ""), *spares):
                assert secret not in told


@pytest.mark.parametrize("face", ["portal", "mypage", "desk", "door", "worker"])
def test_no_login_reaches_the_tables(world: World, face: str) -> None:
    for model in (Passkey, Password, SpareCode, FirstCode):
        with acting(face), pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            model.objects.count()
    if face != "door":
        with acting(face), pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            own_log_in.secret(KARI)


def test_a_key_that_nobody_made_and_a_forged_answer_open_nothing(door: Client) -> None:
    for answer in ("", "{}", "ikke json", '{"id": "x", "rawId": "AAAA", "response": {}, "type": "public-key"}'):
        door.get("/egen/")
        assert door.post("/egen/", {"nokkel": answer or "x"}).status_code == 422


def test_a_copied_key_is_found_by_its_counter(world: World) -> None:
    kept = Passkey.objects.create(
        staff=world.staff["Kari Nesheim"], credential=b"a", public=b"b", uses=7, made_at=_now()
    )
    with acting("door"):
        assert not own_log_in.key_used(kept.id, 7)
        assert not own_log_in.key_used(kept.id, 0)
        assert own_log_in.key_used(kept.id, 8)


def test_only_a_leader_gives_codes(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    kari = opened_desk(world, settings, monkeypatch)("Kari Nesheim")
    kari.see("/innlogging-for-ansatte/", status=409)
    assert kari.client.post("/innlogging-for-ansatte/", {"id": "x"}).status_code == 409


def test_where_a_provider_is_all_there_is_the_page_is_not_there(door: Client, settings: Any) -> None:
    settings.OWN_LOG_IN = False
    assert door.get("/egen/").status_code == door.get("/egen/ny/").status_code == 404


def test_the_drawing_is_as_wide_as_it_says() -> None:
    drawn = passwords.drawing(passwords.new_app(), KARI)
    assert passwords.width(drawn) - 8 in range(21, 178, 4)


# Roles from the provider's word


def today_as(subject: str) -> list[str]:
    """The hats somebody has on coming in."""
    with acting("door"):
        token = sessions.start(subject)
    if token is None:
        return []
    with acting("desk", token):
        return sorted(entered().hats.values())


def test_a_group_at_the_provider_gives_a_role_for_the_day(world: World) -> None:
    claim_role(SOLVIK, "bv-saksbehandlere", "case_worker")
    claim_role(SOLVIK, "bv-saksbehandlere", "case_worker")
    with acting("door"):
        own_log_in.sign_on("ny.kollega", "Ny Kollega", ["noe annet"])
    assert today_as("ny.kollega") == []
    with acting("door"):
        own_log_in.sign_on("ny.kollega", "Ny Kollega", ["bv-saksbehandlere", "alle"])
        own_log_in.sign_on("ny.kollega", "Ny Kollega", ["bv-saksbehandlere", "alle"])
    assert today_as("ny.kollega") == ["Saksbehandler"]
    with connection.cursor() as cursor:
        cursor.execute("select valid_from = valid_to, decision from access_duty where valid_to is not null")
        assert cursor.fetchall() == [(True, "fra innloggingen: bv-saksbehandlere")]


def test_out_of_the_group_or_out_of_use_it_gives_nothing_more(world: World) -> None:
    claim_role(SOLVIK, "ledere", "leader")
    unclaim_role(SOLVIK, "ledere", "leader")
    with acting("door"):
        own_log_in.sign_on("ola.brandvold", "Ola", ["ledere"])
    assert today_as("ola.brandvold") == ["Saksbehandler"]


def test_a_group_gives_nothing_in_another_service(world: World) -> None:
    claim_role(SOLVIK, "ledere", "leader")
    with acting("door"):
        own_log_in.sign_on("siri.nordli", "Siri Nordli", ["ledere"])
    assert "Barnevernsleder" not in today_as("siri.nordli")


def test_a_municipality_that_is_not_there_has_no_roles(world: World) -> None:
    with pytest.raises(NotFound):
        claim_role(1234, "x", "leader")


@pytest.mark.parametrize("face", ["portal", "mypage", "desk", "worker"])
def test_only_the_door_signs_anybody_on(world: World, face: str) -> None:
    with acting(face), pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        own_log_in.sign_on("x", "X", ["ledere"])

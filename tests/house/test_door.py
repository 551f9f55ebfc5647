"""Logging in: a real OpenID provider, a real database, and every way of not coming in."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import threading
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
import requests
from django.core import signing
from django.http import HttpResponse
from django.test import Client
from joserfc.jwk import RSAKey
from oidc_provider_mock import User, app
from pytest_django import Settings
from werkzeug.serving import make_server
from werkzeug.wrappers import Request, Response

from oppvekst.ground.access.actor import entered
from oppvekst.ground.access.models import Duty, Municipality, Session, Staff
from oppvekst.ground.access.service import add_municipality, appoint
from oppvekst.ground.database.acting import COOKIE, acting
from oppvekst.ground.web import handshake
from tests.house.page_lint import lint
from tests.world import LONG_AGO, World

DOOR, DESK = "http://testserver/", "http://desk.test/"
KARI = "kari.nesheim"

type Twist = Callable[[Request, "Provider"], Response | None]


@dataclass
class Provider:
    """The provider, with a test's hand on what passes to and from it."""

    wsgi: Any
    url: str = ""
    twist: Twist = lambda request, provider: None

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Any:
        body = Request(environ).get_data()
        environ["wsgi.input"] = BytesIO(body)
        answer = self.twist(Request(environ), self)
        environ["wsgi.input"] = BytesIO(body)
        return (answer or self.wsgi)(environ, start_response)

    def pass_on(self, request: Request, **changed: str) -> Response:
        """What the provider itself answers to the request with some of its parameters changed."""
        request.environ["QUERY_STRING"] = urlencode({**request.args.to_dict(), **changed})
        request.environ["wsgi.input"] = BytesIO(request.get_data())
        return Response.from_app(self.wsgi, request.environ)


@contextmanager
def running(provider: Provider) -> Iterator[Provider]:
    server = make_server("127.0.0.1", 0, provider, threaded=True)
    provider.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield provider
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def provider(monkeypatch: pytest.MonkeyPatch) -> Iterator[Provider]:
    # The provider is on this machine; anywhere else an address without TLS is refused.
    monkeypatch.setenv("AUTHLIB_INSECURE_TRANSPORT", "1")
    with running(Provider(app(user_claims=[User(sub=KARI)], require_nonce=True).wsgi_app)) as found:
        yield found


@pytest.fixture
def browser(provider: Provider, settings: Settings, world: World) -> Client:
    settings.FACE = "door"
    settings.ROOT_URLCONF = "oppvekst.faces.door.urls"
    ground = ("oppvekst.ground.database.acting.OneTransaction", "oppvekst.ground.access.here.Here")
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if name not in ground]
    settings.OIDC = {"issuer": provider.url, "client_id": "oppvekst", "client_secret": "hemmelig"}
    settings.DOOR_URL, settings.DESK_URL = DOOR, DESK
    return Client()


def knock(browser: Client, path: str = "/") -> str:
    """Begin; the address at the provider."""
    response = browser.get(path)
    assert response.status_code == 302, response.content.decode()
    return str(response.headers["Location"])


def choose(address: str, **form: str) -> str:
    """Answer the provider's page; the address it sends us back to."""
    response = requests.post(address, data=form, allow_redirects=False, timeout=10)
    assert response.status_code == 302, response.text
    return response.headers["Location"]


def come_back(browser: Client, address: str) -> HttpResponse:
    parts = urlsplit(address)
    response: HttpResponse = browser.get(f"{parts.path}?{parts.query}")
    return response


def log_in(browser: Client, who: str = KARI, path: str = "/") -> HttpResponse:
    return come_back(browser, choose(knock(browser, path), sub=who))


def not_proven(response: HttpResponse, caplog: pytest.LogCaptureFixture, why: str) -> None:
    """Refused, and for the reason the test is about."""
    stays_outside(response, 400, "brukt eller for gammel")
    assert why in caplog.text


def stays_outside(response: HttpResponse, code: int, words: str) -> None:
    text = response.content.decode()
    assert (response.status_code, words in text) == (code, True), text
    assert COOKIE not in response.cookies
    assert text.count("<h1>") == 1 and "<title>" in text and f'href="{DOOR}"' in text


def test_kari_logs_in_and_is_herself_at_the_desk(browser: Client) -> None:
    response = log_in(browser)
    assert (response.status_code, response.headers["Location"]) == (302, f"{DESK}min-dag/")
    with acting("desk", response.cookies[COOKIE].value):
        assert entered().name == "Kari Nesheim"


def test_her_cookie_is_out_of_reach_of_scripts_and_other_sites(browser: Client, settings: Settings) -> None:
    plain = log_in(browser).cookies[COOKIE]
    assert (plain["httponly"], plain["samesite"], plain["secure"], plain["domain"]) == (True, "Lax", "", "")
    settings.BEHIND_TLS = True
    assert log_in(browser).cookies[COOKIE]["secure"] is True


def test_the_page_she_asked_for_waits_at_the_desk(browser: Client) -> None:
    assert log_in(browser, path="/?til=/saker/7/").headers["Location"] == f"{DESK}saker/7/"


@pytest.mark.parametrize("elsewhere", ["https://ond.example/", "//ond.example/", "/\\ond.example", "saker", "/a\tb"])
def test_the_door_leads_to_the_desk_and_nowhere_else(browser: Client, elsewhere: str) -> None:
    response = log_in(browser, path=f"/?{urlencode({'til': elsewhere})}")
    assert response.headers["Location"] == f"{DESK}min-dag/"


def test_somebody_without_a_duty_today_is_told_so(browser: Client) -> None:
    stays_outside(log_in(browser, "en.fremmed"), 403, "Du har ingen rolle her i dag")


def test_a_former_colleague_no_longer_comes_in(browser: Client, world: World) -> None:
    Staff.objects.create(service=world.solvik.service, name="Tidligere ansatt", subject="tidligere")
    stays_outside(log_in(browser, "tidligere"), 403, "Du har ingen rolle her i dag")


def test_whoever_cancels_is_not_logged_in(browser: Client) -> None:
    response = come_back(browser, choose(knock(browser), action="deny"))
    stays_outside(response, 200, "Innloggingen er avbrutt")


def test_an_answer_counts_once(browser: Client) -> None:
    address = choose(knock(browser), sub=KARI)
    kept = browser.cookies[handshake.cookie()].value
    assert come_back(browser, address).cookies[handshake.cookie()].value == ""
    stays_outside(come_back(browser, address), 400, "brukt eller for gammel")
    browser.cookies[handshake.cookie()] = kept
    stays_outside(come_back(browser, address), 400, "brukt eller for gammel")


def test_a_handshake_older_than_ten_minutes_is_too_old(browser: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    address = choose(knock(browser), sub=KARI)
    later = signing.time.time() + 60 * handshake.MINUTES + 1
    with monkeypatch.context() as clock:
        clock.setattr(signing.time, "time", lambda: later)
        response = come_back(browser, address)
    stays_outside(response, 400, "brukt eller for gammel")


def test_another_browsers_answer_does_not_log_me_in_as_them(browser: Client, caplog: pytest.LogCaptureFixture) -> None:
    theirs = choose(knock(Client()), sub=KARI)
    knock(browser)
    not_proven(come_back(browser, theirs), caplog, "intet håndtrykk")
    stays_outside(come_back(Client(), theirs), 400, "brukt eller for gammel")


def test_a_handshake_of_ones_own_making_is_refused(browser: Client) -> None:
    address = choose(knock(browser), sub=KARI)
    browser.cookies[handshake.cookie()] = signing.dumps({"state": "x"}, key="gjettet", salt=handshake.SALT)
    stays_outside(come_back(browser, address), 400, "brukt eller for gammel")


def test_a_proof_made_for_another_attempt_is_refused(
    browser: Client, provider: Provider, caplog: pytest.LogCaptureFixture
) -> None:
    def another_nonce(request: Request, provider: Provider) -> Response | None:
        return provider.pass_on(request, nonce="en-annen") if request.path == "/oauth2/authorize" else None

    provider.twist = another_nonce
    not_proven(log_in(browser), caplog, "InvalidClaimError")


def test_a_proof_made_for_another_service_is_refused(
    browser: Client, provider: Provider, caplog: pytest.LogCaptureFixture
) -> None:
    def another_audience(request: Request, provider: Provider) -> Response | None:
        if request.path == "/oauth2/token":
            # The provider hands out a token that was meant for somebody else's service.
            request.environ["HTTP_AUTHORIZATION"] = "Basic " + _basic("annen", "hemmelig")
        return provider.pass_on(request, client_id="annen") if request.path == "/oauth2/authorize" else None

    provider.twist = another_audience
    not_proven(log_in(browser), caplog, "InvalidClaimError")


def test_a_proof_signed_by_somebody_else_is_refused(
    browser: Client, provider: Provider, caplog: pytest.LogCaptureFixture
) -> None:
    (real,) = requests.get(f"{provider.url}/jwks", timeout=10).json()["keys"]
    forged = RSAKey.generate_key(parameters={"kid": real["kid"]}).as_dict(private=False)

    def another_key(request: Request, provider: Provider) -> Response | None:
        answer = Response(json.dumps({"keys": [forged]}), content_type="application/json")
        return answer if request.path == "/jwks" else None

    provider.twist = another_key
    not_proven(log_in(browser), caplog, "BadSignatureError")


def test_a_provider_that_calls_itself_something_else_is_not_ours(browser: Client, settings: Settings) -> None:
    settings.OIDC = {**settings.OIDC, "issuer": settings.OIDC["issuer"].replace("127.0.0.1", "localhost")}
    assert browser.get("/").status_code == 302
    settings.OIDC = {**settings.OIDC, "issuer": settings.OIDC["issuer"] + "/"}
    stays_outside(browser.get("/"), 503, "Innloggingen svarer ikke")


def test_a_provider_that_demands_pkce_lets_us_in_and_nobody_who_only_stole_the_code(
    browser: Client, provider: Provider, caplog: pytest.LogCaptureFixture
) -> None:
    promised: dict[str, str] = {}

    def demands_pkce(request: Request, provider: Provider) -> Response | None:
        if request.path == "/oauth2/authorize" and request.method == "POST":
            assert request.args["code_challenge_method"] == "S256"
            answer = provider.pass_on(request)
            (code,) = parse_qs(urlsplit(answer.headers["Location"]).query)["code"]
            promised[code] = request.args["code_challenge"]
            return answer
        if request.path == "/oauth2/token" and promised[request.form["code"]] != _s256(request.form["code_verifier"]):
            return Response('{"error": "invalid_grant"}', 400, content_type="application/json")
        return None

    provider.twist = demands_pkce
    assert log_in(browser).status_code == 302
    stolen = parse_qs(urlsplit(choose(knock(Client()), sub=KARI)).query)["code"][0]
    mine = parse_qs(urlsplit(choose(knock(browser), sub="en.fremmed")).query)["state"][0]
    response = browser.get("/svar/", {"state": mine, "code": stolen})
    not_proven(response, caplog, "invalid_grant")


def test_when_the_provider_is_down_the_page_says_what_to_do(browser: Client, settings: Settings) -> None:
    settings.OIDC = {**settings.OIDC, "issuer": "http://127.0.0.1:9"}
    stays_outside(browser.get("/"), 503, "bruk papirskjemaet")


def test_when_the_provider_goes_down_halfway_the_page_says_so(browser: Client, provider: Provider) -> None:
    address = choose(knock(browser), sub=KARI)
    provider.twist = lambda request, provider: Response("nede", 502)
    stays_outside(come_back(browser, address), 503, "Innloggingen svarer ikke")


@pytest.fixture
def vesle(world: World) -> Municipality:
    """A small municipality in Solvik's service, where Kari works too."""
    small = add_municipality(9996, "Vesle", service=world.solvik.service)
    appoint(world.staff["Kari Nesheim"], "case_worker", municipality=small, since=LONG_AGO)
    return small


@pytest.mark.usefixtures("vesle")
@pytest.mark.parametrize(("number", "name"), [(9998, "Solvik"), (9996, "Vesle")])
def test_whoever_works_in_two_municipalities_chooses_where(browser: Client, number: int, name: str) -> None:
    asked = log_in(browser, path="/?til=/saker/7/")
    assert asked.headers["Location"] == f"{DOOR}kommune/" and COOKIE not in asked.cookies
    page = browser.get("/kommune/").content.decode()
    assert not (faults := lint(page, "/kommune/")), faults
    assert f'<button name="kommune" value="{number}">' in page and f"{name} kommune" in page
    entered_at = browser.post("/kommune/", {"kommune": number})
    assert entered_at.headers["Location"] == f"{DESK}saker/7/"
    with acting("desk", entered_at.cookies[COOKIE].value):
        assert (entered().name, entered().municipality) == ("Kari Nesheim", number)
    stays_outside(browser.post("/kommune/", {"kommune": number}), 400, "brukt eller for gammel")


@pytest.mark.usefixtures("vesle")
@pytest.mark.parametrize("typed", ["9997", "", "x", "9998; --"])
def test_whoever_chooses_what_is_not_hers_is_asked_again(browser: Client, typed: str) -> None:
    log_in(browser)
    again = browser.post("/kommune/", {"kommune": typed})
    assert again.status_code == 200 and COOKIE not in again.cookies and "Vesle kommune" in again.content.decode()


def test_a_duty_that_ended_while_she_chose_opens_nothing(browser: Client, vesle: Municipality) -> None:
    log_in(browser)
    Duty.objects.filter(staff__subject=KARI).update(valid_to=LONG_AGO)
    stays_outside(browser.post("/kommune/", {"kommune": vesle.number}), 403, "Du har ingen rolle her i dag")


def test_a_choice_of_ones_own_making_is_refused(browser: Client, vesle: Municipality) -> None:
    browser.cookies["door_choice"] = signing.dumps({"who": KARI, "onward": "/"}, key="gjettet", salt="x")
    stays_outside(browser.post("/kommune/", {"kommune": vesle.number}), 400, "brukt eller for gammel")


def test_the_key_to_the_session_is_not_in_the_database(browser: Client) -> None:
    token = log_in(browser).cookies[COOKIE].value
    digests = [bytes(digest) for digest in Session.objects.values_list("token_hash", flat=True)]
    assert digests == [hashlib.sha256(token.encode()).digest()]


def test_the_door_opens_no_transaction_while_it_waits_for_the_network() -> None:
    """The log-in process keeps to this list; whoever waits for a provider in a transaction holds the database up."""
    ask = "import json; from django.conf import settings; print(json.dumps(settings.MIDDLEWARE))"
    told = subprocess.run(
        [sys.executable, "-c", ask], env={**os.environ, "OPPVEKST_FACE": "door"}, capture_output=True, check=True
    )
    assert "oppvekst.ground.database.acting.OneTransaction" not in json.loads(told.stdout)


def _s256(verifier: str) -> str:
    return urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()


def _basic(name: str, password: str) -> str:
    return b64encode(f"{name}:{password}".encode()).decode()

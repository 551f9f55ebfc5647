"""Both log-ins as people meet them: by real provider processes, by a key and by a code app; a desk that locks itself."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass

import pyotp
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from oppvekst.ground.database.server import Server
from tests.browser.conftest import axe, no_sideways_scroll
from tests.browser.living import PATIENCE, ROOT, House, free_port, living_in, wait_for

pytestmark = pytest.mark.browser

NAMES = ("provider", "idporten", "door", "desk", "mypage")
TYPED = "Gutten sto alene ute i bare genseren, og ingen kom."
SECRET = "en lang setning om havet"
AUTHENTICATOR = {
    "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
    "isUserVerified": True, "automaticPresenceSimulation": True,
}  # fmt: skip


@dataclass
class Street:
    """Every process that a log-in goes by, on this machine."""

    ports: dict[str, int]

    def __getitem__(self, name: str) -> str:
        return f"http://localhost:{self.ports[name]}/"


@pytest.fixture(scope="module")
def street(server: Server, template: str) -> Iterator[Street]:
    with living_in(server, template, name="log_in", furnish="furnish_family") as house, ExitStack() as open_ones:
        street = Street({name: free_port() for name in NAMES})
        running = {name: _start(open_ones, name, house, street) for name in NAMES}
        for name, process in running.items():
            path = "helse/" if name in NAMES[2:] else ".well-known/openid-configuration"
            wait_for(street[name] + path, process)
        yield street


def _start(open_ones: ExitStack, name: str, house: House, street: Street) -> subprocess.Popen[bytes]:
    port = str(street.ports[name])
    settings = {
        "AUTHLIB_INSECURE_TRANSPORT": "1", "OPPVEKST_DOOR_URL": street["door"], "OPPVEKST_DESK_URL": street["desk"],
        "OPPVEKST_OIDC_ISSUER": street["provider"].rstrip("/"), "OPPVEKST_OIDC_CLIENT_SECRET": "demo",
        "OPPVEKST_OWN_LOG_IN": "1", "OPPVEKST_MYPAGE_URL": street["mypage"],
        "OPPVEKST_IDPORTEN_ISSUER": street["idporten"].rstrip("/"), "OPPVEKST_IDPORTEN_CLIENT_SECRET": "demo",
        "NO_PROXY": "localhost",
    }  # fmt: skip
    command = [sys.executable, "-m", "oppvekst.faces.cli.demo.provider", port, name]
    if name in NAMES[2:]:
        command = [sys.executable, "-m", "oppvekst.faces.cli", "serve", "--face", name, "--port", port]
    face = name if name in NAMES[2:] else "door"
    process = subprocess.Popen(command, env=house.environment(face) | settings, cwd=ROOT)
    open_ones.callback(process.wait, timeout=PATIENCE)
    open_ones.callback(process.terminate)
    return process


@pytest.fixture
def somebody(chromium: Browser) -> Iterator[BrowserContext]:
    """A browser of somebody's own."""
    context = chromium.new_context(locale="nb-NO", timezone_id="Europe/Oslo")
    context.set_default_timeout(15_000)
    yield context
    context.close()


def comes_in(page: Page, street: Street, who: str, place: str = "min-dag/") -> None:
    """To the desk, by way of the door and the provider."""
    page.goto(street["desk"] + place)
    page.get_by_role("button", name=who).click()
    page.wait_for_url(f"{street['desk']}**")


def leaders_code(page: Page, street: Street, whom: str) -> str:
    comes_in(page, street, "Marit Solheim", "innlogging-for-ansatte/")
    page.get_by_role("button", name=re.compile(f"Lag engangskode.*{whom}")).click()
    code = page.locator(".op-asked b").inner_text()
    assert axe(page) == []
    page.context.clear_cookies()
    return code


def test_kari_is_let_in_by_the_provider_and_the_covered_desk_keeps_what_she_typed(
    street: Street, somebody: BrowserContext
) -> None:
    page = somebody.new_page()
    page.clock.install()
    comes_in(page, street, "Kari Nesheim", "meldinger/ny/")
    text = page.locator("textarea").first
    text.fill(TYPED)
    page.clock.fast_forward("21:00")
    lock = page.get_by_role("dialog", name="Skrivebordet er låst")
    expect(lock).to_be_visible()
    expect(text).to_be_hidden()
    assert axe(page) == []
    no_sideways_scroll(page)
    page.keyboard.press("Escape")
    expect(lock).to_be_visible()
    with somebody.expect_page() as opened:
        lock.get_by_role("link", name="Logg inn igjen").click()
    beside = opened.value
    beside.get_by_role("button", name="Kari Nesheim").click()
    expect(beside.get_by_role("heading", name="Du er logget inn igjen")).to_be_visible()
    expect(lock).to_be_hidden()
    expect(text).to_have_value(TYPED)
    expect(text).to_be_visible()


def test_a_covered_page_is_uncovered_for_the_same_person_only(street: Street, somebody: BrowserContext) -> None:
    page = somebody.new_page()
    page.clock.install()
    comes_in(page, street, "Kari Nesheim", "meldinger/ny/")
    page.locator("textarea").first.fill(TYPED)
    page.clock.fast_forward("21:00")
    with somebody.expect_page() as opened:
        page.get_by_role("link", name="Logg inn igjen").click()
    opened.value.get_by_role("button", name="Ola Brandvold").click()
    page.wait_for_url("**/min-dag/")
    assert TYPED not in page.content()


def test_a_new_device_is_told_of_and_ended_from_the_old_one(
    street: Street, somebody: BrowserContext, chromium: Browser
) -> None:
    mine = somebody.new_page()
    comes_in(mine, street, "Tone Vik")
    other = chromium.new_context(locale="nb-NO")
    theirs = other.new_page()
    comes_in(theirs, street, "Tone Vik")
    mine.reload()
    expect(mine.get_by_text("Var det deg?")).to_be_visible()
    assert axe(mine) == []
    mine.get_by_role("button", name="Nei, avslutt den").click()
    expect(mine.get_by_role("heading", name="Innloggingene mine")).to_be_visible()
    assert axe(mine) == []
    no_sideways_scroll(mine)
    theirs.reload()
    theirs.wait_for_url(f"{street['provider']}**")
    other.close()


def test_with_a_code_from_the_leader_ola_makes_a_key_and_comes_in_with_it(
    street: Street, somebody: BrowserContext
) -> None:
    page = somebody.new_page()
    code = leaders_code(page, street, "Ola Brandvold")
    devtools = somebody.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    page.goto(street["door"] + "egen/ny/")
    page.get_by_label("Engangskoden").fill(code)
    page.get_by_role("button", name="Gå videre").click()
    assert axe(page) == []
    no_sideways_scroll(page)
    page.get_by_role("button", name="Lag en nøkkel").click()
    expect(page.get_by_role("heading", name="Ta vare på reservekodene")).to_be_visible()
    page.get_by_role("link", name="Logg inn").click()
    assert axe(page) == []
    page.get_by_role("button", name="Logg inn med nøkkel").click()
    page.wait_for_url(f"{street['desk']}min-dag/")
    expect(page.get_by_text("Ola Brandvold").first).to_be_visible()


def test_siri_comes_in_with_a_password_and_a_code_app(street: Street, somebody: BrowserContext) -> None:
    page = somebody.new_page()
    code = leaders_code(page, street, "Siri Tveito")
    page.goto(street["door"] + "egen/ny/")
    page.get_by_label("Engangskoden").fill(code)
    page.get_by_role("button", name="Gå videre").click()
    app = pyotp.TOTP(page.locator("#bokstaver").inner_text().replace(" ", ""))
    page.get_by_label("Koden appen viser nå").fill(app.now())
    page.get_by_label("Velg et passord").fill(SECRET)
    page.get_by_role("button", name="Lagre passord").click()
    spare = page.locator("ul.op-num li").first.inner_text()
    page.get_by_role("link", name="Logg inn").click()
    for password, told in ((f"{SECRET}!", "stemmer ikke"), (SECRET, "")):
        page.get_by_label("Innloggingsnavn").fill("siri.tveito")
        page.get_by_label("Passord", exact=True).fill(password)
        page.get_by_label("Kode fra appen").fill(spare)
        page.get_by_role("button", name="Logg inn med passord").click()
        if told:
            expect(page.get_by_text(told)).to_be_visible()
    page.wait_for_url(f"{street['desk']}min-dag/")


def test_a_mother_on_too_low_a_level_is_told_kindly_and_comes_in_on_the_higher(
    street: Street, somebody: BrowserContext
) -> None:
    page = somebody.new_page()
    page.goto(street["mypage"])
    assert axe(page) == []
    no_sideways_scroll(page)
    page.get_by_role("link", name="Jeg er voksen").click()
    page.get_by_role("button", name="Mor, med MinID").click()
    expect(page.get_by_role("heading", name="Du må logge inn på en sikrere måte")).to_be_visible()
    assert axe(page) == []
    page.get_by_role("link", name="Logg inn på nivå høyt").click()
    page.get_by_role("button", name="Mor, med BankID").click()
    expect(page.get_by_role("heading", name="Hei, Mona")).to_be_visible()
    expect(page.get_by_text("Du er mor til Ida.")).to_be_visible()
    assert axe(page) == []
    no_sideways_scroll(page)
    page.get_by_role("button", name="Logg ut").click()
    expect(page.get_by_text("Du er logget ut")).to_be_visible()


def test_ida_comes_in_with_minid_and_somebody_unknown_sees_an_empty_page(
    street: Street, somebody: BrowserContext
) -> None:
    page = somebody.new_page()
    page.goto(street["mypage"])
    page.get_by_role("link", name="Jeg er under 18 år").click()
    page.get_by_role("button", name="Ida Strand Vik").click()
    expect(page.get_by_role("heading", name="Hei, Ida")).to_be_visible()
    page.get_by_role("button", name="Logg ut").click()
    page.get_by_role("link", name="Jeg er voksen").click()
    page.get_by_role("button", name="Per Ukjent").click()
    expect(page.get_by_text("Ingenting er delt med deg her")).to_be_visible()

"""A talk with a child in real browsers: written on a phone in the corridor, read by the child on a school tablet.

Run as ``python -m tests.browser.test_talks`` with the environment of a builder, it sets the scene.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import django
import pytest
from playwright.sync_api import Page, expect

from oppvekst.ground.database import address, logins
from tests.browser.conftest import DESKTOP, PHONE, Open, axe, log_in, no_sideways_scroll
from tests.browser.living import ROOT, House, serving
from tests.browser.test_desk_day import _moved_in

pytestmark = pytest.mark.browser

TABLET = {"width": 820, "height": 1180}
# What the browser says of the network; to pull the plug would also stop what the page asks for by itself.
ONLINE = "there => Object.defineProperty(navigator, 'onLine', { get: () => there, configurable: true })"
FIRST = "«Jeg er redd for stefaren min.»"
HIS = "Jeg er redd når han drikker. Ikke når mamma er hjemme."


@pytest.fixture(scope="module")
def desk(house: House, desk_url: str) -> Iterator[str]:
    """The desk, where Siri has Jakob's case."""
    builder = {address.variable("owner"): house.server.url(logins.BUILDER, house.database)}
    command = [sys.executable, "-m", __name__]
    subprocess.run(command, env={**house.environment("owner"), **builder}, cwd=ROOT, check=True)
    yield desk_url


@pytest.fixture(scope="module")
def mypage(house: House) -> Iterator[str]:
    """My page. Nobody logs in by ID-porten here."""
    with serving(house, "mypage", OPPVEKST_PROXY="1", OPPVEKST_IDPORTEN_ISSUER="http://localhost:9") as url:
        yield url


def picture(page: Page, name: str) -> None:
    """For whoever wants to look: with OPPVEKST_PICTURES set to a folder."""
    if folder := os.environ.get("OPPVEKST_PICTURES"):
        page.screenshot(path=str(Path(folder) / f"samtale-{name}.png"), full_page=True)


def looked_at(page: Page, name: str) -> None:
    """Every page is read by axe, fits the narrowest phone, and is drawn for whoever wants to look."""
    assert axe(page) == []
    no_sideways_scroll(page)
    picture(page, name)


def jakob(house: House) -> str:
    """The page of his talks."""
    asked = "SELECT k.id FROM cases_case k JOIN people_person p ON p.id = k.child_id WHERE p.given_name = 'Jakob'"
    return f"/saker/{house.ask(asked)[0][0]}/samtaler/"


def informed(page: Page, *, about: str, understood: str) -> None:
    page.get_by_label("Hva ble barnet hørt om?").fill(about)
    for told in ("hva ordene kan brukes til", "hvem som kan lese dem", "at det er frivillig"):
        page.get_by_label(told).check()
    page.get_by_label("Hvordan vet du at barnet forsto det?").fill(understood)


def written_in_the_corridor(phone: Page) -> str:
    """By thumb, with one thing forgotten; the code on paper."""
    looked_at(phone, "tom")
    phone.get_by_role("link", name="Skriv ned en samtale").first.click()
    phone.get_by_label("Barnets egne ord").fill(FIRST)
    phone.get_by_role("group", name="Visste foreldrene").get_by_text("Nei").click()
    looked_at(phone, "skjema")
    phone.evaluate(ONLINE, False)
    phone.get_by_role("button", name="Lagre samtalen").click()
    expect(phone.get_by_text("Du er uten nett nå. Ingenting er sendt")).to_be_visible()
    picture(phone, "uten-nett")
    phone.evaluate(ONLINE, True)
    phone.get_by_role("button", name="Lagre samtalen").click()
    expect(phone.get_by_label("Barnets egne ord")).to_have_value(FIRST)
    looked_at(phone, "feil")
    phone.get_by_label("Hvorfor ikke?").fill("Det kan bli verre for ham hjemme.")
    informed(phone, about="Hvordan det er hjemme om kveldene.", understood="Han sa det igjen med egne ord.")
    phone.get_by_label("Hva tenker du selv").fill("Han virker redd for hva som skjer når han sier det.")
    phone.get_by_role("button", name="Lagre samtalen").click()
    expect(phone.get_by_text("Samtalen er skrevet ned")).to_be_visible()
    looked_at(phone, "skrevet")
    phone.get_by_role("button", name="Gi barnet en kode").click()
    looked_at(phone, "kode")
    return phone.locator(".op-code").inner_text()


def corrected_on_the_tablet(tablet: Page, code: str) -> None:
    """The child reads, changes and saves; the first version is nowhere on its page."""
    tablet.get_by_label("Koden").fill(code)
    tablet.get_by_role("button", name="Gå inn med koden").click()
    picture(tablet, "min-side")
    tablet.get_by_role("link", name="Dine egne ord").click()
    looked_at(tablet, "egen-side")
    tablet.get_by_text("Nei, jeg vil endre noe").click()
    tablet.get_by_label("Skriv det slik du vil ha det").fill(HIS)
    looked_at(tablet, "egen-side-endrer")
    tablet.get_by_role("button", name="Lagre mine ord").click()
    expect(tablet.get_by_text("Nå er det dine ord som gjelder")).to_be_visible()
    expect(tablet.locator("#ordene")).to_have_text(HIS)
    expect(tablet.get_by_text("stefaren")).to_have_count(0)
    looked_at(tablet, "egen-side-svart")


def test_a_talk_goes_from_the_corridor_to_the_childs_own_answer_and_back(
    house: House, desk: str, mypage: str, open_page: Open
) -> None:
    phone, tablet, wide = open_page(size=PHONE), open_page(size=TABLET), open_page(size=DESKTOP)
    for page in (phone, wide):
        log_in(page, house, desk, "Siri Tveito")
    phone.goto(desk + jakob(house))
    code = written_in_the_corridor(phone)
    tablet.goto(mypage)
    corrected_on_the_tablet(tablet, code)
    wide.goto(desk + jakob(house))
    looked_at(wide, "liste")
    wide.locator(".op-work__who a").first.click()
    expect(wide.get_by_role("blockquote")).to_have_text(HIS)
    looked_at(wide, "svart")
    wide.get_by_role("link", name="Skriv vekten", exact=True).click()
    looked_at(wide, "vekt")
    wide.get_by_label("Hvilken vekt får").fill("Stor vekt. Han er elleve år og sier det samme hver gang.")
    wide.get_by_role("button", name="Lagre vekten").click()
    expect(wide.get_by_role("heading", name="De fem tingene er på plass")).to_be_visible()
    looked_at(wide, "hel")
    for place, name in (("", "sak"), ("tillitsperson/", "tillitsperson")):
        wide.goto(desk + jakob(house).removesuffix("samtaler/") + place)
        looked_at(wide, name)


def test_without_scripts_the_child_reads_and_says_yes(house: House, desk: str, mypage: str, open_page: Open) -> None:
    siri, plain = open_page(), open_page(size=PHONE, scripts=False)
    log_in(siri, house, desk, "Siri Tveito")
    siri.goto(f"{desk}{jakob(house)}ny/")
    siri.get_by_label("Barnets egne ord").fill(FIRST)
    informed(siri, about="Skolen.", understood="Han nikket.")
    siri.get_by_role("button", name="Lagre samtalen").click()
    siri.get_by_role("button", name="Gi barnet en kode").click()
    plain.goto(mypage)
    plain.get_by_label("Koden").fill(siri.locator(".op-code").inner_text())
    plain.get_by_role("button", name="Gå inn med koden").click()
    plain.get_by_role("link", name="Dine egne ord").first.click()
    expect(plain.get_by_role("button", name="Les høyt")).to_have_count(0)
    plain.get_by_role("button", name="Ja, det stemmer").click()
    expect(plain.get_by_text("Da vet vi at vi har forstått deg")).to_be_visible()
    picture(plain, "uten-skript")


def set_the_scene() -> None:
    """Siri Tveito has Jakob's case."""
    from oppvekst.domain.investigations.tests.talks import jakobs_case

    jakobs_case(_moved_in())


if __name__ == "__main__":
    django.setup()
    set_the_scene()

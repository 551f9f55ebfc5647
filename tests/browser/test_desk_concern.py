"""The reception of a concern in a real browser: by keyboard alone, without scripts, by two people at the same time.

Run as ``python -m tests.browser.test_desk_concern`` with the environment of a builder, it sets the scene.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import django
import pytest
import requests
from playwright.sync_api import Browser, Page, expect

from oppvekst.ground.database import address, logins
from oppvekst.ground.database.acting import COOKIE
from tests.browser.conftest import DESKTOP, PHONE, Open, axe, log_in, no_sideways_scroll
from tests.browser.living import ROOT, House
from tests.browser.test_desk_day import _moved_in, keep

pytestmark = pytest.mark.browser

HANNE, KARI, TONE, BJORN = "Hanne Dale", "Kari Nesheim", "Tone Vik", "Bjørn Haugli"
RACED = tuple(f"Kappløp {number}" for number in range(1, 7))
ACTS = (
    "",
    "ta/",
    "straks/",
    "avklar/",
    "henlegg/",
    "grunnlos/",
    "overfor/",
    "trekk/",
    "skjul/",
    "barnet/",
    "barnet/nytt/",
    "svar/",
)


@pytest.fixture(scope="module")
def desk(house: House, desk_url: str) -> Iterator[str]:
    """The desk on a morning when concerns have come in."""
    builder = {address.variable("owner"): house.server.url(logins.BUILDER, house.database)}
    command = [sys.executable, "-m", __name__]
    subprocess.run(command, env={**house.environment("owner"), **builder}, cwd=ROOT, check=True)
    yield desk_url


def concern_of(house: House, child: str) -> str:
    """The address of the concern about that child."""
    found = house.ask("SELECT id FROM concerns_concern WHERE child_name = %s ORDER BY received_at DESC LIMIT 1", child)
    return f"/meldinger/{found[0][0]}/"


def state_of(house: House, child: str) -> str:
    """Where the concern about that child stands."""
    return str(house.ask("SELECT state FROM concerns_concern WHERE child_name = %s", child)[0][0])


@pytest.mark.thorough
def test_every_page_of_a_concern_is_open_to_all(open_page: Open, house: House, desk: str) -> None:
    reviewed = concern_of(house, "Iver Moen")
    places = (
        "/meldinger/", "/meldinger/?vis=avklares", "/meldinger/ny/", "/meldinger/karantene/",
        *(f"{reviewed}{act}" for act in ACTS), concern_of(house, "Jonas Strand"), concern_of(house, "Termin"),
    )  # fmt: skip
    for size, scheme in ((DESKTOP, "light"), (PHONE, "dark")):
        page = open_page(size=size, scheme=scheme)
        log_in(page, house, desk, KARI)
        for place in places:
            page.goto(f"{desk}{place}")
            assert axe(page) == [], (place, scheme)
            no_sideways_scroll(page)
            keep(page, place, scheme)


@pytest.mark.thorough
def test_the_on_call_takes_what_rings_on_a_phone(open_page: Open, house: House, desk: str) -> None:
    page = open_page(size=PHONE, scheme="dark")
    log_in(page, house, desk, BJORN)
    page.goto(f"{desk}/meldinger/")
    page.get_by_role("button", name=re.compile("^Ta det")).first.click()
    expect(page.get_by_role("heading", name="Du har varselet")).to_be_visible()
    assert axe(page) == []
    page.get_by_label("Nei, innen fristen").check()
    page.get_by_label("Kort begrunnelse").fill("Stille nå. Politiet har vært der.")
    page.get_by_role("button", name="Lagre vurderingen").click()
    expect(page.get_by_text("Barnet trenger ikke hjelp med en gang")).to_be_visible()


def test_a_concern_is_taken_and_dismissed_with_the_keyboard_alone(page: Page, house: House, desk: str) -> None:
    log_in(page, house, desk, KARI)
    page.goto(f"{desk}/meldinger/?vis=nye")
    page.locator("[data-walk] a").first.focus()
    while page.evaluate("document.activeElement.textContent") != "Nora Lie":
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{desk}{concern_of(house, 'Nora Lie')}")
    page.get_by_label("Nei, innen fristen").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.type("Hun er hos mormor til fredag.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Vurderingen er lagret")).to_be_visible()
    page.get_by_role("button", name="Ta meldingen").press("Enter")
    page.get_by_role("link", name="Henlegg", exact=True).press("Enter")
    # The form opens where the button stood, beside the words; the page has not changed.
    expect(page.get_by_role("heading", name=re.compile("^Henlegg meldingen"))).to_be_focused()
    expect(page).to_have_url(re.compile("gjort=tatt"))
    expect(page.get_by_role("heading", name="Meldingens egne ord")).to_be_visible()
    page.get_by_role("button", name="Henlegg meldingen").press("Enter")
    expect(page.get_by_role("heading", name="To ting må rettes før du går videre")).to_be_visible()
    assert axe(page) == []
    page.get_by_label("Begrunnelse med faglige vurderinger").fill("Mor og mormor er snakket med. Det er en flytting.")
    page.get_by_label("Henlagt av andre grunner").press("Space")
    page.get_by_role("button", name="Henlegg meldingen").press("Enter")
    expect(page.get_by_role("heading", name="Meldingen er henlagt")).to_be_visible()
    assert state_of(house, "Nora Lie") == "dismissed"


@pytest.mark.thorough
def test_the_child_is_found_by_sound_without_a_number_in_any_address(page: Page, house: House, desk: str) -> None:
    log_in(page, house, desk, KARI)
    page.goto(f"{desk}{concern_of(house, 'Gutt i blå jakke')}")
    page.get_by_role("link", name="Søk", exact=True).click()
    page.get_by_label("Navn").fill("Emil Bergh Sunnde")
    page.get_by_role("button", name="Søk").press("Enter")
    choose = page.get_by_role("button", name=re.compile("^Ja, dette er barnet : Emil Berg Sunde"))
    expect(choose).to_be_visible()
    expect(page).to_have_url(re.compile("/barnet/$"))
    choose.click()
    expect(page.get_by_role("heading", name="Meldingen er koblet til barnet")).to_be_visible()
    assert axe(page) == []


@pytest.mark.thorough
def test_two_who_take_it_at_the_same_time_are_told_who_has_it(chromium: Browser, house: House, desk: str) -> None:
    hanne, kari = chromium.new_page(locale="nb-NO"), chromium.new_page(locale="nb-NO")
    for page, name in ((hanne, HANNE), (kari, KARI)):
        log_in(page, house, desk, name)
        page.goto(f"{desk}{concern_of(house, 'Sander Lie')}")
    hanne.get_by_role("button", name="Ta meldingen").click()
    expect(hanne.get_by_role("heading", name="Du har meldingen")).to_be_visible()
    with kari.expect_response(lambda answer: answer.status == 409):
        kari.get_by_role("button", name="Ta meldingen").click()
    expect(kari.get_by_text("Hanne Dale har allerede tatt denne meldingen.")).to_be_visible()
    assert axe(kari) == []
    for page in (hanne, kari):
        page.close()


@pytest.mark.thorough
def test_of_two_who_press_at_the_same_moment_exactly_one_has_it(house: House, desk: str) -> None:
    """The second is told who came first; nobody is robbed of what she took."""
    names = (HANNE, KARI)
    for child in RACED:
        place = concern_of(house, child)
        ready = [_with_the_page_open(house, desk, place, name) for name in names]
        with ThreadPoolExecutor(len(names)) as both:
            answers = list(both.map(lambda press: press(), ready))
        assert sorted(answers) == [302, 409], child
        ((handler,),) = house.ask("SELECT handler_name FROM concerns_concern WHERE child_name = %s", child)
        assert handler == names[answers.index(302)]


def _with_the_page_open(house: House, desk: str, place: str, name: str) -> Callable[[], int]:
    """A browser without a window, in which this person has the concern open; call it to press."""
    session = requests.Session()
    session.cookies.set(COOKIE, house.token(name))
    page = session.get(f"{desk}{place}", timeout=60).text
    token = page.split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]
    sent = {"csrfmiddlewaretoken": token}
    return lambda: session.post(f"{desk}{place}ta/", sent, allow_redirects=False, timeout=60).status_code


@pytest.mark.thorough
def test_a_call_is_registered_for_two_children_without_scripts(open_page: Open, house: House, desk: str) -> None:
    page = open_page(scripts=False)
    log_in(page, house, desk, HANNE)
    page.goto(f"{desk}/meldinger/ny/")
    page.get_by_label("Hva er sagt?").fill("Vilde og Odin er alene hjemme hele helga.")
    page.get_by_label("Navn eller beskrivelse").fill("Vilde Aas")
    page.get_by_role("button", name="Ett barn til").click()
    expect(page.get_by_label("Hva er sagt?")).to_have_value("Vilde og Odin er alene hjemme hele helga.")
    page.get_by_label("Navn eller beskrivelse").nth(1).fill("Odin Aas")
    page.get_by_role("button", name="Registrer meldingen").click()
    expect(page.locator("ds-error-summary")).to_contain_text("Velg om barnet trenger hjelp med en gang.")
    page.get_by_label("Hvem melder?").select_option("4")
    page.get_by_label("Nei, innen fristen").check()
    page.get_by_label("Kort begrunnelse").fill("Bestemor er der nå.")
    page.get_by_role("button", name="Registrer meldingen").click()
    expect(page.get_by_role("heading", name="Meldingen er registrert")).to_be_visible()
    expect(page.get_by_role("link", name="Odin Aas")).to_be_visible()
    ((children,),) = house.ask("SELECT count(*) FROM concerns_concern WHERE child_name LIKE '%% Aas' AND NOT immediate")
    assert children == 2


@pytest.mark.thorough
def test_without_scripts_every_act_is_a_page_of_its_own(open_page: Open, house: House, desk: str) -> None:
    page = open_page(scripts=False)
    log_in(page, house, desk, KARI)
    page.goto(f"{desk}{concern_of(house, 'Iver Moen')}")
    page.get_by_role("link", name="Avklar", exact=True).click()
    expect(page).to_have_url(re.compile("/avklar/$"))
    page.get_by_label("Den som meldte").check()
    page.get_by_label("Hva vil du ha avklart?").fill("Når så du merket?")
    page.get_by_role("button", name="Begynn avklaringen").click()
    expect(page.get_by_role("heading", name="Meldingen avklares")).to_be_visible()
    page.get_by_role("button", name="Angre").click()
    expect(page.get_by_role("heading", name="Avklaringen er ferdig")).to_be_visible()
    assert state_of(house, "Iver Moen") == "under_review"


def set_the_scene() -> None:
    """Concerns of all kinds, and Emil, who has a case."""
    from datetime import date

    from django.utils import timezone

    from oppvekst.domain.concerns.rules.message import ReportedChild
    from oppvekst.domain.concerns.tests.desk import NEIGHBOUR, arrive, linked, taken

    world, at = _moved_in(), timezone.now()

    def came(name: str, **about: Any) -> Any:
        return arrive(world, children=(ReportedChild(name=name, age="7"),), at=at, **about)

    linked(world, arrive(world, at=at))
    came("Mikkel Ringer", danger="unknown", sender=NEIGHBOUR)
    came("Nora Lie")
    came("Sander Lie")
    came("Gutt i blå jakke", sender=NEIGHBOUR)
    came("Jonas Strand", triggers=("a", "d"), hold_back_asked=True)
    arrive(world, children=(ReportedChild(name="Termin", unborn=True, due_date=date(2027, 2, 14)),), at=at)
    for child in RACED:
        came(child)
    taken(world, came("Iver Moen"))


if __name__ == "__main__":
    django.setup()
    set_the_scene()

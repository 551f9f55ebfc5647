"""Somebody offers a home on a phone without scripts, and the coordinator follows up with the keyboard."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import DESKTOP, PHONE, Open, axe, log_in, no_sideways_scroll
from tests.browser.living import House

pytestmark = pytest.mark.browser
FORMS = ("besokshjem", "fosterhjem", "stottekontakt", "tilsynsperson")


@pytest.mark.parametrize("kind", FORMS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_each_form_is_readable_for_everybody_and_sets_no_cookie(
    portal_url: str, open_page: Open, kind: str, scheme: str
) -> None:
    page = open_page(size=PHONE, scheme=scheme)
    page.goto(f"{portal_url}/bli-med/{kind}/sok/")
    assert axe(page) == []
    no_sideways_scroll(page)
    page.get_by_role("button", name="Send", exact=True).click()
    page.wait_for_function("document.activeElement.localName === 'ds-error-summary'")
    assert axe(page) == []
    assert page.context.cookies() == []


def test_a_health_word_is_mended_and_sent_without_scripts(house: House, portal_url: str, open_page: Open) -> None:
    page = open_page(size=PHONE, scripts=False)
    page.goto(f"{portal_url}/bli-med/besokshjem/sok/")
    _fill(page, "Tor Ekeli")
    page.get_by_label("Er det noe mer du vil si?").fill("Sønnen vår har diabetes.")
    page.get_by_role("button", name="Send", exact=True).click()
    assert page.get_by_text("Dette trenger vi ikke ennå: «diabetes».").count() == 2
    assert page.get_by_label("Er det noe mer du vil si?").input_value() == "Sønnen vår har diabetes."
    page.get_by_label("Er det noe mer du vil si?").fill("Vi har en hund.")
    page.get_by_role("button", name="Send", exact=True).click()
    page.wait_for_url("**/kvittering/**")
    reference = page.locator(".op-receipt__number b").inner_text()
    assert house.ask("SELECT name, state FROM homes_offer WHERE reference = %s", reference) == [("Tor Ekeli", "open")]


def test_the_coordinator_walks_the_list_and_follows_up_with_the_keyboard(
    house: House, portal_url: str, desk_url: str, open_page: Open
) -> None:
    page = open_page()
    page.goto(f"{portal_url}/bli-med/besokshjem/sok/")
    _fill(page, "Ingrid Ekeli")
    page.get_by_role("button", name="Send", exact=True).click()
    page.wait_for_url("**/kvittering/**")
    assert axe(page) == []
    no_sideways_scroll(page)
    assert page.get_by_role("button", name="Skriv ut kvitteringen").is_visible()
    for size in (DESKTOP, PHONE):
        desk = open_page(size=size)
        log_in(desk, house, desk_url, "Randi Lunde")
        for place in ("/min-dag/", "/hjem/"):
            desk.goto(desk_url + place)
            assert axe(desk) == []
            no_sideways_scroll(desk)
    desk.get_by_role("link", name="Ingrid Ekeli", exact=True).focus()
    desk.keyboard.press("Enter")
    desk.wait_for_url("**/hjem/*-*/")
    assert axe(desk) == []
    no_sideways_scroll(desk)
    desk.get_by_role("link", name="Før kontakten").click()
    assert axe(desk) == []
    desk.get_by_role("button", name="Før kontakten").press("Enter")
    assert desk.get_by_text("Første kontakt: gjort i tide").is_visible()
    desk.get_by_role("button", name="Angre", exact=True).first.press("Enter")
    assert desk.get_by_text("Første kontakt: gjort i tide").count() == 0


def _fill(page: Page, name: str) -> None:
    page.get_by_label("Navnet ditt").fill(name)
    page.get_by_label("Telefon", exact=True).fill("00 00 13 01")
    page.get_by_label("Hvor bor du?").fill("Solvik sentrum")
    page.get_by_label("Voksne").fill("3")
    page.get_by_label("Helger").check()
    page.get_by_label("6–12 år", exact=True).check()

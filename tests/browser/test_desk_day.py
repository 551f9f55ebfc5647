"""Kari's day in a real browser: what waits, a case, an investigation, a colleague; by keyboard, and without scripts.

Run as ``python -m tests.browser.test_desk_day`` with the environment of a builder, it sets the scene.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import django
import pytest
from playwright.sync_api import Browser, Page, expect

from oppvekst.ground.database import address, logins
from tests.browser.conftest import DESKTOP, PHONE, Open, axe, log_in, no_sideways_scroll
from tests.browser.living import ROOT, House

if TYPE_CHECKING:
    from tests.world import World

pytestmark = pytest.mark.browser

KARI, TONE, OLA = "Kari Nesheim", "Tone Vik", "Ola Brandvold"
TABS = ("", "tidslinje/", "journal/", "mennesker/", "mennesker/ny/", "tilgang/", "sperre/")


@pytest.fixture(scope="module")
def desk(house: House, desk_url: str) -> Iterator[str]:
    """The desk on a day when there is something to do."""
    builder = {address.variable("owner"): house.server.url(logins.BUILDER, house.database)}
    command = [sys.executable, "-m", __name__]
    subprocess.run(command, env={**house.environment("owner"), **builder}, cwd=ROOT, check=True)
    yield desk_url


def known(house: House, given: str, what: str) -> str:
    """The address of something of that child's."""
    child = "JOIN cases_case c ON c.id = {}.case_id JOIN people_person p ON p.id = c.child_id WHERE p.given_name = %s"
    questions = {
        "case": f"SELECT '/saker/' || c.id || '/' FROM cases_party t {child.format('t')}",
        "investigation": f"SELECT '/undersokelser/' || i.id || '/' FROM investigations_investigation i {child.format('i')}",
        "concern": f"SELECT '/meldinger/' || k.id || '/' FROM concerns_concern k {child.format('k')}",
    }
    if what in HUNG:
        question = f"SELECT id FROM investigations_{HUNG[what]} ORDER BY id LIMIT 1"
        return str(house.ask(question)[0][0])
    return str(house.ask(questions[what], given)[0][0])


COLLECTED = (
    "samlet/", "plan/rad/", "plan/versjoner/", "notater/", "notater/nytt/?slag=home_visit", "innhentet/", "innhentet/ny/",
    "sakkyndig/", "leder/",
)  # fmt: skip
HUNG = {
    "planrad": "planrow", "notat": "fieldnote", "innhenting": "informationrequest", "sakkyndig": "expertopinion",
    "planversjon": "planversion",
}  # fmt: skip


def test_the_day_and_every_page_of_a_case_are_open_to_all(open_page: Open, house: House, desk: str) -> None:
    case, investigation, concern = (
        known(house, "Nora", "case"),
        known(house, "Nora", "investigation"),
        known(house, "Emil", "concern"),
    )
    pages = (
        "/min-dag/", "/saker/", "/sok/", *(f"{case}{tab}" for tab in TABS), investigation, f"{investigation}plan/",
        f"{investigation}utvid/", f"{concern}undersokelse/", *(f"{investigation}{tab}" for tab in COLLECTED),
        *(f"/undersokelser/{kind}/{known(house, 'Nora', kind)}/" for kind in HUNG),
    )  # fmt: skip
    for size, scheme in ((DESKTOP, "light"), (PHONE, "dark")):
        page = open_page(size=size, scheme=scheme)
        log_in(page, house, desk, KARI)
        for place in pages:
            page.goto(f"{desk}{place}")
            assert axe(page) == [], (place, scheme)
            no_sideways_scroll(page)
            keep(page, place, scheme)


def test_the_calm_page_of_the_on_call_is_open_to_all(open_page: Open, house: House, desk: str) -> None:
    page = open_page(size=PHONE)
    log_in(page, house, desk, "Bjørn Haugli")
    page.goto(f"{desk}/min-dag/")
    expect(page.get_by_text("Du har vakt")).to_be_visible()
    assert axe(page) == []
    no_sideways_scroll(page)


def test_the_day_is_walked_with_the_keyboard_alone(page: Page, house: House, desk: str) -> None:
    log_in(page, house, desk, KARI)
    page.goto(f"{desk}/min-dag/")
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("Nora Lie")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="1 treff")).to_be_visible()
    page.goto(f"{desk}/min-dag/")
    rows = page.locator("[data-walk] .op-work__who a")
    rows.first.focus()
    page.keyboard.press("ArrowDown")
    expect(rows.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    expect(page).not_to_have_url(re.compile("min-dag"))
    page.wait_for_load_state()
    page.keyboard.press("Control+k")
    page.get_by_role("textbox", name="Skriv hva du vil").fill("saker")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{desk}/saker/")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Taster")).to_be_visible()


def test_a_limit_tells_how_it_was_counted_when_one_asks(page: Page, house: House, desk: str) -> None:
    log_in(page, house, desk, KARI)
    page.goto(f"{desk}/min-dag/")
    page.get_by_text("Hvorfor?").first.click()
    expect(page.locator("details[open] li").first).to_be_visible()
    expect(page).to_have_url(f"{desk}/min-dag/")


def test_the_line_of_the_case_is_walked_with_arrows_and_can_be_read_as_a_list(
    page: Page, house: House, desk: str
) -> None:
    log_in(page, house, desk, KARI)
    page.goto(f"{desk}{known(house, 'Nora', 'case')}")
    marks = page.locator(".ll-mark")
    marks.first.focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator("[data-life-say]")).to_contain_text("Undersøkelse som pågår")
    page.get_by_text("Vis som liste").click()
    expect(page.get_by_role("list", name="Saken gjennom tid")).to_contain_text("Melding fra Solvik skole")


def test_without_scripts_one_finds_a_child_opens_an_investigation_and_writes_its_plan(
    open_page: Open, house: House, desk: str
) -> None:
    page = open_page(scripts=False)
    log_in(page, house, desk, KARI)
    page.goto(f"{desk}/sok/")
    page.get_by_label("Barnets navn").fill("emil berg sunde")
    page.get_by_role("button", name="Søk", exact=True).click()
    page.get_by_role("link", name="Emil Berg Sunde").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Emil Berg Sunde")
    page.goto(f"{desk}{known(house, 'Emil', 'concern')}undersokelse/")
    page.get_by_role("button", name="Åpne undersøkelsen").click()
    expect(page.locator("ds-error-summary")).to_contain_text("Skriv hva som gir rimelig grunn")
    page.get_by_label("Hva gir rimelig grunn").fill("Blått merke på overarmen.")
    page.get_by_role("button", name="Åpne undersøkelsen").click()
    expect(page.get_by_text("Undersøkelsen er åpnet")).to_be_visible()
    page.get_by_role("link", name="Lag plan").click()
    page.get_by_label("Hva skal undersøkelsen svare på?").fill("Hvordan har Emil det hjemme?")
    page.get_by_role("button", name="Lagre planen").click()
    expect(page.get_by_text("Hvordan har Emil det hjemme?")).to_be_visible()


def test_a_colleague_gets_the_case_with_a_reason_and_not_before(open_page: Open, house: House, desk: str) -> None:
    case = known(house, "Nora", "case")
    ola, kari = open_page(scripts=False), open_page()
    log_in(kari, house, desk, KARI)
    log_in(ola, house, desk, OLA)
    ola.goto(f"{desk}/saker/")
    expect(ola.get_by_text("Ingen saker er åpne for deg")).to_be_visible()
    kari.goto(f"{desk}{case}tilgang/")
    kari.get_by_label("Hvem trenger saken?").select_option(label="Ola Brandvold, saksbehandler")
    kari.get_by_label("Hvorfor?").fill("Er med på hjemmebesøket fredag.")
    kari.get_by_role("button", name="Gi tilgang").click()
    expect(kari.get_by_text("Er med på hjemmebesøket fredag.")).to_be_visible()
    ola.goto(f"{desk}{case}")
    expect(ola.get_by_role("heading", level=1)).to_contain_text("Nora Lie")


def test_what_was_typed_is_sent_after_a_log_in_when_the_session_ended_meanwhile(
    chromium: Browser, house: House, desk: str
) -> None:
    context = chromium.new_context(viewport=DESKTOP, locale="nb-NO")  # type: ignore[arg-type]
    page = context.new_page()
    log_in(page, house, desk, KARI)
    page.goto(f"{desk}{known(house, 'Nora', 'case')}sperre/")
    page.get_by_label("Hvorfor må ingenting nå foreldrene nå?").fill("Politiet har ikke snakket med Nora ennå.")
    context.clear_cookies(name="desk")
    page.get_by_role("button", name="Hold tilbake").click()
    expect(page.get_by_role("heading", name="Innloggingen din er over")).to_be_visible()
    assert axe(page) == []
    expect(page.get_by_label("Dette skrev du")).to_have_value("Politiet har ikke snakket med Nora ennå.")
    log_in(page, house, desk, KARI)
    page.get_by_role("button", name="Send på nytt").click()
    expect(page.get_by_role("heading", name="Ingenting må nå foreldrene nå")).to_be_visible()
    context.close()


def keep(page: Page, place: str, scheme: str) -> None:
    """A picture for whoever wants to look: with OPPVEKST_PICTURES set to a folder."""
    folder = os.environ.get("OPPVEKST_PICTURES")
    if folder:
        name = re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}", "", place).strip("/").replace("/", "-").split("?")[0] or "forside"
        page.screenshot(path=str(Path(folder) / f"desk-{name}-{scheme}.png"), full_page=True)


def set_the_scene() -> None:
    """A concern that rings, one that Kari reviews about Emil, and an investigation of Nora, who lives with her mother."""
    from django.utils import timezone

    from oppvekst.domain.cases.actions import add_party
    from oppvekst.domain.concerns.actions import register_child
    from oppvekst.domain.concerns.rules.message import ReportedChild
    from oppvekst.domain.concerns.tests.desk import arrive, linked, taken
    from oppvekst.domain.investigations.actions import add_row, open_investigation, save_plan
    from oppvekst.domain.investigations.tests.opened import WHOLE_PLAN, hung_on, row
    from oppvekst.domain.people.actions import Details

    world, at = _moved_in(), timezone.now()
    arrive(world, children=(ReportedChild(name="Mikkel", age="6"),), danger="unknown", at=at)
    linked(world, arrive(world, at=at))
    nora = taken(world, arrive(world, children=(ReportedChild(name="Nora Lie"),), at=at))
    with world.as_(KARI) as kari:
        child = Details(given_name="Nora", family_name="Lie", birth_date=date(2014, 5, 6))
        case = register_child(nora, child, by=kari, at=at)
        mother = Details(given_name="Hilde", family_name="Lie")
        add_party(case.id, mother, "mother", by=kari, at=at, parental_responsibility=True, lives_with_child=True)
        found = open_investigation(nora, reasons="Det hun selv fortalte.", responsible=kari.staff_id, by=kari, at=at)
        save_plan(found.id, WHOLE_PLAN, by=kari, at=at)
        hung_on(found.id, by=kari, at=at)
        day = at.date() + timedelta(days=4)
        secret = row(kari, kind="talk", what="Samtale på skolen", due=day, untold=True)
        add_row(found.id, secret, by=kari, at=at)


def _moved_in() -> World:
    """Those who moved in when the house was furnished; this process may play every part."""
    from django.db import connection

    from oppvekst.ground.access.models import Municipality, Staff, Team
    from tests.world import NORDVAG, SOLVIK, World

    connection.settings_dict["OPTIONS"]["assume_role"] = logins.OWNER
    solvik, nordvag = (Municipality.objects.get(number=number) for number in (SOLVIK, NORDVAG))
    staff = {one.name: one for one in Staff.objects.filter(service=solvik.service)}
    return World(solvik, nordvag, Team.objects.get(), staff)


if __name__ == "__main__":
    django.setup()
    set_the_scene()

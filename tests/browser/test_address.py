"""The page of a protected address in a real browser: by keyboard and on a phone, hidden until it is asked for.

Run as ``python -m tests.browser.test_address`` with the environment of a builder, it sets the scene.
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
from tests.browser.living import ROOT, House
from tests.browser.test_desk_day import _moved_in

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def desk(house: House, desk_url: str) -> Iterator[str]:
    """The desk, where Tuva is in a foster home that her parents may not know of."""
    builder = {address.variable("owner"): house.server.url(logins.BUILDER, house.database)}
    command = [sys.executable, "-m", __name__]
    subprocess.run(command, env={**house.environment("owner"), **builder}, cwd=ROOT, check=True)
    yield desk_url


def place_of(house: House, name: str) -> str:
    case, child = house.ask(
        "SELECT k.id, k.child_id FROM cases_case k JOIN people_person p ON p.id = k.child_id WHERE p.given_name = %s",
        name,
    )[0]
    return f"/saker/{case}/mennesker/{child}/adresse/"


def picture(page: Page, name: str) -> None:
    """For whoever wants to look: with OPPVEKST_PICTURES set to a folder."""
    if folder := os.environ.get("OPPVEKST_PICTURES"):
        page.screenshot(path=str(Path(folder) / f"adresse-{name}.png"), full_page=True)


def test_the_leader_sets_the_scene_and_reads_it_on_a_phone_and_a_desk(house: House, desk: str, open_page: Open) -> None:
    for name, size in (("phone", PHONE), ("desktop", DESKTOP)):
        page = open_page(size=size)
        log_in(page, house, desk, "Marit Solheim")
        page.goto(desk + place_of(house, "Tuva"))
        expect(page.get_by_text("Granholtveien")).to_have_count(0)
        assert axe(page) == []
        picture(page, f"leder-{name}")
        page.get_by_role("button", name="Betro adressen").click()
        expect(page.get_by_role("link", name="Skriv hvorfor kollegaen må kjenne adressen.")).to_be_visible()
        picture(page, f"feil-{name}")
        no_sideways_scroll(page)


def test_the_address_is_there_when_it_is_asked_for(house: House, desk: str, open_page: Open) -> None:
    page = open_page(scripts=False)
    log_in(page, house, desk, "Kari Nesheim")
    page.goto(desk + place_of(house, "Tuva"))
    page.get_by_role("button", name="Vis adresse").press("Enter")
    expect(page.get_by_text("Granholtveien 14, 9995 Hessdal")).to_be_visible()
    picture(page, "vist")
    page.goto(desk + place_of(house, "Tuva").split("mennesker")[0])
    expect(page.get_by_text("har ikke rett til å vite hvor barnet bor")).to_be_visible()
    picture(page, "sak")
    page.goto(desk + place_of(house, "Tuva").split("mennesker")[0] + "mennesker/")
    picture(page, "mennesker")


def test_nobody_has_protected_it_yet(house: House, desk: str, open_page: Open) -> None:
    page = open_page(size=PHONE)
    log_in(page, house, desk, "Kari Nesheim")
    page.goto(desk + place_of(house, "Oda"))
    expect(page.get_by_text("Ingen adressevern")).to_be_visible()
    assert axe(page) == []
    picture(page, "uten")


def set_the_scene() -> None:
    """Tuva, whose foster home is hidden; and Oda, whose address is open."""
    from django.utils import timezone

    from oppvekst.domain.cases.actions import add_party, open_case
    from oppvekst.domain.people.actions import Details, entrust, shield
    from oppvekst.law.calendar import add, oslo_date

    world, at = _moved_in(), timezone.now()
    today, home = oslo_date(at), {"address_lines": ("Granholtveien 14",), "postal_code": "9995", "place": "Hessdal"}
    with world.as_("Kari Nesheim") as kari:
        open_case(Details(given_name="Oda", family_name="Lunde", address_lines=("Kaiveien 9",)), by=kari, at=at)
        case = open_case(Details(given_name="Tuva", family_name="Winther", **home), by=kari, at=at)
        add_party(case.id, Details(given_name="Per", family_name="Winther"), "father", by=kari, at=at)
        shield(case.id, case.child_id, 2, source="register", decided_on=today, by=kari, at=at)
        shield(
            case.id, case.child_id, 3, source="tribunal", decided_on=today, words="Nemnda, sak 26/114",
            review_on=add(today, months=6), police_told_on=today, by=kari, at=at,
        )  # fmt: skip
    with world.as_("Marit Solheim") as marit:
        kari_id = world.staff["Kari Nesheim"].id
        entrust(case.id, case.child_id, kari_id, "Har saken og kjører til samvær.", by=marit, at=at)


if __name__ == "__main__":
    django.setup()
    set_the_scene()

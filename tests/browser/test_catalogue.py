"""The catalogue in real browsers: read on a phone, searched from a case without scripts, kept by the coordinator.

Run as ``python -m tests.browser.test_catalogue`` with the environment of a builder, it sets the scene.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import django
import pytest
from playwright.sync_api import Page, expect

from oppvekst.ground.database import address, logins
from tests.browser.conftest import DESKTOP, PHONE, Open, axe, log_in, no_sideways_scroll
from tests.browser.living import ROOT, House
from tests.browser.test_desk_day import _moved_in

pytestmark = pytest.mark.browser

KARI, RANDI = "Kari Nesheim", "Randi Lunde"


@pytest.fixture(scope="module")
def desk(house: House, desk_url: str) -> Iterator[str]:
    """The desk, with Solvik's catalogue and Torvald's case."""
    builder = {address.variable("owner"): house.server.url(logins.BUILDER, house.database)}
    command = [sys.executable, "-m", __name__]
    subprocess.run(command, env={**house.environment("owner"), **builder}, cwd=ROOT, check=True)
    yield desk_url


def looked_at(page: Page, name: str) -> None:
    """Every page is read by axe, fits the narrowest phone, and is drawn for whoever wants to look."""
    if folder := os.environ.get("OPPVEKST_PICTURES"):
        wide = (page.viewport_size or DESKTOP)["width"]
        page.screenshot(path=str(Path(folder) / f"katalog-{name}-{wide}.png"), full_page=True)
    assert axe(page) == []
    no_sideways_scroll(page)


def help_for_torvald(house: House) -> str:
    """The page of who else can help him."""
    asked = "SELECT k.id FROM cases_case k JOIN people_person p ON p.id = k.child_id WHERE p.given_name = 'Torvald'"
    return f"/saker/{house.ask(asked)[0][0]}/hvem-kan-hjelpe/"


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_every_page_of_the_catalogue_fits_and_is_read_aloud(
    house: House, desk: str, open_page: Open, size: dict[str, int]
) -> None:
    page = open_page(size=size)
    log_in(page, house, desk, RANDI)
    page.goto(f"{desk}/katalog/")
    expect(page.get_by_role("heading", name="Katalogen")).to_be_visible()
    looked_at(page, "liste")
    page.get_by_role("link", name="Funksjonell familieterapi (FFT)").click()
    looked_at(page, "ett")
    page.get_by_role("link", name="Endre").click()
    looked_at(page, "endre")
    page.goto(f"{desk}/katalog/leverandorer/")
    looked_at(page, "leverandorer")
    page.get_by_role("link", name="Trygg Vei AS", exact=True).click()
    looked_at(page, "leverandor")
    page.get_by_role("link", name="Skriv at en attest er vist").click()
    looked_at(page, "attest")
    page.goto(f"{desk}/min-dag/")
    expect(page.get_by_text("Velg hva som kommer etter avtalen: Familieterapi i hjemmet").first).to_be_visible()


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_a_search_narrows_while_one_chooses(house: House, desk: str, open_page: Open, size: dict[str, int]) -> None:
    page = open_page(size=size)
    log_in(page, house, desk, KARI)
    page.goto(desk + help_for_torvald(house))
    expect(page.get_by_role("heading", name="Foreldreveiledning ICDP")).to_be_visible()
    looked_at(page, "sok")
    page.get_by_label("Slags hjelp").select_option("4.6")
    expect(page.get_by_role("heading", name="Foreldreveiledning ICDP")).to_have_count(0)
    page.get_by_label("Dag", exact=True).select_option("sun")
    expect(page.get_by_text("Ingen tilbud passer alt dette")).to_be_visible()
    looked_at(page, "tomt")


def test_without_scripts_the_place_is_found_taken_and_left(house: House, desk: str, open_page: Open) -> None:
    page = open_page(size=PHONE, scripts=False)
    log_in(page, house, desk, KARI)
    page.goto(desk + help_for_torvald(house))
    page.get_by_label("Slags hjelp").select_option("4.6")
    page.get_by_role("button", name="Søk", exact=True).click()
    page.get_by_role("button", name="Ta med dem som har venteliste").click()
    page.get_by_role("link", name=re.compile("Sett på venteliste.*Støttekontakt")).click()
    page.get_by_role("button", name="Sett på venteliste").click()
    expect(page.get_by_text("Barnet står på venteliste")).to_be_visible()
    page.get_by_role("link", name=re.compile("Ta plassen.*Parenting Young Children")).click()
    page.get_by_role("button", name="Ta plassen").click()
    expect(page.get_by_text("Barnet har fått plass")).to_be_visible()


def set_the_scene() -> None:
    """Solvik's catalogue as in the demo, and a child of seven at Kari's."""
    from django.utils import timezone

    from oppvekst.domain.cases.actions import open_case
    from oppvekst.domain.measures.actions import install_offers
    from oppvekst.domain.people.actions import Details

    world, at = _moved_in(), timezone.now()
    with world.as_(RANDI) as randi:
        install_offers(world.solvik, by=randi, at=at)
    with world.as_(KARI) as kari:
        torvald = Details(
            given_name="Torvald", family_name="Nygård", birth_date=date(at.year - 7, 1, 9), address_lines=("Fjordgata 3",),
            postal_code="9998", place="Solvik",
        )  # fmt: skip
        open_case(torvald, by=kari, at=at)


if __name__ == "__main__":
    django.setup()
    set_the_scene()

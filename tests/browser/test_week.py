"""Kari's week and the child's voice in every step, in a real browser: wide, on a phone, on paper, and without scripts.

Run as ``python -m tests.browser.test_week`` with the environment of a builder, it sets the scene.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

import django
import pytest
from playwright.sync_api import Page, expect

from oppvekst.ground.database import address, logins
from oppvekst.law.calendar import OSLO, oslo_date
from tests.browser.conftest import DESKTOP, PHONE, Open, axe, log_in, no_sideways_scroll
from tests.browser.living import ROOT, House
from tests.browser.test_desk_day import KARI, _moved_in

pytestmark = pytest.mark.browser
# Ended, whatever day it is: nobody writes of what has not happened.
TODAY = oslo_date(datetime.now(OSLO))
MONDAY = TODAY - timedelta(days=TODAY.weekday() + 7)
WEEK = f"/min-dag/uke/{MONDAY.isocalendar().year}/{MONDAY.isocalendar().week}/"


@pytest.fixture(scope="module")
def desk(house: House, desk_url: str) -> Iterator[str]:
    """The desk, where Kari has Ylva's case and a full week behind her."""
    builder = {address.variable("owner"): house.server.url(logins.BUILDER, house.database)}
    subprocess.run(
        [sys.executable, "-m", __name__], env={**house.environment("owner"), **builder}, cwd=ROOT, check=True
    )
    yield desk_url


def picture(page: Page, name: str) -> None:
    """For whoever wants to look: with OPPVEKST_PICTURES set to a folder."""
    if folder := os.environ.get("OPPVEKST_PICTURES"):
        page.screenshot(path=str(Path(folder) / f"uke-{name}.png"), full_page=True)


def looked_at(page: Page, name: str) -> None:
    """Every page is read by axe, fits the narrowest phone, and is drawn for whoever wants to look."""
    picture(page, name)
    assert axe(page) == []
    no_sideways_scroll(page)


def ylva(house: House) -> str:
    """The page of her case."""
    asked = "SELECT k.id FROM cases_case k JOIN people_person p ON p.id = k.child_id WHERE p.given_name = 'Ylva'"
    return f"/saker/{house.ask(asked)[0][0]}/"


def test_the_week_is_read_wide_on_a_phone_and_on_paper(house: House, desk: str, open_page: Open) -> None:
    for size, name in ((DESKTOP, "bred"), (PHONE, "telefon")):
        page = open_page(size=size)
        log_in(page, house, desk, KARI)
        page.goto(desk + WEEK)
        expect(page.get_by_role("heading", name="Uka mi")).to_be_visible()
        looked_at(page, name)
    wide = open_page(size=DESKTOP)
    log_in(wide, house, desk, KARI)
    wide.goto(desk + WEEK)
    wide.get_by_text("Legg inn reisetid").nth(1).click()
    wide.get_by_label("Minutter underveis").nth(1).fill("120")
    wide.get_by_role("button", name="Lagre", exact=True).click()
    expect(wide.get_by_text("Rekker det ikke")).to_be_visible()
    looked_at(wide, "reise")
    wide.emulate_media(media="print")
    expect(wide.get_by_text("Strandmo").first).to_be_hidden()
    picture(wide, "papir")
    wide.goto(f"{desk}/min-dag/uke/2030/1/")
    wide.emulate_media(media="screen")
    looked_at(wide, "tom")


def test_the_panel_comes_by_itself_on_the_case_and_stands_on_a_page_without_scripts(
    house: House, desk: str, open_page: Open
) -> None:
    for size, name in ((DESKTOP, "bred"), (PHONE, "telefon")):
        page = open_page(size=size)
        log_in(page, house, desk, KARI)
        page.goto(desk + ylva(house))
        expect(page.get_by_text("Jeg vil at noen spør meg.")).to_be_visible()
        looked_at(page, f"sak-{name}")
        page.goto(f"{desk}{ylva(house)}barnets-stemme/")
        looked_at(page, f"stemme-{name}")
    plain = open_page(size=PHONE, scripts=False)
    log_in(plain, house, desk, KARI)
    plain.goto(desk + ylva(house))
    plain.get_by_role("link", name="Barnets stemme i hvert steg").click()
    expect(plain.get_by_text("Jeg vil at noen spør meg.")).to_be_visible()


def set_the_scene() -> None:
    """Ylva's case: what the school quoted, a plan, two visits and two talks in one week."""
    from oppvekst.domain.cases.actions import add_party
    from oppvekst.domain.concerns.actions import register_child
    from oppvekst.domain.concerns.rules.message import ReportedChild, Said
    from oppvekst.domain.concerns.tests.desk import arrive, taken
    from oppvekst.domain.investigations.actions import (
        KeptBack,
        Talk,
        add_row,
        open_investigation,
        save_plan,
        withhold_from_parents,
        write_note,
        write_talk,
    )
    from oppvekst.domain.investigations.tests.opened import WHOLE_PLAN, noted, row
    from oppvekst.domain.people.actions import Details

    def at(day: int, hour: int, minute: int = 0) -> datetime:
        return datetime.combine(MONDAY + timedelta(days=day), time(hour, minute), OSLO)

    world = _moved_in()
    said = (Said("worry", "Hun er mye alene hjemme."), Said("child", "Jeg vil at noen spør meg."))
    concern = taken(world, arrive(world, children=(ReportedChild(name="Ylva Strandmo"),), said=said, at=at(0, 8)))
    with world.as_(KARI) as kari:
        child = Details(given_name="Ylva", family_name="Strandmo", birth_date=date(2013, 2, 3))
        case = register_child(concern, child, by=kari, at=at(0, 9))
        add_party(case.id, Details(given_name="Runa", family_name="Strandmo"), "mother", by=kari, at=at(0, 9))
        found = open_investigation(
            concern, reasons="Hun er mye alene.", responsible=kari.staff_id, by=kari, at=at(0, 9)
        )
        save_plan(found.id, WHOLE_PLAN, by=kari, at=at(0, 10))
        for day, kind, what in (
            (1, "task", "Ring helsesykepleier"), (2, "task", "Skriv oppsummering av besøket"), (3, "talk", "Samtale med Ylva"),
            (3, "visit", "Hjemmebesøk med mor til stede"), (4, "task", "Gå gjennom planen i teamet"),
        ):  # fmt: skip
            planned = row(kari, kind=kind, what=what, due=MONDAY + timedelta(days=day))
            add_row(found.id, planned, by=kari, at=at(0, 10))
        for hour in (9, 10):
            visit = noted(happened_at=at(1, hour, 30), place="Fjellveien 4", present="Mor, Ylva")
            write_note(found.id, visit, by=kari, at=at(1, 15))
        whole = Talk(
            held_at=at(2, 12, 15), place="Solvik skole", told_purpose=True, told_readers=True, told_voluntary=True,
            understood_how="Hun sa med egne ord hvem som kan lese det.", parents_told=False,
            parents_reasons="Hun ba om å få si det først.", heard_about="Ettermiddagene hjemme, og hvem hun kan ringe.",
            words="Det er best når mormor er der.\n\nDa lager vi middag sammen.", shown="Hun tegnet kjøkkenet.",
        )  # fmt: skip
        write_talk(case.id, whole, investigation_id=found.id, by=kari, at=at(2, 15))
        kept = write_talk(
            case.id,
            Talk(**(vars(whole) | {"held_at": at(3, 9), "words": "Dette vil hun ikke at mor leser."})),
            investigation_id=found.id,
            by=kari,
            at=at(3, 11),
        )
        why = KeptBack(
            what="Ordene", reasons="Hun er redd for følgene.", weighed_wish="Hun vil det.", words_too=True,
            review_on=TODAY + timedelta(days=20),
        )  # fmt: skip
        withhold_from_parents(kept.id, why, by=kari, at=at(3, 12))


if __name__ == "__main__":
    django.setup()
    set_the_scene()

"""The assessment of a child's needs in a real browser: opened by keyboard, written on by two at once, nothing lost.

Run as ``python -m tests.browser.test_frame`` with the environment of a builder, it sets the scene.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date

import django
import pytest
from playwright.sync_api import Browser, Page, expect

from oppvekst.ground.database import address, logins
from tests.browser.conftest import DESKTOP, PHONE, Open, axe, log_in, no_sideways_scroll
from tests.browser.living import ROOT, House
from tests.browser.test_desk_day import _moved_in, keep

pytestmark = pytest.mark.browser

KARI, SIRI = "Kari Nesheim", "Siri Tveito"


@pytest.fixture(scope="module")
def desk(house: House, desk_url: str) -> Iterator[str]:
    """The desk when Idun's needs are being assessed by two."""
    builder = {address.variable("owner"): house.server.url(logins.BUILDER, house.database)}
    command = [sys.executable, "-m", __name__]
    subprocess.run(command, env={**house.environment("owner"), **builder}, cwd=ROOT, check=True)
    yield desk_url


def frame_of(house: House, given: str) -> str:
    """The address of the assessment of that child's needs."""
    child = "JOIN cases_case c ON c.id = i.case_id JOIN people_person p ON p.id = c.child_id WHERE p.given_name = %s"
    ((found,),) = house.ask(f"SELECT i.id FROM investigations_investigation i {child}", given)
    return f"/undersokelser/{found}/behov/"


def test_every_page_of_the_assessment_is_open_to_all(open_page: Open, house: House, desk: str) -> None:
    top = frame_of(house, "Idun")
    for size, scheme in ((DESKTOP, "light"), (PHONE, "dark")):
        page = open_page(size=size, scheme=scheme)
        log_in(page, house, desk, KARI)
        for part in ("", "1.2/", "opplysning/?punkt=1.2.03", "oppsummering/"):
            page.goto(f"{desk}{top}{part}")
            assert axe(page) == [], (part, scheme)
            no_sideways_scroll(page)
            keep(page, f"{top}{part}", scheme)


def test_two_write_about_the_same_and_both_texts_are_shown_and_kept(chromium: Browser, house: House, desk: str) -> None:
    kari, siri = chromium.new_page(locale="nb-NO"), chromium.new_page(locale="nb-NO")
    top = frame_of(house, "Idun")
    for page, name in ((kari, KARI), (siri, SIRI)):
        log_in(page, house, desk, name)
    _to_the_school_by_keyboard(kari, f"{desk}{top}")
    kari.get_by_role("button", name="Ta med : Læring").press("Enter")
    expect(kari.get_by_role("heading", name="Punktet er med i vurderingen")).to_be_visible()
    mine = kari.get_by_role("region", name=re.compile("^Læring")).get_by_role("textbox", name="Barnets syn")
    mine.press_sequentially("Jeg liker matte.")
    expect(kari.get_by_role("status").filter(has_text="Utkastet er lagret")).to_be_visible()

    siri.goto(f"{desk}{top}1.2/")
    expect(siri.get_by_text("Kari Nesheim skriver her og har ikke lagret")).to_be_visible()
    siri.get_by_role("region", name=re.compile("^Læring")).get_by_role("textbox", name="Barnets syn").fill(
        "Lesing er vanskelig."
    )
    siri.get_by_role("button", name="Lagre temaet").click()
    expect(siri.get_by_role("heading", name="Temaet er lagret")).to_be_visible()

    with kari.expect_response(lambda answer: answer.status == 409):
        kari.get_by_role("button", name="Lagre temaet").press("Enter")
    expect(kari.get_by_role("heading", name="To har skrevet i ett felt")).to_be_visible()
    expect(kari.get_by_role("region", name="Teksten til Siri Tveito")).to_have_text("Lesing er vanskelig.")
    expect(mine).to_have_value("Jeg liker matte.")
    assert axe(kari) == []
    keep(kari, f"{top}conflict", "light")
    kari.get_by_label("Begge, den lagrede først").press("Space")
    kari.get_by_role("button", name="Lagre temaet").press("Enter")
    expect(kari.get_by_role("heading", name="Temaet er lagret")).to_be_visible()
    expect(mine).to_have_value("Lesing er vanskelig.\n\nJeg liker matte.")
    for page in (kari, siri):
        page.close()


def _to_the_school_by_keyboard(page: Page, place: str) -> None:
    """From the triangle's first theme, with the arrow to the next, and in with Enter."""
    page.goto(place)
    page.get_by_role("link", name=re.compile("^1.1 Helse ")).focus()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("link", name=re.compile("^1.2 Barnehage og skole "))).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name=re.compile("^1.2 Barnehage og skole"))).to_be_visible()
    page.get_by_text(re.compile("^Ikke aktuelt")).first.click()


def set_the_scene() -> None:
    """An investigation of Idun, which Kari and Siri write together."""
    from django.utils import timezone

    from oppvekst.domain.cases.actions import give_access
    from oppvekst.domain.concerns.actions import register_child
    from oppvekst.domain.concerns.rules.message import ReportedChild
    from oppvekst.domain.concerns.tests.desk import arrive, taken
    from oppvekst.domain.investigations import actions
    from oppvekst.domain.investigations.actions import Known, Written
    from oppvekst.domain.people.actions import Details

    world, at = _moved_in(), timezone.now()
    texts = {
        "child_view": "«Jeg vil ikke dit når de roper. Mormor kan hente meg.» Sagt i samtalen alene på skolen.",
        "parents_view": "Mor ser at Idun er urolig før skolen og tror det går over. Far mener skolen overdriver.",
        "strengths": "Mormor bor i nabohuset. Idun har en venninne hun stoler på.",
        "risks": "Mer fravær. Hun sover lite når foreldrene krangler.",
        "assessment": "Fraværet henger sammen med uroen hjemme, ikke med skolen. Det varer ved, og blir verre.",
        "change": "",
    }
    concern_id = taken(world, arrive(world, children=(ReportedChild(name="Idun Moen"),), at=at))
    with world.as_(KARI) as kari:
        child = Details(given_name="Idun", family_name="Moen", birth_date=date(2016, 2, 9))
        case = register_child(concern_id, child, by=kari, at=at)
        found = actions.open_investigation(concern_id, reasons="Fravær.", responsible=kari.person, by=kari, at=at)
        give_access(case.id, world.staff[SIRI].id, reason="colleague", words="Skriver med.", by=kari, at=at)
        for code in ("1.2.03", "1.3.06", "2.4.03", "3.3.02"):
            actions.include(found.id, code, by=kari, at=at)
        for code in ("1.4.01", "1.4.02", "1.4.03", "1.4.04"):
            actions.leave_out(found.id, code, by=kari, at=at)
        wrong = actions.add_fact(
            found.id, "1.2.03", Known("Idun har vært borte fra skolen 14 dager i høst.", "Solvik skole", date(2026, 11, 3)),
            by=kari, at=at,
        )  # fmt: skip
        right = Known(
            "Idun har vært borte fra skolen 4 hele dager og 10 timer i høst.", "Solvik skole", date(2026, 11, 5)
        )
        actions.add_fact(found.id, "1.2.03", right, corrects=wrong.id, by=kari, at=at)
        actions.write(found.id, [Written("1.2.03", 0, texts)], by=kari, at=at)
        actions.write(found.id, [Written("2.4.03", 0, texts | {"child_view": ""})], by=kari, at=at)
        actions.mark_grounds(found.id, ["1.2.03"], by=kari, at=at)


if __name__ == "__main__":
    django.setup()
    set_the_scene()

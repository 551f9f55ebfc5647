"""Emergency access from the search that found nothing to the leader's look over it; and telling a mother who has seen.

Run as ``python -m tests.browser.test_access`` with the environment of a builder, it sets the scene.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta

import django
import psycopg
import pytest
from playwright.sync_api import Page, expect

from oppvekst.ground.database import address, logins
from tests.browser.conftest import DESKTOP, PHONE, Open, axe, log_in, no_sideways_scroll
from tests.browser.living import ROOT, House
from tests.browser.test_desk_day import _moved_in, keep

pytestmark = pytest.mark.browser

KARI, OLA, TONE, MARIT, EIVIND = "Kari Nesheim", "Ola Brandvold", "Tone Vik", "Marit Solheim", "Eivind Myrbakk"
WHY = "Legevakta har Selma hos seg, og Kari svarer ikke."
BANNER = "section.op-emergency"
NIGHT_PASSES = """UPDATE access_emergency SET opened_at = opened_at - interval '1 day', until = until - interval '1 day';
UPDATE agenda_item SET due = current_date WHERE rule = 'emergency' AND open"""


@pytest.fixture(scope="module")
def desk(house: House, desk_url: str) -> Iterator[str]:
    """The desk, with the case of Selma, 16, in it."""
    builder = {address.variable("owner"): house.server.url(logins.BUILDER, house.database)}
    subprocess.run(
        [sys.executable, "-m", __name__], env={**house.environment("owner"), **builder}, cwd=ROOT, check=True
    )
    yield desk_url


def case_of(house: House) -> tuple[str, str]:
    """Where the case is, and its number."""
    return house.ask(
        "SELECT '/saker/' || c.id || '/', c.number FROM cases_case c JOIN people_person p ON p.id = c.child_id "
        "WHERE p.given_name = 'Selma'"
    )[0]


def open_to_all(page: Page, name: str) -> None:
    assert axe(page) == [], name
    no_sideways_scroll(page)
    keep(page, name, "lys")


def test_ola_opens_a_case_in_an_emergency_and_the_leader_looks_it_over_next_morning(
    house: House, desk: str, open_page: Open
) -> None:
    place, number = case_of(house)
    ola = open_page(size=PHONE)
    log_in(ola, house, desk, OLA)
    ola.goto(f"{desk}/sok/")
    ola.get_by_label("Barnets navn").fill("Selma Foss")
    ola.get_by_role("button", name="Søk", exact=True).click()
    expect(ola.get_by_role("link", name="Selma Foss")).to_have_count(0)
    open_to_all(ola, "nod-sok")
    way = ola.get_by_role("link", name="Åpne med nødtilgang")
    way.focus()
    ola.keyboard.press("Enter")
    ola.get_by_role("button", name="Åpne saken").click()
    expect(ola.locator("ds-error-summary")).to_contain_text("Skriv hvorfor du må inn i saken nå")
    open_to_all(ola, "nod-feil")
    ola.get_by_role("radio").first.focus()
    ola.keyboard.press("Space")
    ola.get_by_label("Hva har skjedd").fill(WHY)
    ola.get_by_label("Saksnummer").fill(number)
    ola.keyboard.press("Enter")
    expect(ola.get_by_role("heading", level=1)).to_contain_text("Selma Foss")
    for where in (place, f"{place}mennesker/", "/min-dag/", "/sok/"):
        ola.goto(f"{desk}{where}")
        expect(ola.locator(BANNER)).to_contain_text("Alt du ser, blir loggført")
    open_to_all(ola, "nod-banner")

    with psycopg.connect(house.server.superuser(house.database)) as superuser:
        superuser.execute(NIGHT_PASSES)
    ola.goto(f"{desk}/min-dag/")
    expect(ola.locator(BANNER)).to_have_count(0)
    marit = open_page(size=DESKTOP)
    log_in(marit, house, desk, MARIT)
    marit.goto(f"{desk}/min-dag/")
    expect(marit.get_by_text("Se over at Ola Brandvold brukte nødtilgang", exact=True)).to_be_visible()
    open_to_all(marit, "nod-morgen")
    marit.goto(f"{desk}/nodtilgang/oversikt/")
    expect(marit.get_by_text(WHY).first).to_be_visible()
    open_to_all(marit, "nod-oversikt")
    marit.get_by_role("button", name="Sett over").focus()
    marit.keyboard.press("Enter")
    expect(marit.get_by_text("Du har sett over nødtilgangen")).to_be_visible()
    expect(marit.get_by_role("button", name="Sett over")).to_have_count(0)


def test_the_mother_is_told_who_has_seen_the_case_and_the_reviewer_asks_why_the_deputy_did(
    house: House, desk: str, open_page: Open
) -> None:
    place, _number = case_of(house)
    tone = open_page(size=DESKTOP)
    log_in(tone, house, desk, TONE)
    tone.goto(f"{desk}{place}innsyn/")
    open_to_all(tone, "utdrag")
    tone.get_by_label("Hvem skal få utdraget?").select_option(label="Mona Foss, mor")
    tone.get_by_role("button", name="Lag utdraget").focus()
    tone.keyboard.press("Enter")
    expect(tone.get_by_role("heading", name="Utdrag til Mona Foss")).to_be_visible()
    expect(tone.get_by_text("Saksbehandler med ansvar for saken").first).to_be_visible()
    assert KARI not in tone.locator(".op-day ul").first.inner_text()
    open_to_all(tone, "utdrag-laget")
    pdf = tone.request.get(f"{desk}{tone.get_by_role('link', name='Les brevet').get_attribute('href')}")
    assert pdf.body().startswith(b"%PDF")
    tone.get_by_label("Hvordan er det gitt?").fill("I hånden på kontoret")
    tone.keyboard.press("Enter")
    expect(tone.get_by_text("Gitt av Tone Vik: I hånden på kontoret")).to_be_visible()
    open_to_all(tone, "utdrag-gitt")

    marit = open_page(size=PHONE)
    log_in(marit, house, desk, MARIT)
    marit.goto(f"{desk}/innsyn/")
    expect(marit.get_by_text(EIVIND).first).to_be_visible()
    open_to_all(marit, "innsyn-funn")
    marit.get_by_role("link", name=re.compile(f"Svar.*{EIVIND}")).first.focus()
    marit.keyboard.press("Enter")
    expect(marit.get_by_role("heading", name="Innsyn som bør forklares")).to_be_visible()
    open_to_all(marit, "innsyn-svar")


def set_the_scene() -> None:
    """Kari's case of Selma, 16, and her mother. The deputy has looked at it without doing anything in it."""
    from django.utils import timezone

    from oppvekst.domain.cases import actions
    from oppvekst.domain.people.actions import Details
    from oppvekst.ground.access.service import appoint
    from oppvekst.ground.database.acting import acting
    from oppvekst.ground.journal import unusual
    from oppvekst.ground.journal.looks import look
    from tests.world import LONG_AGO, SOLVIK

    world, at = _moved_in(), timezone.now()
    appoint(world.staff[MARIT], "reviewer", municipality=world.solvik, since=LONG_AGO, decision="Kommunedirektøren")
    with world.as_(KARI, logins.CASE) as kari:
        selma = Details(given_name="Selma", family_name="Foss", birth_date=date(at.year - 16, 1, 1))
        case = actions.open_case(selma, by=kari, at=at, reason="assigned")
        mother = Details(given_name="Mona", family_name="Foss")
        actions.add_party(case.id, mother, "mother", by=kari, at=at, parental_responsibility=True)
        look("case", by=kari, at=at, subject=case.id, case_id=case.id)
    type(case).objects.filter(id=case.id).update(team=world.team)
    with world.as_(EIVIND) as eivind:
        look("case", by=eivind, at=at, subject=case.id, case_id=case.id)
    with acting("worker"):
        unusual.find(SOLVIK, since=at - timedelta(days=1), before=at + timedelta(days=1), today=at.date())


if __name__ == "__main__":
    django.setup()
    set_the_scene()

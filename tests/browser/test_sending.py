"""A decision sent from the desk and read at My page: in a browser, on a phone and a desktop.

Run as ``python -m tests.browser.test_sending`` with the environment of a builder, it sets the scene.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit

import django
import pytest
from playwright.sync_api import expect

from oppvekst.ground.database import address, logins
from oppvekst.ground.database.acting import VISIT
from oppvekst.law.identity import Sex, synthetic
from tests.browser.conftest import DESKTOP, PHONE, Open, axe, log_in, no_sideways_scroll
from tests.browser.living import ROOT, House, serving
from tests.browser.test_desk_day import _moved_in, keep

pytestmark = pytest.mark.browser

KARI = "Kari Nesheim"
EVENS = (
    "SELECT d.id FROM decisions_decision d JOIN cases_case c ON c.id = d.case_id"
    " JOIN people_person p ON p.id = c.child_id WHERE p.given_name = 'Even' AND p.family_name = 'Moe'"
)
LISE = synthetic(date(1986, 6, 2), Sex.FEMALE)


@pytest.fixture(scope="module")
def desk(house: House, desk_url: str) -> Iterator[str]:
    """The desk, with a signed decision about Even in it."""
    builder = {address.variable("owner"): house.server.url(logins.BUILDER, house.database)}
    subprocess.run(
        [sys.executable, "-m", __name__], env={**house.environment("owner"), **builder}, cwd=ROOT, check=True
    )
    yield desk_url


def test_each_gets_a_copy_of_her_own_way_and_the_page_says_how_it_stands(
    house: House, desk: str, open_page: Open
) -> None:
    page = open_page(size=DESKTOP)
    log_in(page, house, desk, KARI)
    (decision,) = house.ask(EVENS)
    page.goto(f"{desk}/vedtak/{decision[0]}/send/")
    keep(page, "sende-for", "lys")
    assert axe(page) == []
    no_sideways_scroll(page)
    page.get_by_role("link", name="Utelat noe for Morten").click()
    page.get_by_label(re.compile("innlagt")).check()
    page.get_by_label("Hjemmel").select_option("fvl-19-2-a")
    page.get_by_label(re.compile("Hvorfor skal akkurat")).fill("Opplysninger om mors helse.")
    keep(page, "sende-utelat", "lys")
    assert axe(page) == []
    page.get_by_role("button", name="Utelat").click()
    expect(page.get_by_text("Utelatt i dette eksemplaret: 1")).to_be_visible()
    page.get_by_role("link", name="Send til Lise Moe").click()
    page.get_by_label(re.compile("Digitalt på Min side")).check()
    page.get_by_label("Telefon som varsles, når det sendes digitalt").fill("00 00 99 11")
    page.get_by_label(re.compile("trygg å varsle på")).check()
    keep(page, "sende-send", "lys")
    assert axe(page) == []
    page.get_by_role("button", name="Send", exact=True).click()
    page.get_by_role("link", name="Send til Morten Moe").click()
    page.get_by_label(re.compile("^Personlig")).check()
    page.get_by_role("button", name="Send", exact=True).click()
    page.get_by_role("link", name="Skriv når det kom fram til Morten Moe").click()
    page.get_by_label("Fikk det fra hånd til hånd").check()
    page.get_by_role("button", name="Lagre dagen").click()
    page.get_by_text("Hvorfor?").first.click()
    keep(page, "sende-etter", "lys")
    assert axe(page) == []
    no_sideways_scroll(page)


def test_on_a_phone_without_scripts_the_page_is_all_there(house: House, desk: str, open_page: Open) -> None:
    page = open_page(size=PHONE, scripts=False)
    log_in(page, house, desk, KARI)
    (decision,) = house.ask(EVENS)
    page.goto(f"{desk}/vedtak/{decision[0]}/send/")
    keep(page, "sende-telefon", "lys")
    expect(page.get_by_role("heading", name="Sende vedtaket")).to_be_visible()


def test_a_mother_reads_it_on_her_phone(house: House, desk: str, open_page: Open) -> None:
    with serving(
        house, "mypage", OPPVEKST_IDPORTEN_ISSUER="http://localhost:9", OPPVEKST_MYPAGE_URL="http://localhost/"
    ) as url:
        page = open_page(size=PHONE)
        page.context.add_cookies([
            {"name": VISIT, "value": "lises-besok", "domain": urlsplit(url).hostname or "", "path": "/"}
        ])  # fmt: skip
        page.goto(f"{url}/")
        page.get_by_role("link", name="Råd og veiledning hjemme").click()
        expect(page.get_by_role("heading", name="Du kan klage")).to_be_visible()
        keep(page, "minside-vedtak", "lys")
        assert axe(page) == []
        no_sideways_scroll(page)


def set_the_scene() -> None:
    """Even's decision, signed; My page open for his mother, who has logged in."""
    from hashlib import sha256

    from django.db import connection
    from django.utils import timezone

    from oppvekst.domain.cases import actions as cases
    from oppvekst.domain.decisions import actions
    from oppvekst.domain.decisions.rules import Kind, required
    from oppvekst.domain.decisions.tests.family import consented
    from oppvekst.domain.people.actions import Details
    from oppvekst.ground.access.models import Grant

    world, at = _moved_in(), timezone.now()
    with world.as_(KARI) as kari:
        even = Details(given_name="Even", family_name="Moe", birth_date=date(2018, 4, 9))
        case = cases.open_case(even, by=kari, at=at, reason=Grant.Reason.ASSIGNED)
        mother = Details(given_name="Lise", family_name="Moe", number=LISE, environment="test")
        for who, part in ((mother, "mother"), (Details(given_name="Morten", family_name="Moe"), "father")):
            party = cases.add_party(
                case.id, who, part, by=kari, at=at, parental_responsibility=True, lives_with_child=True, source="Mor"
            )
            if part == "mother":
                lise = party.person_id
        cases.open_my_page(case.id, lise, by=kari, at=at)
        terms = actions.Terms(kind=Kind.MEASURE, category="3.9", title="Råd og veiledning hjemme")
        decision = actions.open_decision(case.id, terms, by=kari, at=at)
        for part in required(decision.of_kind, category="3.9", consent_ground="consent"):
            said = f"{part.nb}: en veileder kommer hjem én gang i uka i seks måneder.\n\nMor har vært innlagt på Kvistheim."
            actions.save_text(
                decision.id,
                part.key,
                said if part.key == "facts" else said.split("\n", maxsplit=1)[0],
                seen=0,
                by=kari,
                at=at,
            )
        consented(decision, by=kari, at=at)
        actions.skip_notice(decision.id, reasons="Familien ba om hjelpen.", by=kari, at=at)
    with world.as_("Marit Solheim") as marit:
        actions.sign(decision.id, by=marit, at=at)
    with connection.cursor() as cursor:
        cursor.execute(
            "select access.begin_visit(%s, 9998::smallint, %s, 'idporten-loa-high')",
            [lise, sha256(b"lises-besok").digest()],
        )


if __name__ == "__main__":
    django.setup()
    set_the_scene()

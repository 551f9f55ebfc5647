"""A document put in, read, marked with the mouse and without scripts, and given to the father: on a phone and a desktop.

Run as ``python -m tests.browser.test_documents`` with the environment of a builder, it sets the scene.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from io import BytesIO

import django
import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from oppvekst.ground.database import address, logins
from tests.browser.conftest import DESKTOP, PHONE, Open, axe, log_in, no_sideways_scroll
from tests.browser.living import ROOT, House
from tests.browser.test_desk_day import _moved_in, keep

pytestmark = pytest.mark.browser

KARI = "Kari Nesheim"
LINES = (
    "Referat fra samtale med Jenny på skolen.", "Jenny sier at hun er redd for far når han drikker.",
    "Kontaktlærer er bekymret.",
)  # fmt: skip


@pytest.fixture(scope="module")
def desk(house: House, desk_url: str) -> Iterator[str]:
    """The desk, with Jenny's case in it."""
    builder = {address.variable("owner"): house.server.url(logins.BUILDER, house.database)}
    subprocess.run(
        [sys.executable, "-m", __name__], env={**house.environment("owner"), **builder}, cwd=ROOT, check=True
    )
    yield desk_url


def case_of(house: House) -> str:
    found = house.ask(
        "SELECT c.id FROM cases_case c JOIN people_person p ON p.id = c.child_id WHERE p.given_name = 'Jenny'"
    )
    return f"/saker/{found[0][0]}/"


def drawn(page: Page) -> None:
    """The page of the document has come."""
    expect(page.locator(".op-leaf img")).to_have_js_property("complete", True)
    assert page.locator(".op-leaf img").evaluate("one => one.naturalWidth") > 100


def letter() -> dict[str, object]:
    out = BytesIO()
    page = Canvas(out)
    page.setFont("Helvetica", 13)
    for number, line in enumerate(LINES):
        page.drawString(72, 740 - 26 * number, line)
    page.save()
    return {"name": "referat fra skolen.pdf", "mimeType": "application/pdf", "buffer": out.getvalue()}


def test_from_the_letter_that_came_to_the_copy_that_was_given(house: House, desk: str, open_page: Open) -> None:
    page = open_page(size=DESKTOP)
    log_in(page, house, desk, KARI)
    case = f"{desk}{case_of(house)}"
    the_letter_is_put_in(page, case)
    the_father_asks_for_it(page, case)
    what_jenny_said_is_framed(page)
    the_copy_lacks_it(page)
    the_answer_is_written_down(page)


def the_letter_is_put_in(page: Page, case: str) -> None:
    page.goto(f"{case}dokumenter/")
    keep(page, "dokumenter-tom", "lys")
    page.get_by_role("link", name="Legg inn dokumenter").first.click()
    page.get_by_label("Filer").set_input_files([letter()])
    page.get_by_label("Fra eller til").fill("Solvik skole")
    keep(page, "dokument-ny", "lys")
    assert axe(page) == []
    page.get_by_role("button", name="Lagre i saken").click()
    expect(page.get_by_role("heading", name="referat fra skolen")).to_be_visible()
    expect(page.get_by_role("img", name="Side 1 av 1")).to_be_visible()
    drawn(page)
    keep(page, "dokument", "lys")
    assert axe(page) == []
    no_sideways_scroll(page)


def the_father_asks_for_it(page: Page, case: str) -> None:
    page.goto(f"{case}partsinnsyn/")
    page.get_by_role("link", name="Nytt krav").click()
    page.get_by_label("Hvem ber om innsyn?").select_option(label="Geir Moen, far")
    page.get_by_label("Hva bes det om?").fill("Alle dokumentene.")
    page.get_by_label("Noen av dem").check()
    assert axe(page) == []
    keep(page, "innsyn-ny", "lys")
    page.get_by_role("button", name="Registrer kravet").click()
    page.get_by_label("referat fra skolen").check()
    page.get_by_role("button", name="Ta med").click()
    expect(page.get_by_text("1 dokument er ikke avgjort.")).to_be_visible()
    keep(page, "innsyn-krav", "lys")
    assert axe(page) == []
    page.get_by_role("link", name="referat fra skolen").click()


def what_jenny_said_is_framed(page: Page) -> None:
    drawn(page)
    box = page.locator(".op-leaf img").bounding_box()
    assert box
    across, down = box["x"] + box["width"] * 0.1, box["y"] + box["height"] * 0.137
    page.mouse.move(across, down)
    page.mouse.down()
    page.mouse.move(across + box["width"] * 0.7, down + box["height"] * 0.03, steps=4)
    page.mouse.up()
    expect(page.get_by_label("En ramme på siden")).to_be_checked()
    page.get_by_label("Hjemmel", exact=True).select_option("bvl-12-6-2")
    page.get_by_label("Hvorfor gjelder den her?").first.fill("Far kan bli sint på Jenny.")
    keep(page, "unntak-tegnet", "lys")
    page.get_by_role("button", name="Unnta", exact=True).click()
    expect(page.get_by_text("En ramme på side 1", exact=True)).to_be_visible()
    drawn(page)
    keep(page, "unntak", "lys")
    assert axe(page) == []
    no_sideways_scroll(page)


def the_copy_lacks_it(page: Page) -> None:
    page.get_by_role("button", name="Lag utgaven og se den").click()
    drawn(page)
    keep(page, "utgave", "lys")
    assert axe(page) == []
    with page.expect_download() as kept:
        page.get_by_role("link", name="Last ned utgaven").click()
    text = PdfReader(kept.value.path()).pages[0].extract_text()
    assert "redd" not in text
    assert "Kontaktlærer" in text
    page.get_by_role("link", name="Tilbake for å merke mer").click()


def the_answer_is_written_down(page: Page) -> None:
    page.get_by_label("Gis delvis").check()
    page.get_by_role("button", name="Bestem").click()
    page.get_by_role("button", name="Besvar kravet").click()
    page.get_by_role("button", name="Skriv ned").click()
    expect(page.get_by_text("Det er skrevet ned hva som er gitt")).to_be_visible()
    keep(page, "innsyn-besvart", "lys")
    assert axe(page) == []


def test_words_are_withheld_on_a_phone_without_scripts(house: House, desk: str, open_page: Open) -> None:
    page = open_page(size=PHONE, scripts=False)
    log_in(page, house, desk, KARI)
    page.goto(f"{desk}{case_of(house)}partsinnsyn/nytt/")
    page.get_by_label("Hvem ber om innsyn?").select_option(label="Geir Moen, far")
    page.get_by_label("Hva bes det om?").fill("Referatet fra skolen.")
    page.get_by_role("button", name="Registrer kravet").click()
    page.get_by_role("link", name="notat").click()
    page.get_by_label("Ordene").fill("bestemor")
    page.get_by_label("Hjemmel", exact=True).select_option("fvl-19-2-b")
    page.get_by_label("Hvorfor gjelder den her?").first.fill("Bestemor ringte i fortrolighet.")
    page.get_by_role("button", name="Unnta", exact=True).click()
    expect(page.get_by_text("«bestemor»", exact=True)).to_be_visible()
    keep(page, "unntak-telefon", "lys")
    page.get_by_role("button", name=re.compile("Ta bort")).click()
    expect(page.get_by_text("Ingenting er unntatt.")).to_be_visible()


def set_the_scene() -> None:
    """Jenny's case, with her father and a note."""
    from django.core.files.uploadedfile import SimpleUploadedFile
    from django.utils import timezone

    from oppvekst.domain.cases import actions
    from oppvekst.domain.people.actions import Details
    from oppvekst.ground.access.models import Grant

    world, at = _moved_in(), timezone.now()
    with world.as_(KARI) as kari:
        jenny = Details(given_name="Jenny", family_name="Moen", birth_date=date(2014, 4, 9))
        case = actions.open_case(jenny, by=kari, at=at, reason=Grant.Reason.ASSIGNED)
        father = Details(given_name="Geir", family_name="Moen")
        actions.add_party(case.id, father, "father", by=kari, at=at, parental_responsibility=True, source="Mor")
        file = SimpleUploadedFile("notat.txt", b"Telefon fra bestemor. Hun er bekymret for Jenny.\n")
        actions.keep_document(case.id, file, actions.Said("note", at.date(), title="notat"), by=kari, at=at)


if __name__ == "__main__":
    django.setup()
    set_the_scene()

"""The pages of a case's documents: putting in, finding, reading, keeping, and saying it was a mistake."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from reportlab.pdfgen.canvas import Canvas

from oppvekst.domain.cases import actions
from oppvekst.domain.cases.models import Document
from oppvekst.domain.people.actions import Details
from oppvekst.ground.access.models import Grant
from oppvekst.ground.journal.models import Look
from tests.desk import TUESDAY, Come, opened_desk, questions, words
from tests.world import SOLVIK, World


@pytest.fixture
def desk(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Come:
    return opened_desk(world, settings, monkeypatch)


@pytest.fixture
def emil(world: World) -> UUID:
    with world.as_("Kari Nesheim") as kari:
        details = Details(given_name="Emil", family_name="Sunde", birth_date=date(2018, 3, 2))
        return actions.open_case(details, by=kari, at=TUESDAY, reason=Grant.Reason.ASSIGNED).id


def pdf(*lines: str) -> bytes:
    from io import BytesIO

    out = BytesIO()
    page = Canvas(out, invariant=1)
    for number, line in enumerate(lines):
        page.drawString(72, 760 - 20 * number, line)
    page.save()
    return out.getvalue()


def sent(name: str = "brev fra skolen.pdf", content: bytes = b"") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content or pdf("Emil er ofte trett."))


def put_in(desk: Come, emil: UUID, *files: Any, status: int = 302, **more: Any) -> str:
    given = {"kind": "received", "dated": "20.11.2026", "counterpart": "Solvik skole"} | more
    return desk("Kari Nesheim").send(f"/saker/{emil}/dokumenter/ny/", status, uploads=list(files), **given)


def test_a_case_without_documents_says_so_and_leads_to_putting_one_in(desk: Come, emil: UUID) -> None:
    page = desk("Kari Nesheim").see(f"/saker/{emil}/dokumenter/")
    assert "Ingen dokumenter ennå" in words(page)
    assert f"/saker/{emil}/dokumenter/ny/" in page


def test_a_document_is_put_in_and_stands_with_its_file_name_as_title(desk: Come, emil: UUID) -> None:
    put_in(desk, emil, sent())
    text = words(desk("Kari Nesheim").see(f"/saker/{emil}/dokumenter/"))
    assert re.search(r"brev fra skolen Mottatt fra Solvik skole, PDF, \d+ kB fredag 20. november", text)


def test_several_are_put_in_at_once_and_one_that_cannot_be_taken_stops_none_of_the_others(
    desk: Come, emil: UUID
) -> None:
    page = put_in(
        desk, emil, sent(), sent("program.pdf", b"MZ\x90\0" + bytes(90)), sent("to.txt", b"Notat"), status=422
    )
    text = words(page)
    assert "«program.pdf» er ikke av et slag vi tar imot" in text
    assert "Disse er lagret i saken brev fra skolen to" in text
    assert 'value="Solvik skole"' in page
    assert Document.objects.count() == 2


def test_a_form_without_a_file_keeps_what_was_typed(desk: Come, emil: UUID) -> None:
    page = put_in(desk, emil, status=422, title="Uttalelse", dated="31.12.2027")
    assert "Velg filen som skal inn i saken." in words(page)
    assert "Datoen kan ikke være etter" in words(page)
    assert 'value="Uttalelse"' in page


def test_the_page_shows_the_document_drawn_and_each_look_is_written_down(desk: Come, emil: UUID) -> None:
    put_in(desk, emil, sent())
    document = Document.objects.get()
    kari = desk("Kari Nesheim")
    page = kari.see(f"/saker/{emil}/dokumenter/{document.id}/")
    assert "Side 1 av 1" in page
    assert "Ikke undersøkt for virus" in words(page)
    picture = kari.client.get(f"/saker/{emil}/dokumenter/{document.id}/side/0.png")
    assert picture.content.startswith(b"\x89PNG")
    assert set(Look.objects.filter(subject=document.id).values_list("kind", flat=True)) == {"document", "document.page"}


def test_the_file_is_given_as_an_attachment_that_no_browser_runs(desk: Come, emil: UUID) -> None:
    put_in(desk, emil, sent(), title="Brev; filename=x.html")
    document = Document.objects.get()
    response = desk("Kari Nesheim").client.get(f"/saker/{emil}/dokumenter/{document.id}/fil/")
    assert b"".join(response.streaming_content) == pdf("Emil er ofte trett.")
    assert response["Content-Disposition"] == "attachment; filename*=UTF-8''Brev%3B%20filename%3Dx.html.pdf"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]
    assert "script" not in response["Content-Security-Policy"]
    assert response["Cache-Control"] == "no-store"
    assert Look.objects.filter(kind="document.file", subject=document.id).exists()


def test_what_cannot_be_drawn_is_said_to_be_so_and_can_be_kept(desk: Come, emil: UUID) -> None:
    put_in(desk, emil, sent("skade.pdf", b"%PDF-1.7 avbrutt"))
    text = words(desk("Kari Nesheim").see(f"/saker/{emil}/dokumenter/{Document.objects.get().id}/"))
    assert "Dokumentet lar seg ikke lese som sider" in text
    assert "Last ned" in text


def test_a_mistake_is_moved_among_the_mistakes_with_its_reason(desk: Come, emil: UUID) -> None:
    put_in(desk, emil, sent())
    kari, address = desk("Kari Nesheim"), f"/saker/{emil}/dokumenter/{Document.objects.get().id}/"
    assert "Skriv hva som er feil" in kari.send(f"{address}feil/", 422, reasons=" ")
    kari.send(f"{address}feil/", reasons="Gjelder et annet barn.")
    assert "Ingen dokumenter ennå" in words(kari.see(f"/saker/{emil}/dokumenter/"))
    assert "Gjelder et annet barn." in words(kari.see(f"/saker/{emil}/dokumenter/?vis=feilregistrerte"))
    assert "Feilregistrert Gjelder et annet barn." in words(kari.see(address))


def test_a_new_version_leads_from_the_old_one(desk: Come, emil: UUID) -> None:
    put_in(desk, emil, sent())
    first = Document.objects.get()
    put_in(desk, emil, sent("ny.pdf", pdf("Rettet.")), erstatter=str(first.id))
    kari = desk("Kari Nesheim")
    assert "Det finnes en nyere versjon" in words(kari.see(f"/saker/{emil}/dokumenter/{first.id}/"))
    newest = Document.objects.get(version=2)
    assert "Versjon 1" in words(kari.see(f"/saker/{emil}/dokumenter/{newest.id}/"))


def many(emil: UUID, number: int) -> None:
    kari = Grant.objects.filter(case_id=emil).values_list("staff_id", flat=True)[0]
    Document.objects.bulk_create(
        Document(
            municipality_id=SOLVIK, case_id=emil, title=f"Notat {place}", kind="note",
            dated=date(2026, 1, 1) + timedelta(place % 300),
            file_name="n.txt", form="txt", size=1, address=f"{place:064x}", written_by=kari, written_by_name="Kari",
            written_at=TUESDAY, scan="unscanned",
        )
        for place in range(number)
    )  # fmt: skip


def test_a_thousand_documents_are_paged_and_cost_no_more_questions_than_ten(desk: Come, emil: UUID) -> None:
    many(emil, 10)
    kari, address = desk("Kari Nesheim"), f"/saker/{emil}/dokumenter/"
    before = questions(kari, address)
    Document.objects.all()._raw_delete(Document.objects.db)
    many(emil, 1000)
    assert questions(kari, address) == before
    assert "Viser 1 til 50 av 1000" in words(kari.see(address))
    assert "Viser 951 til 1000 av 1000" in words(kari.see(f"{address}?side=20"))


def test_documents_are_sought_by_words_that_stand_in_no_address_and_leave_a_look(desk: Come, emil: UUID) -> None:
    many(emil, 1000)
    kari, address = desk("Kari Nesheim"), f"/saker/{emil}/dokumenter/"
    text = words(kari.send(address, 200, ord="notat 77"))
    assert "Viser 1 til 19 av 19" in text
    assert "Ingen dokumenter passer" in words(kari.send(address, 200, ord="finnes ikke"))
    assert Look.objects.filter(kind="document.search").values_list("terms", flat=True)[0] == "notat 77"


def test_a_colleague_without_the_case_finds_nothing_at_any_of_the_addresses(desk: Come, emil: UUID) -> None:
    put_in(desk, emil, sent())
    document = Document.objects.get()
    ola = desk("Ola Brandvold").client
    for rest in ("", f"{document.id}/", f"{document.id}/side/0.png", f"{document.id}/fil/"):
        assert ola.get(f"/saker/{emil}/dokumenter/{rest}").status_code == 404
    assert not Look.objects.filter(subject=document.id, actor=world_staff("Ola Brandvold")).exists()


def world_staff(name: str) -> UUID:
    from oppvekst.ground.access.models import Staff

    return Staff.objects.get(name=name).id

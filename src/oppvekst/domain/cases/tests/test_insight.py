"""Partsinnsyn: a father asks to see the file. What he may not see is withheld by the words of the law, and is not there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, connection, transaction
from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from oppvekst.domain.cases import actions
from oppvekst.domain.cases.desk.answer_letter import answer_letter
from oppvekst.domain.cases.models import Document, FileRequest, Handover, Mark, Party, Rendition
from oppvekst.domain.cases.queries.documents import content_of, made_copy
from oppvekst.domain.cases.queries.insight import get_rendition, renditions
from oppvekst.domain.people.actions import Details
from oppvekst.domain.people.models import Protection
from oppvekst.ground.access.models import Grant
from oppvekst.ground.agenda.models import Item
from oppvekst.ground.documents.tests.test_drawing import everything_in, text_of
from oppvekst.ground.journal.models import Entry
from oppvekst.law.refusals import Incomplete, NotAllowed, NotFound
from tests.desk import TUESDAY
from tests.world import World

DANGER, INVESTIGATION, HEALTH = "bvl-12-6-2", "bvl-12-6-3", "fvl-19-2-a"
LETTER = (
    "Samtale med Nora på skolen.",
    "Nora sa at far slår. Mor er innlagt på Solvik sykehus.",
    "Læreren er bekymret.",
)


def pdf(*lines: str) -> bytes:
    out = BytesIO()
    page = Canvas(out, invariant=1)
    for number, line in enumerate(lines):
        page.drawString(72, 760 - 20 * number, line)
    page.save()
    return out.getvalue()


@dataclass
class File:
    """Nora's case, with a letter and a note, and her father, who asks."""

    world: World
    case_id: UUID
    letter: UUID
    note: UUID
    father: UUID

    def ask(self, *, party: UUID | None = None, representative: str = "") -> FileRequest:
        asked = actions.Asked(
            party or self.father, date(2026, 11, 23), "letter", "Alle dokumenter i saken.", representative, "advokat"
        )
        with self.world.as_("Kari Nesheim") as kari:
            return actions.register_file_request(self.case_id, asked, by=kari, at=TUESDAY, everything=True)

    def of(self, request: FileRequest, document: UUID) -> Rendition:
        with self.world.as_("Kari Nesheim"):
            return renditions(request).get(document_id=document)

    def withhold(self, rendition: Rendition, ground: str = DANGER, *, runs: bool = False, **what: Any) -> Mark:
        withheld = actions.Withheld(ground, "Far kan gjengjelde mot Nora.", **what)
        with self.world.as_("Kari Nesheim") as kari:
            return actions.withhold(self.case_id, rendition.id, withheld, by=kari, at=TUESDAY, investigation_runs=runs)

    def decide(self, rendition: Rendition, outcome: str, *, runs: bool = False, **more: Any) -> Rendition:
        with self.world.as_("Kari Nesheim") as kari:
            if outcome != "refused":
                actions.make_copy(self.case_id, rendition.id, by=kari, at=TUESDAY)
            actions.decide(self.case_id, rendition.id, outcome, by=kari, at=TUESDAY, investigation_runs=runs, **more)
            return get_rendition(self.case_id, rendition.id)

    def answer(self, request: FileRequest) -> FileRequest:
        with self.world.as_("Kari Nesheim") as kari:
            return actions.answer_file_request(self.case_id, request.id, by=kari, at=TUESDAY)

    def give(self, request: FileRequest, to: str = "Tor Lie", **more: Any) -> list[Handover]:
        with self.world.as_("Kari Nesheim") as kari:
            return actions.give(self.case_id, request.id, to=to, way="paper", by=kari, at=TUESDAY, **more)

    def copy(self, rendition: Rendition) -> bytes:
        with self.world.as_("Kari Nesheim"):
            found = get_rendition(self.case_id, rendition.id)
            return b"".join(made_copy(found.document, found.address))


@pytest.fixture
def nora(world: World) -> File:
    with world.as_("Kari Nesheim") as kari:
        born = Details(given_name="Nora", family_name="Lie", birth_date=date(2016, 5, 4))
        case_id = actions.open_case(born, by=kari, at=TUESDAY, reason=Grant.Reason.ASSIGNED).id
        father = actions.add_party(
            case_id, Details(given_name="Tor", family_name="Lie"), Party.Part.FATHER, by=kari, at=TUESDAY,
            parental_responsibility=True,
        ).id  # fmt: skip
        said = actions.Said("note", date(2026, 11, 20))
        letter, note = (
            actions.keep_document(case_id, SimpleUploadedFile(name, content), said, by=kari, at=TUESDAY).id
            for name, content in (("samtale.pdf", pdf(*LETTER)), ("notat.txt", b"Telefon fra skolen. Alt i orden.\n"))
        )
    return File(world, case_id, letter, note, father)


def test_father_gets_the_file_without_what_nora_said_and_it_is_nowhere_in_his_copy(nora: File) -> None:
    request = nora.ask()
    letter, note = nora.of(request, nora.letter), nora.of(request, nora.note)
    nora.withhold(letter, words="Nora sa at far slår")
    nora.withhold(letter, HEALTH, words="Mor er innlagt på Solvik sykehus")
    nora.decide(letter, "part")
    nora.decide(note, "whole")
    nora.answer(request)
    given = nora.give(request)
    assert {(one.to_name, one.rendition.document.title, one.get_way_display()) for one in given} == {
        ("Tor Lie", "samtale", "på papir"), ("Tor Lie", "notat", "på papir"),
    }  # fmt: skip
    copy = nora.copy(letter)
    there = everything_in(copy)
    assert not [word for word in ("slår", "innlagt", "sykehus") if word in there]
    [page] = text_of(copy)
    assert "Samtale med Nora på skolen." in page
    assert "Læreren er bekymret." in page
    assert "Utgave til Tor Lie 24.11.2026, etter kravet om innsyn 23.11.2026." in page
    assert "Unntatt på denne siden: bvl § 12-6 (2); fvl § 19 (2) a." in page
    assert "Alt i orden." in text_of(nora.copy(note))[0]


def test_the_answer_is_written_with_paragraph_letter_and_appeal_and_never_with_what_is_withheld(nora: File) -> None:
    request = nora.ask()
    letter, note = nora.of(request, nora.letter), nora.of(request, nora.note)
    nora.withhold(letter, words="Nora sa at far slår")
    nora.decide(letter, "part")
    nora.decide(note, "refused", ground="fvl-19-2-b", reasons="Røper hvor Nora er.")
    asked = nora.answer(request)
    with nora.world.as_("Kari Nesheim"):
        made = answer_letter(asked, nora.world.solvik, at=TUESDAY)
    text = " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(made.pdf)).pages).split())
    assert "Regelen er barnevernsloven § 12-6 andre ledd." in text
    assert "Regelen er forvaltningsloven § 19 andre ledd bokstav b." in text
    assert "Klagen går til statsforvalteren" in text
    assert "innen tre uker" in text
    assert "en representant for deg" in text
    assert not re.search("slår|hvor Nora er", text)


def test_a_copy_never_tells_where_somebody_protected_lives_whatever_was_marked(nora: File) -> None:
    hidden = Details(
        given_name="Mona", family_name="Lie", address_lines=("Kaiveien 3",), postal_code="9991", place="Vestvik",
        protection=Protection.STRICT,
    )  # fmt: skip
    with nora.world.as_("Kari Nesheim") as kari:
        actions.add_party(nora.case_id, hidden, Party.Part.MOTHER, by=kari, at=TUESDAY)
        file = SimpleUploadedFile("referat.pdf", pdf("Mor bor nå i KAIVEIEN  3.", "Nora trives."))
        report = actions.keep_document(
            nora.case_id, file, actions.Said("note", date(2026, 11, 20)), by=kari, at=TUESDAY
        )
    copy = nora.of(nora.ask(), report.id)
    with nora.world.as_("Kari Nesheim") as kari, pytest.raises(NotAllowed, match="beskyttet adresse"):
        actions.make_copy(nora.case_id, copy.id, by=kari, at=TUESDAY)
    nora.withhold(copy, words="Mor bor nå i KAIVEIEN  3")
    nora.decide(copy, "part")
    assert "KAIVEIEN" not in everything_in(nora.copy(copy)).upper()


def test_the_original_is_as_it_was(nora: File) -> None:
    request = nora.ask()
    letter = nora.of(request, nora.letter)
    nora.withhold(letter, words="Nora sa at far slår")
    nora.decide(letter, "part")
    with nora.world.as_("Kari Nesheim"):
        assert b"".join(content_of(Document.objects.get(id=nora.letter))) == pdf(*LETTER)


def test_the_journal_tells_who_got_what_and_never_what_was_withheld(nora: File) -> None:
    request = nora.ask()
    letter, note = nora.of(request, nora.letter), nora.of(request, nora.note)
    nora.withhold(letter, words="Nora sa at far slår")
    nora.decide(letter, "part")
    nora.decide(note, "refused", ground=DANGER, reasons="Røper hvor Nora er.")
    nora.answer(request)
    nora.give(request)
    told = list(Entry.objects.filter(case_id=nora.case_id).values_list("says", flat=True))
    assert "Tor Lie ba om innsyn mandag 23. november 2026." in told
    assert "En opplysning i «samtale» ble unntatt: bvl § 12-6 (2)." in told
    assert "Innsyn i «notat» avslås (bvl § 12-6 (2))." in told
    assert "Kravet om innsyn ble besvart: 0 gis helt, 1 gis delvis, 1 avslås." in told
    assert "Tor Lie fikk 1 dokumenter på papir." in told
    assert not [line for line in told if re.search("slår|hvor Nora er", line)]


def test_a_refusal_names_the_section_its_paragraph_and_letter(nora: File) -> None:
    rendition = nora.of(nora.ask(), nora.note)
    nora.decide(rendition, "refused", ground="fvl-19-1-d", reasons="Av hensyn til fars helse.")
    from oppvekst.domain.cases.queries.insight import grounds_of

    with nora.world.as_("Kari Nesheim"):
        [ground] = grounds_of(get_rendition(nora.case_id, rendition.id))
    assert ground.words == "forvaltningsloven § 19 første ledd bokstav d"


def test_a_refusal_without_a_reason_or_with_a_ground_the_law_does_not_have_is_refused(nora: File) -> None:
    rendition = nora.of(nora.ask(), nora.note)
    with pytest.raises(Incomplete, match="hvorfor"):
        nora.decide(rendition, "refused", ground=DANGER)
    with pytest.raises(NotAllowed, match="Andre grunner gir loven ikke"):
        nora.decide(rendition, "refused", ground="vi-vil-ikke", reasons="Fordi.")


def test_what_would_hinder_the_investigation_is_withheld_only_while_it_runs(nora: File) -> None:
    rendition = nora.of(nora.ask(), nora.letter)
    nora.withhold(rendition, INVESTIGATION, runs=True, words="bekymret")
    with pytest.raises(NotAllowed, match="så lenge undersøkelsen pågår") as refusal:
        nora.withhold(rendition, INVESTIGATION, runs=False, words="Læreren")
    assert str(refusal.value.citation) == "bvl § 12-6 (3)"


def test_a_child_under_fifteen_who_is_party_gets_nothing_confidential(nora: File) -> None:
    with nora.world.as_("Kari Nesheim"):
        child = Party.objects.get(case_id=nora.case_id, part=Party.Part.CHILD).id
    rendition = nora.of(nora.ask(party=child), nora.note)
    with pytest.raises(Incomplete, match="under 15 år") as refusal:
        nora.decide(rendition, "whole")
    assert str(refusal.value.citation) == "fvl § 18 (1)"
    assert nora.decide(rendition, "whole", not_confidential=True).outcome == "whole"


def test_the_ground_for_the_young_is_no_ground_against_a_parent(nora: File) -> None:
    with pytest.raises(NotAllowed, match="fylt 15"):
        nora.withhold(nora.of(nora.ask(), nora.letter), "fvl-18-1", words="Læreren")


def test_an_internal_document_is_withheld_whole_or_not_by_that_ground(nora: File) -> None:
    with pytest.raises(NotAllowed, match="hele dokumentet"):
        nora.withhold(nora.of(nora.ask(), nora.letter), "fvl-18-a", words="Læreren")


def test_the_hold_back_stops_everything_that_would_be_given(nora: File) -> None:
    request = nora.ask()
    for document in (nora.letter, nora.note):
        nora.decide(nora.of(request, document), "whole")
    nora.answer(request)
    with nora.world.as_("Kari Nesheim") as kari:
        actions.hold(nora.case_id, "Politiet har ikke avhørt ennå.", by=kari, at=TUESDAY)
    with pytest.raises(NotAllowed, match="Kari Nesheim eier sperren"):
        nora.give(request)
    assert not Handover.objects.exists()


def test_a_representative_who_asks_gets_what_the_party_does_not_and_the_party_never(nora: File) -> None:
    request = nora.ask(representative="Advokat Berg")
    letter, note = nora.of(request, nora.letter), nora.of(request, nora.note)
    nora.withhold(letter, words="Nora sa at far slår")
    nora.decide(letter, "part")
    nora.decide(note, "whole")
    nora.answer(request)
    [given] = nora.give(request, "Advokat Berg", withheld_too=True)
    assert (given.rendition_id, given.withheld_too) == (letter.id, True)


def test_without_a_representative_or_with_another_ground_what_is_withheld_stays_withheld(nora: File) -> None:
    request = nora.ask(representative="Advokat Berg")
    letter, note = nora.of(request, nora.letter), nora.of(request, nora.note)
    nora.withhold(letter, HEALTH, words="Mor er innlagt på Solvik sykehus")
    nora.decide(letter, "part")
    nora.decide(note, "whole")
    nora.answer(request)
    with pytest.raises(NotAllowed, match="rett til å se det"):
        nora.give(request, "Advokat Berg", withheld_too=True)
    alone = nora.ask()
    for document in (nora.letter, nora.note):
        nora.decide(nora.of(alone, document), "whole")
    nora.answer(alone)
    with pytest.raises(NotAllowed, match="ingen representant"):
        nora.give(alone, withheld_too=True)


def test_nothing_is_given_before_every_document_is_decided(nora: File) -> None:
    request = nora.ask()
    nora.decide(nora.of(request, nora.note), "whole")
    with pytest.raises(NotAllowed, match="1 av 2 dokumenter er ikke avgjort"):
        nora.answer(request)
    with pytest.raises(NotAllowed, match="ikke besvart"):
        nora.give(request)


def test_an_answer_stands_also_against_sql(nora: File) -> None:
    request = nora.ask()
    for document in (nora.letter, nora.note):
        nora.decide(nora.of(request, document), "whole")
    nora.answer(request)
    with pytest.raises(NotAllowed, match="svaret står"):
        nora.withhold(nora.of(request, nora.letter), words="Læreren")
    with nora.world.as_("Kari Nesheim"):
        for statement in (
            "update cases_filerequest set answered_at = null", "update cases_rendition set outcome = 'refused'",
            "delete from cases_handover", "update cases_handover set to_name = 'x'",
        ):  # fmt: skip
            with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(statement)


def test_a_mark_that_finds_nothing_is_refused_since_it_would_look_like_safety(nora: File) -> None:
    rendition = nora.of(nora.ask(), nora.letter)
    with pytest.raises(Incomplete, match="Vi finner ikke «Hemsedal»"):
        nora.withhold(rendition, words="Hemsedal")
    with pytest.raises(Incomplete, match="ikke så mange sider"):
        nora.withhold(rendition, page=7)


def test_a_copy_made_before_a_new_mark_is_never_given(nora: File) -> None:
    rendition = nora.of(nora.ask(), nora.letter)
    nora.decide(rendition, "whole")
    nora.withhold(rendition, words="Læreren")
    with nora.world.as_("Kari Nesheim"):
        found = get_rendition(nora.case_id, rendition.id)
    assert (found.address, found.outcome) == ("", "")


def test_a_mark_is_taken_away_and_kept_with_the_moment(nora: File) -> None:
    rendition = nora.of(nora.ask(), nora.letter)
    mark = nora.withhold(rendition, page=0, frame=(0.1, 0.05, 0.9, 0.2))
    with nora.world.as_("Kari Nesheim") as kari:
        actions.let_go(nora.case_id, rendition.id, mark.id, by=kari, at=TUESDAY)
    assert Mark.objects.get().removed_at == TUESDAY
    assert nora.decide(rendition, "whole").outcome == "whole"


def test_what_is_withheld_from_one_is_not_withheld_from_another_of_itself(nora: File) -> None:
    """Before the tribunal, and for the other parent, other limits hold (bvl § 14-6): each request starts anew."""
    first, second = nora.ask(), nora.ask()
    nora.withhold(nora.of(first, nora.letter), words="Læreren")
    assert not Mark.objects.filter(rendition=nora.of(second, nora.letter)).exists()


def test_a_picture_of_a_page_is_cut_by_frames(nora: File) -> None:
    rendition = nora.of(nora.ask(), nora.letter)
    nora.withhold(rendition, page=0, frame=(0.0, 0.108, 1.0, 0.13))
    nora.decide(rendition, "part")
    text = " ".join(PdfReader(BytesIO(nora.copy(rendition))).pages[0].extract_text().split())
    assert "slår" not in text
    assert "Samtale med Nora på skolen." in text


def test_the_request_stands_on_the_agenda_until_it_is_answered(nora: File) -> None:
    request = nora.ask()
    assert Item.objects.get(subject=request.id).open
    for document in (nora.letter, nora.note):
        nora.decide(nora.of(request, document), "whole")
    nora.answer(request)
    assert not Item.objects.get(subject=request.id).open


@pytest.mark.parametrize("name", ["Ola Brandvold", "Siri Nordli", "Bjørn Haugli"])
def test_whoever_has_not_the_case_sees_no_request_no_mark_and_no_copy(nora: File, name: str) -> None:
    rendition = nora.of(nora.ask(), nora.letter)
    nora.withhold(rendition, words="Læreren")
    with nora.world.as_(name):
        with pytest.raises(NotFound):
            get_rendition(nora.case_id, rendition.id)
        for model in (FileRequest, Rendition, Mark, Handover):
            try:
                with transaction.atomic():
                    assert not model.objects.exists()
            except DatabaseError as refused:
                assert "permission denied" in str(refused)

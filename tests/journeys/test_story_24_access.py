"""Story 24: the father's access and the protected source (stories.md 24)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import Any
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from PIL import Image
from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from oppvekst.domain.cases import actions as cases
from oppvekst.domain.cases.desk.answer_letter import answer_letter
from oppvekst.domain.cases.models import Document, FileRequest, Handover, Mark, Party, Rendition
from oppvekst.domain.cases.queries.documents import made_copy
from oppvekst.domain.cases.queries.insight import get_file_request, get_rendition, grounds_of, renditions
from oppvekst.domain.concerns import actions as concerns
from oppvekst.domain.concerns.rules.message import Anonymity, ConcernMessage, ReportedChild, Said, Sender, Who
from oppvekst.domain.investigations.actions import open_investigation
from oppvekst.domain.people.actions import Details
from oppvekst.faces.mypage.levels import HIGH
from oppvekst.ground.access import visits
from oppvekst.ground.agenda.models import Item
from oppvekst.ground.agenda.worklist import items_of
from oppvekst.ground.database.acting import acting
from oppvekst.ground.documents.tests.near import near
from oppvekst.ground.documents.tests.test_drawing import everything_in, text_of
from oppvekst.ground.journal.models import Entry
from oppvekst.law.calendar import OSLO
from oppvekst.law.identity import Sex, synthetic
from oppvekst.law.refusals import NotAllowed
from tests.desk import Come, opened_desk, words
from tests.world import SOLVIK, World

SUNDAY = datetime(2026, 9, 27, 20, 5, tzinfo=OSLO)
OPENED = datetime(2026, 10, 2, 10, 0, tzinfo=OSLO)
ASKED = datetime(2026, 11, 2, 9, 0, tzinfo=OSLO)
FRIDAY = datetime(2026, 11, 6, 13, 0, tzinfo=OSLO)
AFTER = datetime(2027, 1, 5, 9, 0, tzinfo=OSLO)

KIMS_NUMBER = synthetic(date(1984, 6, 3), Sex.MALE)
GRANDMOTHER = Sender(
    who=Who.FAMILY, anonymity=Anonymity.SERVICE_ONLY, name="Aud Berntsen", phone="00 00 24 24", relation="mormor"
)
MESSAGE = ConcernMessage(
    channel="portal", sender=GRANDMOTHER, danger="no",
    children=(ReportedChild(name="Ylva Holm", birth_date=date(2017, 2, 11)),),
    said=(Said("worry", "Jeg henter Ylva på tirsdager. Hun gråter i bilen."),),
)  # fmt: skip
CALL = (
    "Telefonnotat. Ringte fra 00 00 24 24, tirsdag klokka 20.05.",
    "Aud Berntsen, mormor, henter Ylva på tirsdager.",
    "Ylva virker sulten og trett.",
)
TALK = (
    "Samtale med Ylva på skolen.",
    "Mor har vært innlagt for depresjon.",
    "Ylva fortalte om frokosten hjemme.",
    "Ikke si det til pappa, sa Ylva.",
    "Avhøret på Barnehuset er bestilt til uke 47.",
)
GIVES_AWAY = ("Aud", "Berntsen", "mormor", "tirsdag", "00 00 24 24", "20.05", "20:05")
DANGER, HINDERS, HEALTH, OTHERS = "bvl-12-6-2", "bvl-12-6-3", "fvl-19-2-a", "fvl-19-2-b"


def pdf(*lines: str) -> bytes:
    out = BytesIO()
    page = Canvas(out, invariant=1)
    page.setTitle("Telefon fra mormor")
    page.setAuthor("Aud Berntsen")
    for number, line in enumerate(lines):
        page.drawString(72, 760 - 20 * number, line)
    page.save()
    return out.getvalue()


def handwriting() -> bytes:
    out = BytesIO()
    Image.effect_noise((420, 300), 60).convert("RGB").save(out, "PNG")
    return out.getvalue()


@dataclass
class File:
    """Ylva's case at Kari's: the worry, a phone note, a talk with Ylva, and a letter in the grandmother's hand."""

    world: World
    concern: UUID
    case_id: UUID
    kim: Party
    mother: Party
    documents: dict[str, UUID]

    def ask(self, party: Party, *, representative: str = "", at: datetime = ASKED) -> FileRequest:
        asked = cases.Asked(
            party.id,
            at.date(),
            "digital",
            "Alle dokumentene i saken.",
            representative,
            "advokat" * bool(representative),
        )
        with self.world.as_("Kari Nesheim") as kari:
            return cases.register_file_request(self.case_id, asked, by=kari, at=at, everything=True)

    def of(self, request: FileRequest, name: str) -> Rendition:
        with self.world.as_("Kari Nesheim"):
            return renditions(request).get(document_id=self.documents[name])

    def withhold(self, rendition: Rendition, ground: str, *texts: str, runs: bool = True) -> None:
        with self.world.as_("Kari Nesheim") as kari:
            for text in texts:
                withheld = cases.Withheld(ground, "Spurt og vurdert.", words=text)
                cases.withhold(self.case_id, rendition.id, withheld, by=kari, at=FRIDAY, investigation_runs=runs)

    def decide(self, rendition: Rendition, outcome: str, **more: Any) -> Rendition:
        with self.world.as_("Kari Nesheim") as kari:
            if outcome != "refused":
                cases.make_copy(self.case_id, rendition.id, by=kari, at=FRIDAY)
            cases.decide(self.case_id, rendition.id, outcome, by=kari, at=FRIDAY, investigation_runs=True, **more)
            return get_rendition(self.case_id, rendition.id)

    def copy(self, rendition: Rendition) -> bytes:
        with self.world.as_("Kari Nesheim"):
            found = get_rendition(self.case_id, rendition.id)
            return b"".join(made_copy(found.document, found.address))

    def kims(self, *, representative: str = "") -> FileRequest:
        """Gone through, decided and answered on Friday 6 November."""
        request = self.ask(self.kim, representative=representative)
        call, talk, hand = (self.of(request, name) for name in ("call", "talk", "hand"))
        self.withhold(call, DANGER, "Ringte fra 00 00 24 24, tirsdag klokka 20.05", CALL[1])
        self.withhold(talk, HEALTH, TALK[1])
        self.withhold(talk, OTHERS, TALK[3])
        self.withhold(talk, HINDERS, TALK[4])
        self.decide(call, "part", called="Telefonnotat")
        self.decide(talk, "part")
        self.decide(hand, "refused", ground=DANGER, reasons="Håndskriften er hennes.", called="Brev")
        with self.world.as_("Kari Nesheim") as kari:
            return cases.answer_file_request(self.case_id, request.id, by=kari, at=FRIDAY)

    def give(self, request: FileRequest, to: str = "Kim Holm", **more: Any) -> list[Handover]:
        with self.world.as_("Kari Nesheim") as kari:
            return cases.give(self.case_id, request.id, to=to, way="digital", by=kari, at=FRIDAY, **more)

    def letter(self, request: FileRequest) -> str:
        with self.world.as_("Kari Nesheim"):
            made = answer_letter(get_file_request(self.case_id, request.id), self.world.solvik, at=FRIDAY)
        return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(made.pdf)).pages).split())


@pytest.fixture(autouse=True)
def drawn_here(monkeypatch: pytest.MonkeyPatch) -> None:
    near(monkeypatch)


@pytest.fixture
def ylva(world: World) -> File:
    with world.at_portal() as grandmother:
        (concern_id,) = concerns.receive(MESSAGE, by=grandmother, at=SUNDAY).concerns
    with world.as_("Kari Nesheim") as kari:
        assert kari.staff_id
        concerns.assess_immediate(concern_id, False, "Trygg på skolen.", by=kari, at=SUNDAY)
        concerns.take(concern_id, by=kari, at=OPENED)
        child = Details(given_name="Ylva", family_name="Holm", birth_date=date(2017, 2, 11))
        case = concerns.register_child(concern_id, child, by=kari, at=OPENED)
        open_investigation(concern_id, reasons="Omsorgen.", responsible=kari.staff_id, by=kari, at=OPENED)
        father = Details(given_name="Kim", family_name="Holm", number=KIMS_NUMBER, environment="test")
        kim = cases.add_party(case.id, father, Party.Part.FATHER, by=kari, at=OPENED, parental_responsibility=True)
        mother = cases.add_party(
            case.id, Details(given_name="Else", family_name="Berntsen"), Party.Part.MOTHER, by=kari, at=OPENED,
            parental_responsibility=True, lives_with_child=True,
        )  # fmt: skip
        kept = {
            name: cases.keep_document(
                case.id, SimpleUploadedFile(file, content), cases.Said("note", date(2026, 10, 20)), by=kari, at=OPENED
            ).id
            for name, file, content in (
                ("call", "Telefon fra mormor tirsdag.pdf", pdf(*CALL)),
                ("talk", "Samtale.pdf", pdf(*TALK)),
                ("hand", "brev fra Aud.png", handwriting()),
            )
        }
    return File(world, concern_id, case.id, kim, mother, kept)


@pytest.fixture
def desk(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Come:
    return opened_desk(world, settings, monkeypatch, at=FRIDAY)


# 1. He asks


def test_the_investigation_runs_until_the_fourth_of_january(ylva: File) -> None:
    with ylva.world.as_("Kari Nesheim"):
        assert Item.objects.get(rule="D11").due == date(2027, 1, 4)


def test_kim_asks_on_monday_and_it_stands_on_karis_agenda(ylva: File) -> None:
    # The room where he asks at My page by himself does not exist yet: Kari registers what came digitally.
    request = ylva.ask(ylva.kim)
    with ylva.world.as_("Kari Nesheim") as kari:
        (task,) = items_of(request.id)
        assert (task.assignee, task.open, task.start) == (kari.staff_id, True, date(2026, 11, 2))
        assert renditions(request).count() == 3


@pytest.mark.parametrize("stranger", ["Ola Brandvold", "Siri Tveito", "Siri Nordli"])
def test_a_colleague_sees_neither_the_request_nor_the_marks_nor_the_file_by_any_way(ylva: File, stranger: str) -> None:
    ylva.give(ylva.kims())
    with ylva.world.as_(stranger):
        for model in (FileRequest, Rendition, Mark, Handover, Document):
            assert not model.objects.exists(), model
        for table in ("filerequest", "rendition", "mark", "handover", "document"):
            assert counted(f"select count(*) from cases_{table}") == 0, table


def counted(statement: str, *values: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return int(cursor.fetchone()[0])


# 2 and 3. Part by part, with its ground


def test_each_part_has_its_own_ground_to_paragraph_and_letter(ylva: File) -> None:
    request = ylva.kims()
    with ylva.world.as_("Kari Nesheim"):
        found = {ground.words for one in renditions(request) for ground in grounds_of(one)}
    assert found == {
        "barnevernsloven § 12-6 andre ledd", "barnevernsloven § 12-6 tredje ledd",
        "forvaltningsloven § 19 andre ledd bokstav a", "forvaltningsloven § 19 andre ledd bokstav b",
    }  # fmt: skip


def test_what_could_prevent_the_investigation_is_given_when_it_is_over(ylva: File, desk: Come) -> None:
    request = ylva.kims()
    with ylva.world.as_("Kari Nesheim") as kari:
        again = items_of(request.id).get(rule="file-request-again")
        assert (again.open, again.assignee, again.law) == (True, kari.staff_id, "bvl § 12-6 (3)")
        assert again.due == date(2027, 1, 4)
    assert "Gi det som ble unntatt" in words(desk("Kari Nesheim").see("/min-dag/"))
    with pytest.raises(NotAllowed, match="så lenge undersøkelsen pågår"):
        ylva.withhold(ylva.of(ylva.ask(ylva.kim, at=AFTER), "talk"), HINDERS, TALK[4], runs=False)
    # Answered anew, the task is done.
    ylva.kims()
    assert not Item.objects.filter(subject=request.id, open=True).exists()


# 4. What gives her away without her name


def test_kari_is_shown_what_reveals_the_grandmother(ylva: File, desk: Come) -> None:
    request = ylva.ask(ylva.kim)
    call = ylva.of(request, "call")
    text = words(desk("Kari Nesheim").see(f"/saker/{ylva.case_id}/partsinnsyn/{request.id}/{call.id}/"))
    shown = text.split("Kan røpe noen")[1].split("Unntatt")[0]
    for trace in ("mormor", "tirsdag", "00 00 24 24", "20.05", "henter", "Telefon fra mormor tirsdag"):
        assert trace in shown, trace
    hand = ylva.of(request, "hand")
    text = words(desk("Kari Nesheim").see(f"/saker/{ylva.case_id}/partsinnsyn/{request.id}/{hand.id}/"))
    assert "Siden er et bilde uten tekst" in text
    assert "håndskrift" in text


def test_a_name_of_the_document_that_says_what_is_withheld_is_not_told(ylva: File) -> None:
    request = ylva.ask(ylva.kim)
    call = ylva.of(request, "call")
    ylva.withhold(call, DANGER, "mormor")
    with pytest.raises(NotAllowed, match="Navnet på dokumentet"):
        ylva.decide(call, "part")
    assert ylva.decide(call, "part", called="Telefonnotat").called == "Telefonnotat"


# 5. His copy, and the refusal


def test_kims_copies_are_truly_without_the_grandmother(ylva: File) -> None:
    request = ylva.kims()
    copies = [ylva.copy(ylva.of(request, name)) for name in ("call", "talk")]
    for copy in copies:
        there = everything_in(copy).lower()
        for secret in (*GIVES_AWAY, "depresjon", "ikke si det", "barnehuset"):
            assert secret.lower() not in there, secret
    [call], [talk] = map(text_of, copies)
    assert "Ylva virker sulten og trett." in call
    assert "Unntatt på denne siden: bvl § 12-6 (2)." in call
    assert "Ylva fortalte om frokosten hjemme." in talk


def test_the_refusal_is_written_exactly_free_of_charge_and_names_nobody(ylva: File) -> None:
    text = ylva.letter(ylva.kims())
    for told in (
        "Regelen er barnevernsloven § 12-6 andre ledd.", "Regelen er forvaltningsloven § 19 andre ledd bokstav b.",
        "Klagen går til statsforvalteren", "Kopiene er gratis", "Telefonnotat",
    ):  # fmt: skip
        assert told in text, told
    for secret in (*GIVES_AWAY, "Telefon fra", "Håndskriften", "depresjon"):
        assert secret not in text, secret


def test_notified_on_the_sixth_he_may_appeal_until_friday_the_27th(ylva: File, desk: Come) -> None:
    request = ylva.kims()
    ylva.give(request)
    text = words(desk("Kari Nesheim").see(f"/saker/{ylva.case_id}/partsinnsyn/{request.id}/"))
    assert "kan klage til og med fredag 27. november" in text


# 6. What he may use it for, and his lawyer


def test_he_is_told_what_he_may_use_it_for_and_that_his_lawyer_may_know(ylva: File) -> None:
    text = ylva.letter(ylva.kims(representative="Advokat Moe"))
    assert "bare bruke så langt det trengs for å ivareta interessene dine i saken" in text
    assert "en representant for deg, for eksempel en advokat, rett til å få vite det" in text


def test_the_lawyer_gets_what_only_the_danger_withheld_and_kim_does_not(ylva: File) -> None:
    request = ylva.kims(representative="Advokat Moe")
    given = ylva.give(request, "Advokat Moe", withheld_too=True)
    # The talk is withheld by her health too, and no representative is owed that: it does not go out whole.
    assert {one.rendition.document_id for one in given} == {ylva.documents["call"], ylva.documents["hand"]}
    with pytest.raises(NotAllowed, match="ingen representant"):
        ylva.give(ylva.kims(), withheld_too=True)


# 7. The grandmother


def test_before_she_chooses_the_grandmother_is_told_that_a_tribunal_case_may_end_the_protection(
    client: Any, world: World, settings: Any
) -> None:
    settings.FACE, settings.ROOT_URLCONF = "portal", "oppvekst.faces.portal.urls"
    from django.template.loader import render_to_string

    told = words(render_to_string("concerns/portal/_anonymity.html"))
    assert "Blir det en sak for barneverns- og helsenemnda, kan vi ikke love det." in told


# 8. The log


def test_the_log_says_what_went_to_whom_when_and_which_version(ylva: File) -> None:
    request = ylva.kims()
    ylva.give(request)
    with ylva.world.as_("Kari Nesheim"):
        given = Handover.objects.order_by("rendition__document__title")
        assert {(one.to_name, one.given_at, one.given_by_name) for one in given} == {
            ("Kim Holm", FRIDAY, "Kari Nesheim")
        }
        assert all(one.rendition.address and one.rendition.document.version == 1 for one in given)
        assert all(Mark.objects.filter(rendition=one.rendition).exists() for one in given)
    told = " ".join(Entry.objects.filter(case_id=ylva.case_id).values_list("says", flat=True))
    assert "Kim Holm fikk 2 dokumenter trygg digital post." in told
    assert not [secret for secret in ("Berntsen, mormor", "depresjon", "pappa") if secret in told]


def test_mother_gets_another_copy_with_other_marks(ylva: File) -> None:
    kims = ylva.kims()
    hers = ylva.ask(ylva.mother)
    talk = ylva.of(hers, "talk")
    ylva.withhold(talk, HINDERS, TALK[4])
    ylva.decide(talk, "part")
    copy, his = everything_in(ylva.copy(talk)), everything_in(ylva.copy(ylva.of(kims, "talk")))
    assert "depresjon" in copy and "depresjon" not in his
    assert "Utgave til Else Berntsen" in text_of(ylva.copy(talk))[0]


def test_kims_page_shows_him_nothing_of_what_is_not_shared(ylva: File, client: Any, settings: Any) -> None:
    # Her own words and that he has asked: Ylva's page (9 years, no party) does not exist yet.
    with ylva.world.as_("Kari Nesheim") as kari:
        cases.open_my_page(ylva.case_id, ylva.kim.person_id, by=kari, at=ASKED)
    ylva.kims()
    with acting("mypage"):
        token = visits.start(KIMS_NUMBER, municipality=SOLVIK, level=HIGH)
    with acting("mypage", token):
        assert counted("select count(id) from cases_mypage") == 1
        for table in ("cases_filerequest", "cases_rendition", "cases_mark", "cases_document", "concerns_enquiry"):
            with connection.cursor() as cursor:
                cursor.execute("SELECT has_any_column_privilege(current_user, %s, 'SELECT')", [table])
                assert cursor.fetchone() == (False,), table


# 9. Before the tribunal


def test_the_marks_of_one_request_are_not_carried_over_to_another(ylva: File) -> None:
    """Before the tribunal § 14-6 would decide: nothing that was withheld here is withheld there by itself."""
    ylva.kims()
    anew = ylva.ask(ylva.kim, at=AFTER)
    with ylva.world.as_("Kari Nesheim"):
        assert not Mark.objects.filter(rendition__request=anew).exists()
        assert {one.outcome for one in renditions(anew)} == {""}

"""A party's access to the file: asked for, gone through document by document, answered and given (bvl § 12-6; fvl §§ 18-21)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

from oppvekst.domain.cases.models import Document, FileRequest, Mark, Party, Rendition
from oppvekst.domain.cases.queries import get_case, get_document, reveals, somebody_is_protected
from oppvekst.domain.cases.queries.documents import whole_content
from oppvekst.domain.cases.queries.insight import (
    cuts_of,
    get_file_request,
    get_rendition,
    grounds_of,
    is_young,
    marks_of,
    renditions,
)
from oppvekst.domain.cases.rules.insight import must_hold, to_be_looked_at_again
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.agenda.models import Item
from oppvekst.ground.agenda.planned import Planned, Subject, settle
from oppvekst.ground.documents import drawing, vault
from oppvekst.ground.documents.kinds import KINDS
from oppvekst.ground.documents.sealed import PIECE
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import in_words, oslo_date
from oppvekst.law.citation import bvl, fvl
from oppvekst.law.refusals import Incomplete, NotAllowed

LAW = "bvl § 12-6; fvl §§ 18-21"
ANSWER_WITHIN = timedelta(weeks=1)
OUTCOME = Rendition.Outcome
AGAIN = "file-request-again"


@dataclass(frozen=True)
class Asked:
    """Who asks to see what."""

    party: UUID
    asked_on: date
    channel: str
    wanted: str
    representative: str = ""
    representative_is: str = ""


@dataclass(frozen=True)
class Withheld:
    """Something to withhold: words, a frame on a page (parts of its width and height), or a page."""

    ground: str
    reasons: str
    words: str = ""
    page: int | None = None
    frame: tuple[float, float, float, float] | None = None


def register_file_request(
    case_id: UUID, asked: Asked, *, by: Actor, at: datetime, everything: bool = False
) -> FileRequest:
    """Somebody asks to see the file. ``everything``: each document there is now is to be gone through (fvl § 18)."""
    with act("file_request.registered", by=by, at=at, right="file.answer", law=LAW) as entry:
        case = get_case(case_id)
        party = Party.objects.filter(case=case, id=asked.party, valid_to=None).select_related("person").first()
        if party is None:
            raise Incomplete({"party": "Velg hvem i saken som ber om innsyn."})
        request = FileRequest.objects.create(
            id=uuid4(), municipality_id=by.municipality, case=case, party=party, asked_on=asked.asked_on,
            channel=asked.channel, wanted=asked.wanted.strip(), representative=asked.representative.strip(),
            representative_is=asked.representative_is.strip(), written_by_name=by.name, written_at=at,
        )  # fmt: skip
        if everything:
            _include(request, Document.objects.filter(case=case, wrong_at=None).values_list("id", flat=True))
        _settle(request, assignee=by.person)
        through = f" ved {request.representative}" if request.representative else ""
        entry.about(
            request.id, case_id=case.id, says=f"{party.person.name}{through} ba om innsyn {in_words(asked.asked_on)}."
        )
    return request


def include_document(case_id: UUID, request_id: UUID, document_id: UUID, *, by: Actor, at: datetime) -> None:
    """Take one more document into what is to be answered."""
    with act("file_request.extended", by=by, at=at, right="file.answer", law=LAW) as entry:
        request = _open(case_id, request_id)
        document = get_document(case_id, document_id)
        if renditions(request).filter(document=document).exists():
            raise NotAllowed("Dokumentet er allerede med.")
        _include(request, [document.id])
        entry.about(request.id, case_id=case_id, says=f"«{document.title}» ble tatt med i kravet om innsyn.")


def withhold(
    case_id: UUID, rendition_id: UUID, withheld: Withheld, *, by: Actor, at: datetime, investigation_runs: bool
) -> Mark:
    """Mark something that the party may not see, with the words of the law that say so (bvl § 12-6; fvl § 19)."""
    _refuse_unreasoned(withheld)
    with act("insight.withheld", by=by, at=at, right="file.answer", law=LAW) as entry:
        rendition = _undecided(case_id, rendition_id)
        ground = must_hold(
            withheld.ground,
            investigation_runs=investigation_runs,
            young=is_young(rendition.request, today=oslo_date(at)),
        )
        _refuse_nowhere(rendition.document, withheld)
        x0, y0, x1, y1 = withheld.frame or (None, None, None, None)
        mark = Mark.objects.create(
            id=uuid4(), municipality_id=rendition.municipality_id, case_id=case_id, rendition=rendition,
            words=" ".join(withheld.words.split()), page=withheld.page, x0=x0, y0=y0, x1=x1, y1=y1, ground=ground.code,
            reasons=withheld.reasons.strip(), written_by_name=by.name, written_at=at,
        )  # fmt: skip
        _forget_copy(rendition)
        # What is withheld is not in the journal: the party may ask to see that too.
        entry.about(
            rendition.id,
            case_id=case_id,
            says=f"En opplysning i «{rendition.document.title}» ble unntatt: {ground.short}.",
        )
    return mark


def let_go(case_id: UUID, rendition_id: UUID, mark_id: UUID, *, by: Actor, at: datetime) -> None:
    """Take a mark away. It is kept with the moment it was taken away."""
    with act("insight.let_go", by=by, at=at, right="file.answer", law=LAW) as entry:
        rendition = _undecided(case_id, rendition_id)
        if not marks_of(rendition).filter(id=mark_id).update(removed_at=at):
            raise NotAllowed("Merket er allerede tatt bort.")
        _forget_copy(rendition)
        entry.about(rendition.id, case_id=case_id, says=f"Et unntak i «{rendition.document.title}» ble tatt bort.")


def make_copy(case_id: UUID, rendition_id: UUID, *, by: Actor, at: datetime) -> Rendition:
    """Make the party's copy: drawn anew without what is withheld, and put away like any document."""
    with act("insight.copied", by=by, at=at, right="file.answer", law=LAW) as entry:
        rendition = _undecided(case_id, rendition_id)
        document = rendition.document
        if not KINDS[document.form].drawn:
            raise NotAllowed(
                f"Vi kan ikke lage utgaver av {KINDS[document.form].title}. Lagre dokumentet som PDF, og registrer det som "
                "ny versjon. Helt innsyn og avslag kan du gi uten utgave."
            )
        made = _drawn(rendition, at=at)
        _refuse_telling_where(rendition, made)
        stored = vault.put(_Bytes(made), vault.keys_of(case_id, document.municipality_id))
        rendition.address, rendition.size = stored.address, stored.size
        rendition.save(update_fields=["address", "size"])
        entry.about(rendition.id, case_id=case_id, says=f"Partens utgave av «{document.title}» ble laget.")
    return rendition


def decide(
    case_id: UUID, rendition_id: UUID, outcome: str, *, by: Actor, at: datetime, investigation_runs: bool, ground: str = "",
    reasons: str = "", not_confidential: bool = False, called: str = "",
) -> None:  # fmt: skip
    """Decide what the party gets of one document: all, what is not withheld, or nothing with the exact ground (fvl § 21)."""
    with act("insight.decided", by=by, at=at, right="file.answer", law=LAW) as entry:
        rendition = get_rendition(case_id, rendition_id)
        _open(case_id, rendition.request_id)
        young = is_young(rendition.request, today=oslo_date(at))
        if outcome == OUTCOME.REFUSED:
            if not reasons.strip():
                raise Incomplete({"reasons": "Skriv hvorfor grunnen gjelder her. Begrunnelsen følger saken."})
            must_hold(ground, investigation_runs=investigation_runs, young=young, whole=True)
        else:
            ground = ""
            _refuse_unready(rendition, outcome, young=young, not_confidential=not_confidential)
            _refuse_unread(rendition, outcome)
        rendition.called = " ".join(called.split())
        _refuse_telling_name(rendition)
        rendition.outcome, rendition.ground, rendition.reasons = outcome, ground, reasons.strip()
        rendition.decided_at, rendition.decided_by_name = at, by.name
        rendition.save(update_fields=["outcome", "ground", "reasons", "decided_at", "decided_by_name", "called"])
        told = f"Innsyn i «{rendition.document.title}» {rendition.get_outcome_display()}"
        laws = "; ".join(found.short for found in grounds_of(rendition))
        entry.about(rendition.id, case_id=case_id, says=f"{told} ({laws})." if laws else f"{told}.")


def answer_file_request(case_id: UUID, request_id: UUID, *, by: Actor, at: datetime) -> FileRequest:
    """The request is answered, document by document. From now on nothing of the answer can be changed (fvl § 21)."""
    with act("file_request.answered", by=by, at=at, right="file.answer", law=LAW) as entry:
        request = _open(case_id, request_id)
        every = list(renditions(request))
        left = sum(not one.outcome for one in every)
        if left or not every:
            raise NotAllowed(
                f"{left} av {len(every)} dokumenter er ikke avgjort. Gå gjennom dem først." if every
                else "Kravet har ingen dokumenter. Ta med det kravet gjelder.", fvl("21", 1),
            )  # fmt: skip
        request.answered_at, request.answered_by_name = at, by.name
        request.save(update_fields=["answered_at", "answered_by_name"])
        _done_again(request, at=at)
        _settle(request, assignee=by.person)
        counts = ", ".join(
            f"{sum(one.outcome == outcome for one in every)} {outcome.label}" for outcome in Rendition.Outcome
        )
        entry.about(request.id, case_id=case_id, says=f"Kravet om innsyn ble besvart: {counts}.")
    return request


def _refuse_telling_name(rendition: Rendition) -> None:
    """The name stands in the answer and on the file: it may not say what is withheld."""
    words = [mark.words for mark in marks_of(rendition) if mark.words]
    if any(word.casefold() in rendition.told.casefold() for word in words):
        raise NotAllowed(
            f"Navnet på dokumentet, «{rendition.told}», sier noe av det som er unntatt. Gi det et annet navn i svaret."
        )


def _refuse_telling_where(rendition: Rendition, copy: bytes) -> None:
    """What a party gets never tells where somebody protected lives, whatever was marked (bvl §§ 7-2 (3), 13-5 (3))."""
    if not somebody_is_protected(rendition.case_id):
        return
    pages = range(len(drawing.anatomy(copy, "pdf").pages))
    words = "\n".join([rendition.told, *(drawing.text(copy, "pdf", page) for page in pages)])
    if reveals(words, rendition.case_id, to=rendition.request.party.person_id):
        raise NotAllowed(
            "Utgaven viser hvor noen med beskyttet adresse er. Merk stedet også, og lag utgaven på nytt.",
            bvl("13-5", 3),
        )


def _refuse_unread(rendition: Rendition, outcome: str) -> None:
    """Nor is a document given unread, when it could tell so."""
    kind = KINDS[rendition.document.form]
    if outcome == OUTCOME.WHOLE and not kind.drawn and somebody_is_protected(rendition.case_id):
        raise NotAllowed(
            f"Noen i saken har beskyttet adresse, og vi kan ikke lese {kind.title} for å se om den står der. Lagre "
            "dokumentet som PDF, og registrer det som ny versjon.", bvl("13-5", 3),
        )  # fmt: skip


def _refuse_unready(rendition: Rendition, outcome: str, *, young: bool, not_confidential: bool) -> None:
    marked = marks_of(rendition).exists()
    if outcome not in OUTCOME.values:
        raise Incomplete({"outcome": "Velg om dokumentet gis helt, gis delvis eller avslås."})
    if young and not not_confidential:
        raise Incomplete(
            {"not_confidential": "Parten er under 15 år. Bekreft at det som gis, ikke er taushetsbelagt."}, fvl("18", 1)
        )
    if outcome == OUTCOME.PART and not marked:
        raise NotAllowed("Ingenting er unntatt. Merk det parten ikke får se, eller gi dokumentet helt.")
    if outcome == OUTCOME.WHOLE and marked:
        raise NotAllowed("Noe er unntatt. Gi dokumentet delvis, eller ta bort merkene.")
    if not rendition.address and (marked or KINDS[rendition.document.form].drawn):
        raise NotAllowed("Lag partens utgave og se gjennom den før du bestemmer.")


def _refuse_unreasoned(withheld: Withheld) -> None:
    lacking = {}
    if not withheld.reasons.strip():
        lacking["reasons"] = "Skriv hvorfor grunnen gjelder her. Parten får ikke se det du skriver."
    if not withheld.words.strip() and withheld.page is None:
        lacking["words"] = "Skriv ordene som skal unntas, eller velg en side."
    if withheld.frame and not _on_the_page(*withheld.frame):
        lacking["x0"] = "Rammen må ligge på siden, med det øverste og venstre hjørnet først."
    if lacking:
        raise Incomplete(lacking)


def _on_the_page(x0: float, y0: float, x1: float, y1: float) -> bool:
    return 0 <= x0 < x1 <= 1 and 0 <= y0 < y1 <= 1


def _refuse_nowhere(document: Document, withheld: Withheld) -> None:
    """A mark that finds nothing would look like safety."""
    content = whole_content(document)
    if withheld.words.strip() and not drawing.places(content, document.form, withheld.words):
        raise Incomplete({
            "words": f"Vi finner ikke «{withheld.words.strip()}» i dokumentet. Er siden et bilde, kan ordene ikke finnes: "
            "merk med en ramme i stedet."
        })  # fmt: skip
    if withheld.page is not None and not 0 <= withheld.page < len(drawing.anatomy(content, document.form).pages):
        raise Incomplete({"page": "Dokumentet har ikke så mange sider."})


def _drawn(rendition: Rendition, *, at: datetime) -> bytes:
    request = rendition.request
    foot = f"Utgave til {request.party.person.name} {oslo_date(at):%d.%m.%Y}, etter kravet om innsyn {request.asked_on:%d.%m.%Y}."
    document = rendition.document
    try:
        made = drawing.copy(
            whole_content(document), document.form, cuts_of(rendition), title="Dokument i barnevernssak", foot=foot
        )
    except drawing.Undrawable as refused:
        raise NotAllowed(str(refused)) from refused
    if 0 in made.places:
        raise NotAllowed("Et av merkene treffer ingenting i dokumentet. Ta det bort, eller merk på nytt.")
    return made.content


def _forget_copy(rendition: Rendition) -> None:
    """What was marked anew is drawn anew: an old copy is never given for a new mark."""
    rendition.address, rendition.size = "", 0
    rendition.save(update_fields=["address", "size"])


def _include(request: FileRequest, document_ids: Iterable[UUID]) -> None:
    Rendition.objects.bulk_create(
        Rendition(
            municipality_id=request.municipality_id, case_id=request.case_id, request=request, document_id=document_id
        )
        for document_id in document_ids
    )  # fmt: skip


def _open(case_id: UUID, request_id: UUID) -> FileRequest:
    request = get_file_request(case_id, request_id)
    if request.answered_at:
        raise NotAllowed("Kravet er besvart, og svaret står. Registrer et nytt krav hvis parten ber om mer.")
    return request


def _undecided(case_id: UUID, rendition_id: UUID) -> Rendition:
    rendition = get_rendition(case_id, rendition_id)
    _open(case_id, rendition.request_id)
    if rendition.outcome:
        # What was decided is taken up again, and must be decided once more.
        rendition.outcome, rendition.decided_at = "", None
        rendition.save(update_fields=["outcome", "decided_at"])
    return rendition


def _settle(request: FileRequest, *, assignee: UUID) -> None:
    """Answered without undue delay; the law names no day, and a week is our own."""
    task = Planned(
        "file-request", "Svar på krav om innsyn", target=request.asked_on + ANSWER_WITHIN, start=request.asked_on,
        steps=("Loven sier «uten ugrunnet opphold». En uke er husets eget mål.",), law=LAW, assignee=assignee,
        done_on=oslo_date(request.answered_at) if request.answered_at else None,
    )  # fmt: skip
    again = (_again(request, assignee),) if request.answered_at and _withheld_meanwhile(request) else ()
    settle(Subject(request.id, "file_request", request.municipality_id, request.case_id, (task, *again)))


def _again(request: FileRequest, assignee: UUID) -> Planned:
    """What was withheld only because of the investigation is owed when that is over."""
    runs = Item.objects.filter(case_id=request.case_id, subject_kind="investigation", open=True).exclude(due=None)
    last = runs.order_by("-due").first()
    return Planned(
        AGAIN, "Gi det som ble unntatt så lenge undersøkelsen pågikk", due=last.due if last else None, assignee=assignee,
        steps=("Grunnen gjelder bare så lenge undersøkelsen pågår. Dagen er den siste den kan være ferdig.",),
        law="bvl § 12-6 (3)",
    )  # fmt: skip


def _done_again(request: FileRequest, *, at: datetime) -> None:
    """A later answer to the same party is the one that stands; what it withholds is planned anew."""
    earlier = FileRequest.objects.filter(party=request.party_id).exclude(id=request.id).values_list("id", flat=True)
    waiting = Item.objects.filter(rule=AGAIN, subject__in=list(earlier), open=True)
    waiting.update(open=False, done_on=oslo_date(at))


def _withheld_meanwhile(request: FileRequest) -> bool:
    return to_be_looked_at_again(
        (ground.code for one in renditions(request) for ground in grounds_of(one)), investigation_runs=False
    )


class _Bytes:
    """What was made here, as something that is put away."""

    def __init__(self, content: bytes) -> None:
        self.content = content

    def chunks(self, chunk_size: int | None = None) -> Iterator[bytes]:
        """All of it, from the beginning."""
        for at in range(0, len(self.content), PIECE):
            yield self.content[at : at + PIECE]

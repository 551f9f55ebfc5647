"""Putting a document into a case, and saying that one came there by mistake. Nothing is taken away (bvl § 12-4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import PurePath
from typing import Any
from uuid import UUID, uuid4

from django.conf import settings

from oppvekst.domain.cases.models import Document
from oppvekst.domain.cases.queries import get_case
from oppvekst.domain.cases.queries.documents import get_document
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.documents import vault
from oppvekst.ground.documents.kinds import KINDS, TAKEN, kind_of
from oppvekst.ground.journal.acts import act
from oppvekst.law.refusals import Incomplete, NotAllowed

LONGEST_NAME = 200
VERBS = {"received": "mottatt", "sent": "sendt", "note": "skrevet som notat"}


@dataclass(frozen=True)
class Said:
    """What somebody says of a document she puts into a case."""

    kind: str
    dated: date
    title: str = ""
    counterpart: str = ""


def keep_document(
    case_id: UUID, file: Any, said: Said, *, by: Actor, at: datetime, replaces: UUID | None = None
) -> Document:
    """Put a document into a case, sealed (bvl § 12-4; arkivforskrifta § 5). The file is on disk before the row is.

    ``file`` is an uploaded file: it has a name, a size, and can be read more than once.
    """
    form = _form(file)
    with act("document.kept", by=by, at=at, right="document.write", law="bvl § 12-4") as entry:
        case = get_case(case_id)
        older = _older(case_id, replaces)
        stored = vault.put(file, vault.keys_of(case.id, by.municipality))
        _refuse_twice(case_id, stored.address)
        document = Document.objects.create(
            id=uuid4(), municipality_id=by.municipality, case=case, title=_title(said, file), kind=said.kind,
            counterpart=said.counterpart.strip(), dated=said.dated, file_name=_name(file), form=form, size=stored.size,
            address=stored.address, replaces=older, version=older.version + 1 if older else 1, written_by=by.person,
            written_by_name=by.name, written_at=at,
            scan=Document.Scan.WAITING if settings.SCANNER else Document.Scan.UNSCANNED,
        )  # fmt: skip
        new = f" som versjon {document.version}" if older else ""
        entry.about(
            document.id,
            case_id=case.id,
            says=f"Dokumentet «{document.title}» ble registrert{new}, {VERBS[document.kind]}.",
        )
    return document


def mark_wrong(case_id: UUID, document_id: UUID, reasons: str, *, by: Actor, at: datetime) -> None:
    """Say that a document was registered by mistake. It is kept, and stands among the mistakes with the reason."""
    if not reasons.strip():
        raise Incomplete({"reasons": "Skriv hva som er feil. Dokumentet blir stående blant de feilregistrerte."})
    with act("document.wrong", by=by, at=at, right="document.write", law="bvl § 12-4") as entry:
        document = get_document(case_id, document_id)
        if document.wrong_at:
            raise NotAllowed("Dokumentet er allerede feilregistrert.")
        document.wrong_at, document.wrong_by_name, document.wrong_reasons = at, by.name, reasons.strip()
        document.save(update_fields=["wrong_at", "wrong_by_name", "wrong_reasons"])
        says = f"Dokumentet «{document.title}» er feilregistrert: {reasons.strip()}"
        entry.about(document.id, case_id=case_id, says=says)


def _form(file: Any) -> str:
    """The kind by content; refuses what is empty, too large, or none of what we take."""
    limit = settings.DOCUMENT_MAX_BYTES
    if getattr(file, "too_large", False) or file.size > limit:
        raise Incomplete({"files": f"«{_name(file)}» er for stor. Det er plass til {limit // 1024 // 1024} MB."})
    if not file.size:
        raise Incomplete({"files": f"«{_name(file)}» er tom. Velg en annen fil."})
    form = kind_of(getattr(file, "file", file))
    if form not in KINDS:
        raise Incomplete({"files": f"«{_name(file)}» er ikke av et slag vi tar imot. Vi tar imot {TAKEN}."})
    return form


def _older(case_id: UUID, replaces: UUID | None) -> Document | None:
    if replaces is None:
        return None
    older = get_document(case_id, replaces)
    if older.wrong_at:
        raise NotAllowed("Dokumentet er feilregistrert. Registrer det riktige som et nytt dokument.")
    if newer := older.newer.filter(wrong_at=None).first():
        raise NotAllowed(f"Det finnes allerede en nyere versjon, registrert av {newer.written_by_name}. Bytt ut den.")
    return older


def _refuse_twice(case_id: UUID, address: str) -> None:
    """The same file sent twice, by a double click or a second thought, is one document."""
    same = Document.objects.filter(case_id=case_id, address=address, wrong_at=None).first()
    if same:
        raise Incomplete({"files": f"Den samme filen ligger i saken fra før, som «{same.title}»."})


def _name(file: Any) -> str:
    return PurePath(str(file.name).replace("\\", "/")).name[-LONGEST_NAME:] or "dokument"


def _title(said: Said, file: Any) -> str:
    return said.title.strip() or PurePath(_name(file)).stem.replace("_", " ").strip() or "Dokument"

"""The documents of a case, for whoever may see the case. The bytes are unsealed for nobody else."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from django.db.models import Q, QuerySet

from oppvekst.domain.cases.models import Document
from oppvekst.domain.cases.queries.case import get_case
from oppvekst.ground.documents import vault
from oppvekst.ground.documents.keys import KeyTrouble
from oppvekst.ground.documents.sealed import Broken
from oppvekst.law.refusals import NotAllowed, NotFound

LOST = (
    "Filen er skadet, eller den ligger ikke der den skal. Si fra til dem som drifter systemet: "
    "de finner den igjen med «oppvekst documents check» og en sikkerhetskopi."
)


def documents(case_id: UUID, *, words: str = "", wrong: bool = False) -> QuerySet[Document]:
    """The documents of a case, newest first; those that were registered by mistake apart."""
    found = Document.objects.filter(case_id=case_id, wrong_at__isnull=not wrong)
    for word in words.split():
        found = found.filter(Q(title__icontains=word) | Q(counterpart__icontains=word) | Q(file_name__icontains=word))
    return found.order_by("-dated", "-written_at", "id")


def get_document(case_id: UUID, document_id: UUID) -> Document:
    """The document, if it is there for you."""
    get_case(case_id)
    found = Document.objects.filter(case_id=case_id, id=document_id).first()
    if found is None:
        raise NotFound("Vi finner ikke dette dokumentet i saken.")
    return found


def versions(document: Document) -> list[Document]:
    """Every version of a document, the newest first; those that were registered by mistake too."""
    every = {one.id: one for one in Document.objects.filter(case_id=document.case_id)}
    family, grown = {document.id}, True
    while grown:
        more = {one.id for one in every.values() if one.replaces_id in family or any(
            every[known].replaces_id == one.id for known in family)}  # fmt: skip
        grown, family = not more <= family, family | more
    return sorted((every[each] for each in family), key=lambda one: (one.version, one.written_at), reverse=True)


def content_of(document: Document) -> Iterator[bytes]:
    """The content, piece by piece. What has a virus is never given out; what is being looked through, not yet."""
    may_be_opened(document)
    with _told():
        keys = vault.keys_of(document.case_id, document.municipality_id)
    return _unsealed(document.address, keys)


def whole_content(document: Document) -> bytes:
    """All of it at once, to be drawn. The size limit of uploads is the limit of this."""
    return b"".join(content_of(document))


def made_copy(document: Document, address: str) -> Iterator[bytes]:
    """A copy that was made of it for somebody, piece by piece."""
    with _told():
        keys = vault.keys_of(document.case_id, document.municipality_id)
    return _unsealed(address, keys)


def may_be_opened(document: Document) -> None:
    """Refuse what must not reach a machine."""
    if document.scan == Document.Scan.INFECTED:
        raise NotAllowed(
            "Det er funnet virus i filen. Den er satt til side og blir ikke gitt ut. Be avsenderen sende den på nytt."
        )
    if document.scan == Document.Scan.WAITING:
        raise NotAllowed("Filen undersøkes for virus. Det tar som regel under et minutt. Prøv igjen da.")


def _unsealed(address: str, keys: vault.CaseKeys) -> Iterator[bytes]:
    with _told():
        yield from vault.take(address, keys)


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except (Broken, FileNotFoundError, KeyTrouble) as lost:
        raise NotAllowed(LOST) from lost

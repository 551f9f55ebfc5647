"""What operators ask of the documents: whether every one is there and whole, and that their keys are closed anew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from oppvekst.domain.cases.models import Document, Rendition
from oppvekst.ground.access.models import Municipality
from oppvekst.ground.documents import vault
from oppvekst.ground.documents.keys import keeper
from oppvekst.ground.documents.sealed import Broken


@dataclass(frozen=True)
class Inspection:
    """What was found: how many files were read through, which rows lack theirs, and which files no row names."""

    whole: int
    broken: tuple[str, ...]
    orphans: tuple[str, ...]


def inspect() -> Inspection:
    """Read every file through and compute its name again. Ids and places alone: no title leaves the case."""
    whole, broken, orphans = 0, [], []
    for municipality in Municipality.objects.order_by("number"):
        named = set()
        for what, case_id, address in _rows(municipality.number):
            named.add(address)
            if _is_whole(case_id, municipality.number, address):
                whole += 1
            else:
                broken.append(what)
        lying = set(vault.stored(municipality.number))
        orphans += [vault.path_of(municipality.number, address) for address in sorted(lying - named)]
    return Inspection(whole, tuple(broken), tuple(orphans))


def rewrap(*, new_key: bool) -> dict[str, int]:
    """Close every case's key with its municipality's newest key, made now if ``new_key``."""
    done = {}
    for municipality in Municipality.objects.order_by("number"):
        if new_key:
            keeper().make(municipality.number)
        done[municipality.code] = vault.rewrap(municipality.number)
    return done


def _rows(municipality: int) -> Iterator[tuple[str, UUID, str]]:
    for document in Document.objects.filter(municipality_id=municipality).order_by("id").iterator():
        yield f"dokument {document.id}", document.case_id, document.address
    for rendition in Rendition.objects.filter(municipality_id=municipality).exclude(address="").order_by("id"):
        yield f"utgave {rendition.id}", rendition.case_id, rendition.address


def _is_whole(case_id: UUID, municipality: int, address: str) -> bool:
    try:
        return vault.is_whole(address, vault.keys_of(case_id, municipality))
    except Broken:
        return False

"""Documents looked through for viruses, outside every request: the scanner is a counterparty."""

from __future__ import annotations

import logging
from datetime import datetime

from django.conf import settings

from oppvekst.adapters.clamd import Scanner, ScannerTrouble, scanner_at
from oppvekst.domain.cases.models import Document
from oppvekst.ground.database.acting import acting
from oppvekst.ground.documents import vault
from oppvekst.ground.documents.sealed import Broken

TASK = "cases.scan"
AT_ONCE = 20
logger = logging.getLogger(__name__)


def scan(*, at: datetime, scanner: Scanner | None = None) -> int:
    """Look through what waits. Without an answer it goes on waiting; without a scanner it is said not to be looked through."""
    asked = scanner or scanner_at(settings.SCANNER)
    with acting("worker"):
        waiting = list(Document.objects.filter(scan=Document.Scan.WAITING).order_by("written_at")[:AT_ONCE])
        ready = [(document, vault.keys_of(document.case_id, document.municipality_id)) for document in waiting]
    return sum(_look_through(document, keys, asked, at=at) for document, keys in ready)


def _look_through(document: Document, keys: vault.CaseKeys, scanner: Scanner | None, *, at: datetime) -> bool:
    try:
        found = scanner.scan(vault.take(document.address, keys)) if scanner else None
    except (ScannerTrouble, Broken, FileNotFoundError) as trouble:
        # Of the file nothing but its id: its name may be a child's.
        logger.warning("dokument %s er ikke undersøkt: %s", document.id, type(trouble).__name__)
        return False
    if found is None:
        document.scan = Document.Scan.UNSCANNED
    else:
        document.scan = Document.Scan.CLEAN if found.clean else Document.Scan.INFECTED
        document.scanned_at, document.virus = at, found.virus
    with acting("worker"):
        document.save(update_fields=["scan", "scanned_at", "virus"])
    return True

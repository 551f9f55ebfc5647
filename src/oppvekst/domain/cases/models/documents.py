"""The documents of a case: what each is called, where it came from, and the name its sealed content lies under."""

from __future__ import annotations

from django.db import models

from oppvekst.domain.cases.models.case import Case, _OfCase, of_case
from oppvekst.ground.database.logins import WORKER
from oppvekst.ground.database.policies import Policy

# Nobody at the desk says of a file that it is clean; that is the scanner's word, brought by the worker.
NOT_SAID_CLEAN = "scan in ('waiting', 'unscanned') and wrong_at is null"


class Document(_OfCase):
    """One version of one document. What is registered by mistake is said to be so, and kept (bvl § 12-4)."""

    class Kind(models.TextChoices):
        RECEIVED = "received", "mottatt"
        SENT = "sent", "sendt"
        NOTE = "note", "notat"

    class Scan(models.TextChoices):
        WAITING = "waiting", "undersøkes for virus"
        CLEAN = "clean", "undersøkt, ingen virus"
        INFECTED = "infected", "virus funnet"
        UNSCANNED = "unscanned", "ikke undersøkt for virus"

    case = models.ForeignKey(Case, models.PROTECT, related_name="documents")
    title = models.TextField("tittel")
    kind = models.TextField("slag", choices=Kind.choices)
    counterpart = models.TextField("avsender eller mottaker", blank=True)
    dated = models.DateField("dato")
    file_name = models.TextField("filnavn")
    form = models.TextField("filtype")
    size = models.BigIntegerField("størrelse")
    address = models.TextField("avtrykk", db_comment="HMAC-SHA256 med sakens egen nøkkel, heksadesimalt")
    version = models.IntegerField("versjon", default=1)
    replaces = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="newer")
    written_by = models.UUIDField("registrert av")
    written_by_name = models.TextField("registrert av")
    written_at = models.DateTimeField("registrert")
    scan = models.TextField("virus", choices=Scan.choices)
    scanned_at = models.DateTimeField("undersøkt", null=True, blank=True)
    virus = models.TextField("virusets navn", blank=True)
    wrong_at = models.DateTimeField("feilregistrert", null=True, blank=True)
    wrong_by_name = models.TextField("feilregistrert av", blank=True)
    wrong_reasons = models.TextField("hvorfor feilregistrert", blank=True)

    class Meta:
        verbose_name = "dokument"
        verbose_name_plural = "dokumenter"
        db_table_comment = "Dokument i en sak; innholdet ligger forseglet utenfor databasen"
        indexes = [
            models.Index(fields=["case", "-dated", "id"], name="document_of_case"),
            models.Index(fields=["written_at"], name="document_to_scan", condition=models.Q(scan="waiting")),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["replaces"], name="document_one_newer", condition=models.Q(wrong_at=None, replaces__isnull=False)
            ),
            *of_case("document", change=("wrong_at", "wrong_by_name", "wrong_reasons"), add=NOT_SAID_CLEAN, child_of="replaces"),
            Policy(
                name="document_scanned", to=(WORKER,), command="update", columns=("scan", "scanned_at", "virus"),
                using="true", check_rows="true",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.title

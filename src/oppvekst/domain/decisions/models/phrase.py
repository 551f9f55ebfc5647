"""The municipality's own phrases: no child stands in them, and the service's editor keeps them."""

from __future__ import annotations

from uuid import uuid4

from django.db import models

from oppvekst.ground.access.models import MINE, Municipality
from oppvekst.ground.database.logins import CASE_HATS, EDITOR, WIDE
from oppvekst.ground.database.policies import Forced, Pair, Policy

READERS = (*CASE_HATS, EDITOR)
EDITORS = (EDITOR, WIDE)


class Phrase(models.Model):
    """A text to begin from in one part of one kind of decision. A changed phrase is a new one, and the old one is kept."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)
    section = models.TextField("del av vedtaket")
    kind = models.TextField("slag vedtak", blank=True, db_comment="tom: alle slag")
    category = models.TextField("tiltak", blank=True, db_comment="registerets kode; tom: alle tiltak")
    language = models.TextField("språk", default="nb")
    title = models.TextField("navn")
    text = models.TextField("tekst", db_comment="med flettefelt som {barnets navn}; aldri om et bestemt barn")
    template = models.BooleanField("står ferdig i et nytt utkast", default=False)
    replaces = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="erstatter"
    )
    written_at = models.DateTimeField("skrevet")
    written_by = models.UUIDField("skrevet av", null=True, blank=True)
    writer_name = models.TextField("navn på den som skrev", blank=True)
    retired_at = models.DateTimeField("tatt ut", null=True, blank=True)

    class Meta:
        verbose_name = "frase"
        verbose_name_plural = "fraser"
        db_table_comment = "Kommunens fraser og maler til vedtak"
        indexes = [models.Index(fields=["municipality", "section", "language"], name="phrase_of_section")]
        constraints = [
            models.UniqueConstraint(fields=["id", "municipality"], name="phrase_in_municipality"),
            models.UniqueConstraint(fields=["replaces"], name="phrase_replaced_once"),
            Pair(name="phrase_replaces", parent="replaces"),
            Forced(name="phrase_forced"),
            Policy(name="phrase_read", to=READERS, command="select", using=MINE),
            Policy(name="phrase_add", to=EDITORS, command="insert", check_rows=MINE),
            Policy(
                name="phrase_retire", to=EDITORS, command="update", columns=("retired_at",), using=MINE, check_rows=MINE
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.title

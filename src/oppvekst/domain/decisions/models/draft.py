"""What is written in a draft, part by part. Nothing that anybody wrote is lost: a text that came too late stands aside."""

from __future__ import annotations

from uuid import uuid4

from django.db import models

from oppvekst.domain.cases.models import Case, of_case
from oppvekst.domain.decisions.models.decision import Decision
from oppvekst.ground.access.models import Municipality


class DraftText(models.Model):
    """One version of one part of a draft, by one person in one sitting (bvl § 12-5).

    The newest version that does not stand aside is the draft's. ``aside``: written on top of a version that somebody else had
    changed meanwhile; it stays until a person has chosen.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    decision = models.ForeignKey(Decision, models.PROTECT, related_name="texts")
    section = models.TextField("del")
    version = models.IntegerField("versjon")
    text = models.TextField("tekst")
    aside = models.BooleanField("står til side", default=False)
    settled = models.BooleanField("avgjort", default=False)
    by = models.UUIDField("skrevet av")
    by_name = models.TextField("skrevet av")
    begun_at = models.DateTimeField("begynt")
    at = models.DateTimeField("lagret")

    class Meta:
        verbose_name = "tekst i vedtak"
        verbose_name_plural = "tekster i vedtak"
        db_table_comment = "Utkast til vedtak, del for del og versjon for versjon"
        indexes = [models.Index(fields=["decision", "section", "-version"], name="draft_text_newest")]
        constraints = [
            *of_case("draft_text", change=("text", "at", "version", "settled"), child_of="decision"),
            models.UniqueConstraint(
                fields=["decision", "section", "version"],
                condition=models.Q(aside=False),
                name="draft_text_one_of_each",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.section} {self.version}"

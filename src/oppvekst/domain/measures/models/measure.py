"""A measure (*tiltak*): help for one child from the decision to the day it ended, its plan, and what came of it."""

from __future__ import annotations

from uuid import uuid4

from django.db import models

from oppvekst.domain.cases.models import Case, of_case
from oppvekst.domain.decisions.models import Decision
from oppvekst.ground.access.models import Municipality

CHANGEABLE = (
    "state", "decision_id", "category", "category_words", "title", "by_order", "ordered", "ordered_on", "ordered_reference",
    "consent_fell_at", "started_on", "ends_on",
    "interval_months", "interval_reason", "provider_name", "ended_on", "end_words", "end_decision", "grounds",
    "days_open",
)  # fmt: skip


class Measure(models.Model):
    """Help for one child and the family (bvl § 3-1), or ordered by the tribunal (§ 3-4)."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="measures")
    decision = models.ForeignKey(Decision, models.PROTECT, null=True, blank=True, related_name="measures")
    category = models.TextField("kategori")
    category_words = models.TextField("presisering", blank=True)
    title = models.TextField("tiltak")
    state = models.TextField("tilstand", default="draft")
    by_order = models.BooleanField("pålagt", default=False)
    ordered = models.TextField("hva som er pålagt", blank=True)
    ordered_on = models.DateField("pålagt", null=True, blank=True)
    ordered_reference = models.TextField("saken i nemnda", blank=True)
    consent_fell_at = models.DateTimeField("samtykket falt", null=True, blank=True)
    grounds = models.JSONField("grunnlag", default=list)
    started_on = models.DateField("startet", null=True, blank=True)
    ends_on = models.DateField("varer til og med", null=True, blank=True)
    interval_months = models.IntegerField("måneder mellom hver evaluering", default=3)
    interval_reason = models.TextField("hvorfor sjeldnere", blank=True)
    provider_name = models.TextField("hvem som gir hjelpen", blank=True)
    ended_on = models.DateField("avsluttet", null=True, blank=True)
    end_words = models.TextField("hvorfor avsluttet", blank=True)
    end_decision = models.UUIDField("vedtak om avslutning", null=True, blank=True)
    # Whether the family reads at My page which days and when; where nothing is chosen, the kind of help decides.
    days_open = models.BooleanField("dagene vises på Min side", null=True, blank=True)
    opened_by = models.UUIDField("opprettet av")
    opened_at = models.DateTimeField("opprettet")

    class Meta:
        verbose_name = "tiltak"
        verbose_name_plural = "tiltak"
        db_table_comment = "Tiltak for et barn (bvl kapittel 3)"
        indexes = [models.Index(fields=["case"], name="measure_of_case")]
        constraints = of_case("measure", change=CHANGEABLE, child_of="decision")

    def __str__(self) -> str:
        return self.title

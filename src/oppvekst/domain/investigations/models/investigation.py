"""Investigations (bvl § 2-2): opened with their limits. What an investigation holds comes with its own issue."""

from __future__ import annotations

from uuid import uuid4

from django.db import models

from oppvekst.domain.cases.models import Case, of_case
from oppvekst.domain.concerns.models import Concern
from oppvekst.ground.access.models import Municipality

CHANGEABLE = (
    "state",
    "plan",
    "plan_saved_at",
    "extended_to",
    "extension_reasons",
    "extension_decided_on",
    "concluded_on",
)


class Investigation(models.Model):
    """An investigation of one child's situation. The law's clock and the register's start on different days."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="investigations")
    concern = models.ForeignKey(Concern, models.PROTECT, null=True, blank=True, related_name="investigations")
    state = models.TextField("tilstand", default="planning")
    received_on = models.DateField("meldingen kom")
    opened_on = models.DateField("åpnet")
    # bvl § 2-2 (2): three months from the day the week of review ran out, not from the day it was opened.
    three_months_from = models.DateField("tre måneder regnes fra")
    opened_by = models.UUIDField("åpnet av")
    reasons = models.TextField("rimelig grunn")
    plan = models.JSONField("undersøkelsesplan", default=dict)
    plan_saved_at = models.DateTimeField("plan lagret", null=True, blank=True)
    extended_to = models.DateField("utvidet til", null=True, blank=True)
    extension_reasons = models.TextField("særlige grunner", blank=True)
    extension_decided_on = models.DateField("utvidelse besluttet", null=True, blank=True)
    concluded_on = models.DateField("avsluttet", null=True, blank=True)

    class Meta:
        verbose_name = "undersøkelse"
        verbose_name_plural = "undersøkelser"
        db_table_comment = "Undersøkelse (bvl § 2-2)"
        indexes = [models.Index(fields=["case"], name="investigation_of_case")]
        constraints = of_case("investigation", change=CHANGEABLE, child_of="concern")

    def __str__(self) -> str:
        return f"undersøkelse åpnet {self.opened_on}"

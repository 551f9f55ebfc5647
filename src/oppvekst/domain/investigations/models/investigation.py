"""Investigations (bvl § 2-2): opened with their limits. What an investigation holds comes with its own issue."""

from __future__ import annotations

from uuid import uuid4

from django.db import models

from oppvekst.domain.cases.models import Case, of_case
from oppvekst.domain.concerns.models import Concern
from oppvekst.domain.investigations.rules import PARTICIPATIONS
from oppvekst.ground.access.models import Municipality
from oppvekst.ground.database.policies import Pair

CHANGEABLE = (
    "state",
    "plan",
    "plan_saved_at",
    "extended_to",
    "extension_reasons",
    "extension_decided_on",
    "concluded_on",
    "extension_told_on",
    "extension_untold_reasons",
    "breach_reasons",
    "breach_noted_on",
    "participation",
    "participation_reasons",
    "participation_set_by_name",
    "participation_set_at",
    "child_heard",
    "conclusion",
    "conclusion_reasons",
    "decision",
    "petition_sent_on",
    "measures_recommended",
    "refused_by",
    "refusal_documented",
    "reopening_fixed",
    "moved_to",
    "new_municipality_told_on",
    "window_closed_on",
    "window_closed_reasons",
)


class Investigation(models.Model):
    """An investigation of one child's situation. The law's clock and the register's start on different days."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="investigations")
    concern = models.ForeignKey(Concern, models.PROTECT, null=True, blank=True, related_name="investigations")
    state = models.TextField("tilstand", default="planning")
    # Of a concern; one that was opened again has none of its own, and is related to the first one's.
    received_on = models.DateField("meldingen kom", null=True, blank=True)
    reopens = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="reopened_as")
    reopened_on = models.DateField("besluttet åpnet igjen", null=True, blank=True)
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
    extension_told_on = models.DateField("familien fikk vite om utvidelsen", null=True, blank=True)
    extension_untold_reasons = models.TextField("hvorfor familien ikke får vite om utvidelsen", blank=True)
    breach_reasons = models.TextField("hvorfor fristen ble brutt", blank=True)
    breach_noted_on = models.DateField("bruddet begrunnet", null=True, blank=True)
    # bvl § 1-4: by the register's code; in words how, or why the child was not heard; and by whom it was said.
    participation = models.TextField(
        "barnets medvirkning", blank=True, choices=[(code.code, code.text) for code in PARTICIPATIONS]
    )
    participation_reasons = models.TextField("hvordan barnet medvirket, eller hvorfor ikke", blank=True)
    participation_set_by_name = models.TextField("medvirkningen satt av", blank=True)
    participation_set_at = models.DateTimeField("medvirkningen satt", null=True, blank=True)
    child_heard = models.BooleanField("samtale med barnet er ført", default=False)
    conclusion = models.TextField("konklusjon", blank=True)
    conclusion_reasons = models.TextField("begrunnelse for konklusjonen", blank=True)
    # By its id alone: decisions are a later step of the law.
    decision = models.UUIDField("vedtaket", null=True, blank=True)
    petition_sent_on = models.DateField("begjæring sendt", null=True, blank=True)
    measures_recommended = models.TextField("anbefalte tiltak", blank=True)
    refused_by = models.TextField("hvem som sa nei", blank=True)
    refusal_documented = models.TextField("når og hvordan de sa nei", blank=True)
    reopening_fixed = models.BooleanField("vedtaket sier at det kan åpnes igjen", default=False)
    moved_to = models.TextField("flyttet til", blank=True)
    new_municipality_told_on = models.DateField("meldt til ny kommune", null=True, blank=True)
    concluded_on = models.DateField("avsluttet", null=True, blank=True)
    window_closed_on = models.DateField("vinduet lukket", null=True, blank=True)
    window_closed_reasons = models.TextField("hvorfor vinduet ble lukket", blank=True)

    class Meta:
        verbose_name = "undersøkelse"
        verbose_name_plural = "undersøkelser"
        db_table_comment = "Undersøkelse (bvl § 2-2)"
        indexes = [models.Index(fields=["case"], name="investigation_of_case")]
        constraints = [
            *of_case("investigation", change=CHANGEABLE, child_of="concern"),
            Pair(name="investigation_of_reopened", parent="reopens", share="case"),
            models.CheckConstraint(
                name="investigation_of_concern_or_reopened",
                condition=models.Q(received_on__isnull=False, reopened_on=None)
                | models.Q(received_on=None, reopened_on__isnull=False, reopens__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"undersøkelse åpnet {self.opened_on}"

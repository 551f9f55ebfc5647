"""The individual plan: one a child, by consent, with its ten contents (bvl § 15-9)."""

from __future__ import annotations

from django.db import models

from oppvekst.domain.cases.models import Case, of_case
from oppvekst.domain.meetings.models.group import _OfCase

PLAN_CHANGES = (
    "sections", "coordinator_name", "consented_by", "consented_on", "withdrawn_on", "refused_on", "refused_in",
    "review_on", "saved_at", "saved_by_name", "ended_on",
)  # fmt: skip


class IndividualPlan(_OfCase):
    """A plan that every service works by (bvl § 15-9; forskrift om individuell plan § 9)."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    wished_on = models.DateField("ønsket")
    consented_by = models.TextField("hvem som har samtykket", blank=True)
    consented_on = models.DateField("samtykket", null=True, blank=True)
    withdrawn_on = models.DateField("samtykket trukket", null=True, blank=True)
    refused_on = models.DateField("avslått", null=True, blank=True)
    # A signed decision of a later room, which can be appealed.
    refused_in = models.UUIDField("avslått i vedtaket", null=True, blank=True)
    coordinator_name = models.TextField("koordinator", blank=True)
    sections = models.JSONField("innhold", default=dict)
    review_on = models.DateField("ses på igjen", null=True, blank=True)
    saved_at = models.DateTimeField("lagret", null=True, blank=True)
    saved_by_name = models.TextField("lagret av", blank=True)
    opened_by = models.UUIDField("opprettet av")
    opened_at = models.DateTimeField("opprettet")
    ended_on = models.DateField("avsluttet", null=True, blank=True)

    class Meta:
        verbose_name = "individuell plan"
        verbose_name_plural = "individuelle planer"
        db_table_comment = "Individuell plan, én per barn (bvl § 15-9)"
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=models.Q(ended_on=None), name="one_individual_plan_a_child"
            ),
            *of_case("individual_plan", change=PLAN_CHANGES),
        ]

    def __str__(self) -> str:
        return "individuell plan"

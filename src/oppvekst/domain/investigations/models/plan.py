"""The working plan of an investigation (bvl § 2-2 (3)): its rows, each with a day and somebody responsible, and its versions."""

from __future__ import annotations

from uuid import uuid4

from django.db import models

from oppvekst.domain.cases.models import Case, of_case
from oppvekst.domain.investigations.models.investigation import Investigation
from oppvekst.ground.access.models import Municipality


class PlanRow(models.Model):
    """Something that is to be done by a day. A row that the parents are not to know of yet is in no copy they get."""

    class Kind(models.TextChoices):
        SOURCE = "source", "spørre noen"
        TALK = "talk", "samtale med barnet"
        VISIT = "visit", "hjemmebesøk"
        TASK = "task", "annet som skal gjøres"

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    investigation = models.ForeignKey(Investigation, models.PROTECT, related_name="rows")
    kind = models.TextField("slag", choices=Kind.choices)
    what = models.TextField("hva som skal gjøres")
    about = models.TextField("om hva", blank=True)
    ground = models.TextField("grunnlag", blank=True)
    due = models.DateField("innen")
    responsible = models.UUIDField("ansvarlig")
    untold = models.BooleanField("vises ikke for foreldrene ennå", default=False)
    told_on = models.DateField("foreldrene fikk vite det", null=True, blank=True)
    done_on = models.DateField("gjort", null=True, blank=True)
    struck_on = models.DateField("tatt ut", null=True, blank=True)
    struck_reasons = models.TextField("hvorfor tatt ut", blank=True)
    added_at = models.DateTimeField("lagt til")
    added_by = models.UUIDField("lagt til av")
    added_by_name = models.TextField("lagt til av")

    class Meta:
        verbose_name = "rad i undersøkelsesplanen"
        verbose_name_plural = "rader i undersøkelsesplanen"
        db_table_comment = "Det som skal gjøres i en undersøkelse, med dag og ansvarlig (bvl § 2-2)"
        indexes = [models.Index(fields=["investigation", "due", "id"], name="plan_row_by_day")]
        constraints = of_case(
            "plan_row", child_of="investigation",
            change=("due", "responsible", "untold", "told_on", "done_on", "struck_on", "struck_reasons"),
        )  # fmt: skip

    def __str__(self) -> str:
        return self.what


class PlanVersion(models.Model):
    """The plan as it was each time it was saved. What the parents may see of it is kept apart, and says less."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    investigation = models.ForeignKey(Investigation, models.PROTECT, related_name="versions")
    number = models.IntegerField("nummer")
    texts = models.JSONField("tekstene", default=dict)
    rows = models.JSONField("radene", default=list)
    for_parents = models.JSONField("det foreldrene kan få se", default=dict)
    saved_at = models.DateTimeField("lagret")
    saved_by_name = models.TextField("lagret av")

    class Meta:
        verbose_name = "versjon av undersøkelsesplanen"
        verbose_name_plural = "versjoner av undersøkelsesplanen"
        db_table_comment = "Undersøkelsesplanen slik den var, og slik foreldrene kan få se den"
        constraints = [
            *of_case("plan_version", child_of="investigation"),
            models.UniqueConstraint(fields=["investigation", "number"], name="plan_version_once"),
        ]

    def __str__(self) -> str:
        return f"planen {self.saved_at}"

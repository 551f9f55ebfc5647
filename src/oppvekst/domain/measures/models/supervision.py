"""Supervision in the home (*tilsyn i hjemmet*, bvl §§ 3-1, 3-4 (1) c): its plan, each visit, and what the visits add up to."""

from __future__ import annotations

from uuid import uuid4

from django.db import models

from oppvekst.domain.cases.models import Case, of_case
from oppvekst.domain.measures.models.measure import Measure
from oppvekst.domain.measures.rules import Came
from oppvekst.ground.access.models import Municipality
from oppvekst.ground.database.policies import Pair

OF_A_VISIT = (
    "called_off_at", "called_off_words", "came", "held_at", "carried_out_by", "at_home", "seen", "alone", "child_words",
    "alone_not", "said_to_parents", "what_happened", "today_words", "today_done_on", "today_done_words", "written_at",
    "written_by_name", "plan_id",
)  # fmt: skip


class SupervisionPlan(models.Model):
    """One version of what is looked at and how often, in words the family can understand. The old versions stay."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    measure = models.ForeignKey(Measure, models.PROTECT, related_name="supervision_plans")
    version = models.IntegerField("versjon", default=1)
    points = models.JSONField("hva det ses på", default=list)
    visits = models.IntegerField("besøk i måneden")
    unannounced = models.IntegerField("av dem minst uanmeldt", default=0)
    unannounced_agreed = models.BooleanField("uanmeldte besøk er avtalt eller pålagt", default=False)
    unannounced_words = models.TextField("hvem som har sagt ja til uanmeldte besøk", blank=True)
    who = models.TextField("hvem som kommer", blank=True)
    told_how = models.TextField("hva familien vet om hvordan et besøk går")
    told_leads = models.TextField("hva familien vet om hva et besøk kan føre til")
    since = models.DateField("fra")
    written_by = models.UUIDField("skrevet av")
    written_by_name = models.TextField("skrevet av")
    written_at = models.DateTimeField("skrevet")

    class Meta:
        verbose_name = "plan for tilsyn"
        verbose_name_plural = "planer for tilsyn"
        db_table_comment = "Plan for tilsyn i hjemmet: hva det ses på, hvor ofte, og hva familien vet"
        constraints = of_case("supervision_plan", child_of="measure")

    def __str__(self) -> str:
        return f"plan for tilsyn, versjon {self.version}"


class SupervisionVisit(models.Model):
    """One visit: when it is to be, and afterwards what was seen against each point of the plan."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    measure = models.ForeignKey(Measure, models.PROTECT, related_name="supervision_visits")
    plan = models.ForeignKey(SupervisionPlan, models.PROTECT, null=True, blank=True, related_name="visits_seen")
    at = models.DateTimeField("når")
    unannounced = models.BooleanField("uanmeldt", default=False)
    told = models.TextField("hvem som vet om besøket", blank=True)
    staff = models.UUIDField("hvem av oss som drar", null=True, blank=True)
    goes_name = models.TextField("hvem som drar", blank=True)
    planned_by = models.UUIDField("avtalt av")
    planned_by_name = models.TextField("avtalt av")
    planned_at = models.DateTimeField("avtalt")
    called_off_at = models.DateTimeField("avlyst", null=True, blank=True)
    called_off_words = models.TextField("hvorfor avlyst", blank=True)
    came = models.TextField("hva det ble til", blank=True, choices=[(one.value, one.value) for one in Came])
    held_at = models.DateTimeField("når det var", null=True, blank=True)
    carried_out_by = models.TextField("hvem som var på besøk", blank=True)
    at_home = models.TextField("hvem som var hjemme", blank=True)
    seen = models.JSONField("hva som ble sett", default=list)
    alone = models.BooleanField("snakket med barnet alene", null=True, blank=True)
    child_words = models.TextField("barnets ord", blank=True)
    alone_not = models.TextField("hvorfor ikke alene", blank=True)
    said_to_parents = models.TextField("hva som ble sagt til foreldrene", blank=True)
    what_happened = models.TextField("hva som skjedde ved døra", blank=True)
    today_words = models.TextField("hva som må gjøres samme dag", blank=True)
    today_done_on = models.DateField("gjort", null=True, blank=True)
    today_done_words = models.TextField("hva som ble gjort", blank=True)
    written_at = models.DateTimeField("skrevet", null=True, blank=True)
    written_by_name = models.TextField("skrevet av", blank=True)

    class Meta:
        verbose_name = "tilsynsbesøk"
        verbose_name_plural = "tilsynsbesøk"
        db_table_comment = "Besøk i hjemmet som er del av et tilsyn, og hva som ble sett"
        indexes = [models.Index(fields=["staff", "at"], name="supervision_visit_of_staff")]
        constraints = [
            *of_case("supervision_visit", change=OF_A_VISIT, child_of="measure"),
            Pair(name="supervision_visit_of_plan", parent="plan", share="case"),
        ]

    def __str__(self) -> str:
        return "avtale"


class SupervisionSummary(models.Model):
    """What the visits of a period have shown, with the parents' and the child's words to it (bvl §§ 1-4, 8-1 (1))."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    measure = models.ForeignKey(Measure, models.PROTECT, related_name="supervision_summaries")
    since = models.DateField("fra")
    until = models.DateField("til og med")
    conclusion = models.TextField("hva tilsynet har vist")
    fewer_words = models.TextField("hvorfor færre besøk", blank=True)
    parents_read = models.BooleanField("foreldrene har lest eller hørt", default=False)
    parents_words = models.TextField("foreldrenes ord", blank=True)
    child_read = models.BooleanField("barnet har lest eller hørt", default=False)
    child_words = models.TextField("barnets ord", blank=True)
    not_read_reason = models.TextField("hvorfor ikke lest eller hørt", blank=True)
    written_by = models.UUIDField("skrevet av")
    written_by_name = models.TextField("skrevet av")
    written_at = models.DateTimeField("skrevet")

    class Meta:
        verbose_name = "tilsynsrapport"
        verbose_name_plural = "tilsynsrapporter"
        db_table_comment = "Rapport fra tilsyn i hjemmet for en periode, med familiens ord"
        constraints = of_case("supervision_summary", child_of="measure")

    def __str__(self) -> str:
        return f"rapport fra tilsyn {self.since} til {self.until}"

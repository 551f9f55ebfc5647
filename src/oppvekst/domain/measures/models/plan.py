"""The plan (bvl § 8-1 (2)): what is to become better, how one sees it, who does what, in the child's and the parents' words."""

from __future__ import annotations

from uuid import uuid4

from django.db import models

from oppvekst.domain.cases.models import Case, of_case
from oppvekst.domain.measures.models.measure import Measure
from oppvekst.ground.access.models import Municipality
from oppvekst.ground.database.policies import Pair


class Plan(models.Model):
    """One version of a plan of the register's kinds. A changed plan is a new version; the old ones stay (bvl § 12-4)."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="plans")
    measure = models.ForeignKey(Measure, models.PROTECT, null=True, blank=True, related_name="plans")
    kind = models.TextField("plantype", default="1")
    version = models.IntegerField("versjon", default=1)
    content = models.TextField("innhold", blank=True)
    who_does_what = models.TextField("hvem gjør hva", blank=True)
    duration = models.TextField("hvor lenge", blank=True)
    follow_up = models.TextField("oppfølging", blank=True)
    child_words = models.TextField("barnets ord", blank=True)
    parents_words = models.TextField("foreldrenes ord", blank=True)
    valid_from = models.DateField("fra")
    valid_to = models.DateField("til og med", null=True, blank=True)
    written_by = models.UUIDField("skrevet av")
    written_by_name = models.TextField("skrevet av")
    written_at = models.DateTimeField("skrevet")

    class Meta:
        verbose_name = "plan"
        verbose_name_plural = "planer"
        db_table_comment = "Plan for hjelpen (bvl § 8-1)"
        indexes = [models.Index(fields=["case"], name="plan_of_case")]
        constraints = of_case("plan", change=("valid_to",), child_of="measure")

    def __str__(self) -> str:
        return f"plan {self.version}"


class Goal(models.Model):
    """A goal one can see whether it is reached. It lives through the plan's versions until it is met or left."""

    class State(models.TextChoices):
        OPEN = "open", "vi arbeider mot det"
        MET = "met", "nådd"
        LEFT = "left", "lagt bort"

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    measure = models.ForeignKey(Measure, models.PROTECT, related_name="goals")
    text = models.TextField("mål")
    seen_by = models.TextField("slik ser vi om det er nådd")
    who = models.TextField("hvem gjør hva", blank=True)
    state = models.TextField("tilstand", choices=State.choices, default=State.OPEN)
    set_on = models.DateField("satt")
    closed_on = models.DateField("nådd eller lagt bort", null=True, blank=True)
    closed_words = models.TextField("hvorfor", blank=True)

    class Meta:
        verbose_name = "mål"
        verbose_name_plural = "mål"
        db_table_comment = "Et mål i en tiltaksplan, som en kan se om er nådd"
        constraints = of_case(
            "goal", change=("state", "closed_on", "closed_words", "text", "seen_by", "who"), child_of="measure"
        )

    def __str__(self) -> str:
        return self.text


class Evaluation(models.Model):
    """One look at whether the help works (bvl § 8-1 (1)): what changed, who was heard, and what it leads to."""

    class Outcome(models.TextChoices):
        CONTINUE = "continue", "fortsett"
        CHANGE = "change", "endre"
        END = "end", "avslutt"

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    measure = models.ForeignKey(Measure, models.PROTECT, related_name="evaluations")
    on = models.DateField("evaluert")
    due_on = models.DateField("skulle vært gjort innen", null=True, blank=True)
    present = models.TextField("hvem var med", blank=True)
    works = models.TextField("virker det?")
    new_needs = models.TextField("trengs noe mer eller annet?")
    care_grounds = models.TextField("er det grunnlag for omsorgsovertakelse?")
    child_heard = models.BooleanField("barnet er hørt", default=False)
    child_words = models.TextField("barnets ord", blank=True)
    parents_heard = models.BooleanField("foreldrene er hørt", default=False)
    parents_words = models.TextField("foreldrenes ord", blank=True)
    not_heard_reason = models.TextField("hvorfor ikke hørt", blank=True)
    outcome = models.TextField("utfall", choices=Outcome.choices)
    against_wish = models.BooleanField("noen er uenig", default=False)
    by = models.UUIDField("ført av")
    by_name = models.TextField("ført av")
    at = models.DateTimeField("ført")

    class Meta:
        verbose_name = "evaluering"
        verbose_name_plural = "evalueringer"
        db_table_comment = "Evaluering av et tiltak (bvl § 8-1)"
        constraints = of_case("evaluation", child_of="measure")

    def __str__(self) -> str:
        return f"evaluering {self.on}"


class GoalSeen(models.Model):
    """How one goal stood at one evaluation, in five words of the family's own, never a score of persons."""

    class Stand(models.IntegerChoices):
        WORSE = 1, "verre"
        SAME = 2, "som før"
        A_LITTLE = 3, "litt bedre"
        MUCH = 4, "mye bedre"
        MET = 5, "nådd"

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    evaluation = models.ForeignKey(Evaluation, models.PROTECT, related_name="goals")
    goal = models.ForeignKey(Goal, models.PROTECT, related_name="seen")
    stand = models.IntegerField("hvordan det står", choices=Stand.choices)
    words = models.TextField("hva som har endret seg", blank=True)

    class Meta:
        verbose_name = "et mål ved en evaluering"
        verbose_name_plural = "mål ved evalueringer"
        db_table_comment = "Hvordan et mål sto ved en evaluering"
        constraints = [
            *of_case("goal_seen", child_of="evaluation"),
            Pair(name="goal_seen_of_goal", parent="goal", share="case"),
        ]

    def __str__(self) -> str:
        return self.get_stand_display()

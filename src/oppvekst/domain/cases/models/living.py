"""Two dated facts that decide who is asked, and whether the child understands its case. Only added to: the newest holds."""

from __future__ import annotations

from django.db import models

from oppvekst.domain.cases.models.case import Case, _OfCase, of_case
from oppvekst.domain.people.models import Person
from oppvekst.ground.database.policies import Pair

BY_ME = "noted_by = (select access.actor())"


class _Noted(_OfCase):
    """From which day something holds, where we know it from, and who wrote it."""

    source = models.TextField("kilde")
    checked_on = models.DateField("kontrollert")
    valid_from = models.DateField("fra og med")
    noted_at = models.DateTimeField("skrevet")
    noted_by = models.UUIDField("skrevet av")
    noted_by_name = models.TextField("skrevet av")

    class Meta:
        abstract = True


class Residence(_Noted):
    """Where the child lives from a day on (barnelova §§ 36, 37): asked for before anybody is asked to consent."""

    class Living(models.TextChoices):
        ONE = "one", "fast hos én av foreldrene"
        TOGETHER = "together", "sammen med begge foreldrene"
        SHARED = "shared", "delt bosted"
        NEITHER = "neither", "ikke hos noen av foreldrene"
        CARE = "care", "barneverntjenesten har omsorgen"

    case = models.ForeignKey(Case, models.PROTECT, related_name="residences")
    living = models.TextField("bosted", choices=Living.choices)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", null=True, blank=True, verbose_name="hos")

    class Meta:
        verbose_name = "bosted"
        verbose_name_plural = "bosteder"
        db_table_comment = "Hvor barnet bor fast, fra en dag, med kilde"
        indexes = [models.Index(fields=["case", "valid_from"], name="residence_of_case")]
        constraints = [
            models.CheckConstraint(
                name="residence_names_whom",
                condition=models.Q(living="one", person__isnull=False)
                | ~models.Q(living="one") & models.Q(person=None),
            ),
            Pair(name="residence_person_same_municipality", parent="person"),
            *of_case("residence", add=f"{BY_ME} and (person_id is null or access.in_case(person_id, case_id))"),
        ]

    def __str__(self) -> str:
        return self.get_living_display()


class Responsibility(_Noted):
    """Whether somebody has parental responsibility from a day on (barnelova § 30; bvl § 12-2)."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="responsibilities")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    holds = models.BooleanField("har foreldreansvar")

    class Meta:
        verbose_name = "foreldreansvar"
        verbose_name_plural = "foreldreansvar"
        db_table_comment = "Hvem som har foreldreansvar, fra en dag, med kilde"
        indexes = [models.Index(fields=["case", "valid_from"], name="responsibility_of_case")]
        constraints = [
            Pair(name="responsibility_person_same_municipality", parent="person"),
            *of_case("responsibility", add=f"{BY_ME} and access.in_case(person_id, case_id)"),
        ]

    def __str__(self) -> str:
        return "har foreldreansvar" if self.holds else "har ikke foreldreansvar"


class Understanding(_OfCase):
    """Whether the child understands what its case is about, assessed by a named person on a day (bvl § 12-3 (1))."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="understandings")
    understands = models.BooleanField("forstår hva saken gjelder")
    assessed_on = models.DateField("vurdert")
    reasons = models.TextField("begrunnelse")
    noted_at = models.DateTimeField("skrevet")
    noted_by = models.UUIDField("vurdert av")
    noted_by_name = models.TextField("vurdert av")

    class Meta:
        verbose_name = "vurdering av om barnet forstår saken"
        verbose_name_plural = "vurderinger av om barnet forstår saken"
        db_table_comment = "Om barnet forstår hva saken gjelder, vurdert av hvem og når"
        indexes = [models.Index(fields=["case", "assessed_on"], name="understanding_of_case")]
        constraints = of_case("understanding", add=BY_ME)

    def __str__(self) -> str:
        return "forstår saken" if self.understands else "forstår ikke saken"

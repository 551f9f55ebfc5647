"""Who in the family has been told of the investigation, and so may follow it at My page."""

from __future__ import annotations

from uuid import uuid4

from django.db import models

from oppvekst.domain.cases.models import Case, of_case
from oppvekst.domain.investigations.models.investigation import Investigation
from oppvekst.domain.people.models import Person
from oppvekst.ground.access.models import Municipality
from oppvekst.ground.database.policies import Pair


class FamilyTold(models.Model):
    """One who was told that the child is being investigated: when, how and by whom; it is shown to nobody before (fvl § 18)."""

    class How(models.TextChoices):
        MEETING = "meeting", "i et møte"
        PHONE = "phone", "på telefon"
        LETTER = "letter", "i brev"
        VISIT = "visit", "hjemme hos familien"

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    investigation = models.ForeignKey(Investigation, models.PROTECT, related_name="told")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    told_on = models.DateField("fikk vite det")
    how = models.TextField("hvordan", choices=How.choices)
    noted_at = models.DateTimeField("skrevet")
    noted_by = models.UUIDField("skrevet av")
    noted_by_name = models.TextField("skrevet av")
    taken_back_at = models.DateTimeField("tatt bort fra Min side", null=True, blank=True)
    taken_back_by_name = models.TextField("tatt bort av", blank=True)
    taken_back_reasons = models.TextField("hvorfor tatt bort", blank=True)

    class Meta:
        verbose_name = "fortalt om undersøkelsen"
        verbose_name_plural = "fortalt om undersøkelsen"
        db_table_comment = "Hvem i familien som har fått vite om undersøkelsen og kan følge den på Min side (fvl § 18)"
        constraints = [
            *of_case(
                "family_told", child_of="investigation",
                change=("taken_back_at", "taken_back_by_name", "taken_back_reasons"),
                # Only somebody who stands in this case: a key alone looks past every policy.
                add="noted_by = (select access.actor()) and access.in_case(person_id, case_id)",
            ),
            Pair(name="family_told_person_same_municipality", parent="person"),
            models.UniqueConstraint(
                fields=["investigation", "person"], condition=models.Q(taken_back_at=None), name="family_told_once"
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"fortalt {self.told_on}"

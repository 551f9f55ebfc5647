"""Appointments of a drug test outside an institution (bvl §§ 3-1, 3-4 (1) c), what came of each, and who was told."""

from __future__ import annotations

from uuid import uuid4

from django.db import models

from oppvekst.domain.cases.models import Case, of_case
from oppvekst.domain.measures.models.measure import Measure
from oppvekst.domain.people.models import Person
from oppvekst.ground.access.models import Municipality
from oppvekst.ground.database.policies import Pair

IN_THE_CASE = "access.in_case(person_id, case_id)"


class Appointment(models.Model):
    """One appointment. What it is for stands nowhere but in the measure; what came of it is written in words."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    measure = models.ForeignKey(Measure, models.PROTECT, related_name="appointments")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField("når")
    place = models.TextField("hvor", blank=True)
    made_by = models.UUIDField("avtalt av")
    made_by_name = models.TextField("avtalt av")
    made_at = models.DateTimeField("avtalt")
    cancelled_at = models.DateTimeField("avlyst", null=True, blank=True)
    cancelled_words = models.TextField("hvorfor avlyst", blank=True)
    met = models.BooleanField("møtte", null=True, blank=True)
    meaning = models.TextField("hva svaret betyr", blank=True)
    written_at = models.DateTimeField("skrevet", null=True, blank=True)
    written_by_name = models.TextField("skrevet av", blank=True)

    class Meta:
        verbose_name = "avtale"
        verbose_name_plural = "avtaler"
        db_table_comment = "Avtale om en prøve utenfor institusjon, og hva svaret betyr"
        constraints = [
            Pair(name="appointment_person_same_municipality", parent="person"),
            *of_case(
                "appointment",
                change=("cancelled_at", "cancelled_words", "met", "meaning", "written_at", "written_by_name"),
                child_of="measure",
                add=IN_THE_CASE,
            ),
        ]

    def __str__(self) -> str:
        return "avtale"


class Told(models.Model):
    """One person who was told what came of it: first whoever was tested, then those they have said yes to."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    appointment = models.ForeignKey(Appointment, models.PROTECT, related_name="told")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    agreed = models.TextField("hva den testede sa ja til at de får vite", blank=True)
    at = models.DateTimeField("fortalt")
    by = models.UUIDField("fortalt av")
    by_name = models.TextField("fortalt av")

    class Meta:
        verbose_name = "en som har fått vite det"
        verbose_name_plural = "de som har fått vite det"
        db_table_comment = "Hvem som har fått vite hva en prøve betyr"
        constraints = [
            Pair(name="told_person_same_municipality", parent="person"),
            models.UniqueConstraint(fields=["appointment", "person"], name="told_once"),
            *of_case("told", child_of="appointment", add=IN_THE_CASE),
        ]

    def __str__(self) -> str:
        return self.by_name

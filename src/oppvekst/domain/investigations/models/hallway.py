"""A home visit while it is written on the phone: every text that was sent, until it becomes a note of the investigation.

It is the worker's own draft in the case and no part of the journal. What two have written at once stands side by side: the
one that came too late stands aside until a person has chosen. Nothing that was sent is changed or taken away.
"""

from __future__ import annotations

from uuid import uuid4

from django.db import models

from oppvekst.domain.cases.models import Case, of_case
from oppvekst.domain.investigations.models.collected import FieldNote
from oppvekst.domain.investigations.models.investigation import Investigation
from oppvekst.ground.access.models import Municipality
from oppvekst.ground.database.policies import Pair


class HallwayVisit(models.Model):
    """One home visit that is being written (bvl § 2-2 (5)). The phone makes its id, so that what is sent twice is one."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    investigation = models.ForeignKey(Investigation, models.PROTECT, related_name="hallway_visits")
    # The number of the text that stands.
    version = models.PositiveIntegerField("versjon", default=0)
    begun_at = models.DateTimeField("påbegynt")
    begun_by = models.UUIDField("påbegynt av")
    begun_by_name = models.TextField("påbegynt av")
    finished_at = models.DateTimeField("ferdig", null=True, blank=True)
    note = models.OneToOneField(
        FieldNote, models.PROTECT, null=True, blank=True, related_name="hallway_visit", verbose_name="ble notatet"
    )

    class Meta:
        verbose_name = "hjemmebesøk under arbeid"
        verbose_name_plural = "hjemmebesøk under arbeid"
        db_table_comment = "Hjemmebesøk som skrives på telefonen; utkast, ikke en del av journalen"
        indexes = [models.Index(fields=["investigation", "-begun_at"], name="hallway_visit_newest")]
        constraints = [
            *of_case("hallway_visit", change=("version", "finished_at", "note_id"), child_of="investigation"),
            Pair(name="hallway_visit_note", parent="note", share="case"),
        ]

    def __str__(self) -> str:
        return f"hjemmebesøk påbegynt {self.begun_at:%d.%m.%Y}"


class HallwayText(models.Model):
    """The visit as somebody sent it. ``key``: the phone's own mark on a sending, so that a retry is stored once.

    ``aside``: written on top of a version that somebody else had changed meanwhile; ``settled`` when a person has chosen.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    visit = models.ForeignKey(HallwayVisit, models.PROTECT, related_name="texts")
    key = models.UUIDField("sendingens nøkkel")
    version = models.PositiveIntegerField("versjon")
    based_on = models.PositiveIntegerField("versjonen den bygger på")
    happened = models.TextField("når", blank=True)
    present = models.TextField("hvem som var der", blank=True)
    seen = models.TextField("det vi så", blank=True)
    child_words = models.TextField("barnets ord", blank=True)
    parents_words = models.TextField("foreldrenes ord", blank=True)
    agreed = models.TextField("avtalt videre", blank=True)
    aside = models.BooleanField("står til side", default=False)
    settled = models.BooleanField("avgjort", default=False)
    sent_at = models.DateTimeField("sendt")
    sent_by = models.UUIDField("sendt av")
    sent_by_name = models.TextField("sendt av")

    class Meta:
        verbose_name = "tekst fra hjemmebesøk"
        verbose_name_plural = "tekster fra hjemmebesøk"
        db_table_comment = "Hver tekst som er sendt fra et hjemmebesøk under arbeid, med hvem og når"
        indexes = [models.Index(fields=["visit", "-version"], name="hallway_text_newest")]
        constraints = [
            *of_case("hallway_text", change=("settled",), child_of="visit"),
            models.UniqueConstraint(fields=["visit", "key"], name="hallway_text_sent_once"),
            models.UniqueConstraint(
                fields=["visit", "version"], condition=models.Q(aside=False), name="hallway_text_one_of_each"
            ),
        ]

    def __str__(self) -> str:
        return f"versjon {self.version}"

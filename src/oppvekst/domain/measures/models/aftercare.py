"""That somebody has talked with a youth about help after 18, with the youth's own wish (bvl § 3-6 (2))."""

from __future__ import annotations

from uuid import uuid4

from django.db import models

from oppvekst.domain.cases.models import Case, of_case
from oppvekst.domain.measures.rules.aftercare import WANTS
from oppvekst.ground.access.models import Municipality


class AftercareTalk(models.Model):
    """One talk: when, what the youth wants in the youth's own words, and who wrote it down. A new talk is a new row."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    talked_on = models.DateField("snakket")
    wants = models.TextField("vil ha hjelp etter 18", choices=[(one.value, title) for one, title in WANTS.items()])
    words = models.TextField("hva ungdommen ønsker")
    noted_by = models.UUIDField("skrevet av")
    noted_by_name = models.TextField("skrevet av")
    noted_at = models.DateTimeField("skrevet")

    class Meta:
        verbose_name = "samtale om ettervern"
        verbose_name_plural = "samtaler om ettervern"
        db_table_comment = "At noen har snakket med en ungdom om hjelp etter 18 år, og hva ungdommen ønsker (bvl § 3-6)"
        indexes = [models.Index(fields=["case"], name="aftercare_talk_of_case")]
        constraints = of_case("aftercare_talk")

    def __str__(self) -> str:
        return self.words

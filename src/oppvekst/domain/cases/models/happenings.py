"""What happened in a child's life: facts apart from what is made of them, each with its source (bvl § 12-4; fvl § 17)."""

from __future__ import annotations

from django.db import models

from oppvekst.domain.cases.models.case import Case, _OfCase, of_case
from oppvekst.domain.cases.models.documents import Document
from oppvekst.domain.cases.rules.line import SOURCES, THEMES
from oppvekst.domain.cases.rules.when import EXACT
from oppvekst.ground.database.policies import Pair


class Happening(_OfCase):
    """One thing that happened, as it was written. Only added to: a correction is a new row that says which it replaces."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="happenings")
    since = models.DateField("fra")
    until = models.DateField("til og med")
    exact = models.TextField("nøyaktighet", choices=list(EXACT.items()), default="day")
    fact = models.TextField("hva som skjedde")
    assessment = models.TextField("vurdering", blank=True)
    source_kind = models.TextField("slags kilde", choices=[pair for pair in SOURCES.items() if pair[0] != "service"])
    source = models.TextField("kilde")
    document = models.ForeignKey(Document, models.PROTECT, null=True, blank=True, related_name="+")
    theme = models.TextField("tema", choices=list(THEMES.items()), blank=True)
    replaces = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="newer")
    corrected_because = models.TextField("hvorfor rettet", blank=True)
    # The line is taken off the timeline by a correction that says so; the words stay.
    withdrawn = models.BooleanField("tatt bort", default=False)
    written_by = models.UUIDField("skrevet av")
    written_by_name = models.TextField("skrevet av")
    written_at = models.DateTimeField("skrevet")

    class Meta:
        verbose_name = "hendelse"
        verbose_name_plural = "hendelser"
        db_table_comment = "Hendelse i et barns liv, med kilde; bare tilføyelser"
        indexes = [models.Index(fields=["case", "since"], name="happening_of_case")]
        constraints = [
            models.UniqueConstraint(
                fields=["replaces"], name="happening_one_newer", condition=models.Q(replaces__isnull=False)
            ),
            models.CheckConstraint(condition=models.Q(until__gte=models.F("since")), name="happening_ends_after"),
            *of_case("happening", add="written_by = (select access.actor())", child_of="replaces"),
            Pair(name="happening_of_document", parent="document", share="case"),
        ]

    def __str__(self) -> str:
        return self.fact

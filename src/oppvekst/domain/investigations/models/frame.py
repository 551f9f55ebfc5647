"""What is kept of the assessment of a child's needs: what was taken in, facts with their sources, and every saved version.

Nothing that was saved is ever written over: a new text is a new version beside the old (``NeedsVersion``), and a fact that was
wrong is corrected by a new one that points at it. What somebody is writing and has not saved is a draft, which is no part of
the journal.
"""

from __future__ import annotations

from uuid import uuid4

from django.db import models

from oppvekst.domain.cases.models import Case, of_case
from oppvekst.domain.investigations.models.investigation import Investigation
from oppvekst.ground.access.models import Municipality
from oppvekst.ground.database.policies import Pair


class _OfFrame(models.Model):
    """A row of one case, as every table of the frame has it."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="+")

    class Meta:
        abstract = True


class NeedsAssessment(_OfFrame):
    """The assessment of a child's needs in one investigation; a later one continues it and shows what has changed."""

    investigation = models.OneToOneField(Investigation, models.PROTECT, related_name="needs")
    continues = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="fortsetter"
    )
    begun_at = models.DateTimeField("påbegynt")
    begun_by = models.UUIDField("påbegynt av")

    class Meta:
        verbose_name = "behovsvurdering"
        verbose_name_plural = "behovsvurderinger"
        db_table_comment = "Vurdering av barnets behov etter kunnskapsmodellen, én i hver undersøkelse"
        constraints = [
            *of_case("needs_assessment", child_of="investigation"),
            Pair(name="needs_assessment_of_continues", parent="continues", share="case"),
        ]

    def __str__(self) -> str:
        return f"behovsvurdering påbegynt {self.begun_at:%d.%m.%Y}"


class NeedsItem(_OfFrame):
    """One item that somebody has looked at: relevant or not, and whether it is a ground of what is decided."""

    assessment = models.ForeignKey(NeedsAssessment, models.PROTECT, related_name="items")
    code = models.TextField("kode i kunnskapsmodellen")
    relevant = models.BooleanField("aktuelt")
    is_ground = models.BooleanField("grunnlag", default=False)
    # The number of the version that stands; nothing is written yet when it is 0.
    version = models.PositiveIntegerField("versjon", default=0)

    class Meta:
        verbose_name = "punkt i behovsvurdering"
        verbose_name_plural = "punkter i behovsvurdering"
        db_table_comment = "Punkt i kunnskapsmodellen som er vurdert som aktuelt eller ikke for dette barnet"
        constraints = [
            models.UniqueConstraint(fields=["assessment", "code"], name="needs_item_once"),
            *of_case("needs_item", change=("relevant", "is_ground", "version"), child_of="assessment"),
        ]

    def __str__(self) -> str:
        return self.code


class NeedsVersion(_OfFrame):
    """What was written about an item when somebody saved it, with who and when. Never changed, never written over."""

    item = models.ForeignKey(NeedsItem, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField("nummer")
    child_view = models.TextField("barnets syn", blank=True)
    parents_view = models.TextField("foreldrenes syn", blank=True)
    strengths = models.TextField("styrker", blank=True)
    risks = models.TextField("risiko", blank=True)
    assessment = models.TextField("barnevernsfaglig vurdering", blank=True)
    change = models.TextField("endring siden sist", blank=True)
    saved_at = models.DateTimeField("lagret")
    saved_by = models.UUIDField("lagret av")
    saved_by_name = models.TextField("lagret av")

    class Meta:
        verbose_name = "tekst i behovsvurdering"
        verbose_name_plural = "tekster i behovsvurdering"
        db_table_comment = "Hver lagrede tekst om et punkt, med hvem og når"
        constraints = [
            models.UniqueConstraint(fields=["item", "number"], name="needs_version_once"),
            *of_case("needs_version", child_of="item"),
        ]

    def __str__(self) -> str:
        return f"versjon {self.number}"


class NeedsFact(_OfFrame):
    """Something known about an item, with its source and its day. Only added; a wrong one is corrected by a new one."""

    item = models.ForeignKey(NeedsItem, models.PROTECT, related_name="facts")
    text = models.TextField("opplysning")
    source = models.TextField("kilde")
    known_on = models.DateField("dato")
    corrects = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="corrected_by", verbose_name="retter"
    )
    added_at = models.DateTimeField("skrevet")
    added_by = models.UUIDField("skrevet av")
    added_by_name = models.TextField("skrevet av")

    class Meta:
        verbose_name = "opplysning i behovsvurdering"
        verbose_name_plural = "opplysninger i behovsvurdering"
        db_table_comment = "Opplysning om barnets behov, med kilde og dato; rettes med en ny"
        constraints = [
            *of_case("needs_fact", child_of="item"),
            Pair(name="needs_fact_of_corrects", parent="corrects", share="case"),
        ]

    def __str__(self) -> str:
        return self.text


class NeedsDraft(_OfFrame):
    """What one person is writing about an item and has not saved. One a person; emptied when it is saved or thrown away."""

    item = models.ForeignKey(NeedsItem, models.PROTECT, related_name="drafts")
    texts = models.JSONField("tekst", default=dict)
    based_on = models.PositiveIntegerField("versjonen den bygger på")
    written_at = models.DateTimeField("skrevet")
    written_by = models.UUIDField("skrevet av")
    written_by_name = models.TextField("skrevet av")

    class Meta:
        verbose_name = "utkast i behovsvurdering"
        verbose_name_plural = "utkast i behovsvurdering"
        db_table_comment = "Det én ansatt skriver på og ikke har lagret; ikke en del av journalen"
        constraints = [
            models.UniqueConstraint(fields=["item", "written_by"], name="needs_draft_once"),
            *of_case(
                "needs_draft", change=("texts", "based_on", "written_at"), child_of="item",
                add="written_by = (select access.actor())",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.written_by_name

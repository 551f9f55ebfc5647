"""A decision (*enkeltvedtak*): what is decided about one child, its draft, and what was locked when it was signed."""

from __future__ import annotations

from uuid import uuid4

from django.db import models

from oppvekst.domain.cases.models import Case, of_case
from oppvekst.domain.decisions.rules import KINDS, Kind
from oppvekst.domain.investigations.models import Investigation
from oppvekst.ground.access.models import Municipality
from oppvekst.ground.database.logins import WORKER
from oppvekst.ground.database.policies import Policy

# What the draft says, until it is signed; a trigger refuses the same columns afterwards.
TERMS = (
    "kind", "category", "category_words", "bases", "title", "language", "starts_on", "ends_on", "provider", "price",
    "consent_ground", "recommended", "refused_by_parents", "conclusion_code", "moved_to", "new_municipality_told_on",
)  # fmt: skip
NOTICE = ("notice_text", "noticed_at", "answers_due", "notice_skipped")
SIGNATURE = ("signed_at", "signed_by", "signed_by_name", "signed_as", "content", "sha256")
CHANGEABLE = ("state", "reversal_ground", "reversed_by_decision", *TERMS, *NOTICE, *SIGNATURE)


class Decision(models.Model):
    """One decision about one child (bvl § 12-5; fvl § 2). When it is signed, its text is locked and never changed again."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="decisions")
    investigation = models.ForeignKey(Investigation, models.PROTECT, null=True, blank=True, related_name="decisions")
    kind = models.TextField("hva slags vedtak", choices=[(kind.value, of.title) for kind, of in KINDS.items()])
    category = models.TextField("kategori", blank=True)
    category_words = models.TextField("presisering", blank=True)
    bases = models.JSONField("lovgrunnlag", default=list)
    title = models.TextField("tittel")
    state = models.TextField("tilstand", default="draft")
    language = models.TextField("språk", default="nb")
    starts_on = models.DateField("fra", null=True, blank=True)
    ends_on = models.DateField("til og med", null=True, blank=True)
    provider = models.TextField("hvem som gir hjelpen", blank=True)
    price = models.TextField("egenbetaling", blank=True)
    consent_ground = models.TextField("samtykke eller pålegg", default="consent")
    recommended = models.TextField("anbefalt hjelp", blank=True)
    refused_by_parents = models.BooleanField("foreldrene sa nei", default=False)
    # How the investigation that the decision ends is concluded (register: Undersøkelse/Konklusjon).
    conclusion_code = models.TextField("konklusjon på undersøkelsen", blank=True)
    moved_to = models.TextField("flyttet til", blank=True)
    new_municipality_told_on = models.DateField("meldt til ny kommune", null=True, blank=True)
    notice_text = models.TextField("forhåndsvarsel", blank=True)
    noticed_at = models.DateTimeField("varslet", null=True, blank=True)
    answers_due = models.DateField("frist for å uttale seg", null=True, blank=True)
    notice_skipped = models.TextField("hvorfor ikke varslet", blank=True)
    opened_by = models.UUIDField("opprettet av")
    opened_at = models.DateTimeField("opprettet")
    signed_at = models.DateTimeField("undertegnet", null=True, blank=True)
    signed_by = models.UUIDField("undertegnet av", null=True, blank=True)
    signed_by_name = models.TextField("undertegnet av", blank=True)
    signed_as = models.TextField("undertegnet som", blank=True)
    content = models.JSONField("låst innhold", null=True, blank=True)
    sha256 = models.TextField("SHA-256 av innholdet", blank=True)
    reversal_ground = models.TextField("hvorfor omgjort", blank=True)
    reversed_by_decision = models.UUIDField("omgjort ved", null=True, blank=True)

    class Meta:
        verbose_name = "vedtak"
        verbose_name_plural = "vedtak"
        db_table_comment = "Vedtak i en sak (bvl § 12-5)"
        indexes = [models.Index(fields=["case"], name="decision_of_case")]
        constraints = [
            *of_case("decision", change=CHANGEABLE, child_of="investigation"),
            # Time alone makes it final; the text is locked to the worker as to everybody.
            Policy(
                name="decision_clocked", to=(WORKER,), command="update", columns=("state",), using="true", check_rows="true"
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.title

    @property
    def of_kind(self) -> Kind:
        """The kind as the rules know it."""
        return Kind(self.kind)

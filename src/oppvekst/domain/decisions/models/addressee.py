"""Whom a decision is for: each person with how she stands to it, her own copy, and when it reached her (bvl § 12-2; fvl § 27)."""

from __future__ import annotations

from uuid import uuid4

from django.db import models

from oppvekst.domain.cases.models import Case, Party, of_case
from oppvekst.domain.decisions.models.decision import Decision
from oppvekst.domain.decisions.rules.standing import Standing
from oppvekst.ground.access.models import Municipality
from oppvekst.ground.database.logins import WORKER
from oppvekst.ground.database.policies import Pair, Policy

SENT = (
    "route", "dispatched_at", "dispatched_by", "available_at", "notified_at", "second_notice_at", "opened_at",
    "reached_on", "reached_how", "appeal_due",
)  # fmt: skip
# What happens by itself: the word that it lies ready goes out, and then the limit runs.
CLOCKED = ("notified_at", "second_notice_at", "reached_on", "reached_how", "appeal_due")
TITLES = {
    Standing.PARTY: "part",
    Standing.INFORMED: "skal ha melding",
    Standing.REPRESENTATIVE: "fullmektig eller verge",
    Standing.KEPT_UNINFORMED: "varsles ikke",
    Standing.NONE: "hverken part eller til melding",
}


class Addressee(models.Model):
    """One person and one decision: party, informed, representative or kept uninformed, with the reasons (bvl § 12-2)."""

    class Route(models.TextChoices):
        DIGITAL = "digital", "digitalt"
        POST = "post", "i posten"
        HAND = "hand", "personlig"
        SAFE = "safe", "trygg vei"

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    decision = models.ForeignKey(Decision, models.PROTECT, related_name="addressees")
    party = models.ForeignKey(Party, models.PROTECT, null=True, blank=True, related_name="+")
    name = models.TextField("navn")
    standing = models.TextField("stilling", choices=[(one.value, title) for one, title in TITLES.items()])
    reasons = models.TextField("hvordan vurdert", blank=True)
    language = models.TextField("språk", default="nb")
    represents = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="representatives")
    route = models.TextField("vei", choices=Route.choices, blank=True)
    dispatched_at = models.DateTimeField("sendt", null=True, blank=True)
    dispatched_by = models.UUIDField("sendt av", null=True, blank=True)
    available_at = models.DateTimeField("gjort tilgjengelig", null=True, blank=True)
    notified_at = models.DateTimeField("varsel sendt", null=True, blank=True)
    second_notice_at = models.DateTimeField("varslet på nytt", null=True, blank=True)
    opened_at = models.DateTimeField("åpnet", null=True, blank=True)
    reached_on = models.DateField("kommet fram", null=True, blank=True)
    reached_how = models.TextField("hvordan vi vet det", blank=True)
    appeal_due = models.DateField("klagefrist", null=True, blank=True)

    class Meta:
        verbose_name = "mottaker av vedtak"
        verbose_name_plural = "mottakere av vedtak"
        db_table_comment = "Den et vedtak gjelder eller skal meldes til, og når det nådde fram (fvl § 27)"
        constraints = [
            *of_case("addressee", change=("standing", "reasons", "language", *SENT), child_of="decision"),
            Pair(name="addressee_of_party", parent="party", share="case"),
            Policy(
                name="addressee_clocked", to=(WORKER,), command="update", columns=CLOCKED, using="true", check_rows="true"
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.name

    @property
    def has_copy(self) -> bool:
        """Whether a copy goes to this person at all."""
        return self.standing in (Standing.PARTY, Standing.INFORMED, Standing.REPRESENTATIVE)


class Withholding(models.Model):
    """A paragraph that is not in one person's copy, with the ground it is left out on (fvl § 24 (3), § 19; bvl § 12-6)."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    addressee = models.ForeignKey(Addressee, models.PROTECT, related_name="withheld")
    section = models.TextField("del")
    paragraph = models.IntegerField("avsnitt")
    ground = models.TextField("hjemmel")
    reasons = models.TextField("begrunnelse")
    # Not where the gap itself would tell what is in it.
    told = models.BooleanField("kopien sier at noe er utelatt", default=True)
    by = models.UUIDField("utelatt av")
    at = models.DateTimeField("utelatt")
    lifted_at = models.DateTimeField("tatt inn igjen", null=True, blank=True)

    class Meta:
        verbose_name = "utelatt avsnitt"
        verbose_name_plural = "utelatte avsnitt"
        db_table_comment = "Et avsnitt som ikke står i én mottakers kopi av vedtaket"
        constraints = of_case("withholding", change=("lifted_at",), child_of="addressee")

    def __str__(self) -> str:
        return f"{self.section} {self.paragraph}"


class Comment(models.Model):
    """What somebody answered to the advance notice (fvl § 16 (1))."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    addressee = models.ForeignKey(Addressee, models.PROTECT, related_name="comments")
    received_at = models.DateTimeField("kom")
    how = models.TextField("hvordan")
    text = models.TextField("uttalelse")
    nothing_to_say = models.BooleanField("ville ikke uttale seg", default=False)
    by = models.UUIDField("ført av")
    at = models.DateTimeField("ført")

    class Meta:
        verbose_name = "uttalelse"
        verbose_name_plural = "uttalelser"
        db_table_comment = "Svar på forhåndsvarsel (fvl § 16)"
        constraints = of_case("decision_comment", child_of="addressee")

    def __str__(self) -> str:
        return self.text[:60]

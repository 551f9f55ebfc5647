"""Appeals and every step of each, requests that the decision waits, reversals, and claims for costs (fvl §§ 28-36, 42)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from django.db import models

from oppvekst.domain.cases.models import Case, of_case
from oppvekst.domain.decisions.models.addressee import Addressee
from oppvekst.domain.decisions.models.decision import Decision
from oppvekst.domain.decisions.rules.appeal.costs import CHANGERS
from oppvekst.domain.decisions.rules.appeal.facts import OUTCOMES
from oppvekst.domain.decisions.rules.appeal.reversal import REVERSAL_GROUNDS
from oppvekst.domain.decisions.rules.appeal.standing import APPELLANTS, BODIES
from oppvekst.domain.decisions.rules.appeal.stay import UNTILS
from oppvekst.domain.decisions.rules.appeal.time import CHANNELS
from oppvekst.ground.access.models import Municipality
from oppvekst.ground.database.policies import Pair

REGISTERED = (
    "appellant", "name", "represented_by", "represented_is", "authority_shown", "over_standing", "interest", "received_at",
    "channel", "posted_on", "says", "wants", "read_back", "addressee_id", "due", "never_notified", "knew_on",
    "grants_right_to_another", "first_sent_on", "knew_lost_on",
)  # fmt: skip
APPEAL_CHANGES = (
    *REGISTERED, "state", "new_decision_id", "interim_at", "interim_by_name", "complete_by", "complete_what", "sent_at",
    "outcome", "outcome_on", "in_favour", "costs_told_on", "closed_on",
)  # fmt: skip


def _choices(words: Mapping[Any, str]) -> list[tuple[str, str]]:
    return [(str(key), text) for key, text in words.items()]


class _OfDecision(models.Model):
    """What every table here has: its own id, and whose municipality it is."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)

    class Meta:
        abstract = True


class Appeal(_OfDecision):
    """One appeal against one decision, as it came, and where it stands. What was written at each step is a row of its own."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="appeals")
    decision = models.ForeignKey(Decision, models.PROTECT, related_name="appeals", verbose_name="vedtak det klages på")
    addressee = models.ForeignKey(Addressee, models.PROTECT, null=True, blank=True, related_name="appeals")
    new_decision = models.ForeignKey(
        Decision, models.PROTECT, null=True, blank=True, related_name="answers_appeals", verbose_name="nytt vedtak"
    )
    state = models.TextField("tilstand", default="received")
    body = models.TextField("klageinstans", choices=_choices(BODIES))
    appellant = models.TextField("klager som", choices=_choices(APPELLANTS))
    name = models.TextField("klagerens navn")
    represented_by = models.TextField("fullmektig", blank=True)
    represented_is = models.TextField("fullmektigens stilling", blank=True)
    authority_shown = models.BooleanField("skriftlig fullmakt er vist", default=False)
    over_standing = models.BooleanField("klager på ikke å være part", default=False)
    interest = models.TextField("rettslig klageinteresse", blank=True)
    received_at = models.DateTimeField("kom til tjenesten")
    channel = models.TextField("hvordan den kom", choices=_choices(CHANNELS))
    posted_on = models.DateField("lagt i posten", null=True, blank=True)
    first_sent_on = models.DateField("først sendt, og borte", null=True, blank=True)
    knew_lost_on = models.DateField("fikk vite at den var borte", null=True, blank=True)
    says = models.TextField("klagen", blank=True)
    wants = models.TextField("endringen klageren ønsker", blank=True)
    read_back = models.BooleanField("lest opp og bekreftet", default=False)
    # As it stood when the appeal was registered: the day the limit ran out for this appellant.
    due = models.DateField("klagefristen var ute", null=True, blank=True)
    never_notified = models.BooleanField("fikk ikke underretning", default=False)
    knew_on = models.DateField("fikk kjennskap til vedtaket", null=True, blank=True)
    grants_right_to_another = models.BooleanField("vedtaket ga en annen en rettighet", default=False)
    registered_by = models.UUIDField("registrert av")
    registered_by_name = models.TextField("registrert av")
    registered_at = models.DateTimeField("registrert")
    interim_at = models.DateTimeField("foreløpig svar sendt", null=True, blank=True)
    interim_by_name = models.TextField("foreløpig svar sendt av", blank=True)
    complete_by = models.DateField("frist for å rette", null=True, blank=True)
    complete_what = models.TextField("hva som mangler", blank=True)
    sent_at = models.DateTimeField("sendt til klageinstansen", null=True, blank=True)
    outcome = models.TextField("utfall", choices=_choices(OUTCOMES), blank=True)
    outcome_on = models.DateField("avgjort", null=True, blank=True)
    in_favour = models.BooleanField("endret til gunst", default=False)
    costs_told_on = models.DateField("fortalt om sakskostnader", null=True, blank=True)
    closed_on = models.DateField("ferdig", null=True, blank=True)

    class Meta:
        verbose_name = "klage"
        verbose_name_plural = "klager"
        db_table_comment = "Klage på et vedtak (fvl §§ 28-34)"
        indexes = [models.Index(fields=["case"], name="appeal_of_case")]
        constraints = [
            *of_case("appeal", change=APPEAL_CHANGES, child_of="decision"),
            Pair(name="appeal_of_addressee", parent="addressee", share="case"),
            Pair(name="appeal_of_new_decision", parent="new_decision", share="case"),
        ]

    def __str__(self) -> str:
        return f"klage fra {self.name}"


class AppealStep(_OfDecision):
    """One step of an appeal: what was written, by whom and when. It is added to, and never changed."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    appeal = models.ForeignKey(Appeal, models.PROTECT, related_name="steps")
    step = models.TextField("steg")
    said = models.JSONField("hva som ble skrevet", default=dict)
    by = models.UUIDField("av")
    by_name = models.TextField("av")
    at = models.DateTimeField("når")

    class Meta:
        verbose_name = "steg i en klage"
        verbose_name_plural = "steg i klager"
        db_table_comment = "Hva som ble skrevet i hvert steg av en klage"
        indexes = [models.Index(fields=["appeal", "at"], name="appeal_step_of_appeal")]
        constraints = of_case("appeal_step", child_of="appeal")

    def __str__(self) -> str:
        return self.step


class StayRequest(_OfDecision):
    """Somebody asks that the decision waits, or we consider it ourselves (fvl § 42)."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="stays")
    decision = models.ForeignKey(Decision, models.PROTECT, related_name="stays")
    appeal = models.ForeignKey(Appeal, models.PROTECT, null=True, blank=True, related_name="stays")
    state = models.TextField("tilstand", default="asked")
    asked_by = models.TextField("bedt om av", blank=True)
    asked_on = models.DateField("bedt om")
    says = models.TextField("hvorfor det skal vente", blank=True)
    registered_by = models.UUIDField("registrert av")
    registered_by_name = models.TextField("registrert av")
    stayed = models.TextField("hva som venter", blank=True)
    until = models.TextField("hvor lenge", choices=_choices(UNTILS), blank=True)
    terms = models.TextField("vilkår", blank=True)
    reasons = models.TextField("begrunnelse", blank=True)
    child_first = models.TextField("hva det betyr for barnet", blank=True)
    decided_at = models.DateTimeField("avgjort", null=True, blank=True)
    decided_by = models.UUIDField("avgjort av", null=True, blank=True)
    decided_by_name = models.TextField("avgjort av", blank=True)
    ended_at = models.DateTimeField("over", null=True, blank=True)
    ended_by_name = models.TextField("avsluttet av", blank=True)
    ended_reasons = models.TextField("hvorfor den er over", blank=True)

    class Meta:
        verbose_name = "anmodning om utsatt iverksetting"
        verbose_name_plural = "anmodninger om utsatt iverksetting"
        db_table_comment = "Utsatt iverksetting av et vedtak (fvl § 42)"
        indexes = [models.Index(fields=["decision", "state"], name="stay_of_decision")]
        constraints = [
            *of_case(
                "stay",
                change=(
                    "state", "stayed", "until", "terms", "reasons", "child_first", "decided_at", "decided_by",
                    "decided_by_name", "ended_at", "ended_by_name", "ended_reasons",
                ),
                child_of="decision",
            ),
            Pair(name="stay_of_appeal", parent="appeal", share="case"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"utsettelse bedt om {self.asked_on}"


class Reversal(_OfDecision):
    """Our own decision reversed without an appeal: on which ground of the law, and why (fvl § 35)."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="reversals")
    decision = models.ForeignKey(
        Decision, models.PROTECT, related_name="reversals", verbose_name="vedtaket som er gjort om"
    )
    new_decision = models.ForeignKey(
        Decision, models.PROTECT, null=True, blank=True, related_name="reverses", verbose_name="nytt vedtak"
    )
    ground = models.TextField("grunn", choices=[(one.code, one.title) for one in REVERSAL_GROUNDS])
    reasons = models.TextField("begrunnelse")
    told = models.TextField("varsel til partene", blank=True)
    annuls = models.BooleanField("opphevet som ugyldig", default=False)
    by = models.UUIDField("av")
    by_name = models.TextField("av")
    at = models.DateTimeField("når")

    class Meta:
        verbose_name = "omgjøring"
        verbose_name_plural = "omgjøringer"
        db_table_comment = "Omgjøring av eget vedtak uten klage (fvl § 35)"
        constraints = [
            *of_case("reversal", change=("new_decision_id",), child_of="decision"),
            Pair(name="reversal_of_new_decision", parent="new_decision", share="case"),
        ]

    def __str__(self) -> str:
        return self.get_ground_display()


class CostsClaim(_OfDecision):
    """A party's claim for what it cost to have the decision changed (fvl § 36)."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="costs_claims")
    decision = models.ForeignKey(
        Decision, models.PROTECT, related_name="costs_claims", verbose_name="vedtaket som ble endret"
    )
    appeal = models.ForeignKey(Appeal, models.PROTECT, null=True, blank=True, related_name="costs_claims")
    state = models.TextField("tilstand", default="claimed")
    claimant = models.TextField("hvem som krever")
    claimed_on = models.DateField("kravet kom")
    reached_on = models.DateField("meldingen om endringen kom fram")
    changed_by = models.TextField("endret av", choices=_choices(CHANGERS))
    changed_in_favour = models.BooleanField("endret til gunst", default=True)
    amount = models.DecimalField("beløp", max_digits=10, decimal_places=2)
    says = models.TextField("hva kravet gjelder", blank=True)
    registered_by = models.UUIDField("registrert av")
    registered_by_name = models.TextField("registrert av")
    excuse = models.TextField("hvorfor et sent krav tas", blank=True)
    granted = models.DecimalField("dekket", max_digits=10, decimal_places=2, null=True, blank=True)
    reasons = models.TextField("begrunnelse", blank=True)
    decided_at = models.DateTimeField("avgjort", null=True, blank=True)
    decided_by = models.UUIDField("avgjort av", null=True, blank=True)
    decided_by_name = models.TextField("avgjort av", blank=True)

    class Meta:
        verbose_name = "krav om sakskostnader"
        verbose_name_plural = "krav om sakskostnader"
        db_table_comment = "Krav om dekning av sakskostnader (fvl § 36)"
        constraints = [
            *of_case(
                "costs",
                change=("state", "excuse", "granted", "reasons", "decided_at", "decided_by", "decided_by_name"),
                child_of="decision",
            ),
            Pair(name="costs_of_appeal", parent="appeal", share="case"),
        ]

    def __str__(self) -> str:
        return f"krav fra {self.claimant}"

"""What is kept of consents: the exact text somebody was asked about, and every answer to it. Only added to."""

from __future__ import annotations

from uuid import uuid4

from django.db import models

from oppvekst.domain.cases.models import Case, Party, of_case
from oppvekst.domain.cases.models.case import MINE, WHOLE
from oppvekst.domain.decisions.rules.consent import CHOICES, GROUNDS, KINDS, Form, Ground, Said
from oppvekst.domain.people.models import Person
from oppvekst.ground.access.models import Municipality
from oppvekst.ground.database.logins import CASE_HATS, WIDE
from oppvekst.ground.database.policies import Forced, Pair, Policy

BY_ME = "noted_by = (select access.actor())"
ASKED = "asked_by = (select access.actor())"


class _OfCase(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)

    class Meta:
        abstract = True


class ConsentText(_OfCase):
    """The words somebody is asked to say yes to, and what they are about. Other words are another text, and need a new yes."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="consent_texts")
    kind = models.TextField("hva det gjelder", choices=[(kind.value, about.title) for kind, about in KINDS.items()])
    # What the texts have in common that follow one another: the decision or the measure, or the first text itself.
    subject = models.UUIDField("gjelder")
    body = models.TextField("tekst")
    version = models.TextField("tekstens merke")
    ground = models.TextField(
        "grunn", choices=[(key.value, title) for key, title in GROUNDS.items()], default=Ground.ORDINARY
    )
    affects = models.JSONField("griper direkte inn hos", default=list)
    begins_on = models.DateField("begynner", null=True, blank=True)
    asked_at = models.DateTimeField("skrevet")
    asked_by = models.UUIDField("skrevet av")
    asked_by_name = models.TextField("skrevet av")
    closed_at = models.DateTimeField("lukket", null=True, blank=True)
    closed_reasons = models.TextField("hvorfor lukket", blank=True)

    class Meta:
        verbose_name = "tekst det samtykkes til"
        verbose_name_plural = "tekster det samtykkes til"
        db_table_comment = "Den nøyaktige teksten noen blir bedt om å si ja til"
        indexes = [models.Index(fields=["case", "asked_at"], name="consent_text_of_case")]
        constraints = [
            models.CheckConstraint(name="consent_text_said", condition=~models.Q(body="")),
            *of_case("consent_text", change=("closed_at", "closed_reasons"), add=ASKED),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()


class Consent(_OfCase):
    """One answer: who, in what capacity and from where we know it, how, on what information. A withdrawal is an answer too."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="consents")
    text = models.ForeignKey(ConsentText, models.PROTECT, related_name="answers")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    part = models.TextField("rolle", choices=Party.Part.choices)
    said = models.TextField(
        "svar", choices=[(Said.YES.value, "ja"), (Said.NO.value, "nei"), (Said.WITHDRAWN.value, "trukket")]
    )
    capacity = models.TextField("i kraft av")
    capacity_source = models.TextField("kilde")
    capacity_checked_on = models.DateField("kontrollert")
    form = models.TextField(
        "form",
        choices=[
            (Form.WRITTEN.value, "skriftlig"),
            (Form.ORAL.value, "muntlig"),
            (Form.ELECTRONIC.value, "elektronisk"),
        ],
    )
    language = models.TextField("språk")
    interpreter = models.TextField("tolk", blank=True)
    told = models.TextField("informasjon som ble gitt", blank=True)
    reasons = models.TextField("begrunnelse", blank=True)
    witness = models.TextField("hvem som var til stede", blank=True)
    handed_on = models.DateField("gitt til institusjonen", null=True, blank=True)
    reference = models.TextField("hvor papiret ligger", blank=True)
    said_at = models.DateTimeField("sagt")
    noted_at = models.DateTimeField("skrevet")
    noted_by = models.UUIDField("skrevet av")
    noted_by_name = models.TextField("skrevet av")

    class Meta:
        verbose_name = "samtykke"
        verbose_name_plural = "samtykker"
        db_table_comment = "Svar på spørsmål om samtykke: gitt, nektet eller trukket, bare til å legge til i"
        indexes = [models.Index(fields=["case", "said_at"], name="consent_of_case")]
        constraints = [
            models.CheckConstraint(
                name="consent_no_has_reasons", condition=~models.Q(said=Said.NO.value) | ~models.Q(reasons="")
            ),
            models.CheckConstraint(name="consent_not_ahead", condition=models.Q(said_at__lte=models.F("noted_at"))),
            Pair(name="consent_person_same_municipality", parent="person"),
            *of_case("consent", child_of="text", add=f"{BY_ME} and access.in_case(person_id, case_id)"),
        ]

    def __str__(self) -> str:
        return f"{self.get_said_display()}, {self.get_form_display()}"


class AfterWithdrawal(_OfCase):
    """What the service chose to do when a yes was taken back, by whom and why (bvl §§ 3-1, 4-3, 6-1 (2))."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="after_withdrawals")
    consent = models.ForeignKey(Consent, models.PROTECT, related_name="followed")
    way = models.TextField("valg")
    reasons = models.TextField("begrunnelse")
    noted_at = models.DateTimeField("bestemt")
    noted_by = models.UUIDField("bestemt av")
    noted_by_name = models.TextField("bestemt av")

    class Meta:
        verbose_name = "valg etter trukket samtykke"
        verbose_name_plural = "valg etter trukket samtykke"
        db_table_comment = "Hva tjenesten gjorde da et samtykke ble trukket"
        constraints = [
            models.UniqueConstraint(fields=["consent"], name="after_withdrawal_once"),
            *of_case("after_withdrawal", child_of="consent", add=BY_ME),
        ]

    def __str__(self) -> str:
        return self.way


class ConsentRule(models.Model):
    """What this service asks where the law is silent, from a day, with its reason. The newest holds."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)
    key = models.TextField("spørsmål", choices=[(key, choice.question) for key, choice in CHOICES.items()])
    value = models.TextField("svar")
    reasons = models.TextField("begrunnelse")
    valid_from = models.DateField("fra og med")
    noted_at = models.DateTimeField("bestemt")
    noted_by = models.UUIDField("bestemt av")
    noted_by_name = models.TextField("bestemt av")

    class Meta:
        verbose_name = "tjenestens valg om samtykke"
        verbose_name_plural = "tjenestens valg om samtykke"
        db_table_comment = "Hva tjenesten spør om der loven er taus, fra en dag, med begrunnelse"
        constraints = [
            Forced(name="consent_rule_forced"),
            Policy(
                name="consent_rule_read", to=CASE_HATS, command="select", using=MINE
            ),
            Policy(
                name="consent_rule_add", to=(WIDE,), command="insert", check_rows=f"{WHOLE} and {BY_ME}"
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.key

"""Financial support (*økonomisk hjelp*, bvl § 3-1): what a family asks for, what is to be paid, and each payment. All in øre."""

from __future__ import annotations

from uuid import uuid4

from django.db import models

from oppvekst.domain.cases.models import Case, Document, of_case
from oppvekst.domain.decisions.models import Decision
from oppvekst.domain.measures.models.measure import Measure
from oppvekst.domain.measures.rules import Often, PaidTo
from oppvekst.domain.people.models import Person
from oppvekst.ground.access.models import Municipality
from oppvekst.ground.database.policies import Pair

OFTEN = [(Often.ONCE.value, "én gang eller av og til"), (Often.MONTHLY.value, "hver måned")]
PAID_TO = [
    (PaidTo.DIRECT.value, "direkte til den som leverer, etter faktura"),
    (PaidTo.REFUND.value, "til den som har lagt ut, etter kvittering"),
]
# Nobody is born approved or sent: that is another's act, later.
NEW = "approved_at is null and approved_by is null and declined_at is null and sent_at is null and sending is null"


class SupportApplication(models.Model):
    """What a family asks to have covered; answered by a decision (fvl § 2), within a month or with word of when (§ 11 a)."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="hvem som ba om det")
    asked_on = models.DateField("mottatt")
    wants = models.TextField("hva det søkes om")
    amount = models.BigIntegerField("beløp i øre", null=True, blank=True)
    often = models.TextField("hvor ofte", choices=OFTEN, default=Often.ONCE.value)
    # The same wish as it came through the public forms; it stands with its sending.
    came_as = models.UUIDField("søknaden som kom inn", null=True, blank=True)
    written_by = models.UUIDField("skrevet av")
    written_by_name = models.TextField("skrevet av")
    written_at = models.DateTimeField("skrevet")
    decision = models.ForeignKey(
        Decision, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="vedtaket som svarer"
    )
    answered_on = models.DateField("besvart", null=True, blank=True)

    class Meta:
        verbose_name = "søknad om økonomisk hjelp"
        verbose_name_plural = "søknader om økonomisk hjelp"
        db_table_comment = "Hva en familie ber om å få dekket, og vedtaket som svarer"
        constraints = [
            models.CheckConstraint(
                name="support_answered_by_decision",
                condition=models.Q(decision=None, answered_on=None)
                | models.Q(decision__isnull=False, answered_on__isnull=False),
            ),
            Pair(name="support_person_same_municipality", parent="person"),
            *of_case(
                "support", change=("decision_id", "answered_on"), child_of="decision",
                add="access.in_case(person_id, case_id) and decision_id is null",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.wants


class PaymentBasis(models.Model):
    """What is to be paid (*utbetalingsgrunnlag*): to whom, how much, within which ceiling and days. No account number."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    measure = models.ForeignKey(Measure, models.PROTECT, related_name="bases")
    covers = models.TextField("hva som dekkes")
    paid_to = models.TextField("betales", choices=PAID_TO)
    recipient = models.TextField("hvem som får pengene")
    text = models.TextField("tekst som følger pengene")
    cost_account = models.TextField("kontering", blank=True)
    often = models.TextField("hvor ofte", choices=OFTEN)
    amount = models.BigIntegerField("beløp hver gang, i øre")
    ceiling = models.BigIntegerField("ramme for det hele, i øre")
    since = models.DateField("fra og med")
    until = models.DateField("til og med")
    written_by = models.UUIDField("skrevet av")
    written_by_name = models.TextField("skrevet av")
    written_at = models.DateTimeField("skrevet")
    stopped_on = models.DateField("stoppet", null=True, blank=True)
    stopped_words = models.TextField("hvorfor stoppet", blank=True)

    class Meta:
        verbose_name = "utbetalingsgrunnlag"
        verbose_name_plural = "utbetalingsgrunnlag"
        db_table_comment = "Hva som skal betales i et tiltak, til hvem, og rammen for det hele"
        constraints = [
            models.CheckConstraint(
                name="basis_in_order",
                condition=models.Q(amount__gt=0, ceiling__gte=models.F("amount"), since__lte=models.F("until")),
            ),
            *of_case(
                "payment_basis", change=("stopped_on", "stopped_words"), child_of="measure", add="stopped_on is null"
            ),
        ]

    def __str__(self) -> str:
        return self.covers


class Payment(models.Model):
    """One line: what was paid or shown, by whom, and who else said yes. Never changed; a wrong one is undone by another line."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    basis = models.ForeignKey(PaymentBasis, models.PROTECT, related_name="lines")
    # All that goes out of the house of whose it is.
    reference = models.TextField("referanse")
    on = models.DateField("dag")
    amount = models.BigIntegerField("beløp i øre")
    what = models.TextField("hva det gjelder")
    receipt = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="kvittering eller faktura"
    )
    receipt_words = models.TextField("hvor kvitteringen er", blank=True)
    corrects = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="corrections")
    reasons = models.TextField("hvorfor rettet", blank=True)
    written_by = models.UUIDField("skrevet av")
    written_by_name = models.TextField("skrevet av")
    written_at = models.DateTimeField("skrevet")
    approved_at = models.DateTimeField("godkjent", null=True, blank=True)
    approved_by = models.UUIDField("godkjent av", null=True, blank=True)
    approved_by_name = models.TextField("godkjent av", blank=True)
    declined_at = models.DateTimeField("avvist", null=True, blank=True)
    declined_by_name = models.TextField("avvist av", blank=True)
    declined_words = models.TextField("hvorfor avvist", blank=True)
    sent_at = models.DateTimeField("sendt til økonomi", null=True, blank=True)
    sent_by_name = models.TextField("sendt av", blank=True)
    sending = models.UUIDField("forsendelse", null=True, blank=True)

    class Meta:
        verbose_name = "utbetaling"
        verbose_name_plural = "utbetalinger"
        db_table_comment = "En linje i et utbetalingsgrunnlag: betalt eller vist fram, godkjent av en annen"
        indexes = [
            models.Index(
                fields=["municipality", "approved_at"], name="payment_to_send",
                condition=models.Q(approved_at__isnull=False, sent_at=None),
            ),
            models.Index(fields=["municipality", "sending"], name="payment_of_sending"),
        ]  # fmt: skip
        constraints = [
            models.UniqueConstraint(fields=["municipality", "reference"], name="payment_reference_once"),
            models.UniqueConstraint(
                fields=["corrects"], name="payment_corrected_once",
                condition=models.Q(corrects__isnull=False, declined_at=None),
            ),
            models.CheckConstraint(
                name="payment_by_two",
                condition=models.Q(approved_by=None, approved_at=None)
                | models.Q(approved_by__isnull=False, approved_at__isnull=False) & ~models.Q(approved_by=models.F("written_by")),
            ),
            models.CheckConstraint(
                name="payment_sign",
                condition=models.Q(corrects=None, amount__gt=0) | models.Q(corrects__isnull=False, amount__lt=0),
            ),
            models.CheckConstraint(
                name="payment_stands_somewhere",
                condition=(models.Q(approved_at=None) | models.Q(declined_at=None))
                & (models.Q(sent_at=None) | models.Q(approved_at__isnull=False)),
            ),
            Pair(name="payment_receipt_of_case", parent="receipt", share="case"),
            *of_case(
                "payment", child_of="basis", add=NEW,
                change=(
                    "approved_at", "approved_by", "approved_by_name", "declined_at", "declined_by_name", "declined_words",
                    "sent_at", "sent_by_name", "sending",
                ),
            ),
            # After the constraint of this same table that it points at.
            Pair(name="payment_corrects_of_case", parent="corrects", share="case"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.reference

    @property
    def is_approved(self) -> bool:
        """Whether another has said yes."""
        return self.approved_at is not None

    @property
    def is_declined(self) -> bool:
        """Whether it counts for nothing."""
        return self.declined_at is not None

"""What help there is to be had: the catalogue's offers, and each child's place in one or in its line."""

from __future__ import annotations

from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from oppvekst.domain.cases.models import Case, of_case
from oppvekst.domain.measures.models.measure import Measure
from oppvekst.domain.measures.models.providers import Agreement, Provider, WorkerCertificate, kept_by_editors
from oppvekst.domain.measures.rules.offers import HAS, LEFT, OLDEST, WAITS
from oppvekst.ground.access.models import Municipality
from oppvekst.ground.database.policies import Pair

# What an editor writes; how many places are taken the database counts itself.
WRITTEN = (
    "provider_id", "category", "category_words", "name", "about", "age_from", "age_to", "languages", "interpreter", "days",
    "postal_code", "district", "capacity", "others", "price", "valid_from", "valid_to", "changed_at", "changed_by",
    "changed_by_name",
)  # fmt: skip


class Offer(models.Model):
    """The municipality's own offer beneath one of the register's codes, in plain words (bvl § 3-1)."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)
    provider = models.ForeignKey(Provider, models.PROTECT, related_name="offers")
    category = models.TextField("kategori")
    category_words = models.TextField("presisering", blank=True)
    name = models.TextField("tilbud")
    about = models.TextField("hva det er")
    age_from = models.SmallIntegerField("fra alder", null=True, blank=True)
    age_to = models.SmallIntegerField("til alder", null=True, blank=True)
    languages = models.JSONField("språk", default=list)
    interpreter = models.BooleanField("kan bruke tolk", default=False)
    days = models.JSONField("dager", default=list)
    postal_code = models.TextField("postnummer", blank=True)
    district = models.TextField("sted", blank=True)
    capacity = models.IntegerField("plasser", null=True, blank=True)
    others = models.IntegerField("brukt av andre", default=0)
    taken = models.IntegerField("har plass", default=0, editable=False)
    waiting = models.IntegerField("venter", default=0, editable=False)
    price = models.TextField("pris", blank=True)
    valid_from = models.DateField("fra")
    valid_to = models.DateField("til og med", null=True, blank=True)
    changed_at = models.DateTimeField("endret")
    changed_by = models.UUIDField("endret av", null=True, blank=True)
    changed_by_name = models.TextField("endret av", blank=True)

    class Meta:
        verbose_name = "tilbud i katalogen"
        verbose_name_plural = "tilbud i katalogen"
        db_table_comment = "Kommunens egne tilbud under registerets koder for tiltak"
        indexes = [models.Index(fields=["municipality", "category", "valid_to"], name="catalogue_offer_of_code")]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "provider", "name", "valid_from"], name="catalogue_offer_once"
            ),
            models.CheckConstraint(
                name="catalogue_offer_in_order", condition=Q(valid_to=None) | Q(valid_from__lte=F("valid_to"))
            ),
            models.CheckConstraint(
                name="catalogue_offer_ages",
                condition=(Q(age_from=None) | Q(age_from__range=(0, OLDEST)))
                & (Q(age_to=None) | Q(age_to__range=(0, OLDEST))),
            ),
            # Two who take the last place at once: the second waits for the first, and is then refused.
            models.CheckConstraint(
                name="catalogue_offer_never_over",
                condition=Q(taken__gte=0, waiting__gte=0, others__gte=0)
                & (Q(capacity=None) | Q(capacity__gte=F("taken") + F("others"))),
            ),
            Pair(name="catalogue_offer_same_municipality", parent="provider"),
            *kept_by_editors("catalogue_offer", WRITTEN),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.name

    @property
    def free(self) -> int | None:
        """How many places are free; None where there is no fixed number."""
        return None if self.capacity is None else self.capacity - self.others - self.taken


class HelpPlace(models.Model):
    """A child's place in an offer, or its wait for one, with the days."""

    STATES = ((WAITS, "venter"), (HAS, "har plass"), (LEFT, "sluttet"))

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="help_places")
    offer = models.ForeignKey(Offer, models.PROTECT, related_name="places")
    measure = models.ForeignKey(Measure, models.PROTECT, null=True, blank=True, related_name="places")
    agreement = models.ForeignKey(Agreement, models.PROTECT, null=True, blank=True, related_name="+")
    worker = models.ForeignKey(WorkerCertificate, models.PROTECT, null=True, blank=True, related_name="+")
    state = models.TextField("tilstand", choices=STATES, default=WAITS)
    asked_on = models.DateField("meldt")
    placed_on = models.DateField("plass fra", null=True, blank=True)
    left_on = models.DateField("sluttet", null=True, blank=True)
    left_words = models.TextField("hvorfor sluttet", blank=True)
    before_others = models.TextField("hvorfor foran dem som venter", blank=True)
    noted_by = models.UUIDField("ført av")
    noted_by_name = models.TextField("ført av")
    noted_at = models.DateTimeField("ført")

    class Meta:
        verbose_name = "plass i et tilbud"
        verbose_name_plural = "plasser i tilbud"
        db_table_comment = "Et barns plass i et tilbud, eller at det venter på en"
        indexes = [models.Index(fields=["case"], name="help_place_of_case")]
        constraints = [
            # One child holds one place, or waits once, in one offer.
            models.UniqueConstraint(
                fields=["case", "offer"], condition=~Q(state=LEFT), name="help_place_once"
            ),
            models.CheckConstraint(
                name="help_place_stands_somewhere",
                condition=Q(state=WAITS, placed_on=None, left_on=None)
                | Q(state=HAS, placed_on__isnull=False, left_on=None)
                | Q(state=LEFT, left_on__isnull=False),
            ),
            Pair(name="help_place_of_offer", parent="offer"),
            Pair(name="help_place_of_agreement", parent="agreement"),
            Pair(name="help_place_of_worker", parent="worker"),
            *of_case(
                "help_place", child_of="measure",
                change=(
                    "state", "measure_id", "agreement_id", "worker_id", "placed_on", "left_on", "left_words", "before_others",
                    "noted_by", "noted_by_name", "noted_at",
                ),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.get_state_display()

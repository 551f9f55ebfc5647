"""A stay in an institution: what it rests on, what is agreed or decided about tests, and the protocols that come (bvl ch. 10)."""

from __future__ import annotations

from uuid import uuid4

from django.db import models

from oppvekst.domain.cases.models import Case, of_case
from oppvekst.domain.measures.models.measure import Measure
from oppvekst.ground.access.models import Municipality

STAY_CHANGES = (
    "basis", "decided_on", "reference", "tests_decided", "service_yes_on", "service_reference", "cleared_on", "cleared_by_name",
    "noted_by", "noted_by_name", "noted_at",
)  # fmt: skip
PROTOCOL_CHANGES = (
    "read_on",
    "read_by_name",
    "followed_on",
    "followed_words",
    "followed_by_name",
    "governor_contacted",
)


class InstitutionStay(models.Model):
    """What a stay rests on, and what makes tests lawful there beside the consents of the family (bvl §§ 6-2 (5), 10-7)."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    measure = models.OneToOneField(Measure, models.PROTECT, related_name="stay")
    basis = models.TextField("hva oppholdet bygger på")
    decided_on = models.DateField("nemnda bestemte", null=True, blank=True)
    reference = models.TextField("saken i nemnda", blank=True)
    tests_decided = models.BooleanField("nemnda har bestemt prøver uten samtykke", default=False)
    # The service consents only in the place of parents, when it has the care: nobody's signature but its own (bvl § 10-7 (3)).
    service_yes_on = models.DateField("tjenestens eget ja", null=True, blank=True)
    service_reference = models.TextField("hvor tjenestens ja ligger", blank=True)
    cleared_on = models.DateField("institusjonen fikk vite at alle har samtykket", null=True, blank=True)
    cleared_by_name = models.TextField("sagt av", blank=True)
    noted_by = models.UUIDField("skrevet av")
    noted_by_name = models.TextField("skrevet av")
    noted_at = models.DateTimeField("skrevet")

    class Meta:
        verbose_name = "opphold i institusjon"
        verbose_name_plural = "opphold i institusjon"
        db_table_comment = "Hva et opphold i institusjon bygger på, og om prøver der (bvl §§ 6-2, 10-7)"
        constraints = of_case("institution_stay", change=STAY_CHANGES, child_of="measure")

    def __str__(self) -> str:
        return f"§ {self.basis}"


class InstitutionProtocol(models.Model):
    """A protocol of the institution that came to the service: about what, read by whom, followed up how (bvl § 10-16 (1))."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    measure = models.ForeignKey(Measure, models.PROTECT, related_name="protocols")
    happened_on = models.DateField("skjedde")
    received_on = models.DateField("kom")
    about = models.TextField("hva den gjelder")
    against_will = models.BooleanField("mot barnets vilje", default=False)
    reference = models.TextField("hvor protokollen ligger", blank=True)
    without_basis = models.BooleanField("grunnlaget mangler", default=False)
    done_about = models.TextField("hva som gjøres med at grunnlaget mangler", blank=True)
    noted_by = models.UUIDField("skrevet av")
    noted_by_name = models.TextField("skrevet av")
    noted_at = models.DateTimeField("skrevet")
    read_on = models.DateField("lest", null=True, blank=True)
    read_by_name = models.TextField("lest av", blank=True)
    followed_on = models.DateField("fulgt opp", null=True, blank=True)
    followed_words = models.TextField("hvordan fulgt opp", blank=True)
    followed_by_name = models.TextField("fulgt opp av", blank=True)
    governor_contacted = models.BooleanField("statsforvalteren er kontaktet", null=True, blank=True)

    class Meta:
        verbose_name = "protokoll fra institusjon"
        verbose_name_plural = "protokoller fra institusjon"
        db_table_comment = "Protokoll institusjonen har sendt tjenesten, og hvordan den er fulgt opp (bvl § 10-16)"
        constraints = [
            # What has no basis is never received in silence.
            models.CheckConstraint(
                name="protocol_without_basis_says_what_is_done",
                condition=models.Q(without_basis=False) | ~models.Q(done_about=""),
            ),
            models.CheckConstraint(
                name="protocol_read_before_followed",
                condition=models.Q(followed_on=None) | models.Q(read_on__isnull=False),
            ),
            *of_case("institution_protocol", change=PROTOCOL_CHANGES, child_of="measure"),
        ]

    def __str__(self) -> str:
        return self.about

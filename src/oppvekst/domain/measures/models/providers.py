"""Who gives the help: the providers, what is agreed with them, and whose police certificate has been seen (bvl § 12-11)."""

from __future__ import annotations

from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from oppvekst.domain.measures.rules.providers import Kind, Whose
from oppvekst.ground.access.models import MINE, Municipality
from oppvekst.ground.database.logins import CASE_HATS, HOMES, WIDE
from oppvekst.ground.database.policies import Forced, Pair, Policy

READERS = (*CASE_HATS, HOMES)
EDITORS = (HOMES, WIDE)


def kept_by_editors(table: str, change: tuple[str, ...]) -> list[models.BaseConstraint]:
    """About no child: read by whoever works with cases, kept by the coordinator and the leader."""
    return [
        Forced(name=f"{table}_forced"),
        models.UniqueConstraint(fields=["id", "municipality"], name=f"{table}_in_municipality"),
        Policy(name=f"{table}_read", to=READERS, command="select", using=MINE),
        Policy(name=f"{table}_add", to=EDITORS, command="insert", check_rows=MINE),
        Policy(
            name=f"{table}_change", to=EDITORS, command="update", columns=change, using=MINE, check_rows=MINE
        ),
    ]  # fmt: skip


class _InCatalogue(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)

    class Meta:
        abstract = True


class Provider(_InCatalogue):
    """Our own service, another of the municipality's, or a private one under an agreement."""

    WHOSE = (
        (Whose.OWN.value, "barnevernstjenesten selv"),
        (Whose.MUNICIPAL.value, "en annen tjeneste i kommunen"),
        (Whose.PRIVATE.value, "privat, med rammeavtale"),
    )

    name = models.TextField("leverandør")
    whose = models.TextField("slag", choices=WHOSE, default=Whose.OWN.value)
    organisation_number = models.TextField("organisasjonsnummer", blank=True)
    contact_person = models.TextField("kontaktperson", blank=True)
    phone = models.TextField("telefon", blank=True)
    about = models.TextField("om leverandøren", blank=True)
    valid_from = models.DateField("fra")
    valid_to = models.DateField("til og med", null=True, blank=True)

    class Meta:
        verbose_name = "leverandør"
        verbose_name_plural = "leverandører"
        db_table_comment = "Den som gir hjelp: egen tjeneste, annen kommunal tjeneste eller privat"
        constraints = [
            models.UniqueConstraint(fields=["municipality", "name"], name="provider_once"),
            *kept_by_editors(
                "provider",
                ("name", "whose", "organisation_number", "contact_person", "phone", "about", "valid_from", "valid_to"),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.name


class Agreement(_InCatalogue):
    """A framework agreement: its days and options, its prices, how one calls off from it, and how much."""

    provider = models.ForeignKey(Provider, models.PROTECT, related_name="agreements")
    title = models.TextField("avtale")
    reference = models.TextField("saksnummer i arkivet", blank=True)
    valid_from = models.DateField("fra")
    valid_to = models.DateField("til og med")
    options = models.SmallIntegerField("opsjoner som er igjen", default=0)
    option_months = models.SmallIntegerField("måneder i hver opsjon", default=12)
    prices = models.TextField("priser", blank=True)
    call_off = models.TextField("slik avroper vi", blank=True)
    capacity = models.IntegerField("plasser", null=True, blank=True)
    taken = models.IntegerField("i bruk", default=0, editable=False)
    closed_on = models.DateField("avgjort", null=True, blank=True)
    closed_words = models.TextField("hva som kommer etter", blank=True)

    class Meta:
        verbose_name = "rammeavtale"
        verbose_name_plural = "rammeavtaler"
        db_table_comment = "Rammeavtale med en leverandør"
        indexes = [models.Index(fields=["provider", "valid_to"], name="agreement_of_provider")]
        constraints = [
            models.CheckConstraint(name="agreement_in_order", condition=Q(valid_from__lte=F("valid_to"))),
            models.CheckConstraint(
                name="agreement_never_over", condition=Q(capacity=None) | Q(taken__lte=F("capacity"), taken__gte=0)
            ),
            Pair(name="agreement_same_municipality", parent="provider"),
            *kept_by_editors(
                "agreement",
                (
                    "title", "reference", "valid_from", "valid_to", "options", "option_months", "prices", "call_off", "capacity",
                    "closed_on", "closed_words",
                ),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.title

    @property
    def left(self) -> int | None:
        """How many places are left; None where there is no limit."""
        return None if self.capacity is None else self.capacity - self.taken


class WorkerCertificate(_InCatalogue):
    """That a provider's worker has shown a police certificate, and where it is locked in: no copy, nothing of what it says."""

    KINDS = (
        (Kind.CHILD_CARE.value, "barneomsorgsattest"),
        (Kind.EXTENDED.value, "uttømmende og utvidet"),
    )

    provider = models.ForeignKey(Provider, models.PROTECT, related_name="certificates")
    worker_name = models.TextField("hvem")
    task = models.TextField("oppdrag", blank=True)
    kind = models.TextField("attest", choices=KINDS)
    issued_on = models.DateField("utstedt")
    shown_on = models.DateField("vist")
    kept_where = models.TextField("låst inn")
    seen_by = models.UUIDField("sett av")
    seen_by_name = models.TextField("sett av")
    # Whoever leaves the task: the paper is shredded that day (politiattestforskriften § 9).
    ended_on = models.DateField("gikk ut av oppdraget", null=True, blank=True)
    shredded_on = models.DateField("makulert", null=True, blank=True)

    class Meta:
        verbose_name = "merknad om politiattest"
        verbose_name_plural = "merknader om politiattest"
        db_table_comment = "At en hos en leverandør har vist politiattest (bvl § 12-11)"
        indexes = [models.Index(fields=["provider"], name="certificate_of_provider")]
        constraints = [
            models.CheckConstraint(name="certificate_in_order", condition=Q(issued_on__lte=F("shown_on"))),
            Pair(name="certificate_same_municipality", parent="provider"),
            *kept_by_editors("certificate", ("ended_on", "shredded_on")),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.worker_name

"""What the service publishes about itself. The public reads what is published, and nothing else."""

from __future__ import annotations

from datetime import time
from uuid import uuid4

from django.db import models

from oppvekst.domain.information.rules.lines import MIDNIGHT, Channel, Kind, OnHolidays
from oppvekst.ground.access.models import MINE, Municipality
from oppvekst.ground.database.logins import HATS, MYPAGE, PORTAL, WORKER
from oppvekst.ground.database.policies import Forced, Policy

OUTSIDE = (PORTAL, MYPAGE, WORKER)


class _Published(models.Model):
    """A row of one municipality's own content, shown to the public once it is published."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", verbose_name="kommune")
    published = models.BooleanField("publisert", default=False)

    class Meta:
        abstract = True


class PhoneLine(_Published):
    """A number to call, for whom, with where its hours come from and when somebody last checked them."""

    code = models.TextField("kortnavn")
    kind = models.TextField("slag", choices=[(kind, kind) for kind in Kind])
    name = models.TextField("navn")
    phone = models.TextField("telefon", blank=True)
    audience = models.JSONField("for hvem", default=list)
    about = models.TextField("om", blank=True)
    url = models.TextField("nettside", blank=True)
    source = models.TextField("kilde", blank=True)
    checked_on = models.DateField("sist kontrollert", null=True, blank=True)

    class Meta:
        verbose_name = "telefon"
        verbose_name_plural = "telefoner"
        db_table_comment = "Telefoner publikum kan ringe (bvl § 15-3 (4))"
        constraints = [
            models.UniqueConstraint(fields=["municipality", "code"], name="phone_line_once"),
            models.CheckConstraint(
                condition=~models.Q(published=True, phone=""), name="phone_line_has_number",
                violation_error_message="En telefon uten nummer kan ikke publiseres.",
            ),
            Forced(name="phone_line_forced"),
            Policy(name="phone_line_read", to=OUTSIDE, command="select", using="published"),
            Policy(name="phone_line_desk", to=HATS, command="select", using=MINE),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.name


class Opening(_Published):
    """Some hours on some weekdays when a line is answered, or its chat."""

    line = models.ForeignKey(PhoneLine, models.PROTECT, related_name="openings", verbose_name="telefon")
    days = models.JSONField("ukedager", default=list, db_comment="1 mandag til 7 søndag")
    start = models.TimeField("fra", default=MIDNIGHT)
    end = models.TimeField("til", default=MIDNIGHT, db_comment="00:00 betyr ut dagen")
    holidays = models.TextField(
        "på helligdager", choices=[(each, each) for each in OnHolidays], default=OnHolidays.CLOSED
    )
    channel = models.TextField("måte", choices=[(each, each) for each in Channel], default=Channel.VOICE)
    valid_from = models.DateField("gjelder fra", null=True, blank=True)
    valid_to = models.DateField("gjelder til og med", null=True, blank=True)

    class Meta:
        verbose_name = "åpningstid"
        verbose_name_plural = "åpningstider"
        db_table_comment = "Når en telefon svarer, norsk veggklokke"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(start__lt=models.F("end")) | models.Q(end=time(0)), name="opening_within_a_day",
                violation_error_message="En natt skrives som to åpningstider, én før og én etter midnatt.",
            ),
            Forced(name="opening_forced"),
            Policy(name="opening_read", to=OUTSIDE, command="select", using="published"),
            Policy(name="opening_desk", to=HATS, command="select", using=MINE),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.line}: {self.start:%H.%M}–{self.end:%H.%M}"


class Closure(_Published):
    """Days when a line stays closed though its hours say open: the afternoon of Christmas Eve, a planning day."""

    line = models.ForeignKey(PhoneLine, models.PROTECT, related_name="closures", verbose_name="telefon")
    first = models.DateField("fra og med")
    last = models.DateField("til og med")
    start = models.TimeField("fra klokka", default=MIDNIGHT)
    end = models.TimeField("til klokka", default=MIDNIGHT, db_comment="00:00 betyr ut dagen")
    reason = models.TextField("grunn")
    yearly = models.BooleanField("hvert år", default=False)

    class Meta:
        verbose_name = "stengt"
        verbose_name_plural = "stengt"
        db_table_comment = "Når en telefon er stengt utenom de vanlige tidene"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(first__lte=models.F("last")), name="closure_in_order",
                violation_error_message="Siste dag kan ikke være før første dag.",
            ),
            Forced(name="closure_forced"),
            Policy(name="closure_read", to=OUTSIDE, command="select", using="published"),
            Policy(name="closure_desk", to=HATS, command="select", using=MINE),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.line}: {self.reason}"


class FrontText(_Published):
    """A short text of the public pages that the municipality writes itself."""

    key = models.TextField("sted")
    language = models.TextField("språk", default="nb")
    title = models.TextField("overskrift")
    body = models.TextField("tekst", blank=True)

    class Meta:
        verbose_name = "tekst på forsiden"
        verbose_name_plural = "tekster på forsiden"
        db_table_comment = "Kommunens egne tekster på de åpne sidene"
        constraints = [
            models.UniqueConstraint(fields=["municipality", "key", "language"], name="front_text_once"),
            Forced(name="front_text_forced"),
            Policy(name="front_text_read", to=OUTSIDE, command="select", using="published"),
            Policy(name="front_text_desk", to=HATS, command="select", using=MINE),
        ]

    def __str__(self) -> str:
        return self.title

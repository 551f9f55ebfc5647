"""The phones people can call, and when they are answered (bvl § 15-3 (4))."""

from __future__ import annotations

from datetime import time

from django.db import models

from oppvekst.domain.information.models.published import Published, edited
from oppvekst.domain.information.rules.lines import MIDNIGHT, Channel, Kind, OnHolidays
from oppvekst.ground.database.policies import Pair

# What an editor may change of a line.
LINE = ("name", "phone", "audience", "about", "url", "source", "checked_on", "published", "other_languages")


class PhoneLine(Published):
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
            models.UniqueConstraint(fields=["id", "municipality"], name="phone_line_in_municipality"),
            models.CheckConstraint(
                condition=~models.Q(published=True, phone=""), name="phone_line_has_number",
                violation_error_message="En telefon uten nummer kan ikke publiseres.",
            ),
            *edited("phone_line", LINE),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.name


class Tried(Published):
    """A row that is tried out before it is published. Nothing is written over: what gives way is retired, and stays."""

    written_at = models.DateTimeField("skrevet", null=True, blank=True)
    writer_name = models.TextField("skrevet av", blank=True)
    # Neither published nor retired: a draft.
    retired_at = models.DateTimeField("gikk ut", null=True, blank=True)

    class Meta:
        abstract = True


class Opening(Tried):
    """Some hours on some weekdays when a line is answered, or its chat. No weekdays at all: it is not answered."""

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
    # Hours are not written over: new ones are tried out first, and take the old ones' place when they are published.
    replaces = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="kommer i stedet for"
    )

    class Meta:
        verbose_name = "åpningstid"
        verbose_name_plural = "åpningstider"
        db_table_comment = "Når en telefon svarer, norsk veggklokke"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(start__lt=models.F("end")) | models.Q(end=time(0)), name="opening_within_a_day",
                violation_error_message="En natt skrives som to åpningstider, én før og én etter midnatt.",
            ),
            models.UniqueConstraint(fields=["id", "municipality"], name="opening_in_municipality"),
            Pair(name="opening_of_line", parent="line"),
            Pair(name="opening_replaces", parent="replaces"),
            *edited("opening", ("published", "retired_at")),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.line}: {self.start:%H.%M}–{self.end:%H.%M}"


class Closure(Tried):
    """Days when a line stays closed though its hours say open: the afternoon of Christmas Eve, a planning day."""

    line = models.ForeignKey(PhoneLine, models.PROTECT, related_name="closures", verbose_name="telefon")
    first = models.DateField("fra og med")
    last = models.DateField("til og med")
    start = models.TimeField("fra klokka", default=MIDNIGHT)
    end = models.TimeField("til klokka", default=MIDNIGHT, db_comment="00:00 betyr ut dagen")
    reason = models.TextField("grunn")
    yearly = models.BooleanField("hvert år", default=False)
    replaces = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="kommer i stedet for"
    )

    class Meta:
        verbose_name = "stengt"
        verbose_name_plural = "stengt"
        db_table_comment = "Når en telefon er stengt utenom de vanlige tidene"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(first__lte=models.F("last")), name="closure_in_order",
                violation_error_message="Siste dag kan ikke være før første dag.",
            ),
            models.UniqueConstraint(fields=["id", "municipality"], name="closure_in_municipality"),
            Pair(name="closure_of_line", parent="line"),
            Pair(name="closure_replaces", parent="replaces"),
            *edited("closure", ("published", "other_languages", "retired_at")),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.line}: {self.reason}"

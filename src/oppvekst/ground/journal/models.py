"""The child's statutory journal (bvl § 12-4) and the trace of looks (bvl § 13-1; arkivforskrifta § 5)."""

from __future__ import annotations

from uuid import uuid4

from django.db import models

from oppvekst.ground.access.models import Municipality
from oppvekst.ground.database.logins import CASE, HATS, INTAKE, ONCALL, OTHER_HATS, PORTAL, TEAM, WIDE, WORKER
from oppvekst.ground.database.policies import Barred, Forced, Policy

OWN = "municipality_id = (select access.municipality()) and actor = (select access.actor())"
SIGNED = f"{OWN} and actor_name = (select access.my_name())"
BY_CASE = "case_id = any ((select access.cases())::uuid[])"
NOT_BARRED = "case_id is null or case_id <> all ((select access.barred())::uuid[])"


class Entry(models.Model):
    """One act: who, when, about what, in a sentence. Its number, transaction and era are the database's own columns."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField("skjedde")
    kind = models.TextField("handling")
    subject = models.UUIDField("gjelder")
    case_id = models.UUIDField("sak", null=True, blank=True)
    actor = models.UUIDField("utført av", null=True, blank=True)
    actor_name = models.TextField("navn", blank=True)
    face = models.TextField("dør")
    says = models.TextField("journaltekst")
    law = models.TextField("hjemmel", blank=True)
    facts = models.JSONField("opplysninger", default=dict)

    class Meta:
        verbose_name = "journalføring"
        verbose_name_plural = "journal"
        db_table_comment = "Barnets journal (bvl § 12-4); bare tilføyelser"
        indexes = [
            models.Index(fields=["case_id", "at"], name="entry_of_case"),
            models.Index(fields=["subject", "at"], name="entry_of_subject"),
            models.Index(fields=["municipality", "at"], name="entry_of_municipality"),
        ]
        constraints = [
            Forced(name="entry_forced"),
            Policy(name="entry_by_case", to=(CASE, TEAM, INTAKE), command="select", using=BY_CASE),
            Policy(
                name="entry_by_concern", to=(CASE, INTAKE, TEAM, ONCALL), command="select",
                using="case_id is null and access.sees_concern(subject)",
            ),
            Policy(name="entry_by_wide", to=(WIDE,), command="select", using="municipality_id = (select access.wide())"),
            Policy(
                name="entry_write", to=(CASE, TEAM, INTAKE, ONCALL), command="insert",
                check_rows=f"{SIGNED} and (case_id is null or access.sees_case(case_id))",
            ),
            Policy(
                name="entry_write_beside", to=OTHER_HATS, command="insert", check_rows=f"{SIGNED} and case_id is null"
            ),
            Policy(
                name="entry_write_wide", to=(WIDE,), command="insert",
                check_rows=f"{SIGNED} and municipality_id = (select access.wide())"
                " and (case_id is null or access.sees_case(case_id))",
            ),
            Policy(
                name="entry_public", to=(PORTAL,), command="insert",
                check_rows="actor is null and case_id is null and face = 'portal' "
                "and ((kind = 'concern.received' and access.arriving(subject))"
                " or (kind in ('offer.received', 'request.received') and access.arriving_subject(subject)))",
            ),
            Policy(name="entry_worker_write", to=(WORKER,), command="insert", check_rows="actor is null"),
            Policy(name="entry_worker_read", to=(WORKER,), command="select", using="true"),
            Barred(name="entry_barred", to=HATS, using=NOT_BARRED),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.says


class Look(models.Model):
    """Somebody saw a case, a concern or a list of hits. Written with the page, read by the reviewer alone (bvl § 13-1)."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField("sett")
    kind = models.TextField("hva")
    subject = models.UUIDField("gjelder", null=True, blank=True)
    case_id = models.UUIDField("sak", null=True, blank=True)
    actor = models.UUIDField("sett av")
    hat = models.TextField("rolle")
    terms = models.TextField("søkeord", blank=True)

    class Meta:
        verbose_name = "innsyn"
        db_table_comment = "Hvem som har sett hva; bare tilføyelser"
        indexes = [models.Index(fields=["case_id", "at"], name="look_at_case")]
        constraints = [
            Forced(name="look_forced"),
            Policy(name="look_write", to=(*HATS, *OTHER_HATS), command="insert", check_rows=OWN),
            Policy(name="look_seal", to=(WORKER,), command="select", using="true"),
        ]

    def __str__(self) -> str:
        return self.kind


class Trail(models.TextChoices):
    """What is sealed: the acts, and the looks."""

    ENTRIES = "entries", "journal"
    LOOKS = "looks", "innsyn"


class Seal(models.Model):
    """A batch of rows, closed: their digest together with the digest of the batch before (D97)."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)
    trail = models.TextField("hva", choices=Trail.choices)
    batch = models.IntegerField("nummer")
    sealed_at = models.DateTimeField("forseglet")
    rows = models.IntegerField("antall")
    # The last row of the batch, in the order of sealing: era, transaction, number.
    era = models.SmallIntegerField("æra")
    xact = models.BigIntegerField("transaksjon")
    no = models.BigIntegerField("løpenummer")
    # Eight bytes of each row's own digest: they tell which row it was, when the batch does not agree.
    marks = models.BinaryField("merker")
    digest = models.TextField("segl", db_comment="SHA-256, heksadesimalt")

    class Meta:
        verbose_name = "segl"
        verbose_name_plural = "segl"
        db_table_comment = "Kjede av segl over journal og innsyn; bare tilføyelser"
        constraints = [
            models.UniqueConstraint(fields=["municipality", "trail", "batch"], name="seal_in_order"),
            Forced(name="seal_forced"),
            Policy(name="seal_worker", to=(WORKER,), command="select", using="true"),
            Policy(name="seal_add", to=(WORKER,), command="insert", check_rows="true"),
            Policy(name="seal_leader", to=(WIDE,), command="select", using="municipality_id = (select access.wide())"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.digest[:12]

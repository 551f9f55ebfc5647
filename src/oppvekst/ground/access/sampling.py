"""The sample of the internal control (fvl § 13 b first paragraph no. 4): who drew it, why, what was found. The database draws."""

from __future__ import annotations

from django.db import models

from oppvekst.ground.access.models import ABOUT_ME, WHOLE, InMunicipality, Staff
from oppvekst.ground.database.logins import CASE_HATS, WIDE, WORKER
from oppvekst.ground.database.policies import Forced, Policy


class Sample(InMunicipality):
    """Cases drawn at random for one who controls: dated access to read, and an ending with what was found."""

    staff = models.ForeignKey(Staff, models.PROTECT, related_name="samples", verbose_name="ansatt")
    state = models.TextField("tilstand", blank=True)
    since = models.DateField("opprettet fra og med", null=True, blank=True)
    until = models.DateField("opprettet til og med", null=True, blank=True)
    words = models.TextField("begrunnelse")
    drawn = models.JSONField("trukne saker", default=list)
    drawn_at = models.DateTimeField("trukket")
    valid_to = models.DateTimeField("kan leses til")
    ended_at = models.DateTimeField("avsluttet", null=True, blank=True)
    finding = models.TextField("funn", blank=True)

    class Meta:
        verbose_name = "stikkprøve"
        db_table_comment = "Stikkprøve i internkontrollen: hvem som trakk den, hvorfor, og hva som ble funnet"
        constraints = [
            Forced(name="sample_forced"),
            Policy(name="sample_mine", to=CASE_HATS, command="select", using=ABOUT_ME),
            Policy(name="sample_by_wide", to=(WIDE,), command="select", using=WHOLE),
            Policy(name="sample_worker", to=(WORKER,), command="select", using="true"),
        ]
        indexes = [models.Index(fields=["staff", "municipality"], name="sample_of_staff")]

    def __str__(self) -> str:
        return f"{len(self.drawn)} saker"

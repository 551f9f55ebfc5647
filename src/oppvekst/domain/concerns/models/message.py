"""A message as it arrived, byte for byte, stored before anything else is done with it: what was acknowledged is not lost."""

from __future__ import annotations

from uuid import uuid4

from django.db import models

from oppvekst.ground.access.models import Municipality
from oppvekst.ground.database.logins import INTAKE, TEAM, WIDE, WORKER
from oppvekst.ground.database.policies import Forced, Policy

SETTLED = ("state", "problems", "settled_at", "enquiry_id")


class Message(models.Model):
    """A message from another system. Whatever is wrong with it, it is kept and accounted for."""

    class State(models.TextChoices):
        STORED = "stored", "lagret, ikke lest"
        ACCEPTED = "accepted", "ble til melding"
        QUARANTINED = "quarantined", "i karantene"
        SETTLED = "settled", "ordnet for hånd"

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    # Without a municipality when it names one that this service does not have.
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", null=True, blank=True)
    addressed_to = models.TextField("sendt til kommunenummer", blank=True)
    source = models.TextField("kilde")
    message_id = models.UUIDField("kildens nummer, avledet", editable=False)
    message_name = models.TextField("kildens nummer")
    kind = models.TextField("slag")
    body = models.BinaryField("innhold")
    pdf = models.BinaryField("pdf", null=True, blank=True)
    digest = models.TextField("avtrykk")
    received_at = models.DateTimeField("mottatt")
    state = models.TextField("tilstand", choices=State.choices, default=State.STORED)
    problems = models.JSONField("feil", default=list)
    settled_at = models.DateTimeField("ferdig", null=True, blank=True)
    enquiry_id = models.UUIDField("henvendelse", null=True, blank=True)

    class Meta:
        verbose_name = "mottatt melding"
        verbose_name_plural = "mottatte meldinger"
        db_table_comment = "Melding fra annet system, slik den kom"
        indexes = [models.Index(fields=["municipality", "received_at"], name="message_by_time")]
        constraints = [
            # An id made of source and the source's own number: a second sending finds the first, and no key tells
            # one municipality what another has received.
            models.UniqueConstraint(fields=["message_id"], name="message_once"),
            Forced(name="message_forced"),
            Policy(
                name="message_intake", to=(INTAKE, TEAM), command="select",
                using="municipality_id = (select access.intake()) and state in ('quarantined', 'settled')",
            ),
            Policy(
                name="message_wide", to=(WIDE,), command="select",
                using="municipality_id = (select access.wide()) and state in ('quarantined', 'settled')",
            ),
            Policy(
                name="message_settle", to=(INTAKE, TEAM), command="update", columns=SETTLED,
                using="municipality_id = (select access.intake()) and state = 'quarantined'",
                check_rows="municipality_id = (select access.intake())",
            ),
            Policy(
                name="message_settle_wide", to=(WIDE,), command="update", columns=SETTLED,
                using="municipality_id = (select access.wide()) and state = 'quarantined'",
                check_rows="municipality_id = (select access.wide())",
            ),
            Policy(name="message_worker_read", to=(WORKER,), command="select", using="true"),
            Policy(name="message_worker_add", to=(WORKER,), command="insert", check_rows="true"),
            Policy(
                name="message_worker_settle", to=(WORKER,), command="update", columns=SETTLED, using="true",
                check_rows="true",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.message_name

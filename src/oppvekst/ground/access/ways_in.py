"""What people come in with: visits to My page, roles by the provider's word, passkeys, passwords and codes (ADR 25)."""

from __future__ import annotations

from uuid import uuid4

from django.db import models

from oppvekst.ground.access.models import WHOLE, InMunicipality, Role, Staff
from oppvekst.ground.database.logins import WIDE
from oppvekst.ground.database.policies import Forced, Pair, Policy


class Visit(InMunicipality):
    """A log-in of somebody outside the service, at My page. Without a person when nothing is opened for whoever came."""

    person_id = models.UUIDField("person", null=True, blank=True)
    token_hash = models.BinaryField("nøkkelens avtrykk")
    level = models.TextField("hvor sikker innloggingen er")
    started_at = models.DateTimeField("begynt")
    last_used_at = models.DateTimeField("sist brukt")
    idle = models.DurationField("slutter etter")
    until = models.DateTimeField("varer til")
    ends_at = models.DateTimeField("slutter senest")
    ended_at = models.DateTimeField("avsluttet", null=True, blank=True)

    class Meta:
        verbose_name = "innlogging på Min side"
        db_table_comment = "Innlogging på Min side; verken nøkkelen eller fødselsnummeret lagres"
        constraints = [Forced(name="visit_forced")]
        indexes = [models.Index(fields=["token_hash"], name="visit_by_token")]

    def __str__(self) -> str:
        return str(self.started_at)


class ClaimRole(InMunicipality):
    """What the provider says of somebody (a group, a role) that gives a role here, for the day she logs in."""

    role = models.ForeignKey(Role, models.PROTECT, related_name="claims")
    value = models.TextField("verdi fra innloggingen")
    ended_at = models.DateTimeField("opphevet", null=True, blank=True)

    class Meta:
        verbose_name = "rolle fra innloggingen"
        db_table_comment = "Hvilken rolle en verdi fra kommunens innlogging gir"
        constraints = [Forced(name="claim_role_forced"), Pair(name="claim_role_same_municipality", parent="role")]

    def __str__(self) -> str:
        return self.value


class _OfStaff(models.Model):
    """Something a member of staff logs in with. Reached only through functions that the door may call."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    staff = models.ForeignKey(Staff, models.PROTECT, related_name="+")

    class Meta:
        abstract = True


class Passkey(_OfStaff):
    """A key in somebody's phone or computer (WebAuthn). What is kept here can check it and cannot use it."""

    credential = models.BinaryField("nøkkelens navn")
    public = models.BinaryField("offentlig nøkkel")
    uses = models.BigIntegerField("teller", default=0)
    device = models.TextField("enhet", blank=True)
    made_at = models.DateTimeField("laget")
    used_at = models.DateTimeField("sist brukt", null=True, blank=True)
    ended_at = models.DateTimeField("fjernet", null=True, blank=True)

    class Meta:
        verbose_name = "tilgangsnøkkel"
        db_table_comment = "Tilgangsnøkkel (WebAuthn) for en ansatt uten innloggingsleverandør"
        constraints = [Forced(name="passkey_forced")]
        indexes = [models.Index(fields=["credential"], name="passkey_by_name")]

    def __str__(self) -> str:
        return self.device


class Password(_OfStaff):
    """A password's hash and the sealed secret of a code app; and how long whoever guesses must wait."""

    hashed = models.TextField("passordets avtrykk")
    app = models.BinaryField("kodeappens hemmelighet, forseglet")
    last_step = models.BigIntegerField("siste brukte kode", default=0)
    failures = models.IntegerField("feil på rad", default=0)
    wait_until = models.DateTimeField("venter til", null=True, blank=True)
    made_at = models.DateTimeField("laget")
    ended_at = models.DateTimeField("erstattet", null=True, blank=True)

    class Meta:
        verbose_name = "passord og kodeapp"
        db_table_comment = "Passord og kodeapp for en ansatt uten innloggingsleverandør"
        constraints = [Forced(name="password_forced")]

    def __str__(self) -> str:
        return str(self.made_at)


class SpareCode(_OfStaff):
    """A code kept on paper, for the day the phone is lost: it counts once, instead of the code app."""

    code_hash = models.BinaryField("kodens avtrykk")
    made_at = models.DateTimeField("laget")
    used_at = models.DateTimeField("brukt", null=True, blank=True)

    class Meta:
        verbose_name = "reservekode"
        db_table_comment = "Reservekode for en ansatt som har mistet telefonen"
        constraints = [Forced(name="spare_code_forced")]

    def __str__(self) -> str:
        return str(self.made_at)


class FirstCode(InMunicipality):
    """A code the leader gives a member of staff, who makes her own way in with it: once, and within two days."""

    staff = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    code_hash = models.BinaryField("kodens avtrykk")
    given_by = models.UUIDField("gitt av")
    given_at = models.DateTimeField("gitt")
    until = models.DateTimeField("gjelder til")
    used_at = models.DateTimeField("brukt", null=True, blank=True)

    class Meta:
        verbose_name = "engangskode"
        db_table_comment = "Engangskode fra lederen, for å lage sin egen innlogging"
        constraints = [
            Forced(name="first_code_forced"),
            Policy(
                name="first_code_give", to=(WIDE,), command="insert",
                check_rows=f"{WHOLE} and given_by = (select access.actor()) and access.colleague(staff_id)",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return str(self.given_at)


# So does the sample's.
import oppvekst.ground.access.sampling  # noqa: E402, F401

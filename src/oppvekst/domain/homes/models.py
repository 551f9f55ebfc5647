"""People who offer a child something: a weekend, a home, an afternoon, a watchful eye."""

from __future__ import annotations

from uuid import uuid4

from django.db import models

from oppvekst.ground.access.models import MINE, WHOLE, Municipality
from oppvekst.ground.database.logins import HOMES, PORTAL, WIDE, WORKER
from oppvekst.ground.database.policies import Forced, Policy

# The coordinator and the leader see them; nobody who works with cases does, and the coordinator sees no case.
SEEN_BY = {"coordinator": ((HOMES,), MINE), "leader": ((WIDE,), WHOLE)}
COLLEAGUE = "(assignee is null or access.colleague(assignee))"
FOLLOWED_UP = ("state", "assignee", "note", "contacted_at", "closed_at", "outcome")


def _followed_up() -> list[models.BaseConstraint]:
    doors: list[models.BaseConstraint] = []
    for name, (hats, using) in SEEN_BY.items():
        doors += [
            Policy(name=f"offer_{name}", to=hats, command="select", using=using),
            Policy(
                name=f"offer_follow_{name}", to=hats, command="update", columns=FOLLOWED_UP, using=using,
                check_rows=f"{using} and {COLLEAGUE}",
            ),
        ]  # fmt: skip
    return doors


class Offer(models.Model):
    """Somebody's offer as sent from the public page. It asks for nothing sensitive, and takes no certificate (§ 12-11)."""

    class Kind(models.TextChoices):
        VISITING_HOME = "visiting_home", "besøkshjem"
        FOSTER_HOME = "foster_home", "fosterhjem"
        SUPPORT_CONTACT = "support_contact", "støttekontakt eller aktivitetskontakt"
        SUPERVISION_PERSON = "supervision_person", "tilsynsperson"

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", verbose_name="kommune")
    reference = models.TextField("referanse")
    received_at = models.DateTimeField("mottatt")
    kind = models.TextField("vil bli", choices=Kind.choices)
    name = models.TextField("navn")
    phone = models.TextField("telefon", blank=True)
    email = models.TextField("e-post", blank=True)
    area = models.TextField("bor i")
    language = models.TextField("språk i kontakten", default="nb")
    interpreter = models.TextField("tolk til", blank=True)
    # Counts and choices, as the form asked them; nothing about health, faith or who the others are.
    household = models.JSONField("husstand", default=dict)
    can_offer = models.JSONField("kan tilby", default=dict)
    words = models.TextField("med egne ord", blank=True)
    state = models.TextField("tilstand", default="open")
    assignee = models.UUIDField("hos", null=True, blank=True)
    note = models.TextField("koordinators notat", blank=True)
    contacted_at = models.DateTimeField("kontaktet", null=True, blank=True)
    closed_at = models.DateTimeField("avsluttet", null=True, blank=True)
    outcome = models.TextField("utfall", blank=True)

    class Meta:
        verbose_name = "tilbud om hjem"
        verbose_name_plural = "tilbud om hjem"
        db_table_comment = "Den som vil bli besøkshjem, fosterhjem, støttekontakt eller tilsynsperson"
        indexes = [models.Index(fields=["municipality", "state", "received_at"], name="offer_of_state")]
        constraints = [
            models.UniqueConstraint(fields=["municipality", "reference"], name="offer_reference_once"),
            models.CheckConstraint(name="offer_can_be_answered", condition=~models.Q(phone="", email="")),
            models.CheckConstraint(
                name="offer_stands_somewhere",
                condition=models.Q(state="open", contacted_at=None, closed_at=None, outcome="")
                | models.Q(state="contacted", contacted_at__isnull=False, closed_at=None, outcome="")
                | (models.Q(state="closed", closed_at__isnull=False) & ~models.Q(outcome="")),
            ),
            Forced(name="offer_forced"),
            Policy(
                name="offer_public", to=(PORTAL,), command="insert",
                check_rows="state = 'open' and assignee is null and note = ''",
            ),
            *_followed_up(),
            Policy(name="offer_worker", to=(WORKER,), command="select", using="true"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.reference

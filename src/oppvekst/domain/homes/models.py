"""People who offer a child something: a weekend, a home, an afternoon, a watchful eye; and what a colleague asks for."""

from __future__ import annotations

from uuid import uuid4

from django.db import models

from oppvekst.domain.homes.rules import (
    ACCEPTED,
    AGES,
    ANSWERED,
    ASKED_FOR,
    HOW_OFTEN,
    LANGUAGES,
    NONE_FOUND,
    WAITS,
)
from oppvekst.ground.access.models import MINE, WHOLE, Municipality
from oppvekst.ground.database.logins import CASE, HOMES, INTAKE, PORTAL, TEAM, WIDE, WORKER
from oppvekst.ground.database.policies import Forced, Pair, Policy

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
            models.UniqueConstraint(fields=["id", "municipality"], name="offer_in_municipality"),
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


# The case workers', who see what is asked for in a case of theirs and nothing else: the case stands in a table of a later
# room, under its own policies, and only there.
ASKS = (CASE, INTAKE, TEAM)
OF_MY_CASE = f"{MINE} and access.sees_wanted(id)"
ASKED_ANEW = (
    "state = 'asked' and asked_by = (select access.actor()) and asked_by_name = (select access.my_name()) "
    "and answered_at is null and settled_at is null and gone_at is null"
)
IN_PLACE_SAID = ("in_place", "in_place_by_name", "in_place_at")
ANSWER = (
    "state", "offer_id", "answer_name", "answer_phone", "answer_words", "several", "answered_by", "answered_by_name",
    "answered_at", "reply_by", "gone_name", "gone_words", "gone_at", *IN_PLACE_SAID,
)  # fmt: skip
SETTLED = ("state", "settled_by_name", "settled_at", "settled_words")
BY_COORDINATOR, BY_CASE_WORKER = (
    "('asked', 'answered', 'none_found')",
    "('accepted', 'asked_again', 'withdrawn', 'let_go')",
)


def _wanted_doors() -> list[models.BaseConstraint]:
    """The coordinator answers and reads no case; the case worker says yes or no, and reads no offer; the leader does both."""
    return [
        Policy(name="wanted_coordinator", to=(HOMES,), command="select", using=MINE),
        Policy(name="wanted_leader", to=(WIDE,), command="select", using=WHOLE),
        Policy(name="wanted_of_case", to=ASKS, command="select", using=OF_MY_CASE),
        Policy(name="wanted_ask", to=ASKS, command="insert", check_rows=f"{MINE} and {ASKED_ANEW}"),
        Policy(name="wanted_ask_wide", to=(WIDE,), command="insert", check_rows=f"{WHOLE} and {ASKED_ANEW}"),
        Policy(
            name="wanted_answer", to=(HOMES,), command="update", columns=ANSWER, using=MINE,
            check_rows=f"{MINE} and state in {BY_COORDINATOR}",
        ),
        Policy(
            name="wanted_settle", to=ASKS, command="update", columns=SETTLED, using=OF_MY_CASE,
            check_rows=f"{MINE} and state in {BY_CASE_WORKER}",
        ),
        Policy(
            name="wanted_both", to=(WIDE,), command="update", columns=(*ANSWER, *SETTLED[1:]), using=WHOLE, check_rows=WHOLE
        ),
        Policy(name="wanted_worker", to=(WORKER,), command="select", using="true"),
    ]  # fmt: skip


class Wanted(models.Model):
    """A home that a colleague asks for. It has no case and no child: codes, a few words, and who asked (bvl § 13-1)."""

    KINDS = tuple((kind.value, word) for kind, word in ASKED_FOR.items())

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", verbose_name="kommune")
    kind = models.TextField("spør om", choices=KINDS)
    age = models.TextField("alder", choices=[*AGES.items()])
    often = models.TextField("hvor ofte")
    wanted_from = models.DateField("fra")
    area = models.TextField("hvor i kommunen", blank=True)
    language = models.TextField("språk", default="nb")
    needs = models.JSONField("det må passe med", default=list)
    words = models.TextField("med egne ord", blank=True)
    kept_reason = models.TextField("hvorfor det kan stå", blank=True)
    asked_by = models.UUIDField("spurt av")
    asked_by_name = models.TextField("spurt av")
    asked_at = models.DateTimeField("spurt")
    answer_by = models.DateField("svar innen")
    # A no to what was answered before: the earlier one stands, with its home, and this waits in its place.
    again_of = models.UUIDField("i stedet for", null=True, blank=True)
    again_words = models.TextField("hvorfor spurt på nytt", blank=True)
    state = models.TextField("tilstand", default=WAITS)
    offer = models.ForeignKey(Offer, models.PROTECT, null=True, blank=True, related_name="wanted")
    # The coordinator's answer: whoever asked never reads the offer itself.
    answer_name = models.TextField("hjemmet", blank=True)
    answer_phone = models.TextField("telefon", blank=True)
    answer_words = models.TextField("koordinatorens ord", blank=True)
    several = models.BooleanField("bekreftet plass til flere barn", default=False)
    answered_by = models.UUIDField("besvart av", null=True, blank=True)
    answered_by_name = models.TextField("besvart av", blank=True)
    answered_at = models.DateTimeField("besvart", null=True, blank=True)
    reply_by = models.DateField("ja eller nei innen", null=True, blank=True)
    # A home that was named, and could not after all: another is looked for.
    gone_name = models.TextField("hjemmet som likevel ikke kan", blank=True)
    gone_words = models.TextField("hvorfor de ikke kan", blank=True)
    gone_at = models.DateTimeField("kan likevel ikke", null=True, blank=True)
    in_place = models.JSONField("det som er på plass", default=dict)
    in_place_by_name = models.TextField("sagt av", blank=True)
    in_place_at = models.DateTimeField("sagt", null=True, blank=True)
    settled_by_name = models.TextField("avgjort av", blank=True)
    settled_at = models.DateTimeField("avgjort", null=True, blank=True)
    settled_words = models.TextField("hvorfor", blank=True)

    class Meta:
        verbose_name = "etterspurt hjem"
        verbose_name_plural = "etterspurte hjem"
        db_table_comment = "Et hjem en saksbehandler spør koordinatoren om: uten sak og uten barn"
        indexes = [
            models.Index(fields=["municipality", "state", "answer_by"], name="wanted_of_state"),
            models.Index(fields=["offer"], name="wanted_of_offer"),
        ]
        constraints = [
            models.CheckConstraint(
                name="wanted_stands_somewhere",
                condition=models.Q(state=WAITS, answered_at=None, offer=None)
                | models.Q(state__in=(ANSWERED, ACCEPTED, "let_go"), answered_at__isnull=False, offer__isnull=False)
                | models.Q(state=NONE_FOUND, answered_at__isnull=False, offer=None)
                | models.Q(state__in=("asked_again", "withdrawn"), settled_at__isnull=False),
            ),
            models.CheckConstraint(
                name="wanted_in_codes",
                condition=models.Q(
                    kind__in=[kind.value for kind in ASKED_FOR], age__in=[*AGES], language__in=[*LANGUAGES]
                )
                & models.Q(often__in=sorted({code for codes in HOW_OFTEN.values() for code in codes})),
            ),
            models.CheckConstraint(
                name="wanted_not_of_itself", condition=models.Q(again_of=None) | ~models.Q(again_of=models.F("id"))
            ),
            models.UniqueConstraint(fields=["id", "municipality"], name="wanted_in_municipality"),
            Pair(name="wanted_offer_same_municipality", parent="offer"),
            Forced(name="wanted_forced"),
            *_wanted_doors(),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()

"""What went to whom: each one's own copy of a decision as it was made, and the neutral word that it lies ready (fvl § 27)."""

from __future__ import annotations

from uuid import uuid4

from django.db import models

from oppvekst.domain.cases.models import Case, of_case
from oppvekst.domain.decisions.models.addressee import Addressee
from oppvekst.domain.people.models import Person
from oppvekst.ground.access.models import Municipality
from oppvekst.ground.database.logins import MYPAGE, WORKER
from oppvekst.ground.database.policies import Pair, Policy

# What My page may read of a copy: the copy itself and its limit, and nothing of the case it hangs on.
OWN = (
    "id", "municipality_id", "title", "language", "told", "pdf", "shown_from", "opened_at", "appeal_due", "appeal_steps",
    "road", "decided_on",
)  # fmt: skip
CLOCKED = ("appeal_due", "appeal_steps")
# Opened once it stays; what lies unread while all is held back from the parents waits (bvl §§ 1-3, 12-2, 12-6).
MINE_TO_READ = (
    "person_id = (select access.visitor()) and shown_from is not null and withdrawn_at is null and case_id = any "
    "(case when opened_at is null then (select access.told_cases(false)) else (select access.told_cases(true)) end)"
)


class Copy(models.Model):
    """One person's copy of a decision as it was sent: its words without what is withheld from just her, and the letter itself.

    What stands in it never changes. Sent again, it is made again, and both are kept.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    addressee = models.ForeignKey(Addressee, models.PROTECT, related_name="copies")
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    title = models.TextField("tittel")
    language = models.TextField("språk", default="nb")
    told = models.JSONField("hva som står i det", default=dict)
    pdf = models.BinaryField("brevet")
    sha256 = models.TextField("SHA-256 av brevet")
    pages = models.IntegerField("sider")
    road = models.TextField("hvor en klage går")
    decided_on = models.DateField("vedtatt")
    made_at = models.DateTimeField("laget")
    made_by = models.UUIDField("laget av")
    made_by_name = models.TextField("laget av")
    route = models.TextField("vei", choices=Addressee.Route.choices)
    shown_from = models.DateTimeField("vist på Min side fra", null=True, blank=True)
    opened_at = models.DateTimeField("åpnet", null=True, blank=True)
    withdrawn_at = models.DateTimeField("tatt bort", null=True, blank=True)
    appeal_due = models.DateField("klagefrist", null=True, blank=True)
    appeal_steps = models.JSONField("slik er fristen regnet", default=list)

    class Meta:
        verbose_name = "eksemplar av vedtak"
        verbose_name_plural = "eksemplarer av vedtak"
        db_table_comment = "Hver mottakers eget eksemplar av et vedtak, slik det ble sendt"
        indexes = [models.Index(fields=["person"], name="decision_copy_of_person")]
        constraints = [
            *of_case(
                "decision_copy", change=("withdrawn_at", *CLOCKED), child_of="addressee",
                # Only to somebody who stands in this case: a key alone looks past every policy.
                add="(person_id is null or access.in_case(person_id, case_id))",
            ),
            Pair(name="decision_copy_person_same_municipality", parent="person"),
            Policy(name="decision_copy_own", to=(MYPAGE,), command="select", columns=OWN, using=MINE_TO_READ),
            Policy(
                name="decision_copy_counted", to=(WORKER,), command="update", columns=CLOCKED, using="true", check_rows="true"
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.title


class ReadyNotice(models.Model):
    """A word to a phone that something lies ready, in words that tell nobody what (eForvaltningsforskriften § 8)."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    addressee = models.ForeignKey(Addressee, models.PROTECT, related_name="notices")
    phone = models.TextField("telefon")
    language = models.TextField("språk", default="nb")
    again = models.BooleanField("andre gang", default=False)
    written_at = models.DateTimeField("lagt i køen")
    sent_at = models.DateTimeField("sendt", null=True, blank=True)
    failed_at = models.DateTimeField("kom ikke fram", null=True, blank=True)

    class Meta:
        verbose_name = "varsel om post"
        verbose_name_plural = "varsler om post"
        db_table_comment = "Nøytralt varsel til en telefon om at noe ligger klart på Min side"
        indexes = [
            models.Index(
                fields=["written_at"], name="ready_notice_waiting", condition=models.Q(sent_at=None, failed_at=None)
            )
        ]
        constraints = [
            *of_case("ready_notice", child_of="addressee"),
            Policy(name="ready_notice_again", to=(WORKER,), command="insert", check_rows="again"),
            Policy(
                name="ready_notice_sent", to=(WORKER,), command="update", columns=("sent_at", "failed_at"), using="true",
                check_rows="true",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return "andre varsel" if self.again else "varsel"

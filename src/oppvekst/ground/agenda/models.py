"""Limits and tasks (docs/deadlines.md) and alarms that ring until somebody takes them (bvl § 15-3 (4))."""

from __future__ import annotations

from enum import StrEnum
from uuid import uuid4

from django.db import models

from oppvekst.ground.access.models import Municipality, Staff
from oppvekst.ground.database.logins import (
    ALL_HATS,
    CASE,
    HATS,
    HOMES,
    INTAKE,
    ONCALL,
    PORTAL,
    PREVENTION,
    TEAM,
    WIDE,
    WORKER,
)
from oppvekst.ground.database.policies import Barred, Forced, Pair, Policy

MINE = "municipality_id = (select access.municipality())"
OURS = f"{MINE} and (assignee is null or access.colleague(assignee)) and (case_id is null or access.sees_case(case_id))"
# Whoever found a way to put on another hat than the session's own would see nothing more by it.
IN_OWN_HAT = f"{MINE} and (select (access.here()).hat) = current_user::text"
FROM_OUTSIDE = "case_id is null and assignee is null and open and access.arriving_subject(subject)"
NOT_BARRED = "case_id is null or case_id <> all ((select access.barred())::uuid[])"
# Somebody gave herself access. The database puts it on the leader's list (migration 0003 of access), and no room settles it.
OWN_ACCESS = "own-access"
# Somebody broke the glass, or was in a case she is barred from. Told the next working day, by the database too.
EMERGENCY = "emergency"
# Somebody drew a sample of cases to read: told and looked over the same way.
SAMPLE = "sample"
# For whoever does it, on her own list: on no page of the case that is printed or shown, since the limit would tell the day.
OF_WHOEVER_GOES = frozenset({"supervision-write"})
LEADERS = "municipality_id = (select access.wide()) and access.may_review(subject)"
SETTLED = (
    "case_id", "title", "due", "target", "start", "steps", "law", "interpretation", "assignee", "intake_queue", "queue", "open",
    "done_on",
)  # fmt: skip

# Whoever may see an item may settle it, and nobody else: an update without a condition reads nothing first.
SEEN_BY = {
    "by_case": ((CASE, INTAKE, TEAM), "case_id = any ((select access.cases())::uuid[])"),
    "mine": (ALL_HATS, f"assignee = (select access.actor()) and {MINE}"),
    "by_intake": ((INTAKE, TEAM), "intake_queue = (select access.intake())"),
    # Whoever may act on a concern settles all its limits, whosever list they stand on, and those that no longer follow.
    "by_concern": ((CASE, INTAKE, TEAM, ONCALL), f"{MINE} and access.sees_concern(subject)"),
    "by_wide": ((WIDE,), "municipality_id = (select access.wide())"),
    "by_homes": ((HOMES,), f"queue = 'homes' and {MINE}"),
    "by_prevention": ((PREVENTION,), f"queue = 'prevention' and {MINE}"),
}


class Queue(StrEnum):
    """Whose list an item stands on until somebody takes it, beside the intake's own."""

    HOMES = "homes"
    PREVENTION = "prevention"


def _settled_by() -> list[models.BaseConstraint]:
    doors: list[models.BaseConstraint] = []
    for name, (hats, using) in SEEN_BY.items():
        doors += [
            Policy(name=f"item_{name}", to=hats, command="select", using=using),
            Policy(
                name=f"item_settle_{name}", to=hats, command="update", columns=SETTLED, using=using, check_rows=OURS
            ),
        ]
    return doors


class Item(models.Model):
    """A limit or a task that follows from facts. Its id is made of its subject and rule: settled twice, it is one."""

    id = models.UUIDField(primary_key=True, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)
    subject = models.UUIDField("gjelder")
    subject_kind = models.TextField("slag")
    case_id = models.UUIDField("sak", null=True, blank=True)
    rule = models.TextField("regel")
    title = models.TextField("hva")
    start = models.DateField("regnet fra", null=True, blank=True)
    due = models.DateField("frist", null=True, blank=True)
    # The last working day before the limit: what people plan by. The limit itself does not move.
    target = models.DateField("mål", null=True, blank=True)
    steps = models.JSONField("slik er den regnet", default=list)
    law = models.TextField("hjemmel", blank=True)
    interpretation = models.TextField("tolkning", blank=True)
    assignee = models.UUIDField("hos", null=True, blank=True)
    intake_queue = models.SmallIntegerField("i mottakets kø", null=True, blank=True)
    queue = models.TextField("i køen til", blank=True, choices=[(each, each) for each in Queue])
    open = models.BooleanField("åpen", default=True)
    done_on = models.DateField("gjort", null=True, blank=True)

    class Meta:
        verbose_name = "frist eller oppgave"
        verbose_name_plural = "agenda"
        db_table_comment = "Frister og oppgaver, alltid utregnet fra fakta"
        indexes = [
            models.Index(fields=["assignee", "due", "id"], name="item_mine", condition=models.Q(open=True)),
            models.Index(
                fields=["intake_queue", "due", "id"], name="item_intake", condition=models.Q(assignee=None, open=True)
            ),
            models.Index(fields=["municipality", "due", "id"], name="item_wide", condition=models.Q(open=True)),
            models.Index(fields=["case_id"], name="item_of_case"),
            models.Index(fields=["subject"], name="item_of_subject"),
        ]
        constraints = [
            models.CheckConstraint(
                name="item_in_own_queue",
                condition=models.Q(intake_queue=None) | models.Q(intake_queue=models.F("municipality")),
            ),
            Forced(name="item_forced"),
            Policy(name="item_add", to=ALL_HATS, command="insert", check_rows=OURS),
            *_settled_by(),
            Policy(
                name="item_public", to=(PORTAL,), command="insert", check_rows=FROM_OUTSIDE
            ),
            Policy(name="item_worker_read", to=(WORKER,), command="select", using="true"),
            Policy(name="item_worker_add", to=(WORKER,), command="insert", check_rows="true"),
            Policy(
                name="item_worker_settle", to=(WORKER,), command="update", columns=SETTLED, using="true", check_rows="true"
            ),
            Barred(name="item_barred", to=HATS, using=NOT_BARRED),
            # What is there to be seen by the leader is not struck out by the one it is about.
            Barred(
                name="item_leaders", to=HATS, command="update", becoming="true",
                using=f"rule not in ('{OWN_ACCESS}', '{EMERGENCY}', '{SAMPLE}') or {LEADERS}",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.title


TAKEN = ("taken_by", "taken_by_name", "taken_at", "outcome")

ALARMED = {
    "oncall": ((ONCALL,), "municipality_id = (select access.oncall())"),
    "intake": ((INTAKE, TEAM), "municipality_id = (select access.intake())"),
    "wide": ((WIDE,), "municipality_id = (select access.wide())"),
}


def _taken_by() -> list[models.BaseConstraint]:
    return [
        Policy(
            name=f"alarm_take_{name}", to=hats, command="update", columns=TAKEN, using=f"{using} and taken_at is null",
            check_rows=f"{MINE} and taken_by = (select access.actor())",
        )
        for name, (hats, using) in ALARMED.items()
    ]  # fmt: skip


class Alarm(models.Model):
    """Something that cannot wait: rings the on-call until a person takes it, then the leader (bvl § 15-3 (4))."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)
    subject = models.UUIDField("gjelder")
    kind = models.TextField("slag")
    # Neutral words only: an alarm is shown on a locked phone.
    words = models.TextField("tekst")
    raised_at = models.DateTimeField("utløst")
    taken_by = models.UUIDField("tatt av", null=True, blank=True)
    taken_by_name = models.TextField("navn", blank=True)
    taken_at = models.DateTimeField("tatt", null=True, blank=True)
    outcome = models.TextField("hva ble gjort", blank=True)

    class Meta:
        verbose_name = "alarm"
        db_table_comment = "Varsel som ringer til noen tar det"
        indexes = [
            models.Index(fields=["municipality", "raised_at"], name="alarm_untaken", condition=models.Q(taken_at=None))
        ]
        constraints = [
            models.UniqueConstraint(fields=["id", "municipality"], name="alarm_in_municipality"),
            Forced(name="alarm_forced"),
            Policy(name="alarm_oncall", to=(ONCALL,), command="select", using="municipality_id = (select access.oncall())"),
            Policy(
                name="alarm_intake", to=(INTAKE, TEAM), command="select", using="municipality_id = (select access.intake())"
            ),
            Policy(name="alarm_wide", to=(WIDE,), command="select", using="municipality_id = (select access.wide())"),
            Policy(name="alarm_raise", to=HATS, command="insert", check_rows=MINE),
            Policy(name="alarm_public", to=(PORTAL,), command="insert", check_rows="taken_by is null and taken_at is null"),
            *_taken_by(),
            Policy(name="alarm_worker_read", to=(WORKER,), command="select", using="true"),
            Policy(name="alarm_worker_raise", to=(WORKER,), command="insert", check_rows="taken_by is null"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.words


class Ring(models.Model):
    """One ring of an alarm: whose phone, when, and how far up it has gone."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)
    alarm = models.ForeignKey(Alarm, models.PROTECT, related_name="rings")
    staff = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    at = models.DateTimeField("ringt")
    round = models.SmallIntegerField("runde")

    class Meta:
        verbose_name = "oppringning"
        db_table_comment = "Hvem et varsel har ringt, og når"
        constraints = [
            models.UniqueConstraint(fields=["alarm", "staff", "round"], name="ring_once"),
            Pair(name="ring_same_municipality", parent="alarm"),
            Forced(name="ring_forced"),
            Policy(name="ring_read", to=HATS, command="select", using=IN_OWN_HAT),
            Policy(name="ring_worker_read", to=(WORKER,), command="select", using="true"),
            Policy(name="ring_worker_add", to=(WORKER,), command="insert", check_rows="true"),
        ]

    def __str__(self) -> str:
        return f"{self.round}"


OWN = f"staff_id = (select access.actor()) and {MINE}"
LONGEST_WAY = 600


class Travel(models.Model):
    """Minutes on the way before something in one's week: the worker's own note, about no child, and read by nobody else."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)
    staff = models.ForeignKey(Staff, models.PROTECT, related_name="+", verbose_name="ansatt")
    day = models.DateField("dag")
    before = models.TimeField("før klokka")
    minutes = models.SmallIntegerField("minutter")

    class Meta:
        verbose_name = "reisetid"
        verbose_name_plural = "reisetider"
        db_table_comment = "Den ansattes egen reisetid før noe i uka: bare dag, klokkeslett og minutter"
        constraints = [
            models.UniqueConstraint(fields=["staff", "day", "before"], name="travel_once"),
            models.CheckConstraint(name="travel_minutes", condition=models.Q(minutes__range=(0, LONGEST_WAY))),
            Forced(name="travel_forced"),
            Policy(name="travel_mine", to=ALL_HATS, command="select", using=OWN),
            Policy(name="travel_add", to=ALL_HATS, command="insert", check_rows=OWN),
            Policy(
                name="travel_change", to=ALL_HATS, command="update", columns=("minutes",), using=OWN, check_rows=OWN
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.minutes} minutter"

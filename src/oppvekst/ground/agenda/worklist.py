"""What is on somebody's agenda, most urgent first. Two queries however long it is."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import F, Q, QuerySet

from oppvekst.ground.access.actor import Actor
from oppvekst.ground.agenda.models import Alarm, Item, Queue
from oppvekst.ground.database import logins

QUEUES = {logins.HOMES: Queue.HOMES, logins.PREVENTION: Queue.PREVENTION}


def worklist(by: Actor) -> QuerySet[Item]:
    """Open limits and tasks of this person, and of the intake when that is her hat; earliest limit first."""
    mine = Q(assignee=by.staff_id)
    if by.hat in (logins.INTAKE, logins.TEAM):
        mine |= Q(intake_queue=by.municipality, assignee=None)
    if by.hat in QUEUES:
        mine |= Q(queue=QUEUES[by.hat], assignee=None)
    if by.wide:
        mine = Q(municipality_id=by.municipality)
    return Item.objects.filter(mine, open=True).order_by(F("due").asc(nulls_first=True), "id")


def own_between(by: Actor, since: date, until: date) -> QuerySet[Item]:
    """Open limits and tasks that lie with this person alone, by day. Whoever sees a whole service sees only her own here."""
    return Item.objects.filter(assignee=by.staff_id, open=True, due__range=(since, until)).order_by("due", "id")


def items_of(subject: UUID) -> QuerySet[Item]:
    """The limits and tasks of one concern or investigation, open and done."""
    return Item.objects.filter(subject=subject).order_by(F("due").asc(nulls_last=True), "rule")


def items_of_case(case_id: UUID) -> QuerySet[Item]:
    """The open limits and tasks of one case."""
    return Item.objects.filter(case_id=case_id, open=True).order_by(F("due").asc(nulls_last=True), "rule")


def untaken(by: Actor) -> QuerySet[Alarm]:
    """Alarms that nobody has taken yet, oldest first. A case worker who is not on intake is rung about nothing."""
    if by.hat == logins.CASE or by.hat in logins.OTHER_HATS:
        return Alarm.objects.none()
    return Alarm.objects.filter(municipality_id=by.municipality, taken_at=None).order_by("raised_at")

"""Alarms: raised with the fact, taken by a person, rung in rounds until then (bvl § 15-3 (4))."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from oppvekst.ground.access.actor import Actor
from oppvekst.ground.agenda.models import Alarm
from oppvekst.ground.database.jobs import ALARM_QUEUE, defer
from oppvekst.ground.journal.acts import act
from oppvekst.law.refusals import NotAllowed

# Rounds: the on-call at once and every five minutes; from a quarter of an hour the leader and the deputy too.
PAUSE = timedelta(minutes=5)
LEADER_FROM = 3
LADDER: tuple[tuple[str, ...], ...] = (("oncall",), ("oncall",), ("oncall",), ("oncall", "leader", "deputy"))


@dataclass(frozen=True)
class Round:
    """One round of ringing: its number (from 0) and the roles it reaches."""

    number: int
    roles: tuple[str, ...]


def raise_alarm(subject: UUID, *, kind: str, words: str, municipality: int, at: datetime) -> None:
    """Raise an alarm, and ring as soon as this transaction has committed: both stand or fall with the fact itself."""
    Alarm.objects.create(municipality_id=municipality, subject=subject, kind=kind, words=words, raised_at=at)
    defer("agenda.ring", queue=ALARM_QUEUE)


def round_due(raised_at: datetime, rung: Sequence[int], *, at: datetime) -> Round | None:
    """The round that should ring now, or None until the next pause is over.

    >>> from datetime import UTC
    >>> start = datetime(2026, 11, 7, 22, 40, tzinfo=UTC)
    >>> round_due(start, [], at=start)
    Round(number=0, roles=('oncall',))
    >>> round_due(start, [0, 1, 2], at=start + timedelta(minutes=16)).roles
    ('oncall', 'leader', 'deputy')
    """
    number = (at - raised_at) // PAUSE
    if number < 0 or number in rung:
        return None
    return Round(number, LADDER[min(number, LEADER_FROM)])


def take(alarm_id: UUID, *, by: Actor, at: datetime, outcome: str = "") -> None:
    """Take an alarm: it stops ringing, and the journal says who has it. The first one wins."""
    with act("alarm.taken", by=by, at=at, right="alarm.take", law="bvl § 15-3 (4)") as entry:
        changed = Alarm.objects.filter(id=alarm_id, taken_at=None).update(
            taken_by=by.staff_id, taken_by_name=by.name, taken_at=at, outcome=outcome
        )
        if not changed:
            raise NotAllowed("Noen andre har allerede tatt dette varselet. Last siden på nytt for å se hvem.")
        entry.about(alarm_id, says=f"{by.name} tok varselet.", outcome=outcome)

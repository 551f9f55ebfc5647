"""Ringing: an alarm reaches the on-call's phone, and the leader's, until somebody takes it (bvl § 15-3 (4))."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.db import transaction
from django.db.models import Q

from oppvekst.adapters.pager import FolderPager, Indiscreet, Pager
from oppvekst.ground.access.models import Duty, Staff
from oppvekst.ground.agenda.alarms import round_due
from oppvekst.ground.agenda.models import Alarm, Ring
from oppvekst.ground.database.acting import acting
from oppvekst.ground.database.jobs import ALARM_QUEUE, defer
from oppvekst.law.calendar import oslo_date

TASK = "agenda.ring"
# Who is rung when nobody in the round can be reached, one after the other.
ABOVE = (("leader",), ("deputy",))
NEUTRAL = "Noen må se på en melding nå. Logg inn for å lese den."
# What the column holds: some 113 days of ringing.
LAST_ROUND = 32_767

logger = logging.getLogger(__name__)

type Phones = dict[tuple[int, str], list[Staff]]


def ring_soon() -> None:
    """Ring within a second or two of the commit. For whoever raises an alarm, in any face, inside the act."""
    defer(TASK, queue=ALARM_QUEUE)


def ring(*, at: datetime, pager: Pager | None = None) -> None:
    """Ring for every alarm that nobody has taken: each person once a round (bvl § 15-3 (4)).

    May be done again, and by two workers at once. Each ring is a transaction of its own: what has rung cannot be
    taken back because something else failed, and one alarm that cannot be rung silences no other.
    """
    with acting("worker"):
        alarms = list(Alarm.objects.filter(taken_at=None).order_by("raised_at", "id"))
        phones = _phones({alarm.municipality_id for alarm in alarms}, today=oslo_date(at))
    bell = _Bell(phones, pager or FolderPager(settings.OUTBOX / "pager"), at)
    for alarm in alarms:
        try:
            bell.ring(alarm)
        except Exception:
            logger.exception("varsel %s lot seg ikke ringe", alarm.id)


def _phones(municipalities: Iterable[int], *, today: date) -> Phones:
    """Who has which role today and a phone to be rung on, by municipality and role."""
    valid = Q(valid_from__lte=today) & (Q(valid_to=None) | Q(valid_to__gte=today))
    duties = Duty.objects.filter(valid, municipality__in=municipalities).exclude(staff__pager="")
    phones: Phones = {}
    for duty in duties.select_related("staff", "role").order_by("staff_id"):
        phones.setdefault((duty.municipality_id, duty.role.name), []).append(duty.staff)
    return phones


@dataclass(frozen=True)
class _Bell:
    """Ringing as it is at one moment: who has a phone, through what, and when."""

    phones: Phones
    pager: Pager
    at: datetime

    def ring(self, alarm: Alarm) -> None:
        """Ring everybody of the round, and go on upwards until at least one has been reached."""
        # A clock that is a little behind the one that raised the alarm must not make it wait.
        due = round_due(alarm.raised_at, [], at=max(self.at, alarm.raised_at))
        if due and not any(self._reach(alarm, roles, due.number) for roles in (due.roles, *ABOVE)):
            logger.critical("varsel %s i kommune %s: ingen er å få tak i", alarm.id, alarm.municipality_id)

    def _reach(self, alarm: Alarm, roles: tuple[str, ...], number: int) -> bool:
        """Ring everybody who has one of the roles, and say whether anybody has been reached."""
        staff = [one for role in roles for one in self.phones.get((alarm.municipality_id, role), ())]
        reached = [self._ring_once(alarm, one, min(number, LAST_ROUND)) for one in staff]
        return any(reached)

    def _ring_once(self, alarm: Alarm, staff: Staff, number: int) -> bool:
        """Whether this person has been rung in this round, now or before.

        First noted, then rung, then committed. A crash after the ring takes the note away, and the person is rung
        again with the same key: once too often is nothing against not at all, which is what a note committed before
        the ring could give. Another worker with the same ring waits at the unique key until this one is done.
        """
        ring = Ring(municipality_id=alarm.municipality_id, alarm=alarm, staff=staff, at=self.at, round=number)
        with acting("worker"):
            Ring.objects.bulk_create([ring], ignore_conflicts=True)
            if not Ring.objects.filter(id=ring.id).exists():
                return True
            reached = self._call(staff.pager, alarm.words, key=f"{alarm.id}:{staff.id}:{number}")
            if not reached:
                transaction.set_rollback(True)
        return reached

    def _call(self, phone: str, words: str, *, key: str) -> bool:
        """Ring, in words that say nothing if the alarm's own would say too much; False if it was not possible."""
        try:
            self.pager.ring(phone, words, key)
        except Indiscreet:
            return words != NEUTRAL and self._call(phone, NEUTRAL, key=key)
        except Exception as error:
            # The number may stand in the error, and must not stand in the log.
            logger.error("oppringning %s: %s", key, type(error).__name__)
            return False
        return True

"""By itself: the neutral word that post lies ready, the second after a week, and the decision that becomes final (fvl § 29)."""

from __future__ import annotations

import logging
from datetime import datetime

from django.conf import settings
from django.db.models import QuerySet

from oppvekst.adapters.pager import FolderPager, Pager
from oppvekst.domain.decisions.actions.reached import (
    become_final,
    note_failed,
    note_told,
    notify_again,
    settle_dispatch,
)
from oppvekst.domain.decisions.models import Addressee, Decision, ReadyNotice
from oppvekst.domain.decisions.queries.sending import may_go_to, notice_of
from oppvekst.domain.decisions.rules import APPEAL_PERIOD, NOTIFIED
from oppvekst.domain.decisions.rules.reaching import Route, second_notice_on
from oppvekst.domain.decisions.rules.words import READY, READY_AGAIN
from oppvekst.ground.access.actor import clock
from oppvekst.ground.database.acting import acting
from oppvekst.law.calendar import oslo_date

TASK = "decisions.tell"
AT_ONCE = 100
logger = logging.getLogger(__name__)


def tell(*, at: datetime, pager: Pager | None = None) -> int:
    """Send the words that wait, each in a transaction of its own; how many went (eForvaltningsforskriften § 8).

    What has left the house is not undone by a rollback: the key makes a word that is sent again the same word. While all is
    held back in the case, it waits.
    """
    through = pager or FolderPager(settings.OUTBOX / "sms")
    with acting("worker"):
        waiting = list(_waiting()[:AT_ONCE])
    return sum(_told(one, through, at) for one in waiting)


def pass_time(*, at: datetime) -> None:
    """A second word where nobody has opened it for a week; final where all limits are over; the agenda as it then is."""
    today = oslo_date(at)
    for one in Addressee.objects.filter(route=Route.DIGITAL, opened_at=None, second_notice_at=None).exclude(
        notified_at=None
    ):
        day = second_notice_on(notice_of(one))
        if day is not None and day <= today:
            notify_again(one.id, at=at)
    for decision in Decision.objects.filter(state__in=(NOTIFIED, APPEAL_PERIOD)).select_related("case"):
        if not become_final(decision.id, by=clock(decision.municipality_id), at=at):
            settle_dispatch(decision, today=today)


def _waiting() -> QuerySet[ReadyNotice]:
    found = ReadyNotice.objects.filter(sent_at=None, failed_at=None).select_related("municipality")
    return found.order_by("written_at", "id")


def _told(notice: ReadyNotice, pager: Pager, at: datetime) -> bool:
    """One word. Trouble with one stops none of those behind it."""
    try:
        with acting("worker"):
            addressee = Addressee.objects.select_related("party", "represents__party").get(id=notice.addressee_id)
            waits = not may_go_to(addressee, Route.DIGITAL, said="", at=at)
            void = notice.again and addressee.opened_at is not None
        if waits or void:
            return False
        words = (READY_AGAIN if notice.again else READY)[notice.language].format(who=notice.municipality.name)
        went = _rung(pager, notice, words)
        with acting("worker"):
            (note_told if went else note_failed)(notice, by=clock(notice.municipality_id), at=at)
    except Exception:
        logger.exception("varsel %s ble ikke sendt", notice.id)
        return False
    return went


def _rung(pager: Pager, notice: ReadyNotice, words: str) -> bool:
    try:
        pager.ring(notice.phone, words, f"post:{notice.id}")
    except Exception as error:
        # The number may stand in the error, and must not stand in the log.
        logger.error("varsel %s: %s", notice.id, type(error).__name__)
        return False
    return True

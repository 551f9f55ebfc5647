"""What the worker does, and how often. The rooms are told what time it is; only here is it asked."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.utils.timezone import now
from procrastinate import Blueprint, JobContext, RetryStrategy
from procrastinate.worker import Worker

from oppvekst.adapters.fiks.inbox import FolderInbox
from oppvekst.domain.cases import jobs as cases
from oppvekst.domain.concerns import jobs as concerns
from oppvekst.domain.decisions import jobs as decisions
from oppvekst.ground.access.models import Municipality
from oppvekst.ground.agenda import jobs as agenda
from oppvekst.ground.agenda import signers, trace
from oppvekst.ground.database import jobs as database
from oppvekst.ground.database.acting import acting
from oppvekst.ground.database.jobs import ALARM_QUEUE
from oppvekst.ground.journal import jobs as journal
from oppvekst.ground.journal.sealing import late
from oppvekst.ground.journal.unusual import find
from oppvekst.law.calendar import oslo_date

EVERY_MINUTE = "* * * * *"
EVERY_HOUR = "17 * * * *"
EVERY_NIGHT = "23 2 * * *"
A_MONTH = 30 * 24
CAUGHT_UP = timedelta(days=3)
# These talk to the outside world, and open a transaction for each thing they do: what has left the house is not undone
# by a rollback, and a counterparty is answered after the commit, never before.
OWN_TRANSACTIONS = frozenset({agenda.TASK, journal.TASK, cases.TASK, decisions.TASK, "concerns.fetch"})
# The database may be restarted in the middle of anything, and an alarm does not wait a minute for the next stroke.
AGAIN = RetryStrategy(max_attempts=5, linear_wait=2, retry_exceptions=[OperationalError, InterfaceError])

clock = Blueprint()
logger = logging.getLogger(__name__)


def in_one_transaction(call_next: Callable[[], Any], context: JobContext, worker: Worker) -> Any:
    """Task middleware: one transaction a task, but for those that talk to the outside world."""
    if context.job.task_name in OWN_TRANSACTIONS:
        return call_next()
    return database.in_one_transaction(call_next, context, worker)


@clock.periodic(cron=EVERY_MINUTE)
@clock.task(name=agenda.TASK, queue=ALARM_QUEUE, retry=AGAIN)
def ring(timestamp: int | None = None) -> None:
    """Ring for the alarms that nobody has taken. By the clock on the wall: the job may have waited."""
    agenda.ring(at=now())


@clock.periodic(cron=EVERY_MINUTE)
@clock.task(name="concerns.fetch", retry=AGAIN)
def fetch(timestamp: int | None = None) -> None:
    """Fetch what has come from the national portal: each municipality has its own inbox there, and so here."""
    at = now()
    with acting("worker"):
        municipalities = list(Municipality.objects.order_by("number"))
    for municipality in municipalities:
        try:
            concerns.fetch(FolderInbox(settings.INBOX / municipality.code), municipality.number, at=at)
        except Exception:
            # A neighbour's trouble stops nobody else's messages.
            logger.exception("innboksen til kommune %s lot seg ikke tømme", municipality.code)


@clock.periodic(cron=EVERY_MINUTE)
@clock.task(name=journal.TASK, retry=AGAIN)
def seal(timestamp: int | None = None) -> None:
    """Seal what has been written in the journal, and hand out the heads."""
    at = now()
    journal.seal_and_hand_out(at=at)
    found = late(at=at)
    with acting("worker"):
        trace.tell_if_late(found)


@clock.periodic(cron=EVERY_NIGHT)
@clock.task(name="journal.verify", retry=AGAIN)
def verify(timestamp: int | None = None) -> None:
    """Check the whole journal against its seals and the witness, and hand out how every chain stands today."""
    trace.tell_if_broken(journal.verify_against())
    journal.hand_out_day(today=oslo_date(now()))


@clock.periodic(cron=EVERY_NIGHT)
@clock.task(name="journal.unusual", retry=AGAIN)
def unusual(timestamp: int | None = None) -> None:
    """Look for unusual looks of the last days; a night that was missed is caught up, and nothing is found twice."""
    at = now()
    for municipality in Municipality.objects.order_by("number"):
        find(municipality.number, since=at - CAUGHT_UP, before=at, today=oslo_date(at))


@clock.periodic(cron=EVERY_HOUR)
@clock.task(name="agenda.look_ahead", retry=AGAIN)
def look_ahead(timestamp: int | None = None) -> None:
    """Tell the leader of days to come when nobody may sign."""
    signers.warn(today=oslo_date(now()))


@clock.periodic(cron=EVERY_MINUTE)
@clock.task(name=cases.TASK, retry=AGAIN)
def scan(timestamp: int | None = None) -> None:
    """Look through new documents for viruses."""
    cases.scan(at=now())


@clock.periodic(cron=EVERY_MINUTE)
@clock.task(name=decisions.TASK, retry=AGAIN)
def tell(timestamp: int | None = None) -> None:
    """Send the neutral words that post lies ready at My page."""
    decisions.tell(at=now())


@clock.periodic(cron=EVERY_HOUR)
@clock.task(name="decisions.pass_time", retry=AGAIN)
def pass_time(timestamp: int | None = None) -> None:
    """A second word after a week unopened, and final when the last limit to appeal is over."""
    decisions.pass_time(at=now())


@clock.periodic(cron=EVERY_HOUR)
@clock.task(name="database.prune", retry=AGAIN)
def prune(timestamp: int | None = None) -> None:
    """Take away what is of no use any more."""
    database.prune()


@clock.periodic(cron=EVERY_MINUTE)
@clock.task(name="worker.take_over", pass_context=True)
async def take_over(context: JobContext, timestamp: int | None = None) -> None:
    """Start again the jobs of a worker that died in the middle of them."""
    jobs = context.app.job_manager
    for job in await jobs.get_stalled_jobs():
        await jobs.retry_job(job)


@clock.periodic(cron=EVERY_HOUR)
@clock.task(name="worker.forget", pass_context=True)
async def forget(context: JobContext, timestamp: int | None = None) -> None:
    """Forget jobs that failed a month ago; those that went well are gone at once."""
    await context.app.job_manager.delete_old_jobs(
        nb_hours=A_MONTH, include_failed=True, include_cancelled=True, include_aborted=True
    )

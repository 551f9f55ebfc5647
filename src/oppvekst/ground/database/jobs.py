"""Background work: put off in the transaction of the fact that asks for it, done by the worker (ADR 5).

A face does not choose what the worker does. The database keeps a list of who may put off what, and straightens the
rest of the job itself: a lock or a date chosen outside could hold back every other job of its kind.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.migrations import RunSQL
from procrastinate import JobContext
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.manager import JobManager
from procrastinate.tasks import configure_task
from procrastinate.worker import Worker

from oppvekst.ground.database.acting import acting

# Its jobs are taken by a worker of their own, so that nothing slow stands before them.
ALARM_QUEUE = "alarm"


def defer(task: str, *, queue: str = "default", **ids: UUID) -> None:
    """Put off a task by name: the job is there if, and only if, the transaction commits.

    Arguments are ids: they are written to the log with the job.
    """
    jobs = JobManager(DjangoConnector())
    configure_task(name=task, job_manager=jobs, queue=queue).defer(**{name: str(value) for name, value in ids.items()})


def in_one_transaction(call_next: Callable[[], Any], context: JobContext, worker: Worker) -> Any:
    """Task middleware: the whole task as the worker, in one transaction.

    The job is marked as done on another connection, afterwards: a task must bear to be done twice.
    """
    with acting("worker"):
        return call_next()


def prune() -> None:
    """Take away what is of no use any more: contexts of finished transactions, drafts and sessions that are too old."""
    with connection.cursor() as cursor:
        cursor.execute("select access.prune(), access.prune_sessions()")


def deferrable(task: str, *, to: Sequence[str], queue: str = "default", ids: Sequence[str] = ()) -> RunSQL:
    """For migrations: let these roles put off a task, with these arguments and no others."""
    add = "INSERT INTO access.deferrable (caller, task, queue, ids) VALUES (%s, %s, %s, %s)"
    take_away = "DELETE FROM access.deferrable WHERE caller = %s AND task = %s"
    return RunSQL([(add, [role, task, queue, list(ids)]) for role in to], [(take_away, [role, task]) for role in to])

"""The worker as a municipality runs it: a process of its own, with a login of its own."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from uuid import uuid4

import psycopg
import pytest
from django.db import connection
from django.utils.timezone import now
from procrastinate import sql
from procrastinate.contrib.django.models import ProcrastinateJob, ProcrastinateWorker

from oppvekst.adapters.pager import FolderPager
from oppvekst.ground.agenda.alarms import raise_alarm
from oppvekst.ground.agenda.jobs import ring_soon
from oppvekst.ground.database.logins import PORTAL, WORKER
from tests.apart import Apart
from tests.world import SOLVIK, World

WORDS = "En melding må leses nå. Logg inn for å lese den."
END_CONNECTIONS = "select pg_terminate_backend(pid) from pg_stat_activity where usename = %s and datname = %s"

LEFT_BEHIND = """
INSERT INTO procrastinate_jobs (queue_name, task_name, status) VALUES ('default', 'database.prune', 'doing')
"""


@contextmanager
def worker(apart: Apart, outbox: Path) -> Iterator[subprocess.Popen[bytes]]:
    environment = os.environ | {
        "OPPVEKST_FACE": "worker",
        "DATABASE_URL_WORKER": apart.url(WORKER),
        "OPPVEKST_OUTBOX": str(outbox),
        "OPPVEKST_INBOX": str(outbox / "inbox"),
        "OPPVEKST_WITNESS": str(outbox / "witness"),
    }
    process = subprocess.Popen([sys.executable, "-m", "oppvekst.faces.worker"], env=environment)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def raise_and_ring(world: World) -> None:
    with world.at_portal():
        raise_alarm(uuid4(), kind="danger", words=WORDS, municipality=SOLVIK, at=now())
        ring_soon()


def soon(true: Callable[[], bool], seconds: float = 40) -> bool:
    end = monotonic() + seconds
    while not true() and monotonic() < end:
        sleep(0.1)
    return true()


def test_the_worker_rings_at_once_also_after_the_database_went_away_and_stops_when_told(
    apart: Apart, tmp_path: Path
) -> None:
    pager = FolderPager(tmp_path / "pager")
    with worker(apart, tmp_path) as process:
        assert soon(lambda: ProcrastinateWorker.objects.count() == 2)
        raise_and_ring(apart.world)
        assert soon(lambda: len(pager.rings()) == 1, seconds=10)
        with apart.superuser() as superuser:
            superuser.execute(END_CONNECTIONS, [WORKER, apart.database])
        raise_and_ring(apart.world)
        assert soon(lambda: len(pager.rings()) == 2)
        assert soon(lambda: not ProcrastinateJob.objects.exclude(status="doing").exists())
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=20) == 0
    assert not ProcrastinateJob.objects.filter(status="failed").exists()


def test_a_job_of_a_worker_that_died_is_taken_over_by_the_next(apart: Apart, tmp_path: Path) -> None:
    with connection.cursor() as cursor:
        cursor.execute(LEFT_BEHIND)
    with worker(apart, tmp_path) as process:
        assert soon(lambda: not ProcrastinateJob.objects.exists(), seconds=75)
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=20) == 0


def test_the_portals_own_login_may_have_an_alarm_rung_and_nothing_else(apart: Apart) -> None:
    """The statement of the installed Procrastinate: a new release may bring a new function, and this then fails."""
    statement = sql.queries["defer_jobs"].replace(
        "%(jobs)s", "array[row('default', %(task)s, 0, null, null, '{}', null)]"
    )
    with psycopg.connect(apart.url(PORTAL), autocommit=True) as portal:
        portal.execute(statement, {"task": "agenda.ring"})
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            portal.execute(statement, {"task": "concerns.fetch"})
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            portal.execute("select * from procrastinate_jobs")
    assert list(ProcrastinateJob.objects.values_list("task_name", flat=True)) == ["agenda.ring"]

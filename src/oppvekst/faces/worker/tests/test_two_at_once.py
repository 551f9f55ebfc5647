"""Two workers ring once; a worker that dies in the middle leaves nobody unrung."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from threading import Barrier, Lock
from time import sleep
from uuid import uuid4

from django.db import connections
from django.utils.timezone import now

from oppvekst.adapters.pager import FolderPager
from oppvekst.ground.agenda.alarms import raise_alarm
from oppvekst.ground.agenda.jobs import ring
from oppvekst.ground.agenda.models import Ring
from oppvekst.ground.database.logins import WORKER
from tests.apart import Apart
from tests.world import SOLVIK, World

WORDS = "En melding må leses nå. Logg inn for å lese den."


def raise_one(world: World, *, at: datetime) -> None:
    with world.at_portal():
        raise_alarm(uuid4(), kind="danger", words=WORDS, municipality=SOLVIK, at=at)


class SlowPager(FolderPager):
    """A provider that takes its time, and counts how often it was asked."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.asked: list[str] = []
        self.lock = Lock()

    def ring(self, number: str, words: str, key: str) -> None:
        with self.lock:
            self.asked.append(key)
        sleep(0.3)
        super().ring(number, words, key)


def test_two_workers_at_once_ring_once(apart: Apart, tmp_path: Path) -> None:
    at, pager, ready = now(), SlowPager(tmp_path), Barrier(2)
    raise_one(apart.world, at=at)
    raise_one(apart.world, at=at)

    def work() -> None:
        ready.wait()
        ring(at=at, pager=pager)
        connections.close_all()

    with ThreadPoolExecutor(2) as workers:
        for done in [workers.submit(work) for _ in range(2)]:
            done.result()
    assert len(pager.asked) == len(set(pager.asked)) == Ring.objects.count() == 2


DIES_AFTER_RINGING = """
import os, sys, django
django.setup()
from pathlib import Path
from django.utils.timezone import now
from oppvekst.adapters.pager import FolderPager
from oppvekst.ground.agenda.jobs import ring

class Dies(FolderPager):
    def ring(self, number, words, key):
        super().ring(number, words, key)
        os._exit(9)

ring(at=now(), pager=Dies(Path(sys.argv[1])))
"""


def test_a_worker_that_dies_between_the_ring_and_the_commit_leaves_nobody_unrung(apart: Apart, tmp_path: Path) -> None:
    raise_one(apart.world, at=now())
    environment = os.environ | {
        "OPPVEKST_FACE": "worker",
        "DATABASE_URL_WORKER": apart.url(WORKER),
        "DJANGO_SETTINGS_MODULE": "oppvekst.settings",
    }
    command = [sys.executable, "-c", DIES_AFTER_RINGING, str(tmp_path)]
    dead = subprocess.run(command, env=environment, check=False, timeout=60)
    assert (dead.returncode, len(FolderPager(tmp_path).rings()), Ring.objects.count()) == (9, 1, 0)
    ring(at=now(), pager=FolderPager(tmp_path))
    assert (len(FolderPager(tmp_path).rings()), Ring.objects.count()) == (1, 1)

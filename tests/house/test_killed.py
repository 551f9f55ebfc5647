"""The receiving process is killed at any moment: nothing acknowledged is lost, and nothing is taken in twice.

63 concerns were lost in 22 municipalities between 2020 and 2023. This is the test that it does not happen here.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep

import psycopg
import pytest
from django.db import connection
from pytest_django import DjangoDbBlocker

from oppvekst.adapters.fiks.inbox import Delivery, FolderInbox
from oppvekst.domain.concerns import cli, jobs
from oppvekst.domain.concerns.models import Concern, Message
from oppvekst.ground.database import logins, roles
from oppvekst.ground.database.server import Server
from tests.house.small_service import AT, TODAY, official_message
from tests.world import SOLVIK, World

MESSAGES, SEEDS = 200, (9, 15, 27, 63)
# Of the messages, how many are followed by a kill, and how many seconds afterwards at most.
OFTEN, LONGEST = 0.15, 0.06

# Forks a receiver, and another when it has been killed. A fork begins in a moment, so many can be killed in a minute.
RECEIVER = """
import os, sys, time
import django
django.setup()
from pathlib import Path
from tests.house.small_service import AT
from oppvekst.adapters.fiks.inbox import FolderInbox
from oppvekst.domain.concerns.jobs import fetch

inbox, note, me = FolderInbox(Path(sys.argv[1])), Path(sys.argv[2]), os.getpid()
while True:
    child = os.fork()
    while child == 0 and os.getppid() == me:
        fetch(inbox, 9998, at=AT)
        time.sleep(0.002)
    if child == 0:
        os._exit(0)
    fresh = note.with_suffix(".fresh")
    fresh.write_text(str(child))
    fresh.rename(note)
    os.waitpid(child, 0)
"""


@pytest.fixture(scope="module")
def database(server: Server, template: str, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """Solvik, committed, in a database of its own that Django is pointed at."""
    name, usual = f"killed_{os.getpid()}", connection.settings_dict["NAME"]
    roles.make_database(server.superuser(), name=name, template=template)
    roles.secure_database(server.superuser(name), name=name)
    with django_db_blocker.unblock():
        connection.close()
        connection.settings_dict["NAME"] = name
        World.build()
        yield name
        connection.close()
        connection.settings_dict["NAME"] = usual
    with psycopg.connect(server.superuser(), autocommit=True) as superuser:
        superuser.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


@dataclass
class Receiver:
    """The process that receives, and the note of its number."""

    process: subprocess.Popen[bytes]
    note: Path
    last: int = 0

    def number(self) -> int:
        """The number of the receiver that runs now; waits for one that has not been killed yet."""
        end = monotonic() + 30
        while monotonic() < end and self.process.poll() is None:
            with suppress(FileNotFoundError, ValueError):
                if (number := int(self.note.read_text())) != self.last:
                    return number
            sleep(0.001)
        raise AssertionError("mottaket kom ikke i gang")

    def kill(self) -> None:
        self.last = self.number()
        os.kill(self.last, signal.SIGKILL)


@contextmanager
def receiver(url: str, inbox: Path, note: Path) -> Iterator[Receiver]:
    environment = os.environ | {
        "OPPVEKST_FACE": "worker",
        "DATABASE_URL_WORKER": url,
        "DJANGO_SETTINGS_MODULE": "oppvekst.settings",
        "PYTHONPATH": os.pathsep.join(sys.path),
        "OPPVEKST_SECRET_KEY": "only-for-tests",
    }
    process = subprocess.Popen([sys.executable, "-c", RECEIVER, str(inbox), str(note)], env=environment)
    try:
        yield Receiver(process, note)
    finally:
        process.kill()
        process.wait()


def test_killed_at_any_moment_it_loses_nothing_and_doubles_nothing(
    database: str, server: Server, tmp_path: Path
) -> None:
    inbox, sent = FolderInbox(tmp_path / "innboks"), [_delivery(n) for n in range(MESSAGES)]
    kills = 0
    with receiver(server.url(logins.WORKER, database), inbox.path, tmp_path / "nummer") as receiving:
        for place, seed in enumerate(SEEDS):
            share = len(sent) // len(SEEDS)
            kills += _deliver_and_kill(inbox, sent[place * share : (place + 1) * share], receiving, seed)
        _wait_until_answered(inbox, len(sent))
    assert kills > 15
    assert _acknowledged(inbox) == _kept() == {delivery.message_id for delivery in sent}
    assert _children() == sorted(f"Barn {n}" for n in range(MESSAGES))
    again = FolderInbox(tmp_path / "en gang til")
    for delivery in sent:
        again.deliver(delivery)
    assert jobs.fetch(again, SOLVIK, at=AT) == MESSAGES
    assert _children() == sorted(f"Barn {n}" for n in range(MESSAGES))
    accounts, all_accounted_for = cli.reconcile(TODAY)
    assert all_accounted_for
    assert [len(account["concerns"]) for account in accounts] == [1] * MESSAGES


def _delivery(number: int) -> Delivery:
    return Delivery(f"m-{number}", "privat", official_message(f"Barn {number}"))


def _deliver_and_kill(inbox: FolderInbox, sent: list[Delivery], receiving: Receiver, seed: int) -> int:
    """One message after the other, and now and then a kill; how many. What was acknowledged by then is safe."""
    chance, kills = random.Random(seed), 0  # noqa: S311
    receiving.number()
    for delivery in sent:
        inbox.deliver(delivery)
        if chance.random() < OFTEN:
            sleep(chance.uniform(0, LONGEST))
            receiving.kill()
            kills += 1
            assert _acknowledged(inbox) <= _kept()
    return kills


def test_the_numbers_of_the_journal_have_no_gap_though_many_were_killed(database: str) -> None:
    numbers = sorted(Concern.objects.values_list("number", flat=True))
    assert numbers == [f"M-2026-{place:04d}" for place in range(1, len(numbers) + 1)]


class Killed(BaseException):
    """What a kill is to the code: no handler of ours runs."""


@pytest.mark.parametrize(
    "moment", ["before it is stored", "when it is stored", "when it is taken in", "when it is told"]
)
def test_killed_at_this_very_moment_it_is_taken_in_once_the_next_time(
    database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    inbox, name = FolderInbox(tmp_path), f"nøyaktig-{moment.replace(' ', '-')}".replace("ø", "o")
    inbox.deliver(Delivery(name, "privat", official_message(moment)))

    def dies(*args: object, **kwargs: object) -> None:
        raise Killed

    owner, attribute = {
        "before it is stored": (jobs.actions, "store"),
        "when it is stored": (jobs.actions, "take_in"),
        "when it is taken in": (FolderInbox, "acknowledge"),
        "when it is told": (FolderInbox, "_take_away"),
    }[moment]
    with monkeypatch.context() as patched, pytest.raises(Killed):
        patched.setattr(owner, attribute, dies)
        jobs.fetch(inbox, SOLVIK, at=AT)
    if moment != "when it is told":
        assert _acknowledged(inbox) == set()
    jobs.fetch(inbox, SOLVIK, at=AT)
    assert _acknowledged(inbox) == {name}
    assert Message.objects.get(message_name=name).state == Message.State.ACCEPTED
    assert Concern.objects.filter(child_name=moment).count() == 1


def test_another_message_under_the_same_number_is_not_swallowed(database: str, tmp_path: Path) -> None:
    """A number is the sender's. Acknowledged is kept, also when somebody used it twice."""
    for place, child in enumerate(("Det første", "Det andre")):
        inbox = FolderInbox(tmp_path / str(place))
        inbox.deliver(Delivery("samme-nummer", "privat", official_message(child)))
        jobs.fetch(inbox, SOLVIK, at=AT)
        assert _acknowledged(inbox) == {"samme-nummer"}
    assert Concern.objects.filter(child_name__in=["Det første", "Det andre"]).count() == 2


def _acknowledged(inbox: FolderInbox) -> set[str]:
    return {file.stem for file in (inbox.path / "mottatt").glob("*.json") if not file.name.startswith(".")}


def _kept() -> set[str]:
    """The messages that are safe in the database, as somebody else sees it."""
    return set(Message.objects.filter(message_name__startswith="m-").values_list("message_name", flat=True))


def _children() -> list[str]:
    return sorted(Concern.objects.filter(child_name__startswith="Barn ").values_list("child_name", flat=True))


def _wait_until_answered(inbox: FolderInbox, wanted: int) -> None:
    end = monotonic() + 60
    while len(_acknowledged(inbox)) < wanted and monotonic() < end:
        sleep(0.05)

"""A database where two connections see what the other has committed, for tests of two people at once."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Event
from time import monotonic, sleep

import psycopg
import pytest
from django.db import connection, connections
from pytest_django import DjangoDbBlocker

from oppvekst.ground.access.actor import Actor
from oppvekst.ground.database import roles
from oppvekst.ground.database.server import Server
from oppvekst.law.refusals import Refusal
from tests.world import World

PATIENCE = 30
WAITING = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"

type Doing = Callable[[Actor], object]


@dataclass(frozen=True)
class AtOnce:
    """Solvik, committed, and two of its staff who press at the same moment, each over a connection of her own."""

    world: World
    watcher: psycopg.Connection

    def __call__(self, first: str, does: Doing, second: str, tries: Doing) -> Refusal | None:
        """The second begins when the first has acted and not yet committed. What the second was told, if she was stopped."""
        for name in (first, second):
            self.world.token(name)
        acted, waited_for = Event(), Event()
        with ThreadPoolExecutor(2) as both:
            one = both.submit(self._acts, first, does, acted, waited_for)
            other = both.submit(self._tries, second, tries, acted)
            try:
                self._until_somebody_waits(other.done)
            finally:
                waited_for.set()
            one.result(PATIENCE)
            return other.result(PATIENCE)

    def _acts(self, name: str, does: Doing, acted: Event, waited_for: Event) -> None:
        try:
            with self.world.as_(name) as by:
                does(by)
                acted.set()
                assert waited_for.wait(PATIENCE)
        finally:
            acted.set()
            connections.close_all()

    def _tries(self, name: str, tries: Doing, acted: Event) -> Refusal | None:
        try:
            assert acted.wait(PATIENCE)
            with self.world.as_(name) as by:
                tries(by)
        except Refusal as refusal:
            return refusal
        finally:
            connections.close_all()
        return None

    def _until_somebody_waits(self, done: Callable[[], bool]) -> None:
        end = monotonic() + PATIENCE
        while monotonic() < end and not done():
            (count,) = self.watcher.execute(WAITING).fetchone() or (0,)
            if count:
                return
            sleep(0.02)


@pytest.fixture
def at_once(
    server: Server, template: str, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[AtOnce]:
    name, usual = f"at_once_{os.getpid()}", connection.settings_dict["NAME"]
    roles.make_database(server.superuser(), name=name, template=template)
    roles.secure_database(server.superuser(name), name=name)
    connection.close()
    connection.settings_dict["NAME"] = name
    try:
        with django_db_blocker.unblock(), psycopg.connect(server.superuser(name), autocommit=True) as watcher:
            yield AtOnce(World.build(), watcher)
            connection.close()
    finally:
        connection.settings_dict["NAME"] = usual
        with psycopg.connect(server.superuser(), autocommit=True) as superuser:
            superuser.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())

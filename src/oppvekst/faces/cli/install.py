"""``oppvekst init`` and ``oppvekst migrate``: from nothing, or the last version, to a database of this version."""

from __future__ import annotations

from argparse import Namespace

from oppvekst.faces.cli.answers import Answer
from oppvekst.faces.cli.parsing import Commands, command, municipality
from oppvekst.law.refusals import Incomplete, NotAllowed


def add(commands: Commands) -> None:
    """Add these commands."""
    first = command(commands, "init", init, "lag eller oppdater databasen, og legg til en kommune")
    first.add_argument("--municipality", metavar="NUMBER", type=municipality, required=True, help="kommunenummer")
    first.add_argument("--name", metavar="NAME", required=True, help="kommunens navn")
    command(commands, "migrate", migrate, "oppdater tabellene til denne versjonen")


def init(given: Namespace) -> Answer:
    """Create or migrate the database and add the municipality; safe to repeat."""
    from oppvekst.faces.cli.database import database

    name = given.name.strip()
    if not name:
        raise Incomplete({"name": "Skriv kommunens navn, for eksempel --name Solvik."})
    with database("owner"):
        _migrate()
        return _install(given.municipality, name)


def migrate(given: Namespace) -> Answer:
    """Bring the tables of the database up to this version."""
    from oppvekst.faces.cli.database import database

    with database("owner"):
        _migrate()
    return Answer({"migrated": True}, "Tabellene er oppdatert.")


def _migrate() -> None:
    from oppvekst.ground.database.setup import migrate as run_migrations

    _refuse_without_roles()
    run_migrations()


def _refuse_without_roles() -> None:
    """Only a superuser may make roles; on a server of one's own that is somebody else than us."""
    from django.db import connection

    from oppvekst.ground.database import logins

    wanted = {*logins.LOGINS, *logins.ALL_HATS}
    with connection.cursor() as cursor:
        cursor.execute("select rolname from pg_roles where rolname = any(%s)", [sorted(wanted)])
        lacking = wanted - {name for (name,) in cursor.fetchall()}
    if lacking:
        names = ", ".join(sorted(lacking))
        raise NotAllowed(f"Databasen mangler rollene {names}. En superbruker på PostgreSQL må lage dem først.")


def _install(number: int, name: str) -> Answer:
    from django.utils import timezone

    from oppvekst.domain.decisions.actions import EDIT_PHRASES, install_phrases
    from oppvekst.domain.information.actions import EDIT, install_defaults
    from oppvekst.ground.access.actor import Actor
    from oppvekst.ground.access.service import add_municipality
    from oppvekst.ground.database.acting import acting
    from oppvekst.ground.documents.keys import ensure_key

    ensure_key(number)
    with acting("owner"):
        found = add_municipality(number, name)
        setup = Actor("oppsett", number, "owner", rights=frozenset({EDIT, EDIT_PHRASES}))
        install_defaults(found, at=timezone.now(), by=setup)
        install_phrases(found, at=timezone.now(), by=setup)
    data = {"municipality": found.code, "name": found.name}
    return Answer(data, f"{found.name} ({found.code}) er klar.")

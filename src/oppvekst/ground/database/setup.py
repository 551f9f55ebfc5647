"""Making a database whole: roles, database, migrations. Safe to repeat; the same for the demo, a test and a server."""

from __future__ import annotations

import io
import os
from contextlib import redirect_stdout

from oppvekst.ground.database import address, logins, roles
from oppvekst.ground.database.server import Server


def point_at(server: Server, *, database: str = logins.DATABASE) -> None:
    """Name an embedded server's database in this process's environment, for every face."""
    for login in logins.LOGINS:
        os.environ.setdefault(address.variable(login.removeprefix("oppvekst_")), server.url(login, database))


def make_whole(server: Server, *, database: str = logins.DATABASE, builder: bool = False) -> None:
    """Roles and an empty, secured database on an embedded server."""
    roles.make_roles(server.superuser(), server.passwords, builder=builder)
    roles.make_database(server.superuser(), name=database)
    roles.secure_database(server.superuser(database), name=database)


def migrate() -> None:
    """Run the migrations as owner, quietly. Refuses in any other face's process."""
    from django.conf import settings
    from django.core.management import call_command

    if settings.FACE != "owner":
        raise RuntimeError("Bare eieren av databasen kan endre tabellene.")
    with redirect_stdout(io.StringIO()):
        call_command("migrate", verbosity=0, interactive=False, skip_checks=True)

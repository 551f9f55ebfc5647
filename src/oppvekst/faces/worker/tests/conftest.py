from __future__ import annotations

import os
from collections.abc import Iterator

import psycopg
import pytest
from django.db import connection
from pytest_django import DjangoDbBlocker

from oppvekst.faces.worker.tests.apart import Apart
from oppvekst.ground.database import roles
from oppvekst.ground.database.server import Server
from tests.world import World


@pytest.fixture
def apart(server: Server, template: str, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Apart]:
    """Django is pointed at it for as long as the test lasts."""
    name, usual = f"apart_{os.getpid()}", connection.settings_dict["NAME"]
    roles.make_database(server.superuser(), name=name, template=template)
    roles.secure_database(server.superuser(name), name=name)
    connection.close()
    connection.settings_dict["NAME"] = name
    try:
        with django_db_blocker.unblock():
            yield Apart(World.build(), server, name)
            connection.close()
    finally:
        connection.settings_dict["NAME"] = usual
        with psycopg.connect(server.superuser(), autocommit=True) as superuser:
            superuser.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())

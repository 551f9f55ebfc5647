"""A database of its own, for tests that need real commits, real logins and several processes."""

from __future__ import annotations

from dataclasses import dataclass

import psycopg

from oppvekst.ground.database.server import Server
from tests.world import World


@dataclass(frozen=True)
class Apart:
    """A committed Solvik, and the address each login has to it."""

    world: World
    server: Server
    database: str

    def url(self, login: str) -> str:
        return self.server.url(login, self.database)

    def superuser(self) -> psycopg.Connection:
        return psycopg.connect(self.server.superuser(self.database), autocommit=True)

"""Roles, hats and the revokes that must stand before the first table (ADR 2).

Run by a superuser once a cluster, once a database, and again after every restore. Every statement may be repeated.
"""

from __future__ import annotations

import psycopg
from psycopg import sql

from oppvekst.ground.database import logins

GROUP = "oppvekst_logins"
LIMITS = {
    "statement_timeout": "'30s'",
    "idle_in_transaction_session_timeout": "'60s'",
    "track_activities": "off",
    # An error's own sentence may hold what somebody typed: «invalid input syntax for type date: …».
    "log_min_messages": "log",
    "timezone": "'UTC'",
}
SERVING = (logins.PORTAL, logins.MYPAGE, logins.DESK, logins.DOOR, logins.WORKER)
# What PUBLIC may do by default and nobody here needs: each was tried as an attack. A large object
# made by the portal stops the backup, an advisory lock stops whoever seals the journal.
LOCKS_AND_LARGE_OBJECTS = """
SELECT oid::regprocedure::text FROM pg_proc WHERE pronamespace = 'pg_catalog'::regnamespace
   AND (proname ~ '^pg_(try_)?advisory' OR proname IN ('lo_creat', 'lo_create', 'lo_from_bytea', 'lo_import',
        'pg_terminate_backend', 'pg_cancel_backend'))
"""


def make_roles(superuser: str, passwords: dict[str, str], *, builder: bool = False) -> None:
    """Make logins and hats on a cluster, with these passwords (login -> password)."""
    with psycopg.connect(superuser, autocommit=True) as connection:
        # Where nobody has anything to do, everybody may otherwise make temporary tables and large objects.
        connection.execute("REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC")
        _make(connection, GROUP, "NOLOGIN")
        for hat in logins.ALL_HATS:
            _make(connection, hat, "NOLOGIN")
        for login in logins.LOGINS:
            _make_login(connection, login, passwords[login])
        for login in SERVING:
            _limit(connection, login)
        _make_login(connection, logins.BACKUP, passwords[logins.BACKUP], "BYPASSRLS")
        _grant(connection, "pg_read_all_data", logins.BACKUP)
        for hat in logins.ALL_HATS:
            _lend(connection, hat, logins.DESK)
        if builder:
            _make_builder(connection, passwords[logins.BUILDER])


def retire_builder(superuser: str) -> None:
    """Nobody logs in as the builder until somebody builds again."""
    with psycopg.connect(superuser, autocommit=True) as connection:
        _run(connection, "ALTER ROLE {} NOLOGIN", logins.BUILDER)


def make_database(superuser: str, *, name: str = logins.DATABASE, template: str = "template0") -> None:
    """Make a database if it is not there. ``superuser`` points at the cluster's ``postgres`` database."""
    with psycopg.connect(superuser, autocommit=True) as connection:
        if connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            return
        locale = "ENCODING 'UTF8' LOCALE_PROVIDER builtin LOCALE 'C.UTF-8'" if template == "template0" else ""
        _run(connection, f"CREATE DATABASE {{}} OWNER {{}} TEMPLATE {{}} {locale}", name, logins.OWNER, template)


def secure_database(superuser: str, *, name: str = logins.DATABASE) -> None:
    """Take from PUBLIC what it gets by default. ``superuser`` points at the database itself."""
    with psycopg.connect(superuser, autocommit=True) as connection:
        _run(connection, "REVOKE ALL ON DATABASE {} FROM PUBLIC", name)
        _run(connection, "GRANT CONNECT ON DATABASE {} TO {}", name, GROUP)
        _run(connection, "GRANT CREATE, CONNECT, TEMPORARY ON DATABASE {} TO {}", name, logins.OWNER)
        _run(connection, "ALTER SCHEMA public OWNER TO {}", logins.OWNER)
        for role in (GROUP, *logins.ALL_HATS):
            _run(connection, "GRANT USAGE ON SCHEMA public TO {}", role)
        connection.execute("REVOKE USAGE ON LANGUAGE plpgsql FROM PUBLIC")
        _run(connection, "GRANT USAGE ON LANGUAGE plpgsql TO {}", logins.OWNER)
        _close_functions(connection)


def _close_functions(connection: psycopg.Connection) -> None:
    for (signature,) in connection.execute(LOCKS_AND_LARGE_OBJECTS).fetchall():
        connection.execute(f"REVOKE EXECUTE ON FUNCTION {signature} FROM PUBLIC".encode())
        connection.execute(f"GRANT EXECUTE ON FUNCTION {signature} TO {logins.OWNER}, {logins.WORKER}".encode())


def _make(connection: psycopg.Connection, role: str, options: str) -> None:
    if not connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role]).fetchone():
        _run(connection, f"CREATE ROLE {{}} {options}", role)


def _make_login(connection: psycopg.Connection, login: str, password: str, options: str = "NOBYPASSRLS") -> None:
    _make(connection, login, "LOGIN")
    statement = f"ALTER ROLE {{}} LOGIN NOSUPERUSER NOCREATEROLE NOCREATEDB {options} PASSWORD {{}}"
    connection.execute(sql.SQL(statement).format(sql.Identifier(login), sql.Literal(password)))
    _grant(connection, GROUP, login)


def _limit(connection: psycopg.Connection, login: str) -> None:
    for setting, value in LIMITS.items():
        _run(connection, f"ALTER ROLE {{}} SET {setting} = {value}", login)


def _lend(connection: psycopg.Connection, role: str, to: str) -> None:
    _run(connection, "GRANT {} TO {} WITH INHERIT FALSE, SET TRUE", role, to)


def _make_builder(connection: psycopg.Connection, password: str) -> None:
    _make_login(connection, logins.BUILDER, password)
    connection.execute(f"ALTER ROLE {logins.BUILDER} NOINHERIT".encode())
    for role in (*logins.LOGINS, *logins.ALL_HATS):
        _lend(connection, role, logins.BUILDER)


def _grant(connection: psycopg.Connection, role: str, to: str) -> None:
    _run(connection, "GRANT {} TO {}", role, to)


def _run(connection: psycopg.Connection, statement: str, *names: str) -> None:
    connection.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))

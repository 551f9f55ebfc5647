"""The logins as they are: with their own passwords, in processes of their own, on a committed database.

What `SET ROLE` cannot show belongs here: passwords, what a login is by itself, and what it may do to the others.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, suppress

import psycopg
import pytest
from psycopg import sql
from pytest_django import DjangoDbBlocker

from oppvekst.ground.database import logins
from oppvekst.ground.database.roles import SERVING
from oppvekst.ground.database.server import Server
from tests.house.small_service import HANNE, INTAKE, KARI, Service, small_service

ALL = (*logins.LOGINS, logins.BACKUP)
FACES = (logins.PORTAL, logins.MYPAGE, logins.DESK, logins.DOOR)


@pytest.fixture(scope="module")
def service(
    server: Server, template: str, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[Service]:
    with small_service(server, template, django_db_blocker, "logins") as made:
        yield made


def come_in(service: Service, login: str, password: str | None) -> psycopg.Connection:
    return psycopg.connect(host=service.server.socket, dbname=service.database, user=login, password=password)


@pytest.mark.parametrize("login", ALL)
def test_its_own_password_lets_a_login_in(service: Service, login: str) -> None:
    with closing(come_in(service, login, service.server.passwords[login])) as connection:
        assert connection.execute("SELECT session_user::text, current_user::text").fetchone() == (login, login)


@pytest.mark.parametrize("login", ALL)
@pytest.mark.parametrize("wrong", ["none", "empty", "made up", "another's", "the login's name"])
def test_nothing_else_lets_it_in(service: Service, login: str, wrong: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PGPASSFILE", "/dev/null")
    other = next(password for name, password in service.server.passwords.items() if name != login)
    tried = {"none": None, "empty": "", "made up": "hemmelig", "another's": other, "the login's name": login}
    with pytest.raises(psycopg.OperationalError, match="password"), suppress(AttributeError):
        come_in(service, login, tried[wrong]).close()


@pytest.mark.parametrize("role", [*logins.ALL_HATS, "oppvekst_logins", "pg_read_all_data", "pg_monitor"])
def test_a_hat_cannot_log_in(service: Service, role: str) -> None:
    with pytest.raises(psycopg.OperationalError):
        come_in(service, role, service.server.passwords[logins.DESK]).close()


def test_every_password_is_its_own(service: Service) -> None:
    assert len({*service.server.passwords.values()}) == len(service.server.passwords)


def test_the_superuser_takes_no_password_from_anybody(service: Service) -> None:
    with closing(service.superuser()) as superuser:
        rules = superuser.execute("SELECT type, user_name, auth_method FROM pg_hba_file_rules ORDER BY 1, 2").fetchall()
        hashes = superuser.execute("SELECT rolname FROM pg_authid WHERE rolcanlogin AND rolpassword IS NULL").fetchall()
        (addresses,) = superuser.execute("SHOW listen_addresses").fetchone() or ("",)
    assert {method for _, _, method in rules} == {"peer", "scram-sha-256", "reject"}
    assert [kind for kind, names, method in rules if method == "peer"] == ["local"]
    assert (hashes, addresses) == ([("postgres",)], "")


NO_POWERS = """SELECT rolname FROM pg_roles WHERE rolname ^@ 'oppvekst_' AND rolname <> %s
   AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)"""
ABOVE = """SELECT m.roleid::regrole::text FROM pg_auth_members m WHERE m.member = %s::regrole AND m.roleid::regrole::text
   NOT IN ('oppvekst_logins') ORDER BY 1"""


def test_no_login_is_more_than_a_login(service: Service) -> None:
    with closing(service.superuser()) as superuser:
        assert superuser.execute(NO_POWERS, [logins.BACKUP]).fetchall() == []
        above = {login: [role for (role,) in superuser.execute(ABOVE, [login])] for login in ALL}
    hats = {logins.DESK: sorted(logins.ALL_HATS), logins.BACKUP: ["pg_read_all_data"]}
    assert above == {login: hats.get(login, []) for login in ALL}


PRIVILEGES = """SELECT c.oid::regclass::text FROM pg_class c
 WHERE c.relnamespace::regnamespace::text IN ('public', 'access', 'numbering') AND c.relkind IN ('r', 'p', 'v', 'm', 'S')
   AND CASE WHEN c.relkind = 'S' THEN has_sequence_privilege(c.oid, 'USAGE, SELECT, UPDATE')
     ELSE has_table_privilege(c.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER, MAINTAIN')
       OR has_any_column_privilege(c.oid, 'SELECT, INSERT, UPDATE, REFERENCES') END"""


def test_the_desk_has_no_table_before_somebody_has_entered(service: Service) -> None:
    with service.login(logins.DESK) as desk:
        assert desk.execute(PRIVILEGES).fetchall() == []


def test_the_desk_has_tables_once_somebody_has(service: Service) -> None:
    with service.desk(HANNE, INTAKE) as desk:
        assert ("concerns_concern",) in desk.execute(PRIVILEGES).fetchall()


@pytest.mark.parametrize("login", SERVING)
def test_nobody_reads_over_anothers_shoulder(service: Service, login: str) -> None:
    """Two connections of one login: what a reporter sends stands in no list of running statements."""
    url = service.server.url(login, service.database)
    with closing(psycopg.connect(url)) as reporter, closing(psycopg.connect(url, autocommit=True)) as other:
        reporter.execute("SELECT 'Min nabo slår barnet sitt'")
        seen = other.execute("SELECT query, state FROM pg_stat_activity WHERE pid = %s", [reporter.info.backend_pid])
        assert seen.fetchall() in ([("", "disabled")], [("", None)])
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            other.execute("SET track_activities = on")


OPEN_TO_ALL = """SELECT p.oid::regprocedure::text FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
 WHERE n.nspname NOT IN ('pg_catalog', 'information_schema')
   AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
   AND (p.proacl IS NULL OR EXISTS (SELECT FROM aclexplode(p.proacl) a WHERE a.grantee = 0)) ORDER BY 1"""
MINE = """SELECT p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
 WHERE n.nspname IN ('public', 'access', 'numbering') AND has_schema_privilege(n.oid, 'USAGE')
   AND has_function_privilege(p.oid, 'EXECUTE') AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
 ORDER BY 1"""
CALLABLE = {
    logins.MYPAGE: {
        "start_visit",
        "start_visit_by_code",
        "enter_visit",
        "leave_visit",
        "end_visit",
        "visit_here",
        "visitor",
        "pace",
        "own_talks",
        "my_investigations",
        "my_help",
        "my_days",
        "my_unsuited",
        "say_unsuited",
        "suits_after_all",
        "closed_to_me",
        "my_own_cases",
        "answer_own_words",
        "told_cases",
        "copy_opened",
        "shared_cases",
    },
    logins.BACKUP: set(),
    logins.DOOR: {
        "start_session",
        "begin_session",
        "workplaces",
        "pace",
        "sign_on",
        "first_code",
        "enrol_passkey",
        "enrol_password",
        "passkey",
        "passkey_used",
        "password",
        "password_tried",
        "use_spare_code",
    },
    # Before anybody has entered: whose form came too late, and to keep it sealed for her.
    logins.DESK: {"enter", "leave", "open", "whose_session", "draft_save"},
}


def test_no_function_of_ours_is_open_to_everybody(service: Service) -> None:
    with service.login(logins.OWNER) as owner:
        assert owner.execute(OPEN_TO_ALL).fetchall() == []


@pytest.mark.parametrize("login", CALLABLE)
def test_a_login_calls_its_own_functions_and_no_other(service: Service, login: str) -> None:
    with service.login(login) as connection:
        assert {name for (name,) in connection.execute(MINE)} == CALLABLE[login]


NOT_FOR_FACES = {
    "an advisory lock": "SELECT pg_advisory_lock(1)",
    "an advisory lock for the transaction": "SELECT pg_advisory_xact_lock(1)",
    "an advisory lock if it is free": "SELECT pg_try_advisory_lock(1)",
    "a shared advisory lock": "SELECT pg_try_advisory_xact_lock_shared(1)",
    "a large object": "SELECT lo_create(0)",
    "a large object with contents": "SELECT lo_from_bytea(0, 'x')",
    "a large object from a file": "SELECT lo_import('/etc/passwd')",
    "a temporary table": "CREATE TEMP TABLE t (x int)",
    "a table": "CREATE TABLE public.t (x int)",
    "a schema": "CREATE SCHEMA s",
    "a function": "CREATE FUNCTION public.f() RETURNS int LANGUAGE sql AS 'select 1'",
    "a program of its own": "DO $$ BEGIN END $$",
    "a file of the server": "SELECT pg_read_file('/etc/passwd')",
    "a program of the server": "COPY (SELECT 1) TO PROGRAM 'id'",
    "a password": "SELECT rolpassword FROM pg_authid",
    "another's password": "ALTER ROLE oppvekst_owner PASSWORD 'x'",
    "an extension": "CREATE EXTENSION dblink",
    "the log of statements": "SET log_statement = 'all'",
    "another's connection": "SELECT pg_terminate_backend(0)",
    "another's statement": "SELECT pg_cancel_backend(0)",
}


@pytest.mark.parametrize("login", FACES)
@pytest.mark.parametrize("what", NOT_FOR_FACES)
def test_a_face_is_refused(service: Service, login: str, what: str) -> None:
    with service.login(login) as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
        connection.execute(NOT_FOR_FACES[what].encode())


@pytest.mark.parametrize("login", FACES)
def test_a_face_reaches_no_other_database(service: Service, login: str) -> None:
    for other in ("postgres", "template1"):
        with pytest.raises(psycopg.OperationalError):
            psycopg.connect(service.server.url(login, other)).close()


@pytest.mark.parametrize("login", SERVING)
def test_a_statement_that_never_ends_is_ended(service: Service, login: str) -> None:
    with service.login(login) as connection:
        (statement, idle) = connection.execute(
            "SELECT current_setting('statement_timeout'), current_setting('idle_in_transaction_session_timeout')"
        ).fetchone() or ("", "")
    assert (statement, idle) == ("30s", "1min")


def test_what_went_wrong_is_not_told_to_the_log_in_the_reporters_words(service: Service) -> None:
    """A failed INSERT once put a name and an identity number in the server's log."""
    log = service.server.folder / "cluster" / "server.log"
    before = log.stat().st_size
    with service.login(logins.PORTAL) as portal, pytest.raises(psycopg.Error):
        portal.execute("INSERT INTO concerns_passage (text) VALUES (%s)", ["Ord som ikke skal i loggen"])
    with service.login(logins.PORTAL) as portal, pytest.raises(psycopg.Error):
        portal.execute("SELECT 'Ord som ikke skal i loggen'::int")
    with log.open("rb") as written:
        written.seek(before)
        assert b"Ord som ikke skal i loggen" not in written.read()


def test_the_backup_reads_all_and_writes_nothing(service: Service) -> None:
    with service.login(logins.BACKUP) as backup:
        for table, rows in service.rows.items():
            query = sql.SQL("SELECT count(*) >= %s FROM {}").format(sql.Identifier(table))
            assert backup.execute(query, [len(rows)]).fetchone() == (True,)
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            backup.execute("DELETE FROM web_draft")


def test_a_token_is_worth_nothing_once_it_is_ended(service: Service) -> None:
    token = service.token(KARI, INTAKE)
    url = service.server.url(logins.DESK, service.database)
    with closing(psycopg.connect(url, autocommit=True)) as desk:
        with desk.transaction():
            desk.execute("SELECT access.enter(%s)", [token])
            desk.execute("SELECT access.end_session()")
        with pytest.raises(psycopg.Error, match="no such session"):
            desk.execute("SELECT access.enter(%s)", [token])
        assert desk.execute("SELECT current_user::text").fetchone() == (logins.DESK,)


def test_a_context_ends_with_its_transaction(service: Service) -> None:
    url = service.server.url(logins.DESK, service.database)
    with closing(psycopg.connect(url, autocommit=True)) as desk:
        with desk.transaction():
            desk.execute("SELECT access.enter(%s)", [service.token(HANNE, INTAKE)])
            desk.execute("SET ROLE oppvekst_desk_intake")
        assert desk.execute("SELECT current_user::text").fetchone() == ("oppvekst_desk_intake",)
        with pytest.raises(psycopg.errors.InsufficientPrivilege, match="nobody has entered"):
            desk.execute("SELECT * FROM concerns_concern")

"""What PostgreSQL and Django do that nobody expects, and that once did or would have hurt us: none of it comes back.

The whole list, with the test of each, stands in docs/threats.md.
"""

from __future__ import annotations

import re

import pytest
from django.conf import settings
from django.db import connection

from oppvekst.faces.worker.working import OPTIONS
from tests.house.source import PACKAGE, files, named
from tests.house.test_rls import findings

FORGOTTEN = {
    "CREATE VIEW v AS SELECT * FROM concerns_concern": ("view as owner or materialized", "v"),
    "CREATE MATERIALIZED VIEW v AS SELECT 1": ("view as owner or materialized", "v"),
    "CREATE FUNCTION access.f() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'select 1'":
        ("definer without search_path", "access.f()"),
    "CREATE FUNCTION access.f() RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path = pg_temp, public AS 'select 1'":
        ("definer without search_path", "access.f()"),
    "GRANT EXECUTE ON FUNCTION access.prune() TO PUBLIC": ("function open to everybody", "access.prune()"),
    "CREATE UNIQUE INDEX known ON people_identitynumber (number)":
        ("unique key that tells of other municipalities", "known"),
    "GRANT SELECT ON cases_case TO oppvekst_desk": ("login with a table of its own", "cases_case oppvekst_desk SELECT"),
    "DROP POLICY owner_all ON cases_case": ("forced without a policy for the owner", "cases_case"),
}  # fmt: skip


@pytest.mark.parametrize("done", FORGOTTEN)
def test_each_way_of_forgetting_is_found(db: None, done: str) -> None:
    with connection.cursor() as owner:
        owner.execute(done)
    assert FORGOTTEN[done] in findings()


def policies() -> list[tuple[str, str, str]]:
    """Every policy, as the database understood it: its table, its name and what it asks."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tablename, policyname, coalesce(qual, '') || ' ' || coalesce(with_check, '') FROM pg_policies "
            "WHERE schemaname = 'public'"
        )
        return cursor.fetchall()


QUESTIONS = "actor|service|municipality|wide|team|intake|oncall|cases|barred|named|persons|barred_persons"
WRAPPED = re.compile(rf"\( SELECT access\.({QUESTIONS})\(\) AS \w+\)")
BARE = re.compile(rf"access\.({QUESTIONS})\(\)")


def test_a_policy_asks_once_a_statement_and_not_once_a_row(db: None) -> None:
    found = [(table, name) for table, name, asked in policies() if BARE.search(WRAPPED.sub("", asked))]
    assert found == [], "skriv (select access.…()) i policyen: uten parentes spørres det for hver rad"
    assert sum(bool(WRAPPED.search(asked)) for _, _, asked in policies()) > 100


MAY_BE_EMPTY = """SELECT c.relname, a.attname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
 WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND NOT a.attnotnull AND a.attnum > 0"""


def test_a_row_without_a_case_does_not_disappear_behind_a_bar(db: None) -> None:
    """«case_id <> all (…)» is neither true nor false of a row that has none, and such a row is not shown."""
    with connection.cursor() as cursor:
        cursor.execute(MAY_BE_EMPTY)
        empty = cursor.fetchall()
    found = [
        (table, name)
        for table, name, asked in policies()
        for column in re.findall(r"\((\w+) <> ALL", asked)
        if (table, column) in empty and f"({column} IS NULL)" not in asked
    ]
    assert found == []


def test_the_server_sorts_the_same_on_every_machine(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT datlocprovider::text, datlocale FROM pg_database WHERE datname = current_database()")
        assert cursor.fetchone() == ("b", "C.UTF-8")


def test_what_somebody_may_see_is_forgotten_when_the_server_is_restored(db: None) -> None:
    """Transactions are numbered anew after a restore; a context that was left could be somebody else's."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname, relpersistence::text FROM pg_class WHERE oid = 'access.context'::regclass")
        assert cursor.fetchone() == ("context", "u")
        cursor.execute("INSERT INTO access.era VALUES (2)")
        cursor.execute("SELECT access.current_era()")
        assert cursor.fetchone() == (2,)


def test_values_never_stand_in_the_text_of_a_statement_and_a_lost_connection_is_noticed() -> None:
    default = settings.DATABASES["default"]
    assert default["OPTIONS"]["server_side_binding"] and default["CONN_HEALTH_CHECKS"]
    assert "pool" not in default["OPTIONS"] and not default.get("ATOMIC_REQUESTS")


def test_the_worker_listens_to_nobody() -> None:
    """Any login may notify any channel: a worker that listens is stopped by whoever wants to."""
    assert OPTIONS["listen_notify"] is False


REFUSED = {
    "on_commit(": "defer a job instead: what runs after the commit has no transaction and no actor",
    "durable=True": "the request is one transaction already",
    "'infinity'": "psycopg cannot load it: an open end is NULL",
    "SET SESSION": "it stays with the connection, for whoever has it next: SET LOCAL",
    "set_config('app.": "whoever runs SQL sets what they like: ask access.here()",
    ", false)\"": "a setting for the connection stays with it: true",
    "FROM STDIN": "COPY into a table is refused under row security, for the owner too",
    '"pg_dump"': "the one on PATH may be older than the server",
}  # fmt: skip


# Pours a whole invented service into an empty database, with the policies laid aside and put back in the same transaction.
POURS = {"faces/cli/synth/pour.py": "FROM STDIN"}


def test_nothing_in_the_source_steps_into_a_trap_that_is_known() -> None:
    found = [
        f"{path.relative_to(PACKAGE)}: {word} ({why})"
        for path in sorted(PACKAGE.rglob("*.py"))
        if "tests" not in path.parts
        for word, why in REFUSED.items()
        if word in path.read_text("utf-8") and POURS.get(str(path.relative_to(PACKAGE))) != word
    ]
    assert found == []


# Under a policy these are asked of every row, whatever index there is. Schools, homes and pages are few; persons are not.
ROW_BY_ROW = re.compile(r"__(i?contains|i?startswith|iexact|date)\b")
# Few rows, or those of one case that its index has found already.
FEW = (
    "domain/information/", "domain/homes/", "domain/prevention/", "domain/cases/queries/documents",
    "domain/measures/queries/offers",
)  # fmt: skip


def test_no_question_about_persons_or_cases_is_asked_row_by_row() -> None:
    asked = [path for path in files("domain") if "queries" in str(path) and not named(path).startswith(FEW)]
    assert len(asked) > 5
    assert [named(path) for path in asked if ROW_BY_ROW.search(path.read_text("utf-8"))] == []

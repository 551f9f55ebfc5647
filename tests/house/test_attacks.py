"""What a member of staff, the portal or a neighbour could try with SQL of their own, and that nothing comes of it.

Each attack in `attacks.sql` is what somebody does who has found a way to run statements with a face's real login, in a
transaction that the product has opened for them. The last statement is the prize: refused, or it gives no row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
import pytest
from pytest_django import DjangoDbBlocker

from oppvekst.ground.database import logins
from oppvekst.ground.database.server import Server
from tests.house.small_service import (
    EIVIND,
    HANNE,
    MARIT,
    NONE,
    OLA,
    PEOPLE,
    REFUSED,
    SIRI_N,
    SIRI_T,
    Service,
    seen,
    small_service,
)

CASE, INTAKE, WIDE = logins.CASE, logins.INTAKE, logins.WIDE
WRITTEN = Path(__file__).with_name("attacks.sql").read_text("utf-8")
HEADING = re.compile(r"^-- == (.*) ==$", re.M)
ATTACK = re.compile(r"^-- (?P<who>[^:]+): (?P<tried>.*)\n(?P<statements>(?:.+\n)+)", re.M)

# What a refusal looks like: no privilege or no policy, no such session, a key to another municipality, a check, a column
# that is the database's own. Anything else is a statement that was never understood, and proves nothing.
REFUSALS = {"42501", "OV001", "23503", "23514", "428C9"}


@pytest.fixture(scope="module")
def service(
    server: Server, template: str, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[Service]:
    with small_service(server, template, django_db_blocker, "attacked") as made:
        yield made


@dataclass(frozen=True)
class Attack:
    """What is tried, by whom, and the statements; parameters are ids by kind and story."""

    who: str
    hat: str
    statements: tuple[str, ...]


def attacks(heading: str) -> list[Any]:
    """The attacks under one heading, each with its own words as its name."""
    parts = HEADING.split(WRITTEN)
    found = list(ATTACK.finditer(parts[parts.index(heading) + 1]))
    assert found
    return [pytest.param(_attack(one), id=f"{one['who'].split(',')[0]} {one['tried']}") for one in found]


def _attack(written: re.Match[str]) -> Attack:
    who, _, hat = written["who"].partition(", ")
    login = f"oppvekst_desk_{hat}" if hat else f"oppvekst_{who}"
    return Attack(who if hat else "", login, tuple(re.split(r";$", written["statements"], flags=re.M)[:-1]))


@pytest.mark.parametrize("attack", attacks("nobody sees more"))
def test_nobody_sees_more(service: Service, attack: Attack) -> None:
    _comes_to_nothing(service, attack)


@pytest.mark.parametrize("attack", attacks("nobody changes"))
def test_nobody_changes_what_is_not_theirs(service: Service, attack: Attack) -> None:
    _comes_to_nothing(service, attack)


@pytest.mark.parametrize("attack", attacks("from outside"))
def test_nothing_comes_of_it_from_outside(service: Service, attack: Attack) -> None:
    _comes_to_nothing(service, attack)


def _comes_to_nothing(service: Service, attack: Attack) -> None:
    ids = service.named()
    with service.way(attack.who, attack.hat) as connection:
        try:
            prize = [connection.execute(statement.encode(), ids).rowcount for statement in attack.statements][-1]
            connection.execute("SET CONSTRAINTS ALL IMMEDIATE")
        except psycopg.Error as error:
            assert error.sqlstate in REFUSALS, error
            return
    assert prize == 0


def test_nothing_is_copied_past_the_policies(service: Service) -> None:
    out_of, into = "COPY (SELECT child_name FROM concerns_concern) TO STDOUT", "COPY access_grant FROM STDIN"
    with service.desk(OLA, CASE) as ola, ola.cursor() as cursor:
        with cursor.copy(out_of) as rows:
            assert list(rows) == []
        with pytest.raises(psycopg.Error, match="row-level security"), cursor.copy(into):
            pass


# The words a municipality keeps for its decisions, what it asks where the law is silent, and its catalogue: about no child.
ABOUT_NO_CHILD = (
    "decisions_phrase", "decisions_consentrule", "measures_offer", "measures_provider", "measures_agreement",
    "measures_workercertificate",
)  # fmt: skip


@pytest.mark.parametrize(("who", "hat"), PEOPLE)
def test_no_other_hat_shows_more_than_ones_own(service: Service, who: str, hat: str) -> None:
    with service.desk(who, hat) as desk:
        own = {table: seen(service, desk, table) for table in service.rows}
        for other in set(logins.HATS) - {hat}:
            desk.execute(f"SET LOCAL ROLE {other}".encode())
            more = {table: _more(seen(service, desk, table), own[table]) for table in service.rows}
            more |= {table: more[table] - {"S"} for table in ABOUT_NO_CHILD}
            assert not {table: letters for table, letters in more.items() if letters}, other


def _more(letters: str, own: str) -> set[str]:
    """Stories of which this shows more: a capital where one's own hat has none, any letter where it has neither."""
    return {each for each in set(letters) - set(own) - {NONE, REFUSED} if each.isupper() or each.upper() not in own}


LINK = "UPDATE concerns_concern SET case_id = %(case_K)s WHERE id = %(concern_W)s"
GIVE = """INSERT INTO access_grant (id, municipality_id, staff_id, case_id, reason, words, given_by, given_at)
 VALUES (gen_random_uuid(), 9998, access.actor(), %(case_K)s, 'intake', 'Se her', access.actor(), '2001-01-01')"""
TOLD = """SELECT actor_name, says, at = now() FROM journal_entry WHERE kind = 'access.given' AND case_id = %(case_K)s
   AND xact = pg_current_xact_id()"""
LISTED = "SELECT title, open FROM agenda_item WHERE rule = 'own-access' AND case_id = %(case_K)s"


def test_an_intake_worker_who_opens_a_case_to_herself_is_told_of_by_the_database(service: Service) -> None:
    """She may: a concern about a child in danger cannot wait for a second person. But not in secret, nor in the past."""
    ids = service.named()
    with service.desk(HANNE, INTAKE) as desk:
        desk.execute(LINK.encode(), ids)
        desk.execute(GIVE.encode(), ids)
        desk.execute(b"SET LOCAL ROLE oppvekst_desk")
        desk.execute("SELECT access.enter(%s)", [service.token(MARIT, WIDE)])
        assert desk.execute(TOLD.encode(), ids).fetchall() == [(HANNE, f"{HANNE} fikk tilgang: Se her", True)]
        assert desk.execute(LISTED.encode(), ids).fetchall() == [(f"Se over at {HANNE} ga seg selv tilgang", True)]


# A statement that asks for nothing is held by no rule of what may be read: «UPDATE table SET column = value», and no more.
CHANGEABLE = """SELECT DISTINCT ON (1) c.relname, a.attname, t.typname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
   AND a.attnum > 0 JOIN pg_type t ON t.oid = a.atttypid
 WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname !~ '^procrastinate_'
   AND has_column_privilege(%s, c.oid, a.attnum, 'UPDATE') AND t.typname = any (%s) ORDER BY 1, 2"""
VALUES = {"text": "'x'", "bool": "true", "timestamptz": "now()", "date": "now()", "jsonb": "'[]'"}


# A trigger that answers the first row in words would hide how far the policies let the rest be reached.
SPEAKS = {"homes_wanted": "homes_step"}


@pytest.fixture
def policies_alone(service: Service) -> Iterator[None]:
    """The triggers that speak are silent, and speak again afterwards."""
    with closing(service.superuser()) as superuser:
        for table, trigger in SPEAKS.items():
            superuser.execute(f"ALTER TABLE {table} DISABLE TRIGGER {trigger}".encode())
        yield
        for table, trigger in SPEAKS.items():
            superuser.execute(f"ALTER TABLE {table} ENABLE TRIGGER {trigger}".encode())


@pytest.mark.usefixtures("policies_alone")
@pytest.mark.parametrize(("who", "hat"), PEOPLE)
def test_whoever_changes_without_asking_reaches_only_what_she_sees(service: Service, who: str, hat: str) -> None:
    with service.desk(who, hat) as desk:
        for worn in logins.HATS:
            desk.execute(f"SET LOCAL ROLE {worn}".encode())
            for table, column, kind in desk.execute(CHANGEABLE, [worn, list(VALUES)]).fetchall():
                reached = _rows(desk, f"UPDATE {table} SET {column} = {VALUES[kind]}")
                assert reached <= _rows(desk, f"SELECT 1 FROM {table}"), (worn, table, column)


def _rows(desk: psycopg.Connection, statement: str) -> int:
    """How many rows it reaches; none when it is refused. Undone."""
    try:
        with desk.transaction(force_rollback=True):
            return desk.execute(statement.encode()).rowcount
    except (psycopg.errors.InsufficientPrivilege, psycopg.errors.CheckViolation):
        return 0


TAKES_AWAY = """SELECT r.rolname, c.oid::regclass::text FROM pg_class c, pg_roles r WHERE r.rolname = any (%s)
   AND c.relnamespace::regnamespace::text IN ('public', 'access', 'numbering') AND c.relkind IN ('r', 'p')
   AND c.relname !~ '^procrastinate_' AND (has_table_privilege(r.oid, c.oid, 'DELETE, TRUNCATE, TRIGGER, REFERENCES'))"""


def test_nobody_who_serves_people_can_take_a_row_away(service: Service) -> None:
    """The contexts of transactions that are over are no rows about anybody."""
    serving = [login for login in (*logins.LOGINS, logins.BACKUP, *logins.HATS) if login != logins.OWNER]
    with service.login(logins.BACKUP) as anybody:
        assert anybody.execute(TAKES_AWAY, [serving]).fetchall() == [(logins.WORKER, "access.context")]


NUMBER = """INSERT INTO people_identitynumber (id, municipality_id, person_id, number, kind)
 VALUES (gen_random_uuid(), 9997, %(child_N)s, %(known)s, 'x')"""
SENDING = """INSERT INTO concerns_enquiry (id, municipality_id, reference, channel, received_at, registered_at, entered_later,
  language, interpreter, wish, reporter, reporter_code, anonymity, name, role, phone, email, address, body, body_number,
  body_address, relation, safe_way) VALUES (gen_random_uuid(), 9997, %(known)s, 'phone', now(), now(), false,
  'nb', '', 'worry', 'private', '4', 'named', '', '', '', '', '{}', '', '', '{}', '', '')"""


@pytest.mark.parametrize(
    ("known", "try_it"),
    [
        ("SELECT number FROM people_identitynumber WHERE person_id = %(child_K)s", NUMBER),
        ("SELECT reference FROM concerns_enquiry WHERE id = %(enquiry_K)s", SENDING),
    ],
    ids=["a child's number", "a sending's reference"],
)
def test_no_key_tells_nordvag_what_is_known_in_solvik(service: Service, known: str, try_it: str) -> None:
    ids = service.named()
    with closing(service.superuser()) as superuser:
        (value,) = superuser.execute(known.encode(), ids).fetchone() or ("",)
    with service.desk(SIRI_N, INTAKE) as siri:
        assert siri.execute(try_it.encode(), ids | {"known": value}).rowcount == 1


@pytest.mark.parametrize(
    ("who", "hat", "story", "finds"),
    [(SIRI_T, CASE, "K", True), (SIRI_N, INTAKE, "K", False), (EIVIND, WIDE, "B", False), (OLA, CASE, "B", False)],
)
def test_a_whole_number_finds_a_person_but_not_next_door_nor_past_a_bar(
    service: Service, who: str, hat: str, story: str, finds: bool
) -> None:
    ids = service.named()
    number = "SELECT number FROM people_identitynumber WHERE person_id = %(child)s"
    with closing(service.superuser()) as superuser:
        known = superuser.execute(number.encode(), {"child": ids[f"child_{story}"]}).fetchone()
    with service.desk(who, hat) as desk:
        found = desk.execute("SELECT access.person_with(%s)", known).fetchone()
        assert found == ((ids[f"child_{story}"] if finds else None),)

"""Whoever changes the journal behind our back, also as the database's superuser, is found out."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic
from uuid import uuid4

import psycopg
import pytest
from django.db import connection, transaction

from oppvekst.adapters.witness import FolderWitness
from oppvekst.ground.database.acting import acting
from oppvekst.ground.journal.jobs import seal_and_hand_out, verify_against
from oppvekst.ground.journal.models import Entry
from oppvekst.ground.journal.sealing import seal
from oppvekst.ground.journal.verifying import Verdict
from tests.apart import Apart
from tests.world import SOLVIK

AT = datetime(2026, 11, 3, 9, 0, tzinfo=UTC)
type Superuser = psycopg.Connection

ROWS, TAMPERINGS = 60, 1000
PATIENCE = 60.0
SEED = 63  # as many as the concern reports that were lost


def write(count: int, *, words: str = "Tok imot en melding.") -> None:
    """So many acts in the journal, each with its own transaction."""
    for _ in range(count):
        with acting("worker"):
            Entry.objects.create(
                municipality_id=SOLVIK, at=AT, kind="prøve", subject=uuid4(), face="worker", says=words
            )


@pytest.fixture
def witness(apart: Apart, tmp_path: Path) -> FolderWitness:
    """A sealed journal of three batches, and its witness."""
    witness = FolderWitness(tmp_path / "witness")
    for _ in range(3):
        write(ROWS // 3)
        seal_all(witness)
    return witness


def seal_all(witness: FolderWitness) -> None:
    """Sealing waits for whatever transaction is open on the same server, be it another test's."""
    made, until = 0, monotonic() + PATIENCE
    while made < ROWS // 3 and monotonic() < until:
        made += seal_and_hand_out(at=AT, witness=witness)


@pytest.fixture
def sealed(apart: Apart, witness: FolderWitness) -> Iterator[tuple[Superuser, FolderWitness]]:
    """That journal, and somebody who may do everything to the database."""
    with superuser(apart) as almighty:
        almighty.execute("SET session_replication_role = replica")  # no trigger stops a superuser
        yield almighty, witness


@contextmanager
def superuser(apart: Apart) -> Iterator[Superuser]:
    """Log in as the database's superuser, who may also play the worker: what is tried is undone by a rollback."""
    usual = dict(connection.settings_dict)
    connection.close()
    connection.settings_dict.update(
        USER="postgres", PASSWORD="", OPTIONS={"server_side_binding": True}, NAME=apart.database
    )
    try:
        connection.ensure_connection()
        yield connection.connection
    finally:
        connection.close()
        connection.settings_dict.update(usual)


def check(witness: FolderWitness | None = None) -> Verdict:
    with acting("worker"):
        return verify_against(witness or FolderWitness(Path("/nonexistent")))


def test_what_is_untouched_agrees(sealed: tuple[Superuser, FolderWitness]) -> None:
    verdict = check(sealed[1])
    assert verdict.whole
    assert sum(account.sealed for account in verdict.accounts if account.trail == "entries") >= ROWS


def test_the_change_of_one_letter_is_found_and_the_entry_is_named(
    sealed: tuple[Superuser, FolderWitness],
) -> None:
    superuser, witness = sealed
    superuser.execute(
        "UPDATE journal_entry SET says = 'Tok imot én melding.' WHERE no = (SELECT max(no) - 5 FROM journal_entry)"
    )
    (broken,) = check(witness).breaks
    assert broken.no == superuser.execute("SELECT max(no) - 5 FROM journal_entry").fetchone()[0]  # type: ignore[index]
    assert "endret" in broken.says


def test_a_thousand_tamperings_are_found_all_of_them(sealed: tuple[Superuser, FolderWitness]) -> None:
    superuser, witness = sealed
    chance, missed = random.Random(SEED), []  # noqa: S311 (chance, not secrecy)
    for number in range(TAMPERINGS):
        how = chance.choice(sorted(WAYS))
        with transaction.atomic():
            WAYS[how](superuser, chance)
            if check(witness).whole:
                missed.append((number, how))
            transaction.set_rollback(True)
    assert missed == []
    assert check(witness).whole


def test_what_was_under_way_when_others_were_sealed_comes_in_the_next_batch(apart: Apart) -> None:
    with apart.superuser() as slow:
        slow.autocommit = False
        slow.execute(INSERT, [uuid4(), "langsom"])
        write(3)
        assert sum(batch.rows for batch in seal(at=AT)) == 0
        slow.commit()
    write(1)
    made, until = 0, monotonic() + PATIENCE
    while made < 5 and monotonic() < until:
        made += sum(batch.rows for batch in seal(at=AT + timedelta(minutes=1)))
    assert made >= 5
    assert check().whole


def test_nobody_changes_or_takes_away_a_seal_not_even_the_owner(witness: FolderWitness) -> None:
    for statement in ("UPDATE journal_seal SET rows = 1", "DELETE FROM journal_seal", "TRUNCATE journal_seal"):
        with connection.cursor() as cursor, pytest.raises(Exception, match="only added to"):
            cursor.execute(statement)


INSERT = """INSERT INTO journal_entry (id, municipality_id, at, kind, subject, actor_name, face, says, law, facts)
VALUES (%s, 9998, now(), 'prøve', gen_random_uuid(), '', 'worker', %s, '', '{}')"""
SEALED = "(SELECT max(no) FROM journal_seal WHERE trail = 'entries')"
ANY = f"(SELECT no FROM journal_entry WHERE no <= {SEALED} ORDER BY no OFFSET {{}} LIMIT 1)"


def _row(chance: random.Random) -> str:
    return ANY.format(chance.randrange(ROWS))


def _change(superuser: Superuser, chance: random.Random) -> None:
    column = chance.choice(["says", "kind", "law", "actor_name", "face"])
    superuser.execute(f"UPDATE journal_entry SET {column} = {column} || 'x' WHERE no = {_row(chance)}".encode())


def _backdate(superuser: Superuser, chance: random.Random) -> None:
    superuser.execute(f"UPDATE journal_entry SET at = at - interval '1 microsecond' WHERE no = {_row(chance)}".encode())


def _delete(superuser: Superuser, chance: random.Random) -> None:
    superuser.execute(f"DELETE FROM journal_entry WHERE no = {_row(chance)}".encode())


def _swap(superuser: Superuser, chance: random.Random) -> None:
    one, other = (ANY.format(at) for at in chance.sample(range(ROWS), 2))
    superuser.execute(
        f"""UPDATE journal_entry e SET subject = o.subject FROM journal_entry o
        WHERE (e.no = {one} AND o.no = {other}) OR (e.no = {other} AND o.no = {one})""".encode()
    )


def _insert(superuser: Superuser, chance: random.Random, *, place: str = "-no") -> None:
    superuser.execute(
        f"""INSERT INTO journal_entry
        (id, municipality_id, at, kind, subject, actor_name, face, says, law, facts, no, xact, era) OVERRIDING SYSTEM VALUE
        SELECT gen_random_uuid(), municipality_id, at, kind, subject, '', face, 'innsatt', '', '{{}}', {place}, xact, era
        FROM journal_entry WHERE no = {_row(chance)}""".encode()
    )


def _move(superuser: Superuser, chance: random.Random) -> None:
    superuser.execute(f"UPDATE journal_entry SET municipality_id = 9997 WHERE no = {_row(chance)}".encode())


def _insert_at_the_same_place(superuser: Superuser, chance: random.Random) -> None:
    _insert(superuser, chance, place="no")


def _insert_out_of_the_indexs_sight(superuser: Superuser, chance: random.Random) -> None:
    """A row that the desk would show, and that whoever reads by the index of sealing does not meet."""
    ready = "UPDATE pg_index SET indisready = %s WHERE indexrelid = 'entry_in_order'::regclass"
    superuser.execute(ready, [False])
    _insert(superuser, chance)
    superuser.execute(ready, [True])


def _cut_the_tail(superuser: Superuser, chance: random.Random) -> None:
    superuser.execute(f"DELETE FROM journal_entry WHERE no >= {_row(chance)}".encode())


def _cut_the_tail_with_its_seals(superuser: Superuser, chance: random.Random) -> None:
    first = chance.randint(1, 3)
    superuser.execute(f"DELETE FROM journal_seal WHERE trail = 'entries' AND batch >= {first}".encode())
    superuser.execute(
        b"DELETE FROM journal_entry WHERE no > coalesce((SELECT max(no) FROM journal_seal WHERE trail = 'entries'), 0)"
    )


def _drop_a_seal(superuser: Superuser, chance: random.Random) -> None:
    superuser.execute(f"DELETE FROM journal_seal WHERE trail = 'entries' AND batch = {chance.randint(1, 3)}".encode())


def _seal_anew(superuser: Superuser, chance: random.Random) -> None:
    """The whole chain made again over a changed journal, by somebody who knows how it is made."""
    _change(superuser, chance)
    superuser.execute("DELETE FROM journal_seal WHERE trail = 'entries'")
    seal(at=AT)


WAYS = {
    "changed": _change, "backdated": _backdate, "deleted": _delete, "swapped": _swap, "inserted": _insert,
    "inserted at the same place": _insert_at_the_same_place, "inserted unindexed": _insert_out_of_the_indexs_sight,
    "moved": _move, "tail cut": _cut_the_tail, "tail and seals cut": _cut_the_tail_with_its_seals,
    "seal dropped": _drop_a_seal, "sealed anew": _seal_anew,
}  # fmt: skip

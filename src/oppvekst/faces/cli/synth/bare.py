"""Tables without what makes single rows safe and many rows slow: for one transaction, and put back in it.

Foreign keys are added again over all rows at once, so that a row that leads nowhere is found just the same. Nobody sees
the tables so: the transaction holds them until everything stands as before, and if it fails nothing has happened.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from django.db import connection
from psycopg import sql

KEYS = """SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint
 WHERE contype = 'f' AND conrelid = any (%s::regclass[]) AND conparentid = 0 ORDER BY 1, 2"""
INDEXES = """SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index
 WHERE indrelid = any (%s::regclass[]) AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid) ORDER BY 1"""
MEMORY = "256MB"


@contextmanager
def bare(tables: Sequence[str]) -> Iterator[None]:
    """For as long as this lasts the owner may COPY into the tables, and no trigger, key or index looks at a row."""
    _run("SET CONSTRAINTS ALL IMMEDIATE")
    keys, indexes = _ask(KEYS, tables), _ask(INDEXES, tables)
    _run(*(f"ALTER TABLE {table} DROP CONSTRAINT {_quoted(name)}" for table, name, _ in keys))
    _run(*(f"DROP INDEX {name}" for name, _ in indexes))
    # Forced row security refuses COPY; the owner alone is let in, and only in here.
    _run(*(f"ALTER TABLE {table} DISABLE TRIGGER USER, NO FORCE ROW LEVEL SECURITY" for table in tables))
    yield
    _run(*(f"ALTER TABLE {table} ENABLE TRIGGER USER, FORCE ROW LEVEL SECURITY" for table in tables))
    _run(f"SET LOCAL maintenance_work_mem = '{MEMORY}'", *(definition for _, definition in indexes))
    _run(*(f"ALTER TABLE {table} ADD CONSTRAINT {_quoted(name)} {told}" for table, name, told in keys))


def _ask(statement: str, tables: Sequence[str]) -> list[tuple[str, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, [list(tables)])
        return list(cursor.fetchall())


def _run(*statements: str) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def _quoted(name: str) -> str:
    return sql.Identifier(name).as_string()

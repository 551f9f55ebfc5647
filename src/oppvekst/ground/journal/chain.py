"""What a seal is made of: rows as bytes, and digests that hold each other (D97).

Digests are made here and never by functions of the database, which its superuser could replace.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.db import connection

from oppvekst.ground.journal.models import Trail

MARK = 8
START = hashlib.sha256(b"oppvekst").digest()

# A line of COPY text says one thing only: its fields are parted by tabs, and what could be mistaken is escaped.
# Times are microseconds, so that no setting of the session changes a byte.
_TIME = "(extract(epoch FROM {0}) * 1000000)::bigint"
_ROW = {
    Trail.ENTRIES: (
        "journal_entry",
        f"""era, xact, no, id, municipality_id, {_TIME.format("at")}, kind, subject, case_id, actor, actor_name, face, says, law,
        facts::text, {_TIME.format("written_at")}""",
    ),
    Trail.LOOKS: (
        "journal_look",
        f"""era, xact, no, id, municipality_id, {_TIME.format("at")}, kind, subject, case_id, actor, hat, terms,
        {_TIME.format("written_at")}""",
    ),
}
TABLES = {trail: table for trail, (table, _) in _ROW.items()}
# The id comes last: two rows that somebody gave the same place still have an order.
_NEXT = """COPY (SELECT {columns} FROM public.{table} WHERE municipality_id = {municipality} {which}
ORDER BY era, xact, no, id LIMIT {limit}) TO STDOUT"""
_ALL = "COPY (SELECT {columns} FROM public.{table} ORDER BY municipality_id, era, xact, no, id) TO STDOUT"
# Every row is read where it lies: an index is one more thing that a superuser may have tampered with. That takes longer
# than a page may, and more memory than a page gets.
_THOROUGH = {
    "statement_timeout": "0", "work_mem": "256MB", "enable_indexscan": "off", "enable_indexonlyscan": "off",
    "enable_bitmapscan": "off",
}  # fmt: skip


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """Where a row stands in the order of sealing."""

    era: int = 0
    xact: int = 0
    no: int = 0


@dataclass(slots=True)
class Batch:
    """Rows that are closed together."""

    digest: bytes
    rows: int = 0
    last: Position = field(default_factory=Position)
    marks: bytearray = field(default_factory=bytearray)

    @classmethod
    def after(cls, digest: bytes) -> Batch:
        """A new batch that holds on to the one before."""
        return cls(digest)

    def take(self, line: bytes) -> bytes:
        """Close one more row; its own mark."""
        own = hashlib.sha256(line).digest()
        self.digest = hashlib.sha256(self.digest + own).digest()
        self.rows += 1
        self.marks += own[:MARK]
        return own[:MARK]


def position_of(line: bytes) -> Position:
    """Where the row of this line stands."""
    era, xact, no, _ = line.split(b"\t", 3)
    return Position(int(era), int(xact), int(no))


def municipality_of(line: bytes) -> int:
    """Whose the row of this line is."""
    return int(line.split(b"\t", 5)[4])


def unsealed_lines(trail: Trail, municipality: int, *, which: str, limit: int) -> Iterator[bytes]:
    """The next rows of one municipality as bytes, in the order of sealing. ``which``: SQL of ours, never of anybody's."""
    table, columns = _ROW[trail]
    yield from _copied(
        _NEXT.format(columns=columns, table=table, municipality=int(municipality), which=which, limit=int(limit))
    )


def all_lines(trail: Trail) -> Iterator[bytes]:
    """Every row there is as bytes, each municipality's together, in the order of sealing."""
    table, columns = _ROW[trail]
    with connection.cursor() as cursor:
        settings = ", ".join(f"set_config('{name}', '{value}', true)" for name, value in _THOROUGH.items())
        cursor.execute(f"SELECT {settings}")
    yield from _copied(_ALL.format(columns=columns, table=table))


def _copied(statement: str) -> Iterator[bytes]:
    """A row a block. Read to the end: a reading broken off would take the transaction with it."""
    with connection.cursor() as cursor, cursor.cursor.copy(statement) as copy:
        for block in copy:
            yield bytes(block)[:-1]

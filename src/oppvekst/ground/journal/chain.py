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
        f"era, xact, no, id, municipality_id, {_TIME.format('at')}, kind, subject, case_id, actor, hat, terms",
    ),
}
_READ = """COPY (SELECT {columns} FROM public.{table} WHERE municipality_id = {municipality} {which}
ORDER BY era, xact, no {limit}) TO STDOUT"""


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


def lines(trail: Trail, municipality: int, *, which: str = "", limit: int | None = None) -> Iterator[bytes]:
    """The rows of one municipality as bytes, in the order of sealing. ``which``: SQL of ours, never of anybody's."""
    table, columns = _ROW[trail]
    statement = _READ.format(
        columns=columns,
        table=table,
        municipality=int(municipality),
        which=which,
        limit=f"LIMIT {limit}" if limit else "",
    )
    with connection.cursor() as cursor, cursor.cursor.copy(statement) as copy:
        rest = b""
        for block in copy:
            *whole, rest = (rest + bytes(block)).split(b"\n")
            yield from whole

"""``act``: opens the transaction, checks the right, writes exactly one entry. Every act of every room stands in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import DatabaseError, connection, transaction

from oppvekst.ground.access.actor import Actor
from oppvekst.ground.database.refused import refusal_in
from oppvekst.ground.journal.models import Entry
from oppvekst.law.citation import Citation


@dataclass
class Writing:
    """The entry while the act is under way."""

    kind: str
    by: Actor
    at: datetime
    law: str
    subject: UUID | None = None
    case_id: UUID | None = None
    says: str = ""
    facts: dict[str, Any] = field(default_factory=dict)
    by_database: bool = False

    def about(self, subject: UUID, *, says: str, case_id: UUID | None = None, **facts: Any) -> None:
        """Say what the act was about, in a sentence a reader of the journal understands. Ids in facts, never names."""
        self.subject, self.case_id, self.says, self.facts = subject, case_id, says, facts

    def named(self, kind: str, *, law: Citation | str) -> None:
        """What the act turned out to be, when that is known only once its subject is held."""
        self.kind, self.law = kind, str(law)

    def written_by_the_database(self, subject: UUID, *, case_id: UUID) -> None:
        """Say that the database writes this entry itself: what it tells, nobody can do without its being told."""
        self.subject, self.case_id, self.by_database = subject, case_id, True


@contextmanager
def act(kind: str, *, by: Actor, at: datetime, right: str, law: Citation | str = "") -> Iterator[Writing]:
    """One act, one transaction, one journal entry (bvl § 12-4). Refuses whoever lacks the right.

    An act that takes a step of a machine gives that step's own citation as ``law``.

    Deferred constraints are settled here, where a refusal can still be told, and not at COMMIT. What the database itself
    refuses in words is told in those words.
    """
    by.must(right)
    try:
        with transaction.atomic():
            writing = Writing(kind, by, at, str(law))
            yield writing
            _write(writing)
            with connection.cursor() as cursor:
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    except DatabaseError as error:
        if refusal := refusal_in(error):
            raise refusal from error
        raise


def _write(writing: Writing) -> None:
    if writing.by_database and _is_written(writing):
        return
    if not (writing.subject and writing.says):
        raise RuntimeError(f"{writing.kind} sier ikke hva den gjelder")
    Entry.objects.create(
        municipality_id=writing.by.municipality, at=writing.at, kind=writing.kind, subject=writing.subject,
        case_id=writing.case_id, actor=writing.by.staff_id, actor_name=writing.by.name, face=writing.by.face,
        says=writing.says, law=writing.law, facts=writing.facts,
    )  # fmt: skip


def _is_written(writing: Writing) -> bool:
    """In this transaction, and not before."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select exists (select from journal_entry where kind = %s and subject = %s and case_id = %s "
            "and xact = pg_current_xact_id())",
            [writing.kind, writing.subject, writing.case_id],
        )
        return bool(cursor.fetchone()[0])

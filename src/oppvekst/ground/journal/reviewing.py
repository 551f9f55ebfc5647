"""Who has looked at what, for the one who reviews it (bvl § 13-1). Asking leaves a look of its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from oppvekst.ground.access.actor import Actor

RIGHT = "looks.review"
MOST = 500


@dataclass(frozen=True, slots=True)
class Seen:
    """One look: when, at what, by whom in which role, and what was searched for."""

    at: datetime
    kind: str
    subject: UUID | None
    case_id: UUID | None
    actor: UUID
    name: str
    title: str
    terms: str


def looks(
    *, by: Actor, since: datetime, before: datetime, case_id: UUID | None = None, actor: UUID | None = None
) -> list[Seen]:
    """The looks at one case or by one person, newest first; at most some hundred, so that nobody reads them all."""
    by.must(RIGHT)
    with connection.cursor() as cursor:
        cursor.execute("select * from access.review_looks(%s, %s, %s, %s, %s)", [case_id, actor, since, before, MOST])
        return [Seen(*row) for row in cursor.fetchall()]


@dataclass(frozen=True, slots=True)
class Sighting:
    """One look as a party may be told of it: the role, why that role was there, and a name only when it is decided."""

    at: datetime
    kind: str
    title: str
    why: str
    name: str = ""


def looks_to_tell(
    case_id: UUID, *, by: Actor, since: datetime, before: datetime, named: bool = False
) -> list[Sighting]:
    """The looks at a case, oldest first, for an extract to a party. Asking leaves a look of its own."""
    with connection.cursor() as cursor:
        cursor.execute("select * from access.extract_looks(%s, %s, %s, %s)", [case_id, since, before, named])
        return [Sighting(*row) for row in cursor.fetchall()]

"""What the family has said of planned times that do not suit: at the desk, and what one has said oneself at My page."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from oppvekst.domain.measures.models import Unsuited


@dataclass(frozen=True, slots=True)
class OwnWord:
    """What somebody said last of one time, and our answer."""

    words: str
    instead: str
    said_at: datetime
    is_settled: bool
    answer: str


def unsuited_of(occasion_id: UUID) -> list[Unsuited]:
    """All that was said of one time, the newest first (bvl § 12-4)."""
    return list(Unsuited.objects.filter(occasion_id=occasion_id).order_by("-said_at", "id"))


def waiting_of(occasion_id: UUID) -> list[Unsuited]:
    """What nobody has answered of one time."""
    return [one for one in unsuited_of(occasion_id) if one.settled_at is None]


def waiting_in(measure_id: UUID) -> list[Unsuited]:
    """What nobody has answered in one measure, by the day it is about."""
    waits = Unsuited.objects.filter(occasion__measure_id=measure_id, settled_at=None).select_related("occasion")
    return list(waits.order_by("occasion__first_day", "said_at", "id"))


def my_unsuited() -> dict[UUID, OwnWord]:
    """What whoever has logged in said herself, by the time it is about."""
    with connection.cursor() as cursor:
        cursor.execute("select access.my_unsuited()")
        rows = [json.loads(row[0]) if isinstance(row[0], str) else row[0] for row in cursor.fetchall()]
    return {
        UUID(row["occasion"]): OwnWord(
            row["words"], row["instead"], datetime.fromisoformat(row["said"]), row["settled"], row["answer"]
        )
        for row in rows
    }

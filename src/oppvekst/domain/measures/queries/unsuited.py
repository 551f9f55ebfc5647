"""What the family has said of planned times that do not suit: at the desk, and what one has said oneself at My page."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection
from django.db.models import F

from oppvekst.domain.measures.models import Unsuited


@dataclass(frozen=True, slots=True)
class OwnWord:
    """What somebody said of one time, and our answer to it."""

    occasion_id: UUID
    measure_id: UUID
    first: date
    last: date
    words: str
    instead: str
    said_at: datetime
    is_settled: bool
    is_taken_back: bool
    answer: str

    @property
    def waits(self) -> bool:
        """Whether we have not answered."""
        return not self.is_settled


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


def childs_own(case_id: UUID) -> list[Unsuited]:
    """What the child itself said at My page of times that do not suit, oldest first (bvl § 1-4)."""
    said = Unsuited.objects.filter(case_id=case_id, person_id=F("case__child_id")).select_related("occasion__measure")
    return list(said.order_by("said_at", "id"))


def my_unsuited(*, today: date) -> list[OwnWord]:
    """What whoever has logged in said herself and what we answered, oldest first: what waits, is to come, or is new."""
    with connection.cursor() as cursor:
        cursor.execute("select access.my_unsuited(%s)", [today])
        rows = [json.loads(row[0]) if isinstance(row[0], str) else row[0] for row in cursor.fetchall()]
    return [
        OwnWord(
            occasion_id=UUID(row["occasion"]), measure_id=UUID(row["measure"]), first=date.fromisoformat(row["first"]),
            last=date.fromisoformat(row["last"]), words=row["words"], instead=row["instead"],
            said_at=datetime.fromisoformat(row["said"]), is_settled=row["settled"], is_taken_back=row["taken_back"],
            answer=row["answer"],
        )
        for row in rows
    ]  # fmt: skip

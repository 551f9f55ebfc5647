"""The days that help is to be given, as whoever has logged in at My page may read them. Which are hers, the database says."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db import connection

from oppvekst.domain.measures.rules import Stood
from oppvekst.law.calendar import OSLO

AN_HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class OwnDay:
    """One time: its days, the clock where there is one, and for a moved one the days it was moved to."""

    id: UUID
    measure_id: UUID
    stood: Stood
    first: date
    last: date
    starts: time | None
    ends: time | None
    moved_to: tuple[date, date] | None
    uid: UUID

    @property
    def is_ahead(self) -> bool:
        """Whether it is to come, and not called off or moved."""
        return self.stood is Stood.PLANNED

    @property
    def begins_at(self) -> datetime:
        """For a calendar: a day without a clock is the whole day."""
        return datetime.combine(self.first, self.starts or time(), tzinfo=OSLO)

    @property
    def finishes_at(self) -> datetime:
        """For a calendar: what has a start and no end is an hour."""
        if self.ends:
            return datetime.combine(self.last, self.ends, tzinfo=OSLO)
        if self.starts and self.first == self.last:
            return self.begins_at + AN_HOUR
        return datetime.combine(self.last + timedelta(days=1), time(), tzinfo=OSLO)


def my_days(*, today: date) -> list[OwnDay]:
    """The next days of all the help that is hers to read, and what was called off or moved lately (bvl §§ 1-4, 1-9, 8-1)."""
    with connection.cursor() as cursor:
        cursor.execute("select access.my_days(%s)", [today])
        rows = [json.loads(row[0]) if isinstance(row[0], str) else row[0] for row in cursor.fetchall()]
    return list(_days(rows))


def _days(rows: list[dict[str, Any]]) -> Iterator[OwnDay]:
    for row in rows:
        moved = (row["to_first"], row["to_last"]) if row["to_first"] else None
        yield OwnDay(
            id=UUID(row["id"]), measure_id=UUID(row["measure"]), stood=Stood(row["stood"]),
            first=date.fromisoformat(row["first"]), last=date.fromisoformat(row["last"]),
            starts=_clock(row["starts"]), ends=_clock(row["ends"]), uid=UUID(row["uid"]),
            moved_to=(date.fromisoformat(moved[0]), date.fromisoformat(moved[1])) if moved else None,
        )  # fmt: skip


def _clock(text: str | None) -> time | None:
    return time.fromisoformat(text) if text else None

"""The help that goes on as whoever has logged in at My page may read it. What is hers, the database says."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext as _

from oppvekst.domain.decisions.rules import CATEGORIES
from oppvekst.domain.measures.rules import next_evaluation
from oppvekst.law.refusals import NotFound


@dataclass(frozen=True, slots=True)
class OwnHelp:
    """One kind of help: what it is, who comes, when it is looked at again, and how the goals were seen to go."""

    id: UUID
    child: str
    own: bool
    appointments: bool
    title: str
    provider: str
    content: str
    words: str
    state: str
    noted_at: datetime
    started_on: date | None
    ends_on: date | None
    looked_at_again: date | None
    next_at: datetime | None
    goals: list[dict[str, Any]]


def my_help() -> list[OwnHelp]:
    """All of it that is hers to read, the newest first (bvl §§ 1-4, 8-1, 12-3)."""
    with connection.cursor() as cursor:
        cursor.execute("select access.my_help()")
        return [_own(json.loads(row[0]) if isinstance(row[0], str) else row[0]) for row in cursor.fetchall()]


def get_my_help(measure_id: UUID) -> OwnHelp:
    """One of them; one that is over, another's, and one that is not there are told the same."""
    found = next((one for one in my_help() if one.id == measure_id), None)
    if found is None:
        raise NotFound(_("Vi finner ikke dette. Det kan være ferdig, eller det er ikke delt med deg."))
    return found


def _own(row: dict[str, Any]) -> OwnHelp:
    started = _day(row["started"])
    since = _day(row["last"]) or started
    return OwnHelp(
        id=UUID(row["id"]), child=row["child"], own=row["own"], appointments=row["appointments"], title=_title(row),
        provider=row["provider"], content=row["content"], words=row["words"], state=row["state"],
        noted_at=datetime.fromisoformat(row["noted"]), started_on=started, ends_on=_day(row["ends"]),
        looked_at_again=next_evaluation(since, row["interval"]) if since else None,
        next_at=datetime.fromisoformat(row["next"]) if row["next"] else None,
        goals=[goal | {"seen": [one | {"on": _day(one["on"])} for one in goal["seen"]]} for goal in row["goals"]],
    )  # fmt: skip


def _title(row: dict[str, Any]) -> str:
    """What it is called: the service's own words where they may be shown, else the register's."""
    if row["appointments"]:
        return _("Avtaler")
    return str(row["title"]) or CATEGORIES.get(row["category"]).text.partition(" (")[0]


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None

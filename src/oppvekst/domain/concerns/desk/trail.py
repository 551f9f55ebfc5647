"""What has happened to a concern, and whether it happened while somebody was writing in a form."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet
from django.utils.dateparse import parse_datetime

from oppvekst.domain.concerns.desk.frame import reads_files
from oppvekst.domain.concerns.models import Concern
from oppvekst.domain.concerns.queries import stand_of
from oppvekst.ground.access import colleagues
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.models import Entry

SEEN = "sett"


@dataclass(frozen=True)
class Seen:
    """What a form was opened on: when, and the concern as it stood."""

    at: str
    mark: str

    def __str__(self) -> str:
        return f"{self.at}~{self.mark}"


@dataclass(frozen=True)
class Meanwhile:
    """Somebody else acted while the form was open."""

    entries: tuple[Entry, ...]


def opened(concern: Concern, at: datetime) -> Seen:
    """The hidden line of a form."""
    return Seen(at.isoformat(), stand_of(concern))


def meanwhile(concern: Concern, told: str, by: Actor) -> Meanwhile | None:
    """What others have done since the form was opened, or None when the concern is as it was."""
    at, _, mark = told.partition("~")
    if not mark or mark == stand_of(concern):
        return None
    since = parse_datetime(at)
    entries = tuple(entries_of(concern.id, by).filter(at__gte=since)) if since and since.tzinfo else ()
    return Meanwhile(entries)


def read(told: str) -> str:
    """How the concern stood when the form was opened; empty when the form does not say."""
    return told.partition("~")[2]


def entries_of(concern_id: UUID, by: Actor) -> QuerySet[Entry]:
    """The journal of one concern as far as this person may see it, oldest first; on call reads none."""
    if not reads_files(by):
        return Entry.objects.none()
    return Entry.objects.filter(subject=concern_id).order_by("at", "id")


@dataclass(frozen=True)
class Names:
    """Staff by id; a name nobody knows is left empty."""

    known: dict[UUID, str]

    def name(self, staff_id: UUID | None) -> str:
        """The name, or nothing."""
        return self.known.get(staff_id, "") if staff_id else ""


def names(staff_ids: Iterable[UUID | None]) -> Names:
    """Who they are, in one query; none when nobody is asked for."""
    return Names(colleagues.names(staff_ids))

"""What is there for whoever may only read: the archive's list, and the samples that were drawn (fvl § 13 b)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import connection
from django.db.models import Exists, OuterRef, QuerySet

from oppvekst.domain.cases.models import Case
from oppvekst.ground.access.sampling import Sample
from oppvekst.ground.agenda.models import SAMPLE, Item


@dataclass(frozen=True)
class Filed:
    """A case as the archive knows it: that it is there, not whose it is."""

    number: str
    state: str
    opened_at: datetime
    closed_at: datetime | None
    documents: int

    @property
    def called(self) -> str:
        """Its state in words."""
        return str(Case.State(self.state).label)


@dataclass(frozen=True)
class Archive:
    """The archive's list as a page asks for it: how many there are, and those from one place to another."""

    number: str = ""

    def __len__(self) -> int:
        return self._asked(1, 0)[1]

    def __getitem__(self, asked: slice) -> list[Filed]:
        return self._asked(asked.stop - asked.start, asked.start)[0]

    def _asked(self, most: int, after: int) -> tuple[list[Filed], int]:
        with connection.cursor() as cursor:
            cursor.execute("select * from access.archive(%s, %s, %s)", [self.number.strip(), most, after])
            rows = cursor.fetchall()
        return [Filed(*row[:5]) for row in rows], rows[0][5] if rows else 0


def samples(municipality: int) -> QuerySet[Sample]:
    """The samples the actor may know of, newest first, and whether the leader has looked."""
    waiting = Item.objects.filter(subject=OuterRef("id"), rule=SAMPLE, open=True)
    return (
        Sample.objects.filter(municipality_id=municipality)
        .select_related("staff")
        .annotate(waiting=Exists(waiting))
        .order_by("-drawn_at", "id")
    )  # fmt: skip

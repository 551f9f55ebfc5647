"""How the investigations of the service stand to their limits, for whoever leads it: no child is named (bvl § 2-2 (2))."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from oppvekst.domain.investigations.models import Investigation
from oppvekst.domain.investigations.queries.investigation import facts_of
from oppvekst.domain.investigations.rules import ordinary_due


@dataclass(frozen=True, slots=True)
class Clocked:
    """One investigation without anybody's name: its limit, and whether it was kept."""

    case_id: UUID
    opened_on: date
    due: date | None
    concluded_on: date | None
    late: bool


def clocked(municipality: int, *, since: date, until: date, today: date) -> list[Clocked]:
    """Those that ended in the period, and those that go on, in the order they began."""
    return list(_clocked(municipality, since, until, today))


def _clocked(municipality: int, since: date, until: date, today: date) -> Iterator[Clocked]:
    wanted = Q(concluded_on__range=(since, until)) | Q(concluded_on=None, opened_on__lte=until)
    found = Investigation.objects.filter(wanted, municipality_id=municipality)
    for one in found.order_by("opened_on", "id").iterator(chunk_size=200):
        due = one.extended_to or ordinary_due(facts_of(one)).due
        over = bool(due and (one.concluded_on or today) > due)
        yield Clocked(one.case_id, one.opened_on, due, one.concluded_on, over)

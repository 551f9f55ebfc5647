"""What help tells of somebody's week: the times she takes part in herself, in words that say nothing of what it is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from oppvekst.domain.measures.models import Occasion
from oppvekst.domain.measures.rules import Each, Stood
from oppvekst.ground.agenda.week import Dated, Kind
from oppvekst.ground.web.frame import known

THERE = (Stood.PLANNED, Stood.HELD)


def in_week(staff: UUID, since: date, until: date) -> Iterator[Dated]:
    """One's own, in one question; a name stands there, and never which help it is (bvl § 13-1)."""
    found = Occasion.objects.filter(staff=staff, stood__in=THERE, first_day__range=(since, until))
    for one in found.select_related("case__child").order_by("first_day", "starts", "id"):
        yield _dated(one)


def _dated(one: Occasion) -> Dated:
    child = one.case.child
    return Dated(
        day=one.first_day, at=one.starts, until=one.ends, what="Avtale",
        kind=Kind.VISIT if one.kind == Each.VISIT else Kind.APPOINTMENT,
        # Where a protected child is met may tell where it is: it is read on the page itself.
        place="" if child.protection else one.place, href=known("measure-occasion", one.id), done=one.stood == Stood.HELD,
        subject=one.id, name=child.name, short=child.called,
    )  # fmt: skip

"""What the preventive service tells of somebody's week: the visits that were asked for on a day, and are hers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from oppvekst.domain.prevention.models import Request
from oppvekst.domain.prevention.rules import CLOSED
from oppvekst.ground.agenda.week import Dated, Kind
from oppvekst.ground.web.frame import known


def in_week(staff: UUID, since: date, until: date) -> Iterator[Dated]:
    """Visits that lie with this person and are not over; a talk has no day and no name."""
    found = Request.objects.filter(assignee=staff, wished_on__range=(since, until)).exclude(state=CLOSED)
    for asked in found.order_by("wished_on", "id"):
        yield Dated(
            day=asked.wished_on, kind=Kind.VISIT, what="Ønsket dag for besøk", name=asked.body, short=asked.body,  # type: ignore[arg-type]
            href=known("request", asked.id), subject=asked.id,
        )  # fmt: skip

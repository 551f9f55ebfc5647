"""What supervision tells of somebody's week: a visit is an appointment, since a week is read over the shoulder too."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from oppvekst.domain.measures.models import SupervisionVisit
from oppvekst.domain.measures.rules import neutral
from oppvekst.ground.agenda.week import Dated, Kind, moments
from oppvekst.ground.web.frame import known
from oppvekst.law.calendar import OSLO


def in_week(staff: UUID, since: date, until: date) -> Iterator[Dated]:
    """One's own, in one question, in neutral words."""
    begins, ends = moments(since, until)
    found = SupervisionVisit.objects.filter(staff=staff, called_off_at=None, at__gte=begins, at__lt=ends)
    for one in found.select_related("case__child").order_by("at", "id"):
        child, moment = one.case.child, one.at.astimezone(OSLO)
        yield Dated(
            day=moment.date(), at=moment.time(), kind=Kind.APPOINTMENT, what=neutral(one.at).capitalize(), name=child.name,
            short=child.called, href=known("supervision-visit", one.id), done=bool(one.came), subject=one.id,
        )  # fmt: skip

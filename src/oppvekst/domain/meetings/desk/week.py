"""What meetings tell of somebody's week: those she has called, and those she is a member of."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from django.db.models import Q

from oppvekst.domain.meetings.models import Meeting
from oppvekst.domain.meetings.rules import AHEAD, CANCELLED
from oppvekst.ground.agenda.week import Dated, Kind, moments
from oppvekst.ground.web.frame import known
from oppvekst.law.calendar import OSLO


def in_week(staff: UUID, since: date, until: date) -> Iterator[Dated]:
    """One's own, in one question. A place that tells whom one meets is read on the page itself."""
    begins, ends = moments(since, until)
    own = Q(opened_by=staff) | Q(group__members__staff=staff)
    found = Meeting.objects.filter(own, starts_at__gte=begins, starts_at__lt=ends).exclude(state=CANCELLED)
    for one in found.select_related("group", "case__child").distinct().order_by("starts_at", "id"):
        yield _dated(one)


def _dated(meeting: Meeting) -> Dated:
    child, moment, ends = meeting.case.child, meeting.starts_at.astimezone(OSLO), meeting.ends_at.astimezone(OSLO)
    tells = meeting.place_tells or child.protection
    return Dated(
        day=moment.date(), at=moment.time(), until=ends.time(), kind=Kind.MEETING, what=meeting.group.title,
        place="" if tells else meeting.place, href=known("meeting", meeting.id), done=meeting.state not in AHEAD,
        subject=meeting.id, name=child.name, short=child.called,
    )  # fmt: skip

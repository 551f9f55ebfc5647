"""What can be asked of meetings. ``get_meeting`` is the only way to one, and is the access check."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from oppvekst.domain.meetings.models import Meeting
from oppvekst.domain.meetings.rules import MeetingFacts
from oppvekst.law.refusals import NotFound


def get_meeting(meeting_id: UUID) -> Meeting:
    """The meeting, if it is there for you."""
    found = Meeting.objects.select_related("case__child").filter(id=meeting_id).first()
    if found is None:
        raise NotFound("Vi finner ikke dette blant sakene dine.")
    return found


def of_case(case_id: UUID) -> QuerySet[Meeting]:
    """Those of one case, newest first."""
    return Meeting.objects.filter(case_id=case_id).order_by("-opened_at", "id")


def facts_of(meeting: Meeting, *, reasons: str = "") -> MeetingFacts:
    """The facts as the rules ask for them, with what the person has just written."""
    return MeetingFacts(reasons=reasons or meeting.reasons)

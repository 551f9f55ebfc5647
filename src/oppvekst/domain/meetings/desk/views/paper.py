"""What goes out: the invitation and the minutes as letters, each to one receiver, and the file for a calendar."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from oppvekst.domain.meetings.desk.letters import invitation_letter, minutes_letter
from oppvekst.domain.meetings.models import Invitation
from oppvekst.domain.meetings.queries import get_invitation, get_minutes
from oppvekst.domain.meetings.rules import place_outside
from oppvekst.ground.journal.looks import look
from oppvekst.ground.web.calendar_file import Neutral, as_calendar
from oppvekst.ground.web.frame import DeskRequest, now
from oppvekst.ground.web.paper import as_pdf
from oppvekst.law.refusals import NotFound


@require_safe
def invitation(request: DeskRequest, invitation_id: UUID) -> HttpResponse:
    """The invitation to one receiver, as a letter."""
    found = _sent(request, invitation_id)
    return as_pdf(invitation_letter(found, request.municipality, at=now()).pdf, "brev.pdf")


@require_safe
def minutes(request: DeskRequest, minutes_id: UUID) -> HttpResponse:
    """One receiver's part of the minutes, as a letter."""
    found = get_minutes(minutes_id)
    look("meeting.letter", by=request.actor, at=now(), subject=found.id, case_id=found.case_id)
    return as_pdf(minutes_letter(found, request.municipality, at=now()).pdf, "brev.pdf")


@require_safe
def calendar(request: DeskRequest, invitation_id: UUID) -> HttpResponse:
    """The file for one receiver's calendar: «Møte», and nothing that tells."""
    found = _sent(request, invitation_id)
    return as_calendar(neutral(found, now()))


def neutral(one: Invitation, at: datetime) -> Neutral:
    """What a calendar is told of an invitation."""
    told = one.told
    return Neutral(
        uid=one.uid, starts_at=datetime.fromisoformat(told["starts"]), ends_at=datetime.fromisoformat(told["ends"]),
        sent_at=one.sent_at or at, place=place_outside(told["place"], telling=told["place_tells"]), sequence=one.sequence,
        cancelled=told["cancelled"],
    )  # fmt: skip


def _sent(request: DeskRequest, invitation_id: UUID) -> Invitation:
    found = get_invitation(invitation_id)
    look("meeting.letter", by=request.actor, at=now(), subject=found.id, case_id=found.case_id)
    if found.sent_at is None:
        raise NotFound("Denne invitasjonen er ikke sendt.")
    return found

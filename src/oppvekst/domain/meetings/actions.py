"""What can be done: one act is one function, one transaction and one journal entry."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from oppvekst.domain.cases.queries import get_case
from oppvekst.domain.meetings.models import Meeting
from oppvekst.domain.meetings.queries import facts_of, get_meeting
from oppvekst.domain.meetings.rules import END, MACHINE, RIGHTS
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.acts import act


def open_meeting(case_id: UUID, *, by: Actor, at: datetime) -> Meeting:
    """Open one in a case (bvl § 12-4)."""
    with act("meeting.opened", by=by, at=at, right="meeting.open", law="bvl § 12-4") as entry:
        case = get_case(case_id)
        meeting = Meeting.objects.create(
            municipality_id=by.municipality, case=case, state=MACHINE.initial, opened_at=at
        )
        entry.about(meeting.id, case_id=case.id, says="Møte ble opprettet.")
    return meeting


def end_meeting(meeting_id: UUID, *, reasons: str, by: Actor, at: datetime) -> Meeting:
    """End it, with reasons (bvl § 12-4)."""
    step = MACHINE.step(END)
    with act("meeting.ended", by=by, at=at, right=RIGHTS[END], law=step.citation) as entry:
        meeting = get_meeting(meeting_id)
        meeting.state = MACHINE.take(meeting.state, step.name, facts_of(meeting, reasons=reasons))
        meeting.reasons = reasons.strip()
        meeting.save(update_fields=["state", "reasons"])
        entry.about(meeting.id, case_id=meeting.case_id, says="Møte ble avsluttet.")
    return meeting

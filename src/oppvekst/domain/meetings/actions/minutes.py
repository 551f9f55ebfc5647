"""Minutes in parts: written by theme, laid before those who were there, and given to each as far as consent goes."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from oppvekst.domain.meetings.actions.limits import settle_task
from oppvekst.domain.meetings.models import PART_CHANGES, Invitation, Meeting, Member, Minutes, Part, Task
from oppvekst.domain.meetings.queries import (
    Outgoing,
    around_child,
    facts_of,
    get_meeting,
    get_task,
    handed,
    invitations_of,
    tasks_of,
)
from oppvekst.domain.meetings.rules import (
    APPROVE,
    DRAFT,
    DRAFTED,
    MACHINE,
    NO_RESULTS,
    RIGHTS,
    WRITE,
    WRITING,
    Kind,
    Standing,
    Theme,
    tells_a_result,
)
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import oslo_date
from oppvekst.law.refusals import Incomplete, NotAllowed

KEPT = "bvl § 12-4"
TITLE = "Det vi ble enige om"


@dataclass(frozen=True, kw_only=True)
class Taken:
    """What somebody takes on, by when, and which theme it belongs to."""

    member_id: UUID
    text: str
    theme: str = Theme.OCCASION
    due_on: date | None = None
    for_child: bool = True


def write_part(meeting_id: UUID, theme: str, text: str, *, for_child: bool = False, by: Actor, at: datetime) -> Part:
    """Write one part of the minutes. What is changed after it was laid forward is approved anew (bvl § 12-4)."""
    with act("minutes.written", by=by, at=at, right=WRITE, law=KEPT) as entry:
        meeting = _writable(meeting_id)
        _check(theme, text)
        part = Part.objects.filter(meeting=meeting, theme=theme).first() or Part(
            municipality_id=meeting.municipality_id, case_id=meeting.case_id, meeting=meeting, theme=theme
        )
        known = not part._state.adding
        part.text, part.for_child, part.written_at = text.strip(), for_child, at
        part.written_by, part.written_by_name = by.person, by.name
        part.save(update_fields=PART_CHANGES if known else None)
        _approve_anew(meeting)
        entry.about(meeting.id, case_id=meeting.case_id, says="En del av referatet er skrevet.", theme=theme)
    return part


def set_task(meeting_id: UUID, taken: Taken, *, by: Actor, at: datetime) -> Task:
    """Write what somebody has taken on (bvl § 15-8): it binds from the minutes are approved."""
    with act("minutes.agreed", by=by, at=at, right=WRITE, law="bvl § 15-8") as entry:
        meeting = _writable(meeting_id)
        _check(taken.theme, taken.text)
        member = Member.objects.filter(id=taken.member_id, group_id=meeting.group_id, left_on=None).first()
        if member is None:
            raise Incomplete({"member": "Velg en av dem som er med."})
        task = Task.objects.create(
            municipality_id=by.municipality, case=meeting.case, meeting=meeting, member=member, theme=taken.theme,
            text=taken.text.strip(), due_on=taken.due_on, for_child=taken.for_child, set_by=by.person, set_at=at,
        )  # fmt: skip
        _approve_anew(meeting)
        entry.about(task.id, case_id=meeting.case_id, says=f"{member} tok på seg noe i et møte.")
    return task


def drop_task(task_id: UUID, *, by: Actor, at: datetime) -> None:
    """What was written by mistake, while the minutes are being written."""
    with act("minutes.not_agreed", by=by, at=at, right=WRITE, law="bvl § 15-8") as entry:
        task = get_task(task_id)
        meeting = _writable(task.meeting_id)
        task.dropped = True
        task.save(update_fields=["dropped"])
        _approve_anew(meeting)
        entry.about(task.id, case_id=task.case_id, says="En linje under det vi ble enige om, ble tatt bort.")


def finish_task(task_id: UUID, words: str = "", *, by: Actor, at: datetime) -> None:
    """It is done, by us or by another body that has said so (bvl § 15-8)."""
    with act("task.done", by=by, at=at, right=WRITE, law="bvl § 15-8") as entry:
        task = get_task(task_id)
        if task.done_on:
            raise NotAllowed("Dette er ført som gjort.")
        task.done_on, task.done_words = oslo_date(at), words.strip()
        task.save(update_fields=["done_on", "done_words"])
        settle_task(task)
        entry.about(task.id, case_id=task.case_id, says=f"{task.member} har gjort det som ble avtalt.")


def lay_forward(meeting_id: UUID, *, by: Actor, at: datetime) -> None:
    """Lay the minutes before those who were there. The family made the plan of a council itself, and has approved it so."""
    with act("minutes.laid_forward", by=by, at=at, right=RIGHTS[DRAFT], law=MACHINE.step(DRAFT).citation) as entry:
        meeting = get_meeting(meeting_id)
        meeting.state = MACHINE.take(meeting.state, DRAFT, facts_of(meeting, at=at))
        meeting.save(update_fields=["state"])
        if meeting.group.kind == Kind.COUNCIL:
            Invitation.objects.filter(meeting=meeting, attended=True).update(approved_on=oslo_date(at))
        entry.about(meeting.id, case_id=meeting.case_id, says="Referatet er lagt fram for dem som var der.")


def note_approval(
    meeting_id: UUID, members: Collection[UUID], *, on: date, remark: str = "", by: Actor, at: datetime
) -> None:
    """Those who were there approve the minutes, or say what they see otherwise: both are kept (bvl § 12-4)."""
    with act("minutes.approval", by=by, at=at, right=WRITE, law=KEPT) as entry:
        meeting = get_meeting(meeting_id)
        if meeting.state != DRAFTED:
            raise NotAllowed("Referatet er ikke lagt fram, eller det er godkjent.")
        there = [one for one in invitations_of(meeting.id) if one.attended and one.member_id in members]
        if not there:
            raise Incomplete({"members": "Velg hvem som har svart."})
        for one in there:
            one.remark, one.approved_on = remark.strip(), None if remark.strip() else on
            one.save(update_fields=["remark", "approved_on"])
        says = f"{len(there)} svarte på referatet."
        entry.about(meeting.id, case_id=meeting.case_id, says=says)


def approve(meeting_id: UUID, *, by: Actor, at: datetime) -> list[Minutes]:
    """Everybody has approved: each is given her part, and what was agreed lands with whoever took it on (bvl §§ 13-1, 15-8)."""
    with act("minutes.approved", by=by, at=at, right=RIGHTS[APPROVE], law=MACHINE.step(APPROVE).citation) as entry:
        meeting = get_meeting(meeting_id)
        meeting.state = MACHINE.take(meeting.state, APPROVE, facts_of(meeting, at=at))
        meeting.approved_at = at
        meeting.save(update_fields=["state", "approved_at"])
        given = [_give(meeting, one, at) for one in handed(meeting, at=at) if not one.stopped]
        for task in tasks_of(meeting.id):
            task.meeting = meeting
            settle_task(task)
        entry.about(
            meeting.id, case_id=meeting.case_id, says=f"Referatet er godkjent, og {len(given)} har fått sin del."
        )
    return given


def _give(meeting: Meeting, out: Outgoing, at: datetime) -> Minutes:
    member = out.row.member
    return Minutes.objects.create(
        municipality_id=meeting.municipality_id, case_id=meeting.case_id, meeting=meeting, member=member,
        person_id=member.person_id, title=TITLE, themes=list(out.themes), told=_with_day(meeting, out), given_on=oslo_date(at),
        shown_from=at if member.person_id else None,
    )  # fmt: skip


def _with_day(meeting: Meeting, out: Outgoing) -> dict[str, Any]:
    told = {**out.told, "day": oslo_date(meeting.starts_at).isoformat()}
    if out.row.standing is Standing.CHILD:
        told["around"] = [{"name": one.name, "role": one.role or one.body} for one in around_child(meeting.case_id)]
    return told


def _writable(meeting_id: UUID) -> Meeting:
    meeting = get_meeting(meeting_id)
    if meeting.state not in WRITING:
        raise NotAllowed("Referatet kan skrives fra møtet er holdt, til det er godkjent.")
    return meeting


def _approve_anew(meeting: Meeting) -> None:
    if meeting.state == DRAFTED:
        Invitation.objects.filter(meeting=meeting).update(approved_on=None, remark="")


def _check(theme: str, text: str) -> None:
    if theme not in set(Theme):
        raise Incomplete({"theme": "Velg hvilket tema det hører til."})
    if not text.strip():
        raise Incomplete({"text": "Skriv hva det gjelder."})
    if tells_a_result(text):
        raise Incomplete({"text": NO_RESULTS})

"""Meetings as the actor may see them. ``get_meeting`` is the way in and the access check."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from oppvekst.domain.cases.queries import may_go_out
from oppvekst.domain.cases.rules.outward import Recipient
from oppvekst.domain.meetings.models import ChildWish, Council, Group, Invitation, Meeting, Minutes, Part, Task
from oppvekst.domain.meetings.queries.group import Row, council_of, table
from oppvekst.domain.meetings.rules import (
    KINDS,
    Kind,
    MeetingFacts,
    Promise,
    Said,
    Standing,
    Theme,
    coordinator_lacks,
    known,
    stopped,
    told_to,
)
from oppvekst.law.calendar import oslo_date
from oppvekst.law.refusals import NotFound

RECIPIENTS = {
    Standing.PARENT: Recipient.PARENT, Standing.FAMILY: Recipient.FAMILY, Standing.CHILD: Recipient.CHILD_SAFE_WAY,
    Standing.BODY: Recipient.PUBLIC_BODY,
}  # fmt: skip


@dataclass(frozen=True)
class Outgoing:
    """What one member would be told, or why nothing is sent."""

    row: Row
    themes: tuple[Theme, ...]
    told: dict[str, Any]
    stopped: str = ""


def get_meeting(meeting_id: UUID) -> Meeting:
    """The meeting, if it is there for you."""
    found = Meeting.objects.select_related("group__case__child", "case__child").filter(id=meeting_id).first()
    if found is None:
        raise NotFound("Vi finner ikke dette møtet blant sakene dine.")
    return found


def get_task(task_id: UUID) -> Task:
    """One thing somebody has taken on, if it is there for you."""
    found = Task.objects.select_related("meeting__group", "member", "case__child").filter(id=task_id).first()
    if found is None:
        raise NotFound("Vi finner ikke dette blant sakene dine.")
    return found


def get_invitation(invitation_id: UUID) -> Invitation:
    """One invitation, if it is there for you."""
    found = (
        Invitation.objects.select_related("meeting__group", "member", "case__child").filter(id=invitation_id).first()
    )
    if found is None:
        raise NotFound("Vi finner ikke denne invitasjonen blant sakene dine.")
    return found


def get_minutes(minutes_id: UUID) -> Minutes:
    """What one member was given, if it is there for you."""
    found = Minutes.objects.select_related("meeting__group", "member", "case__child").filter(id=minutes_id).first()
    if found is None:
        raise NotFound("Vi finner ikke dette referatet blant sakene dine.")
    return found


def meetings_of(group_id: UUID) -> QuerySet[Meeting]:
    """Those of one group, the newest first."""
    return Meeting.objects.filter(group_id=group_id).order_by("-starts_at", "id")


def meetings_of_case(case_id: UUID) -> QuerySet[Meeting]:
    """Every meeting in a case, with its group, the newest first."""
    return Meeting.objects.filter(case_id=case_id).select_related("group").order_by("-starts_at", "id")


def invitations_of(meeting_id: UUID) -> list[Invitation]:
    """Who was asked, in the order they joined."""
    found = Invitation.objects.filter(meeting_id=meeting_id).select_related("member")
    return list(found.order_by("member__joined_on", "member__name", "id"))


def parts_of(meeting_id: UUID) -> list[Part]:
    """The minutes, in the order of the themes."""
    order = list(Theme)
    return sorted(Part.objects.filter(meeting_id=meeting_id), key=lambda one: order.index(Theme(one.theme)))


def tasks_of(meeting_id: UUID) -> list[Task]:
    """What was agreed, what comes first on top."""
    found = Task.objects.filter(meeting_id=meeting_id, dropped=False).select_related("member")
    return sorted(found, key=lambda one: (one.due_on or date.max, one.member.name, str(one.id)))


def wish_of(meeting_id: UUID) -> ChildWish | None:
    """What the child wants of this meeting, as it was last said."""
    return ChildWish.objects.filter(meeting_id=meeting_id).order_by("-asked_on", "-id").first()


def given_of(meeting_id: UUID) -> list[Minutes]:
    """What each was given."""
    return list(Minutes.objects.filter(meeting_id=meeting_id).select_related("member").order_by("member__name", "id"))


def outgoing(meeting: Meeting, *, at: datetime) -> list[Outgoing]:
    """What each member would be told now: the preview, and what the act sends (bvl § 13-1)."""
    council = council_of(meeting.group)
    rows, said = table(meeting.group, today=oslo_date(at)), f"{meeting.place}\n{meeting.agenda}"
    held = {one: _held(meeting.case_id, one, said, at) for one in {row.standing for row in rows}}
    return [_outgoing(meeting, row, council, held[row.standing]) for row in rows]


def handed(meeting: Meeting, *, at: datetime) -> list[Outgoing]:
    """What each member would be given of the minutes now."""
    parts, tasks = parts_of(meeting.id), tasks_of(meeting.id)
    said = [Said(theme=one.theme, text=one.text, for_child=one.for_child) for one in parts]
    promises = [_promise(one) for one in tasks]
    rows, words = (
        table(meeting.group, today=oslo_date(at)),
        "\n".join([*(one.text for one in parts), *(one.text for one in tasks)]),
    )
    held = {one: _held(meeting.case_id, one, words, at) for one in {row.standing for row in rows}}
    return [_given(row, said, promises, held[row.standing]) for row in rows]


def facts_of(meeting: Meeting, *, at: datetime, sends: Sequence[Outgoing] | None = None) -> MeetingFacts:
    """The facts as the rules ask for them; the act adds what it was just told."""
    group, council, asked = meeting.group, council_of(meeting.group), invitations_of(meeting.id)
    there = [one for one in asked if one.attended]
    going = sends if sends is not None else outgoing(meeting, at=at)
    return MeetingFacts(
        today=oslo_date(at), starts_on=oslo_date(meeting.starts_at), coordinated=KINDS[Kind(group.kind)].coordinated,
        coordination=group.kind == Kind.COORDINATION, council=group.kind == Kind.COUNCIL and _asks_the_family(meeting, council),
        child_coordinator_asked=group.has_child_coordinator is not None, has_coordinator=bool(group.coordinator_name),
        child_asked=wish_of(meeting.id) is not None, not_asked_reason=group.not_asked_reason,
        question_agreed=bool(council and _agreed(council)), plan_answered=bool(council and council.answered_on),
        coordinator_lacks=coordinator_lacks(council.confidentiality_on, council.certificate_shown_on) if council else (),
        invited=sum(not one.stopped for one in going), attended=len(there),
        written=len(parts_of(meeting.id)) + len(tasks_of(meeting.id)),
        unapproved=tuple(one.member.name for one in there if not one.approved_on and not one.remark and _approves(meeting, one)),
    )  # fmt: skip


def _asks_the_family(meeting: Meeting, council: Council | None) -> bool:
    """The council itself; the meeting where it is looked at again has no question to answer."""
    return not (council and council.answered_on and oslo_date(meeting.starts_at) > council.answered_on)


def _agreed(council: Council) -> bool:
    child = council.agreed_with_child_on or council.child_not_agreed_reason
    return bool(council.question and council.agreed_with_parents_on and child)


def _approves(meeting: Meeting, one: Invitation) -> bool:
    return one.person_id != meeting.case.child_id


def _held(case_id: UUID, standing: Standing, said: str, at: datetime) -> str:
    if standing is Standing.OURS:
        return ""
    verdict = may_go_out(case_id, RECIPIENTS[standing], at=at, said=said)
    return "" if verdict else verdict.sentence


def _outgoing(meeting: Meeting, row: Row, council: Council | None, held: str) -> Outgoing:
    themes = (Theme.OCCASION,) if row.standing is Standing.CHILD else known(row.cells)
    why = held or stopped(row.member.name, row.standing, row.cells)
    return Outgoing(row, themes, {} if why else _told(meeting, meeting.group, themes, council), why)


def _told(meeting: Meeting, group: Group, themes: tuple[Theme, ...], council: Council | None) -> dict[str, Any]:
    told = {
        "starts": meeting.starts_at.isoformat(), "ends": meeting.ends_at.isoformat(), "place": meeting.place,
        "video": meeting.video_link, "place_tells": meeting.place_tells, "cancelled": False,
    }  # fmt: skip
    if Theme.OCCASION in themes:
        told |= {"about": KINDS[Kind(group.kind)].title, "agenda": meeting.agenda}
        told |= {"question": council.question} if council else {}
    return told


def _given(row: Row, said: list[Said], promises: list[Promise], held: str) -> Outgoing:
    themes = known(row.cells)
    told = told_to(row.member.id, row.standing, themes, said, promises)
    own = any(line["own"] for line in told["agreed"])
    why = held or ("" if own else stopped(row.member.name, row.standing, row.cells))
    return Outgoing(row, themes, {} if why else told, why)


def _promise(one: Task) -> Promise:
    return Promise(
        member=one.member_id, name=one.member.name, text=one.text, theme=one.theme, due_on=one.due_on, for_child=one.for_child
    )  # fmt: skip

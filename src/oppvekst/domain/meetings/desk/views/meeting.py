"""One meeting: planned, the child asked, everybody invited with what each is told, held, or cancelled."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from oppvekst.domain.meetings import actions
from oppvekst.domain.meetings.desk.forms.meeting import CancelForm, DoneForm, HeldForm, WhenForm, WishForm
from oppvekst.domain.meetings.desk.frame import head_of_meeting, on_to, seen_meeting, told
from oppvekst.domain.meetings.desk.views.group import GroupAct
from oppvekst.domain.meetings.models import Group, Meeting, Task
from oppvekst.domain.meetings.queries import (
    Outgoing,
    facts_of,
    get_task,
    given_of,
    invitations_of,
    outgoing,
    parts_of,
    tasks_of,
    wish_of,
)
from oppvekst.domain.meetings.rules import (
    AHEAD,
    APPROVE,
    CANCEL,
    COMES,
    DRAFT,
    HOLD,
    INVITE,
    MACHINE,
    RIGHTS,
    THEMES,
    WRITE,
    WRITING,
    Comes,
    MeetingFacts,
    Theme,
)
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.looks import look
from oppvekst.ground.web.acting import Act
from oppvekst.ground.web.forms import DsForm
from oppvekst.ground.web.frame import DeskRequest, now, today
from oppvekst.ground.web.steps import Next, next_of, shown
from oppvekst.law.citation import bvl
from oppvekst.law.machine import Outlook

# The page where each step of the machine is taken.
PAGES = {
    INVITE: "meeting-invite", HOLD: "meeting-held", DRAFT: "meeting-lay-forward", APPROVE: "meeting-approve",
    CANCEL: "meeting-cancel",
}  # fmt: skip
# What the form of a step asks for itself.
ASKS = {HOLD: {"attended"}, CANCEL: {"reasons"}}


@require_safe
def meeting(request: DeskRequest, meeting_id: UUID) -> HttpResponse:
    """How it stands, what the child wants, who is asked, what was agreed, and what can be done next."""
    found = seen_meeting(request, meeting_id)
    ahead = found.state in AHEAD
    sends = outgoing(found, at=now()) if ahead else []
    facts = facts_of(found, at=now(), sends=sends)
    wish = wish_of(found.id)
    context = {
        **head_of_meeting(found), "messages": told(request), "ahead": ahead, "writing": found.state in WRITING,
        "may": request.actor.may(WRITE), "wish": wish, "wish_comes": COMES[Comes(wish.comes)] if wish else "",
        "asked": invitations_of(found.id), "parts": [(one, THEMES[Theme(one.theme)]) for one in parts_of(found.id)],
        "tasks": tasks_of(found.id), "given": given_of(found.id), "reason": found.group.not_asked_reason,
        "changed": _changed(found, sends),
        **shown(_step(one, found, request.actor) for one in MACHINE.outlook(found.state, facts)),
    }  # fmt: skip
    return render(request, "meetings/desk/meeting.html", context)


class Plan(GroupAct):
    """Plan a meeting."""

    form_class, heading, button, done = WhenForm, "Planlegg møte", "Planlegg", "planlagt"
    lead = "Ingen får vite om møtet før du inviterer."

    def perform(self, subject: Group, form: Any) -> None:
        self.made = actions.plan_meeting(subject.id, form.when(), by=self.request.actor, at=now())

    def home(self, subject: Group, done: str) -> HttpResponse:
        return on_to("meeting", self.made.id, done)


class MeetingAct(Act[Meeting]):
    """One act on a meeting."""

    template, right, done = "meetings/desk/act.html", WRITE, "lagret"

    def find(self, meeting_id: UUID) -> Meeting:
        return seen_meeting(self.request, meeting_id)

    def head(self, subject: Meeting) -> dict[str, Any]:
        return head_of_meeting(subject, str(self.heading))

    def home(self, subject: Meeting, done: str) -> HttpResponse:
        return on_to("meeting", subject.id, done)


class Move(MeetingAct):
    """Another time or place."""

    form_class, heading, button, done = WhenForm, "Endre tid og sted", "Lagre", "flyttet"
    lead = "De som er invitert, får vite det når du sender invitasjonene på nytt."

    def form_values(self, subject: Meeting) -> dict[str, Any]:
        return {"initial": WhenForm.of(subject)}

    def perform(self, subject: Meeting, form: Any) -> None:
        actions.move_meeting(subject.id, form.when(), by=self.request.actor, at=now())


class AskChild(MeetingAct):
    """What the child wants raised."""

    form_class, heading, done, law = WishForm, "Spør barnet", "spurt", bvl("1-4")
    lead = "Barnet velger selv om det vil komme, være med litt, eller la en annen si det. Det kan ombestemme seg."

    def form_values(self, subject: Meeting) -> dict[str, Any]:
        return {"initial": {"asked_on": today()}}

    def perform(self, subject: Meeting, form: Any) -> None:
        actions.ask_child(subject.id, **form.cleaned_data, by=self.request.actor, at=now())


class Invite(MeetingAct):
    """What each will be told, before anybody is."""

    template, heading, button, done = "meetings/desk/invite.html", "Inviter", "Inviter", "invitert"
    law, right = MACHINE.step(INVITE).citation, RIGHTS[INVITE]

    def besides(self, subject: Meeting) -> dict[str, Any]:
        return {"previews": [_preview(one) for one in outgoing(subject, at=now())]}

    def perform(self, subject: Meeting, form: Any) -> None:
        actions.invite(subject.id, by=self.request.actor, at=now())


class Held(MeetingAct):
    """Who was there."""

    form_class, heading, button, done = HeldForm, "Møtet er holdt", "Lagre", "holdt"
    law, right = MACHINE.step(HOLD).citation, RIGHTS[HOLD]

    def form_values(self, subject: Meeting) -> dict[str, Any]:
        asked = [one for one in invitations_of(subject.id) if one.sent_at]
        return {"choices": [(str(one.member_id), str(one.member)) for one in asked]}

    def perform(self, subject: Meeting, form: Any) -> None:
        there = {UUID(one) for one in form.cleaned_data["attended"]}
        actions.hold(subject.id, there, by=self.request.actor, at=now())


class Cancel(MeetingAct):
    """It does not take place."""

    form_class, heading, button, done = CancelForm, "Avlys møtet", "Avlys", "avlyst"
    law, right = MACHINE.step(CANCEL).citation, RIGHTS[CANCEL]
    lead = "Grunnen blir hos oss. De inviterte får bare vite at møtet er avlyst."

    def perform(self, subject: Meeting, form: Any) -> None:
        actions.cancel(subject.id, form.cleaned_data["reasons"], by=self.request.actor, at=now())


class TaskAct(Act[Task]):
    """One act on what somebody has taken on."""

    template, right = "meetings/desk/act.html", WRITE

    def find(self, task_id: UUID) -> Task:
        found = get_task(task_id)
        look("meeting.task", by=self.request.actor, at=now(), subject=found.id, case_id=found.case_id)
        return found

    def head(self, subject: Task) -> dict[str, Any]:
        back = reverse("desk:meeting", args=[subject.meeting_id])
        return {**head_of_meeting(subject.meeting, str(self.heading)), "back": back, "about": subject}

    def home(self, subject: Task, done: str) -> HttpResponse:
        return on_to("meeting", subject.meeting_id, done)


class Done(TaskAct):
    """It is done."""

    form_class, heading, button, done, law = DoneForm, "Er det gjort?", "Merk som gjort", "gjort", bvl("15-8")

    def perform(self, subject: Task, form: Any) -> None:
        actions.finish_task(subject.id, form.cleaned_data["words"], by=self.request.actor, at=now())


class Drop(TaskAct):
    """It was written by mistake."""

    form_class, heading, button, done = DsForm, "Ta bort linja", "Ta bort", "tatt-bort"

    def perform(self, subject: Task, form: Any) -> None:
        actions.drop_task(subject.id, by=self.request.actor, at=now())

    def home(self, subject: Task, done: str) -> HttpResponse:
        return on_to("meeting-minutes", subject.meeting_id, done)


def _preview(one: Outgoing) -> dict[str, Any]:
    """One receiver: what stands in the letter, and what a calendar shows."""
    return {
        "member": one.row.member, "stopped": one.stopped, "told": one.told,
        "themes": [THEMES[theme] for theme in one.themes], "only_time": not one.stopped and "about" not in one.told,
    }  # fmt: skip


def _changed(found: Meeting, sends: list[Outgoing]) -> bool:
    """Whether somebody who was told would be told something else now."""
    sent = {one.member_id: one for one in invitations_of(found.id)}
    return bool(sent) and any(
        one.row.member.id not in sent or (not one.stopped and sent[one.row.member.id].told != one.told) for one in sends
    )


def _step(outlook: Outlook[MeetingFacts], found: Meeting, by: Actor) -> Next:
    may = by.may(RIGHTS[outlook.step.name])
    return next_of(outlook, found.id, may=may, asks=ASKS, pages=PAGES)

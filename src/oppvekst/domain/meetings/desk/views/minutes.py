"""The minutes, written by theme with who will read each part beside it; who does what; approved and given out."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse

from oppvekst.domain.meetings import actions
from oppvekst.domain.meetings.desk.forms.meeting import ApprovalForm, MinutesForm, TakenForm
from oppvekst.domain.meetings.desk.frame import on_to
from oppvekst.domain.meetings.desk.views.meeting import MeetingAct
from oppvekst.domain.meetings.models import Meeting
from oppvekst.domain.meetings.queries import handed, invitations_of, members_of, parts_of, table, tasks_of
from oppvekst.domain.meetings.rules import APPROVE, DRAFT, MACHINE, RIGHTS, THEMES, WRITING, Standing
from oppvekst.ground.web.forms import DsForm
from oppvekst.ground.web.frame import now, today
from oppvekst.law.citation import bvl
from oppvekst.law.refusals import Incomplete, NotAllowed, Refusal


class Write(MeetingAct):
    """The minutes in parts."""

    template, form_class, heading, button, done = (
        "meetings/desk/minutes.html",
        MinutesForm,
        "Referat",
        "Lagre",
        "skrevet",
    )
    law = bvl("12-4")

    def hindrance(self, subject: Meeting) -> Refusal | None:
        if subject.state in WRITING:
            return None
        return NotAllowed("Referatet kan skrives fra møtet er holdt, til det er godkjent.", bvl("12-4"))

    def form_values(self, subject: Meeting) -> dict[str, Any]:
        return {"written": {one.theme: one for one in parts_of(subject.id)}}

    def besides(self, subject: Meeting) -> dict[str, Any]:
        return {"readers": readers(subject), "tasks": tasks_of(subject.id)}

    def show(self, subject: Meeting, form: Any, **more: Any) -> HttpResponse:
        self.sections = [
            {"field": form[theme], "child": form[f"{theme}-child"], "readers": who}
            for theme, who in readers(subject).items()
        ]
        return super().show(subject, form, **more)

    def perform(self, subject: Meeting, form: Any) -> None:
        wrong = {}
        for theme, text, for_child in _typed(subject, form):
            try:
                actions.write_part(subject.id, theme, text, for_child=for_child, by=self.request.actor, at=now())
            except Incomplete as refusal:
                wrong[theme] = refusal.sentence
        if wrong:
            raise Incomplete(wrong)

    def home(self, subject: Meeting, done: str) -> HttpResponse:
        return on_to("meeting", subject.id, done)


class Agree(MeetingAct):
    """Who does what, by when."""

    form_class, heading, button, done = TakenForm, "Hvem gjør hva", "Legg til", "avtalt"
    law = bvl("15-8")
    lead = (
        "Når referatet er godkjent, kommer det på lista til den av oss som tok det på seg, og i brevet til dem utenfor."
    )

    def form_values(self, subject: Meeting) -> dict[str, Any]:
        return {"choices": [("", "Velg"), *((str(one.id), str(one)) for one in members_of(subject.group_id))]}

    def perform(self, subject: Meeting, form: Any) -> None:
        typed = form.cleaned_data
        taken = actions.Taken(
            member_id=UUID(typed["member"]), text=typed["text"], theme=typed["theme"], due_on=typed["due_on"],
            for_child=typed["for_child"],
        )  # fmt: skip
        actions.set_task(subject.id, taken, by=self.request.actor, at=now())


class LayForward(MeetingAct):
    """Laid before those who were there."""

    form_class, heading, button, done = DsForm, "Legg fram referatet", "Legg fram", "lagt-fram"
    law, right = MACHINE.step(DRAFT).citation, RIGHTS[DRAFT]
    lead = "Hver av dem som var der, leser sin del og godkjenner den eller sier hva de er uenige i."

    def perform(self, subject: Meeting, form: Any) -> None:
        actions.lay_forward(subject.id, by=self.request.actor, at=now())


class Approval(MeetingAct):
    """Who has answered."""

    form_class, heading, button, done = ApprovalForm, "Før svar på referatet", "Lagre", "svar"
    law = bvl("12-4")

    def form_values(self, subject: Meeting) -> dict[str, Any]:
        there = [one for one in invitations_of(subject.id) if one.attended and not one.approved_on]
        return {"choices": [(str(one.member_id), str(one.member)) for one in there], "initial": {"on": today()}}

    def perform(self, subject: Meeting, form: Any) -> None:
        typed = form.cleaned_data
        actions.note_approval(
            subject.id, {UUID(one) for one in typed["members"]}, on=typed["on"], remark=typed["remark"],
            by=self.request.actor, at=now(),
        )  # fmt: skip


class Approve(MeetingAct):
    """What each will be given, before anybody is."""

    template, form_class, heading, button, done = (
        "meetings/desk/approve.html", DsForm, "Godkjenn og del ut", "Godkjenn og del ut", "godkjent",
    )  # fmt: skip
    law, right = MACHINE.step(APPROVE).citation, RIGHTS[APPROVE]

    def besides(self, subject: Meeting) -> dict[str, Any]:
        return {"previews": handed(subject, at=now())}

    def perform(self, subject: Meeting, form: Any) -> None:
        actions.approve(subject.id, by=self.request.actor, at=now())


def readers(meeting: Meeting) -> dict[str, list[str]]:
    """Who will read each theme, by name; ours and the child are told apart on the page."""
    rows = [one for one in table(meeting.group, today=today()) if one.standing is not Standing.OURS]
    found: dict[str, list[str]] = {theme: [] for theme in THEMES}
    for row in rows:
        for cell in row.cells:
            if cell.may:
                found[cell.theme].append(row.member.name)
    return found


def _typed(meeting: Meeting, form: Any) -> list[tuple[str, str, bool]]:
    """What was written or changed."""
    before = {one.theme: one for one in parts_of(meeting.id)}
    found = []
    for theme in THEMES:
        text, child = form.cleaned_data[theme].strip(), form.cleaned_data[f"{theme}-child"]
        was = before.get(theme)
        if (text or was) and (was is None or was.text != text or was.for_child != child):
            found.append((str(theme), text, child))
    return found

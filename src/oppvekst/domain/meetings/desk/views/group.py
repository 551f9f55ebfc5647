"""Those who meet about a child: the list, one group with who may know what, and what is done with it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from oppvekst.domain.cases.models import Case
from oppvekst.domain.cases.queries import get_case, parties
from oppvekst.domain.meetings import actions
from oppvekst.domain.meetings.desk.forms.group import (
    SOMEBODY_ELSE,
    BeginForm,
    ChildCoordinatorForm,
    CoordinatorForm,
    MemberForm,
    NotAskedForm,
    SharingForm,
    WithdrawForm,
)
from oppvekst.domain.meetings.desk.frame import head_of_case, head_of_group, on_to, seen_group, told
from oppvekst.domain.meetings.models import Group, Member
from oppvekst.domain.meetings.queries import (
    around_child,
    council_of,
    get_member,
    givers_of,
    groups_of_case,
    individual_plan,
    meetings_of,
    meetings_of_case,
    members_of,
    sharings_of,
    table,
)
from oppvekst.domain.meetings.rules import AHEAD, KINDS, MACHINE, SHARING_LAW, THEMES, WRITE, Kind
from oppvekst.ground.access.colleagues import colleagues, names
from oppvekst.ground.journal.looks import look
from oppvekst.ground.web.acting import Act
from oppvekst.ground.web.forms import DsForm
from oppvekst.ground.web.frame import DeskRequest, now, today
from oppvekst.law.citation import bvl


@require_safe
def listed(request: DeskRequest, case_id: UUID) -> HttpResponse:
    """The groups of a case, the meetings to come, the individual plan, and the child's own picture."""
    case = get_case(case_id)
    look("meeting.list", by=request.actor, at=now(), subject=case.id, case_id=case.id)
    meetings = list(meetings_of_case(case.id))
    ahead = [one for one in reversed(meetings) if one.state in AHEAD]
    context = {
        **head_of_case(case), "messages": told(request), "may": request.actor.may(WRITE),
        "groups": [(one, KINDS[Kind(one.kind)]) for one in groups_of_case(case.id)],
        "ahead": [(one, MACHINE.state(one.state).title) for one in ahead], "plan": individual_plan(case.id),
        "around": around_child(case.id),
    }  # fmt: skip
    return render(request, "meetings/desk/list.html", context)


@require_safe
def group(request: DeskRequest, meeting_group_id: UUID) -> HttpResponse:
    """One group: who may know what, in one table; the meetings; and what must be answered first."""
    found = seen_group(request, meeting_group_id)
    context = {
        **head_of_group(found), "messages": told(request), "may": request.actor.may(WRITE) and not found.closed_at,
        "rows": table(found, today=today()), "themes": THEMES.values(), "council": council_of(found),
        "meetings": [(one, MACHINE.state(one.state).title) for one in meetings_of(found.id)],
        "asks_first": found.kind == Kind.COORDINATION and found.has_child_coordinator is None,
        "needs_coordinator": KINDS[Kind(found.kind)].coordinated and not found.coordinator_name,
        "givers": givers_of(found.case, today=today()),
    }  # fmt: skip
    return render(request, "meetings/desk/group.html", context)


@require_safe
def member(request: DeskRequest, member_id: UUID) -> HttpResponse:
    """Everything that has been consented to for one member, and taken back."""
    found = get_member(member_id)
    look("meeting.member", by=request.actor, at=now(), subject=found.id, case_id=found.case_id)
    row = next((one for one in table(found.group, today=today()) if one.member.id == found.id), None)
    said = [(one, THEMES.get(one.theme, one.theme)) for one in sharings_of(found.id)]  # type: ignore[call-overload]
    context = {
        **head_of_group(found.group, found.name), "messages": told(request), "member": found, "row": row, "said": said,
        "cells": [(cell, THEMES[cell.theme]) for cell in row.cells] if row else [], "may": request.actor.may(WRITE),
        "asked": bool(row and row.answered_for and givers_of(found.group.case, today=today())),
    }  # fmt: skip
    return render(request, "meetings/desk/member.html", context)


@require_safe
def around(request: DeskRequest, case_id: UUID) -> HttpResponse:
    """The child's picture of those who help: names the child knows, and nothing about why (bvl § 1-4)."""
    case = get_case(case_id)
    look("meeting.around", by=request.actor, at=now(), subject=case.id, case_id=case.id)
    here = f"Hjelperne til {case.child.given_name or case.child.name}"
    context = {**head_of_case(case, (here, "")), "around": around_child(case.id)}
    return render(request, "meetings/desk/around.html", context)


class Begin(Act[Case]):
    """Begin a group."""

    template, form_class, right = "meetings/desk/act.html", BeginForm, WRITE
    heading, button = "Begynn møter", "Begynn"
    lead = "Ingen utenfor tjenesten får vite om det før du inviterer."

    def find(self, case_id: UUID) -> Case:
        return _seen_case(self.request, case_id)

    def head(self, subject: Case) -> dict[str, Any]:
        back = reverse("desk:meeting-list", args=[subject.id])
        return {**head_of_case(subject, (str(self.heading), "")), "back": back}

    def perform(self, subject: Case, form: Any) -> None:
        self.made = actions.begin_group(subject.id, **form.cleaned_data, by=self.request.actor, at=now())

    def home(self, subject: Case, done: str) -> HttpResponse:
        return on_to("meeting-council" if self.made.kind == Kind.COUNCIL else "meeting-group", self.made.id, "begynt")


class GroupAct(Act[Group]):
    """One act on a group."""

    template, right, done = "meetings/desk/act.html", WRITE, "lagret"
    leads_to = "meeting-group"

    def find(self, meeting_group_id: UUID) -> Group:
        return seen_group(self.request, meeting_group_id)

    def head(self, subject: Group) -> dict[str, Any]:
        back = reverse(f"desk:{self.leads_to}", args=[subject.id])
        return {**head_of_group(subject, str(self.heading)), "back": back}

    def home(self, subject: Group, done: str) -> HttpResponse:
        return on_to(self.leads_to, subject.id, done)


class ChildCoordinator(GroupAct):
    """Whether the child has a child coordinator."""

    form_class, heading, law = ChildCoordinatorForm, "Barnekoordinator", bvl("15-8", 2)
    lead = "Spør kommunen. Har barnet en barnekoordinator, er det den som koordinerer, og dere utnevner ingen ved siden av."

    def perform(self, subject: Group, form: Any) -> None:
        typed = form.cleaned_data
        actions.answer_child_coordinator(subject.id, typed["has"], name=typed["name"], by=self.request.actor, at=now())


class Coordinator(GroupAct):
    """Who coordinates."""

    form_class, heading, law = CoordinatorForm, "Koordinator", bvl("15-8")

    def perform(self, subject: Group, form: Any) -> None:
        actions.appoint_coordinator(subject.id, **form.cleaned_data, by=self.request.actor, at=now())


class NotAsked(GroupAct):
    """Why the child is not asked."""

    form_class, heading, law = NotAskedForm, "Barnet er ikke spurt", bvl("1-4")

    def perform(self, subject: Group, form: Any) -> None:
        actions.not_asked(subject.id, form.cleaned_data["reason"], by=self.request.actor, at=now())


class AddMember(GroupAct):
    """Somebody is to meet with the others."""

    form_class, heading, button, done = MemberForm, "Legg til deltaker", "Legg til", "deltaker"
    lead = "Å være deltaker gir ikke rett til å vite noe. Hva hver kan få vite, bestemmer samtykkene."
    fields = {"person": "who"}

    def form_values(self, subject: Group) -> dict[str, Any]:
        inside = {one.person_id for one in members_of(subject.id)} | {one.staff for one in members_of(subject.id)}
        persons = [
            (f"p:{one.person_id}", f"{one.person.name}, {one.get_part_display().lower()}")
            for one in parties(subject.case)
            if one.person_id not in inside
        ]
        staff = [
            (f"s:{key}", name)
            for key, name in colleagues(subject.municipality_id, today=today())
            if key not in inside
        ]  # fmt: skip
        return {"persons": persons, "staff": staff}

    def perform(self, subject: Group, form: Any) -> None:
        actions.add_member(subject.id, _joining(form.cleaned_data), by=self.request.actor, at=now())


class Close(GroupAct):
    """The group meets no more."""

    form_class, heading, button, done = DsForm, "Avslutt gruppa", "Avslutt", "avsluttet"
    lead = "Møter, referater og samtykker blir stående i journalen."

    def perform(self, subject: Group, form: Any) -> None:
        actions.close_group(subject.id, by=self.request.actor, at=now())


class MemberAct(Act[Member]):
    """One act on a member."""

    template, right = "meetings/desk/act.html", WRITE

    def find(self, member_id: UUID) -> Member:
        found = get_member(member_id)
        look("meeting.member", by=self.request.actor, at=now(), subject=found.id, case_id=found.case_id)
        return found

    def head(self, subject: Member) -> dict[str, Any]:
        back = reverse("desk:meeting-member", args=[subject.id])
        return {**head_of_group(subject.group, f"{self.heading}: {subject.name}"), "back": back}

    def home(self, subject: Member, done: str) -> HttpResponse:
        return on_to("meeting-group", subject.group_id, done)


class RecordSharing(MemberAct):
    """A consent."""

    form_class, heading, button, done, law = SharingForm, "Før samtykke", "Før samtykket", "samtykke", SHARING_LAW
    lead = (
        "Ett samtykke gjelder én mottaker. Den som samtykker, skal vite hva som deles og hvorfor, "
        "og kan trekke det når som helst."
    )

    def form_values(self, subject: Member) -> dict[str, Any]:
        asked = [one for one in givers_of(subject.group.case, today=today()) if one.id != subject.person_id]
        return {"givers": [(str(one.id), one.name) for one in asked], "initial": {"given_on": today()}}

    def perform(self, subject: Member, form: Any) -> None:
        typed = form.cleaned_data
        actions.record_sharing(
            subject.id, UUID(typed["giver"]), typed["themes"], given_on=typed["given_on"], how=typed["how"],
            by=self.request.actor, at=now(),
        )  # fmt: skip


class Withdraw(RecordSharing):
    """A consent taken back."""

    form_class, heading, button, done = WithdrawForm, "Samtykket er trukket", "Før at det er trukket", "trukket"
    lead = "Neste invitasjon følger det med en gang. Det som er delt lovlig før, blir stående hos dem som fikk det."

    def perform(self, subject: Member, form: Any) -> None:
        typed = form.cleaned_data
        actions.withdraw_sharing(
            subject.id, UUID(typed["giver"]), typed["themes"], on=typed["given_on"], words=typed["how"],
            by=self.request.actor, at=now(),
        )  # fmt: skip


class EndMember(MemberAct):
    """Somebody is no longer with them."""

    form_class, heading, button, done = DsForm, "Ikke med lenger", "Ta ut av gruppa", "ikke-med"
    lead = "Det personen har fått av referater, har den fortsatt."

    def perform(self, subject: Member, form: Any) -> None:
        actions.end_member(subject.id, by=self.request.actor, at=now())


def _seen_case(request: DeskRequest, case_id: UUID) -> Case:
    case = get_case(case_id)
    look("meeting.list", by=request.actor, at=now(), subject=case.id, case_id=case.id)
    return case


def _joining(typed: dict[str, Any]) -> actions.Joining:
    also = {"role": typed["role"], "known_to_child": typed["known_to_child"]}
    kind, _colon, key = typed["who"].partition(":")
    if kind == "p":
        return actions.Joining(person_id=UUID(key), **also)
    if kind == "s":
        return actions.Joining(staff=UUID(key), name=_name_of(UUID(key)), body="Barneverntjenesten", **also)
    assert kind == SOMEBODY_ELSE
    return actions.Joining(name=typed["name"], body=typed["body"], address=typed["address"], **also)


def _name_of(staff: UUID) -> str:
    return names([staff]).get(staff, "")

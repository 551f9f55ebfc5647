"""The family council as a way of its own: the question, the coordinator, the meeting, the family's plan, our answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from oppvekst.domain.meetings import actions
from oppvekst.domain.meetings.desk.forms.group import AnswerForm, FamilyPlanForm, PapersForm, QuestionForm
from oppvekst.domain.meetings.desk.frame import head_of_group, seen_group, told
from oppvekst.domain.meetings.desk.views.group import GroupAct
from oppvekst.domain.meetings.models import Council, Group, Meeting
from oppvekst.domain.meetings.queries import council_of, meetings_of
from oppvekst.domain.meetings.rules import AHEAD, CANCELLED, COORDINATOR_LAW, WRITE, coordinator_lacks
from oppvekst.ground.web.frame import DeskRequest, known, now, today
from oppvekst.ground.web.words import day_in_words
from oppvekst.law.citation import bvl
from oppvekst.law.refusals import NotAllowed, NotFound, Refusal

NOT_ONE = "Dette er ikke et familieråd."


@dataclass(frozen=True)
class Stage:
    """One step of the way: what it is, how it stands, and where it is done."""

    title: str
    words: str
    done: bool = False
    href: str = ""
    act: str = ""


@require_safe
def council(request: DeskRequest, meeting_group_id: UUID) -> HttpResponse:
    """The whole way on one page, with what comes next."""
    found = seen_group(request, meeting_group_id)
    own = council_of(found)
    if own is None:
        raise NotFound(NOT_ONE)
    stages = list(_stages(found, own, request.actor.may(WRITE)))
    following = next((index for index, one in enumerate(stages) if not one.done), len(stages))
    context = {
        **head_of_group(found, "Familieråd steg for steg"), "messages": told(request), "council": own,
        "stages": [(one, index == following) for index, one in enumerate(stages)],
        "our_help": _our_help(found, own, request),
    }  # fmt: skip
    return render(request, "meetings/desk/council.html", context)


def _our_help(group: Group, own: Council, request: DeskRequest) -> dict[str, str] | None:
    """Where to go when the approved plan also asks for help from the service: a decision of its own, and the measures."""
    if not own.plan_approved:
        return None
    begin = known("decision-begin", group.case_id) if request.actor.may("decision.write") else ""
    return {"decide": begin, "measures": known("measure-list", group.case_id)}


class CouncilAct(GroupAct):
    """One act on a family council."""

    leads_to = "meeting-council"

    def hindrance(self, subject: Group) -> Refusal | None:
        return None if council_of(subject) else NotAllowed(NOT_ONE)


class Question(CouncilAct):
    """The question, word by word."""

    form_class, heading, done, law = QuestionForm, "Spørsmålet til familien", "sporsmal", bvl("1-4")
    lead = (
        "Skriv det slik dere ble enige om det, med ord barnet forstår. "
        "Koordinatoren ser spørsmålet og lista over inviterte, ikke saken."
    )

    def form_values(self, subject: Group) -> dict[str, Any]:
        own = council_of(subject)
        return {"initial": _question(own) if own else {}}

    def perform(self, subject: Group, form: Any) -> None:
        actions.agree_question(subject.id, **form.cleaned_data, by=self.request.actor, at=now())


class Papers(CouncilAct):
    """The coordinator's papers."""

    form_class, heading, done, law = PapersForm, "Koordinatoren", "koordinator", COORDINATOR_LAW
    lead = "Koordinatoren arbeider på oppdrag. Uten underskrevet taushetserklæring og vist politiattest kan hun ikke begynne."

    def perform(self, subject: Group, form: Any) -> None:
        actions.contract_coordinator(subject.id, actions.Papers(**form.cleaned_data), by=self.request.actor, at=now())


class ReceivePlan(CouncilAct):
    """The family's plan."""

    form_class, heading, done, law = FamilyPlanForm, "Familiens plan", "plan", bvl("1-4")
    lead = "Familien får svar samme dag. Det familien lover hverandre, er ikke tiltak fra oss, men det står i planen."

    def form_values(self, subject: Group) -> dict[str, Any]:
        own = council_of(subject)
        return {"initial": {"plan": own.plan if own else "", "received_on": today()}}

    def perform(self, subject: Group, form: Any) -> None:
        actions.receive_plan(subject.id, **form.cleaned_data, by=self.request.actor, at=now())


class Answer(CouncilAct):
    """Yes, or exactly why not."""

    template, form_class, heading, button = "meetings/desk/answer.html", AnswerForm, "Svar familien", "Gi svaret"
    done, law = "besvart", bvl("1-4")

    def besides(self, subject: Group) -> dict[str, Any]:
        return {"council": council_of(subject)}

    def perform(self, subject: Group, form: Any) -> None:
        actions.answer_plan(subject.id, **form.cleaned_data, by=self.request.actor, at=now())


def _question(own: Council) -> dict[str, Any]:
    return {
        "question": own.question, "with_parents_on": own.agreed_with_parents_on, "with_child_on": own.agreed_with_child_on,
        "not_with_child": own.child_not_agreed_reason, "support": own.support,
    }  # fmt: skip


def _stages(group: Group, own: Council, may: bool) -> list[Stage]:
    meeting = meetings_of(group.id).exclude(state=CANCELLED).order_by("starts_at").first()
    return [
        _asked(group, own, may), _coordinated(group, own, may), _members(group), _met(group, meeting, may),
        _planned(group, own, may), _answered(group, own, may), _again(group, own, may),
    ]  # fmt: skip


def _href(name: str, group: Group, may: bool = True) -> str:
    return reverse(f"desk:{name}", args=[group.id]) if may and not group.closed_at else ""


def _asked(group: Group, own: Council, may: bool) -> Stage:
    words = f"«{own.question}»" if own.question else "Avtales ord for ord med foreldrene og barnet."
    open_ = may and not own.plan_received_on
    return Stage("Spørsmålet", words, bool(own.question), _href("meeting-question", group, open_), "Skriv spørsmålet")


def _coordinated(group: Group, own: Council, may: bool) -> Stage:
    lacks = coordinator_lacks(own.confidentiality_on, own.certificate_shown_on)
    words = " ".join(lacks)
    if not lacks and own.confidentiality_on and own.certificate_shown_on:
        signed, shown = day_in_words(own.confidentiality_on), day_in_words(own.certificate_shown_on)
        words = f"{group.coordinator_name}. Taushetserklæring {signed}, politiattest vist {shown}."
    return Stage("Koordinatoren", words, not lacks, _href("meeting-papers", group, may), "Før papirene")


def _members(group: Group) -> Stage:
    words = "Hvem familien vil ha med, og hva hver kan få vite."
    return Stage(
        "De som inviteres", words, group.members.exists(), _href("meeting-group", group), "Se deltakere og samtykker"
    )


def _met(group: Group, meeting: Meeting | None, may: bool) -> Stage:
    if meeting is None:
        words = "Vi gir fakta først, og går ut. Familien har sin egen tid."
        return Stage("Møtet", words, href=_href("meeting-plan", group, may), act="Planlegg møtet")
    return Stage(
        "Møtet", f"{day_in_words(meeting.starts_at).capitalize()}.", meeting.state not in AHEAD,
        reverse("desk:meeting", args=[meeting.id]), "Åpne møtet",
    )  # fmt: skip


def _planned(group: Group, own: Council, may: bool) -> Stage:
    words = own.plan or "Familien legger den fram når de er ferdige."
    open_ = may and bool(own.question) and not own.plan_approved
    return Stage("Familiens plan", words, bool(own.plan), _href("meeting-family-plan", group, open_), "Før planen")


def _answered(group: Group, own: Council, may: bool) -> Stage:
    if own.answered_on:
        told = "Godkjent" if own.plan_approved else "Ikke godkjent"
        return Stage("Svaret vårt", f"{told} {day_in_words(own.answered_on)}. {own.answer}".strip(), done=True)
    words = "Samme dag som planen kommer: ja, eller nøyaktig hvorfor ikke."
    return Stage("Svaret vårt", words, href=_href("meeting-answer", group, may and bool(own.plan)), act="Svar familien")


def _again(group: Group, own: Council, may: bool) -> Stage:
    words = f"{day_in_words(own.follow_up_on).capitalize()}." if own.follow_up_on else "Avtales når planen er besvart."
    met = meetings_of(group.id).exclude(state=CANCELLED).count() > 1
    return Stage(
        "Vi møtes igjen", words, met, _href("meeting-plan", group, may and bool(own.answered_on)), "Planlegg møtet"
    )

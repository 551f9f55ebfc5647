"""The individual plan on one page: wished for, consented to, its ten contents, or refused in a decision."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from oppvekst.domain.cases.models import Case
from oppvekst.domain.cases.queries import get_case
from oppvekst.domain.meetings import actions
from oppvekst.domain.meetings.desk.forms.plan import ConsentedForm, ContentsForm, DayForm, WishedForm
from oppvekst.domain.meetings.desk.frame import head_of_case, on_to, told
from oppvekst.domain.meetings.queries import individual_plan
from oppvekst.domain.meetings.rules import APPEAL, CONTENTS, PLAN_LAW, WRITE, unwritten
from oppvekst.ground.journal.looks import look
from oppvekst.ground.web.acting import Act
from oppvekst.ground.web.frame import DeskRequest, known, now, today

TITLE = "Individuell plan"
# To say no is a decision with reasons and a right to appeal: it is begun in the room of decisions, under this choice.
SAYS_NO = "individuell-plan-avslag"


@require_safe
def plan(request: DeskRequest, case_id: UUID) -> HttpResponse:
    """The plan as it stands, and what can be done."""
    case = _seen(request, case_id)
    found = individual_plan(case.id)
    sections = found.sections if found else {}
    context = {
        **head_of_case(case, (TITLE, "")), "messages": told(request), "plan": found, "may": request.actor.may(WRITE),
        "open": found is not None and found.ended_on is None, "lacking": unwritten(sections), "appeal": APPEAL,
        "contents": [(title, sections.get(name, "")) for name, (title, _question) in CONTENTS.items()], "law": PLAN_LAW,
        "no": known("decision-terms-new", case.id, SAYS_NO),
        "decision": known("decision", found.refused_in) if found and found.refused_in else "",
    }  # fmt: skip
    return render(request, "meetings/desk/plan.html", context)


class PlanAct(Act[Case]):
    """One act on the individual plan of a case."""

    template, right, done, law = "meetings/desk/act.html", WRITE, "ip", PLAN_LAW

    def find(self, case_id: UUID) -> Case:
        return _seen(self.request, case_id)

    def head(self, subject: Case) -> dict[str, Any]:
        back = reverse("desk:meeting-individual-plan", args=[subject.id])
        return {**head_of_case(subject, (TITLE, back), (str(self.heading), "")), "back": back}

    def form_values(self, subject: Case) -> dict[str, Any]:
        return {"initial": {"on": today(), "wished_on": today()}}

    def home(self, subject: Case, done: str) -> HttpResponse:
        return on_to("meeting-individual-plan", subject.id, done)


class Wish(PlanAct):
    """Somebody wishes for it."""

    form_class, heading = WishedForm, "Individuell plan er ønsket"
    lead = "Barnet skal bare ha én individuell plan. Spør de andre tjenestene om det har en fra før."

    def perform(self, subject: Case, form: Any) -> None:
        actions.begin_plan(subject.id, **form.cleaned_data, by=self.request.actor, at=now())


class Consented(PlanAct):
    """Who has said yes."""

    form_class, heading = ConsentedForm, "Samtykke til individuell plan"

    def perform(self, subject: Case, form: Any) -> None:
        actions.consent_to_plan(subject.id, **form.cleaned_data, by=self.request.actor, at=now())


class Write(PlanAct):
    """The ten contents."""

    form_class, heading, button = ContentsForm, "Skriv planen", "Lagre planen"

    def form_values(self, subject: Case) -> dict[str, Any]:
        found = individual_plan(subject.id)
        if found is None:
            return {}
        more = {"coordinator_name": found.coordinator_name, "review_on": found.review_on}
        return {"initial": {**found.sections, **more}}

    def perform(self, subject: Case, form: Any) -> None:
        typed = dict(form.cleaned_data)
        coordinator, review_on = typed.pop("coordinator_name"), typed.pop("review_on")
        actions.save_plan(
            subject.id, typed, coordinator=coordinator, review_on=review_on, by=self.request.actor, at=now()
        )


class Withdrawn(PlanAct):
    """The consent is taken back."""

    form_class, heading, button = DayForm, "Samtykket er trukket", "Avslutt planen"
    lead = "Planen avsluttes. Det som står i den, blir i journalen."

    def perform(self, subject: Case, form: Any) -> None:
        actions.withdraw_plan(subject.id, on=form.cleaned_data["on"], by=self.request.actor, at=now())


def _seen(request: DeskRequest, case_id: UUID) -> Case:
    case = get_case(case_id)
    look("meeting.plan", by=request.actor, at=now(), subject=case.id, case_id=case.id)
    return case

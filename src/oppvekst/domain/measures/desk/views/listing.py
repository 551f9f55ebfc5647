"""The measures of a case, a new one, and those that a decision grants."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from oppvekst.domain.cases.models import Case
from oppvekst.domain.cases.queries import get_case
from oppvekst.domain.decisions.models import Decision
from oppvekst.domain.decisions.queries import get_decision
from oppvekst.domain.decisions.rules import CATEGORIES, KINDS, STANDING
from oppvekst.domain.measures import actions
from oppvekst.domain.measures.desk.forms import FromDecisionForm, OpenForm
from oppvekst.domain.measures.desk.frame import CaseAct, on_to, said, state_of
from oppvekst.domain.measures.desk.frame import of_case as case_head
from oppvekst.domain.measures.desk.views.aftercare import aftercare_of
from oppvekst.domain.measures.models import Measure
from oppvekst.domain.measures.queries import evaluations_due, of_case, of_decision, plans_of_case, support_applications
from oppvekst.domain.measures.rules import MACHINE, SHORT, WRITE, kroner
from oppvekst.domain.meetings.queries import family_plans
from oppvekst.ground.journal.looks import look
from oppvekst.ground.web.acting import Act
from oppvekst.ground.web.frame import DeskRequest, now, today
from oppvekst.law.refusals import NotAllowed, Refusal

NO_HELP = "Dette vedtaket gir ikke hjelp, så det er ikke noe tiltak å åpne."
NOT_SIGNED = "Vedtaket er ikke undertegnet ennå. Tiltaket kan forberedes fra saken."


@require_safe
def listed(request: DeskRequest, case_id: UUID) -> HttpResponse:
    """Those of one case: what goes on now, what is prepared, and what has been."""
    case = get_case(case_id)
    look("measure.list", by=request.actor, at=now(), subject=case.id, case_id=case.id)
    found = list(of_case(case.id))
    closed = [one for one in found if MACHINE.state(one.state).closed]
    plans = [{"plan": plan, "title": SHORT[plan.kind]} for plan in plans_of_case(case.id).filter(valid_to=None)]
    context = {
        **case_head(case), "rows": list(_rows(one for one in found if one not in closed)), "closed": list(_rows(closed)),
        **aftercare_of(case),
        "applications": [{"one": one, "amount": one.amount and kroner(one.amount)} for one in support_applications(case.id)],
        "plans": plans, "family_plans": family_plans(case.id), "may_open": request.actor.may(WRITE), "messages": said(request),
    }  # fmt: skip
    return render(request, "measures/desk/list.html", context)


class New(CaseAct):
    """Help is prepared in a case (bvl § 3-1)."""

    form_class = OpenForm
    heading, button, done = "Forbered et tiltak", "Forbered tiltaket", "apnet"
    happens = "Tiltaket er et utkast. Familien får ingenting før alle som må, har samtykket og vedtaket er undertegnet."
    seen_by = "De som har saken. Når hjelpen er vedtatt, leser barnet og foreldrene hva den heter, på Min side."
    undone = "Ja. Blir det ikke noe av, skriver du hvorfor."

    def form_values(self, case: Case) -> dict[str, Any]:
        return {"today": today()}

    def perform(self, case: Case, form: Any) -> None:
        self.made = actions.open_measure(case.id, form.wanted(), by=self.request.actor, at=now())

    def home(self, case: Case, done: str) -> HttpResponse:
        return on_to(self.made, done)


class FromDecision(Act[Decision]):
    """The measure that a signed decision grants: what kind and until when stand in the decision."""

    template = "measures/desk/from_decision.html"
    form_class = FromDecisionForm
    right = WRITE
    heading, button, done = "Tiltaket vedtaket gir", "Åpne tiltaket", "apnet"
    happens = "Tiltaket åpnes med kategorien og sluttdagen i vedtaket. Så kommer planen, målene og starten."
    seen_by = "De som har saken. Når hjelpen er vedtatt, leser barnet og foreldrene hva den heter, på Min side."

    def find(self, decision_id: UUID) -> Decision:
        found = get_decision(decision_id)
        look("decision", by=self.request.actor, at=now(), subject=found.id, case_id=found.case_id)
        return found

    def head(self, found: Decision) -> dict[str, Any]:
        back = reverse("desk:decision", args=[found.id])
        category = CATEGORIES.get(found.category).text.partition(" (")[0] if found.category else ""
        return {
            **case_head(found.case, found.title), "heading": self.heading, "back": back, "decision": found,
            "category_words": category, "rows": list(_rows(of_decision(found.id))),
        }  # fmt: skip

    def form_values(self, found: Decision) -> dict[str, Any]:
        return {"initial": {"provider_name": found.provider}}

    def hindrance(self, found: Decision) -> Refusal | None:
        if not KINDS[found.of_kind].grants_help or not found.category:
            return NotAllowed(NO_HELP)
        return None if found.state in STANDING else NotAllowed(NOT_SIGNED)

    def perform(self, found: Decision, form: Any) -> None:
        if stopped := self.hindrance(found):
            raise stopped
        wanted = actions.Help(
            category=found.category,
            category_words=found.category_words,
            ends_on=found.ends_on,
            provider_name=form.provider(),
        )
        self.made = actions.open_measure(found.case_id, wanted, decision_id=found.id, by=self.request.actor, at=now())

    def home(self, found: Decision, done: str) -> HttpResponse:
        return on_to(self.made, done)


def _rows(found: Iterable[Measure]) -> Iterator[dict[str, Any]]:
    shown = list(found)
    due = evaluations_due(shown)
    for one in shown:
        yield {"one": one, "state": state_of(one), "due": due.get(one.id)}

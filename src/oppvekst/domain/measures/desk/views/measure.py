"""The measures of a case, and one of them: how it stands, its plan and goals, and what can be done next."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from oppvekst.domain.cases.models import Case
from oppvekst.domain.cases.queries import get_case
from oppvekst.domain.measures import actions
from oppvekst.domain.measures.desk.forms import OpenForm
from oppvekst.domain.measures.models import Measure
from oppvekst.domain.measures.queries import evaluation_due, facts_of, get_measure, goals_of, last_day, of_case, plan_of
from oppvekst.domain.measures.rules import MACHINE, RIGHTS, WRITE, MeasureFacts
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.looks import look
from oppvekst.ground.web.frame import DONE, DeskRequest, Notice, known, now, put_back, today
from oppvekst.law.machine import Outlook
from oppvekst.law.refusals import Refusal

# The page where each step of the machine is taken.
PAGES: dict[str, str] = {}
NOTICES = {"apnet": Notice("Tiltaket forberedes")}


@require_http_methods(["GET", "HEAD", "POST"])
def listed(request: DeskRequest, case_id: UUID) -> HttpResponse:
    """Those of one case, and a form that begins one more."""
    form = OpenForm(request.POST or None, today=today())
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.open_measure(case_id, actions.Help(**form.cleaned_data), by=request.actor, at=now())
            return _on_to(made, "apnet")
        except Refusal as refusal:
            put_back(form, refusal)
    case = get_case(case_id)
    look("measure.list", by=request.actor, at=now(), subject=case.id, case_id=case.id)
    rows = [(each, MACHINE.state(each.state).title) for each in of_case(case.id)]
    context = {**_head(case), "rows": rows, "form": form, "may_open": request.actor.may(WRITE)}
    return render(request, "measures/desk/list.html", context)


@require_safe
def measure(request: DeskRequest, measure_id: UUID) -> HttpResponse:
    """One of them: how it stands, its plan and goals, and what can be done next."""
    found = _seen(request, measure_id)
    done = NOTICES.get(request.GET.get(DONE, ""))
    facts = facts_of(found, today=today())
    steps = [_step(one, found, request.actor) for one in MACHINE.outlook(found.state, facts)]
    context = {
        **_head(found.case, found), "messages": [done] if done else [], "plan": plan_of(found.id), "goals": goals_of(found.id),
        "evaluation": evaluation_due(found), "last_day": last_day(found),
        "steps": [step for step in steps if step["href"]], "impossible": [step for step in steps if not step["href"]],
    }  # fmt: skip
    return render(request, "measures/desk/measure.html", context)


def _seen(request: DeskRequest, measure_id: UUID) -> Measure:
    """The one asked for, if it is there for this person, who has then seen it (bvl § 13-1)."""
    found = get_measure(measure_id)
    look("measure", by=request.actor, at=now(), subject=found.id, case_id=found.case_id)
    return found


def _on_to(measure: Measure, done: str) -> HttpResponse:
    return redirect(f"{reverse('desk:measure', args=[measure.id])}?{DONE}={done}")


def _step(outlook: Outlook[MeasureFacts], found: Measure, by: Actor) -> dict[str, Any]:
    """A button where this person can take the step or fill in what it lacks; else why not."""
    step = outlook.step
    stopping = [one.sentence for one in outlook.refusals if not one.fields]
    if step.name not in PAGES:
        stopping.append("Dette kan ikke gjøres her ennå.")
    elif not by.may(RIGHTS[step.name]):
        stopping.append("Rollen din kan ikke gjøre dette.")
    href = "" if stopping else reverse(f"desk:{PAGES[step.name]}", args=[found.id])
    return {"title": step.title, "law": step.citation, "act": step.title, "href": href, "why": " ".join(stopping)}


def _head(case: Case, found: Measure | None = None) -> dict[str, Any]:
    """What the pages have on top: whose case, the way back, and how the one shown stands."""
    child = case.child.name
    crumbs = [("Saker", known("cases")), (child, known("case", case.id))]
    if found is None:
        return {"case": case, "child": child, "crumbs": [*crumbs, ("Tiltak", "")]}
    crumbs += [("Tiltak", reverse("desk:measure-list", args=[case.id])), (found.title, "")]
    return {
        "case": case,
        "child": child,
        "crumbs": crumbs,
        "measure": found,
        "state_title": MACHINE.state(found.state).title,
    }

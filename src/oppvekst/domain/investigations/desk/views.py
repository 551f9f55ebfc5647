"""The page of one investigation, its plan and its extension."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from oppvekst.domain.cases.queries import hold_back
from oppvekst.domain.concerns.queries import concerns_by_id
from oppvekst.domain.investigations import actions
from oppvekst.domain.investigations.desk import clocks, forms
from oppvekst.domain.investigations.desk.frame import (
    DONE,
    INCOMPLETE,
    NOTICES,
    DeskRequest,
    Stopped,
    known,
    now,
    put_back,
    today,
)
from oppvekst.domain.investigations.models import Investigation
from oppvekst.domain.investigations.queries import facts_of, get_investigation
from oppvekst.domain.investigations.rules import MACHINE, RUNNING, latest_due
from oppvekst.domain.people.models import Protection
from oppvekst.domain.people.rules import age_in_words
from oppvekst.ground.access import colleagues
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.looks import look
from oppvekst.law.machine import Outlook
from oppvekst.law.refusals import Incomplete, NotAllowed, Refusal

PLAN = (
    ("questions", _("Spørsmål")), ("sources", _("Kilder")), ("talks", _("Samtaler med barnet")), ("home_visit", _("Hjemmebesøk")),
    ("timetable", _("Tidsplan")),
)  # fmt: skip
PAGES = {"start": "investigation-plan", "extend": "investigation-extend"}
ASKED_THERE = {"start": {"plan"}, "extend": {"special_reasons", "new_due"}}
RIGHTS = {"start": "investigation.plan", "extend": "investigation.extend"}
WORDS = {
    "start": (_("Planen sier hva undersøkelsen skal svare på, hvem dere spør, og når."), _("Lag plan")),
    "extend": (_("Bare når særlige grunner krever det, og før de tre månedene er ute."), _("Utvid")),
}


@dataclass(frozen=True)
class Next:
    """A step of the law: a button, or why not now."""

    title: str
    law: Any
    text: Any
    act: Any = ""
    href: str = ""
    why: str = ""
    primary: bool = False


@require_safe
def investigation(request: DeskRequest, investigation_id: UUID) -> HttpResponse:
    """How it stands: the two clocks, why it was opened, the plan, and what can be done next."""
    found = _seen(request, investigation_id)
    ahead = [_next(outlook, found, request.actor) for outlook in MACHINE.outlook(found.state, facts_of(found))]
    done = NOTICES.get(request.GET.get(DONE, ""))
    context = {
        **_head(found), "clocks": _clocks(found), "steps": [step for step in ahead if step.href], "plan": _plan(found),
        "impossible": [step for step in ahead if not step.href],
        "opened_by": colleagues.names([found.opened_by]).get(found.opened_by, ""),
        "concern": concerns_by_id([found.concern_id]).get(found.concern_id) if found.concern_id else None,
        "messages": [done] if done else [],
    }  # fmt: skip
    return render(request, "investigations/desk/investigation.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def plan(request: DeskRequest, investigation_id: UUID) -> HttpResponse:
    """The investigation plan (D13), written and changed."""
    found = _seen(request, investigation_id)
    form = forms.PlanForm(request.POST if request.method == "POST" else None, initial=found.plan)
    stopped = None
    if form.is_bound:
        stopped = _save(request, found, form) if form.is_valid() else Stopped(INCOMPLETE)
        if stopped is None:
            return _back(found, "plan")
    about: dict[str, Any] = {"template": "investigations/desk/plan.html", "heading": _("Undersøkelsesplan")}
    return _form_page(request, found, form, stopped, **about)


@require_http_methods(["GET", "HEAD", "POST"])
def extend(request: DeskRequest, investigation_id: UUID) -> HttpResponse:
    """A new limit, with special reasons, by one who may decide it (D12)."""
    found = _seen(request, investigation_id)
    latest = latest_due(facts_of(found))
    form = forms.ExtendForm(request.POST if request.method == "POST" else None, latest=latest.due)
    stopped = _cannot_extend(found, request.actor) if not form.is_bound else None
    if form.is_bound:
        stopped = _extended(request, found, form) if form.is_valid() else Stopped(INCOMPLETE)
        if stopped is None:
            return _back(found, "utvidet")
    about: dict[str, Any] = {"template": "investigations/desk/extend.html", "heading": _("Utvid fristen")}
    return _form_page(request, found, form, stopped, **about)


def _save(request: DeskRequest, found: Investigation, form: forms.PlanForm) -> Stopped | None:
    try:
        actions.save_plan(found.id, form.cleaned_data, by=request.actor, at=now())
    except Refusal as refusal:
        return put_back(form, refusal)
    return None


def _extended(request: DeskRequest, found: Investigation, form: forms.ExtendForm) -> Stopped | None:
    said = form.cleaned_data
    try:
        actions.extend(found.id, reasons=said["special_reasons"], new_due=said["new_due"], by=request.actor, at=now())
    except Refusal as refusal:
        return put_back(form, refusal)
    return None


def _cannot_extend(found: Investigation, by: Actor) -> Stopped | None:
    """Told instead of the form, before anybody has written in it."""
    step = MACHINE.step("extend")
    if not by.may(RIGHTS["extend"]):
        told = _("Teamleder eller leder avgjør om fristen skal utvides. Be en av dem.")
        return Stopped(200, NotAllowed(str(told), step.citation))
    if found.state != RUNNING:
        told = _("Fristen er allerede utvidet.")
        if found.state == MACHINE.initial:
            told = _("Lag planen først. Da går undersøkelsen.")
        return Stopped(200, NotAllowed(str(told), step.citation))
    stopping = [one for one in step.refusals(facts_of(found)) if not isinstance(one, Incomplete)]
    return Stopped(200, stopping[0]) if stopping else None


def _form_page(
    request: DeskRequest, found: Investigation, form: Any, stopped: Stopped | None, *, template: str, heading: Any
) -> HttpResponse:
    back = (_("Undersøkelse"), reverse("desk:investigation", args=[found.id]))
    context = {
        **_head(found), "clocks": _clocks(found), "form": form, "refusal": stopped.refusal if stopped else None,
        "closed": bool(stopped and stopped.refusal) and not form.is_bound, "heading": heading,
        "longest": clocks.longest(found),
    }  # fmt: skip
    context["crumbs"] = [*context["crumbs"][:-1], back, (heading, "")]
    return render(request, template, context, status=stopped.status if stopped else 200)


def _seen(request: DeskRequest, investigation_id: UUID) -> Investigation:
    """The investigation, if it is there for this person, who has then seen it (law.md D84)."""
    found = get_investigation(investigation_id)
    look("investigation", by=request.actor, at=now(), subject=found.id, case_id=found.case_id)
    return found


def _back(found: Investigation, done: str) -> HttpResponse:
    return redirect(f"{reverse('desk:investigation', args=[found.id])}?{DONE}={done}")


def _head(found: Investigation) -> dict[str, Any]:
    child, day = found.case.child, today()
    shield = Protection(child.protection).label if child.protection else ""
    return {
        "investigation": found, "child": child, "age": age_in_words(child.birth_date, due_date=child.due_date, today=day),
        "today": day, "state_title": MACHINE.state(found.state).title, "shield": shield, "switch": hold_back(found.case_id),
        "responsible": colleagues.names([found.case.responsible]).get(found.case.responsible, ""),  # type: ignore[arg-type]
        "crumbs": [
            (_("Saker"), known("cases")), (child.name, known("case", found.case_id)), (_("Undersøkelse"), ""),
        ],
    }  # fmt: skip


def _clocks(found: Investigation) -> dict[str, clocks.Clock]:
    return {"law": clocks.law_clock(found), "register": clocks.register_clock(found.received_on)}


def _plan(found: Investigation) -> list[tuple[Any, str]]:
    return [(title, found.plan[key]) for key, title in PLAN if found.plan.get(key)]


def _next(outlook: Outlook[Any], found: Investigation, by: Actor) -> Next:
    """A button where this person may take the step or fill in what it lacks; else the reason."""
    step = outlook.step
    text, act = WORDS[step.name]
    stopping = [one.sentence for one in outlook.refusals if not one.fields.keys() & ASKED_THERE[step.name]]
    if not by.may(RIGHTS[step.name]):
        stopping.append(str(_("Teamleder eller leder avgjør dette.")))
    if stopping:
        return Next(step.title, step.citation, text, why=" ".join(stopping))
    href = reverse(f"desk:{PAGES[step.name]}", args=[found.id])
    return Next(step.title, step.citation, text, act, href, primary=step.name == "start")

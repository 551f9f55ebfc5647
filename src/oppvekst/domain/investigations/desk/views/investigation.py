"""The page of one investigation, its plan and its extension."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from oppvekst.domain.cases.queries import hold_back
from oppvekst.domain.concerns.queries import concerns_by_id
from oppvekst.domain.investigations import actions
from oppvekst.domain.investigations.desk import clocks, forms
from oppvekst.domain.investigations.desk.frame import DONE, NOTICES, DeskRequest, known, now, today
from oppvekst.domain.investigations.desk.voice import spoken
from oppvekst.domain.investigations.models import Investigation
from oppvekst.domain.investigations.queries import facts_of, get_investigation, voice_of_case
from oppvekst.domain.investigations.rules import EXTEND, MACHINE, RIGHTS, RUNNING, START, latest_due
from oppvekst.domain.people.models import Protection
from oppvekst.domain.people.rules import age_in_words
from oppvekst.ground.access import colleagues
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.looks import look
from oppvekst.ground.web.acting import Act
from oppvekst.law.machine import Outlook
from oppvekst.law.refusals import Incomplete, NotAllowed, Refusal

PLAN = (
    ("questions", _("Spørsmål")), ("sources", _("Kilder")), ("talks", _("Samtaler med barnet")), ("home_visit", _("Hjemmebesøk")),
    ("timetable", _("Tidsplan")),
)  # fmt: skip


@dataclass(frozen=True)
class Way:
    """A step of the law as the desk offers it: its page, the sentence, the button, and what its own form asks for."""

    page: str
    text: Any
    act: Any
    asks: frozenset[str]
    primary: bool = False


WAYS = {
    START: Way(
        "investigation-plan", _("Planen sier hva undersøkelsen skal svare på, hvem dere spør, og når."), _("Lag plan"),
        frozenset({"plan"}), primary=True,
    ),
    EXTEND: Way(
        "investigation-extend", _("Bare når særlige grunner krever det, og før de tre månedene er ute."), _("Utvid"),
        frozenset({"special_reasons", "new_due"}),
    ),
}  # fmt: skip


@dataclass(frozen=True)
class Next:
    """A step of the law: a button, or why not now."""

    title: str
    law: Any
    text: Any = ""
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
        "voice": spoken(
            voice_of_case(found.case_id, investigation=found.id), found.case_id, today=today(), investigation=found.id
        ),
    }  # fmt: skip
    return render(request, "investigations/desk/investigation.html", context)


class InvestigationAct(Act[Investigation]):
    """One act on an investigation."""

    def find(self, investigation_id: UUID) -> Investigation:
        return _seen(self.request, investigation_id)

    def home(self, found: Investigation, done: str) -> HttpResponse:
        return redirect(f"{reverse('desk:investigation', args=[found.id])}?{DONE}={done}")

    def head(self, found: Investigation) -> dict[str, Any]:
        head, back = _head(found), (_("Undersøkelse"), reverse("desk:investigation", args=[found.id]))
        crumbs = [*head["crumbs"][:-1], back, (self.heading, "")]
        about = {"heading": self.heading, "longest": clocks.longest(found)}
        return {**head, "clocks": _clocks(found), **about, "crumbs": crumbs}


class Plan(InvestigationAct):
    """The investigation plan (D13), written and changed."""

    template = "investigations/desk/plan.html"
    right = RIGHTS[START]
    heading = _("Undersøkelsesplan")
    done = "plan"

    def form(self, found: Investigation, typed: Any = None) -> forms.PlanForm:
        return forms.PlanForm(typed, initial=found.plan)

    def perform(self, found: Investigation, form: Any) -> None:
        actions.save_plan(found.id, form.cleaned_data, by=self.request.actor, at=now())


class Extend(InvestigationAct):
    """A new limit, with special reasons, by one who may decide it (D12)."""

    template = "investigations/desk/extend.html"
    heading = _("Utvid fristen")
    done = "utvidet"

    def form(self, found: Investigation, typed: Any = None) -> forms.ExtendForm:
        return forms.ExtendForm(typed, latest=latest_due(facts_of(found)).due)

    def hindrance(self, found: Investigation) -> Refusal | None:
        step = MACHINE.step(EXTEND)
        if not self.request.actor.may(RIGHTS[EXTEND]):
            told = _("Teamleder eller leder avgjør om fristen skal utvides. Be en av dem.")
            return NotAllowed(str(told), step.citation)
        if found.state != RUNNING:
            first = found.state == MACHINE.initial
            told = _("Lag planen først. Da går undersøkelsen.") if first else _("Fristen er allerede utvidet.")
            return NotAllowed(str(told), step.citation)
        return next((one for one in step.refusals(facts_of(found)) if not isinstance(one, Incomplete)), None)

    def perform(self, found: Investigation, form: Any) -> None:
        said = form.cleaned_data
        by = self.request.actor
        actions.extend(found.id, reasons=said["special_reasons"], new_due=said["new_due"], by=by, at=now())


def _seen(request: DeskRequest, investigation_id: UUID) -> Investigation:
    """The investigation, if it is there for this person, who has then seen it (bvl § 13-1)."""
    found = get_investigation(investigation_id)
    look("investigation", by=request.actor, at=now(), subject=found.id, case_id=found.case_id)
    return found


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


def _clocks(found: Investigation) -> dict[str, clocks.Clock | None]:
    return {
        "law": clocks.law_clock(found),
        "register": clocks.register_clock(found.received_on) if found.received_on else None,
    }


def _plan(found: Investigation) -> list[tuple[Any, str]]:
    return [(title, found.plan[key]) for key, title in PLAN if found.plan.get(key)]


def _next(outlook: Outlook[Any], found: Investigation, by: Actor) -> Next:
    """A button where this person may take the step or fill in what it lacks; else the reason."""
    step, way = outlook.step, WAYS.get(outlook.step.name)
    if way is None:
        return Next(step.title, step.citation, why=str(_("Dette kan ikke gjøres her ennå.")))
    stopping = [one.sentence for one in outlook.refusals if not one.fields.keys() & way.asks]
    if not by.may(RIGHTS[step.name]):
        stopping.append(str(_("Teamleder eller leder avgjør dette.")))
    if stopping:
        return Next(step.title, step.citation, way.text, why=" ".join(stopping))
    href = reverse(f"desk:{way.page}", args=[found.id])
    return Next(step.title, step.citation, way.text, way.act, href, primary=way.primary)

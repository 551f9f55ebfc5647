"""The page of one investigation and its extension."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from oppvekst.domain.concerns.queries import concerns_by_id
from oppvekst.domain.investigations import actions, queries
from oppvekst.domain.investigations.desk import forms, spoken, voice
from oppvekst.domain.investigations.desk.frame import DONE, NOTICES, DeskRequest, now, today
from oppvekst.domain.investigations.desk.page import InvestigationAct, head, seen
from oppvekst.domain.investigations.models import Investigation
from oppvekst.domain.investigations.queries import facts_of, voice_of_case
from oppvekst.domain.investigations.rules import (
    BEGIN_CONCLUDING,
    CONCLUSIONS,
    EXTEND,
    MACHINE,
    REOPEN,
    RIGHTS,
    RUNNING,
    START,
    latest_due,
    reopening_due,
)
from oppvekst.ground.access import colleagues
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.web.steps import Next, shown
from oppvekst.law.machine import Outlook
from oppvekst.law.refusals import Incomplete, NotAllowed, Refusal

FEW = 5


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
        frozenset({"plan", *queries.PARTS}), primary=True,
    ),
    BEGIN_CONCLUDING: Way(
        "investigation-conclude", _("Når barnet er hørt, og det viktigste er samlet inn."), _("Oppsummer"),
        frozenset({"participation", "not_heard_reasons"}),
    ),
    REOPEN: Way(
        "investigation-reopen", _("Når vilkårene fortsatt er oppfylt, og foreldrene får vite det i dag."), _("Åpne på nytt"),
        frozenset({"parents_told"}),
    ),
    EXTEND: Way(
        "investigation-extend", _("Bare når særlige grunner krever det, og før de tre månedene er ute."), _("Utvid"),
        frozenset({"special_reasons", "new_due"}),
    ),
}  # fmt: skip


# What the form of a step asks about, though no field is lacking: a plain no there is an answer.
ASKED = {"conditions_no_longer_met"}


@require_safe
def investigation(request: DeskRequest, investigation_id: UUID) -> HttpResponse:
    """How it stands: the two clocks, why it was opened, the plan, and what can be done next."""
    found = seen(request, investigation_id)
    rows = list(queries.plan_rows(found.id))
    facts = facts_of(found, today=today(), rows=rows)
    ahead = () if found.window_closed_on else MACHINE.outlook(found.state, facts)
    done = NOTICES.get(request.GET.get(DONE, ""))
    context = {
        **head(found), **shown(_next(outlook, found, request.actor) for outlook in ahead), "plan": spoken.texts(found.plan),
        "opened_by": colleagues.names([found.opened_by]).get(found.opened_by, ""),
        "concern": concerns_by_id([found.concern_id]).get(found.concern_id) if found.concern_id else None,
        "voice": voice.spoken(
            voice_of_case(found.case_id, investigation=found.id), found.case_id, today=today(), investigation=found.id
        ),
        "messages": [done] if done else [], "rows": spoken.rows(rows[:FEW]), "more_rows": max(0, len(rows) - FEW),
        "family_told": queries.told_in_words(found.id),
        "told": queries.tally(found), "late": actions.is_late(found, today=today()), "window": reopening_due(facts),
        "conclusion": CONCLUSIONS.get(found.conclusion).text if found.conclusion else "",
        "untold_extension": found.extended_to and not (found.extension_told_on or found.extension_untold_reasons),
    }  # fmt: skip
    return render(request, "investigations/desk/investigation.html", context)


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


def _next(outlook: Outlook[Any], found: Investigation, by: Actor) -> Next:
    """A button where this person may take the step or fill in what it lacks; else the reason."""
    step, way = outlook.step, WAYS.get(outlook.step.name)
    if way is None:
        return Next(step.title, law=step.citation, why=_("Det gjøres sammen med vedtaket."))
    stopping = [
        one.sentence for one in outlook.refusals if not (one.fields.keys() & way.asks or {*one.because} & ASKED)
    ]
    if not by.may(RIGHTS[step.name]):
        stopping.append(str(_("Teamleder eller leder avgjør dette.")))
    if stopping:
        return Next(step.title, text=way.text, law=step.citation, why=" ".join(stopping))
    href = reverse(f"desk:{way.page}", args=[found.id])
    return Next(step.title, way.act, way.text, step.citation, href, primary=way.primary)

"""One measure: what the help is, since when, until when, who gives it, how it goes, and what can be done next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from oppvekst.domain.decisions.rules import CATEGORIES
from oppvekst.domain.measures import actions
from oppvekst.domain.measures.desk import home_page, institution_page, money, parts
from oppvekst.domain.measures.desk.frame import head, said, seen
from oppvekst.domain.measures.desk.occasions import occasions
from oppvekst.domain.measures.desk.supervision_parts import supervised
from oppvekst.domain.measures.models import Measure
from oppvekst.domain.measures.queries import (
    decisions_for,
    evaluation_due,
    evaluations_of,
    facts_of,
    last_day,
)
from oppvekst.domain.measures.rules import (
    ABANDON,
    ACTIVE,
    ASK_CONSENT,
    AWAITING_CONSENT,
    CHANGE,
    CONTINUE,
    DECIDE,
    DECIDE_BY_ORDER,
    DECIDED,
    END,
    EVALUATE,
    EXPIRE,
    MACHINE,
    ORDERS,
    PREPARED,
    RESUME,
    RIGHTS,
    START,
    SUSPEND,
    WITHDRAW,
    WRITE,
    MeasureFacts,
    Ordered,
    alternatives,
)
from oppvekst.domain.meetings.queries import family_plans
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.web.frame import DeskRequest, known, today
from oppvekst.ground.web.steps import Next, next_of, shown
from oppvekst.law.machine import Outlook

# The page where each step of the machine is taken.
PAGES = {
    ASK_CONSENT: "measure-ask-consent", DECIDE: "measure-decide", DECIDE_BY_ORDER: "measure-order", START: "measure-start",
    EVALUATE: "measure-evaluate", CONTINUE: "measure-evaluate", CHANGE: "measure-evaluate", END: "measure-evaluate",
    SUSPEND: "measure-suspend", RESUME: "measure-resume", WITHDRAW: "measure-withdraw", EXPIRE: "measure-expire",
    ABANDON: "measure-abandon",
}  # fmt: skip
# What the form of a step asks for itself.
LOOKED = {"works", "new_needs", "care_grounds", "not_heard_reason"}
ASKS = {
    DECIDE_BY_ORDER: {"ordered", "ordered_on", "ends_on"}, ABANDON: {"reasons"}, CONTINUE: LOOKED, CHANGE: LOOKED, END: LOOKED,
}  # fmt: skip


OFTEN = {
    1: "Hver måned", 2: "Annenhver måned", 3: "Hver tredje måned", 4: "Hver fjerde måned", 6: "Hvert halvår",
    12: "Én gang i året",
}  # fmt: skip


@require_safe
def measure(request: DeskRequest, measure_id: UUID) -> HttpResponse:
    """One of them: how it stands, its plan and goals, and what can be done next."""
    found = seen(request, measure_id)
    may = request.actor.may(WRITE)
    ahead = shown(_step(one, found, request.actor) for one in MACHINE.outlook(found.state, _facts(found)))
    usable, plans = actions.kinds_of(found, on=today()), parts.plans(found)
    context = {
        **head(found), "messages": said(request), "about": list(_about(found)), "order": _order(found),
        "evaluation": evaluation_due(found), "last_day": last_day(found), "fallen": _fallen(found),
        "goals": parts.goals(found), "more_plans": len(usable) > len(plans),
        "occasions": occasions(found, request.GET.get("maned", ""), today=today()),
        "home": home_page.section(found),
        "supervised": supervised(found),
        "money": money.section(found, request.actor),
        "plans": plans, "family_plans": family_plans(found.case_id), "appointments": parts.appointments(found),
        "stay": institution_page.stay(found),
        "evaluations": evaluations_of(found.id), "may_write": may and not MACHINE.state(found.state).closed, "may": may,
        "may_appoint": may and parts.takes_appointments(found),
        "asking": _consents(found) if found.state == AWAITING_CONSENT else "",
        "first": None if found.consent_fell_at else next(iter(ahead["steps"]), None), **ahead,
    }  # fmt: skip
    return render(request, "measures/desk/measure.html", context)


def _facts(found: Measure) -> MeasureFacts:
    """As they stand now; before it is tied to a decision, with the one it most likely will be."""
    likely = next(iter(decisions_for(found)), None) if found.decision is None and found.state in PREPARED else None
    return replace(facts_of(found, today=today(), decision=likely), end_agreed=True)


def _step(outlook: Outlook[MeasureFacts], found: Measure, by: Actor) -> Next:
    may = by.may(RIGHTS[outlook.step.name])
    return next_of(outlook, found.id, may=may, asks=ASKS, pages=PAGES)


def _about(found: Measure) -> Iterator[tuple[str, str]]:
    """What the help is, beside the days."""
    yield "Registerets kategori", f"{found.category} {CATEGORIES.get(found.category).text.partition(' (')[0]}"
    if found.category_words:
        yield "Nærmere om hjelpen", found.category_words
    yield "Hvem gir hjelpen", found.provider_name or "Ikke skrevet"
    often = OFTEN.get(found.interval_months, f"Hver {found.interval_months}. måned")
    yield "Evalueres", f"{often}. {found.interval_reason}".strip()


def _order(found: Measure) -> dict[str, Any] | None:
    if not found.by_order or not found.ordered:
        return None
    on = ORDERS[Ordered(found.ordered)]
    return {
        "title": on.title,
        "law": on.law,
        "longest": on.longest,
        "on": found.ordered_on,
        "case": found.ordered_reference,
    }


def _fallen(found: Measure) -> dict[str, Any] | None:
    """What can be done now that the consent has fallen."""
    if found.consent_fell_at is None:
        return None
    runs = found.state in ACTIVE | {DECIDED}
    return {
        "at": found.consent_fell_at,
        "runs": runs,
        "ways": alternatives(found.category),
        "consents": _consents(found),
    }


def _consents(found: Measure) -> str:
    return known("consents", found.case_id)

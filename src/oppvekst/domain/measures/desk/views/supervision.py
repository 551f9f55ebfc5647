"""Supervision in the home: the plan, a visit to come, what was seen, what could not wait, and what the visits add up to."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from oppvekst.domain.measures import actions
from oppvekst.domain.measures.desk.forms import (
    CancelForm,
    DoneTodayForm,
    SeenForm,
    SummaryForm,
    SupervisionPlanForm,
    ToComeForm,
)
from oppvekst.domain.measures.desk.forms.supervision import ANNOUNCED, USUAL
from oppvekst.domain.measures.desk.frame import MeasureAct, head, on_to, said
from oppvekst.domain.measures.desk.supervision_parts import takes_visits, told, visit_row
from oppvekst.domain.measures.models import Measure, SupervisionPlan, SupervisionVisit
from oppvekst.domain.measures.queries import (
    fewer_in,
    get_supervision_summary,
    get_supervision_visit,
    summed_up_to,
    supervision_plan_on,
    supervision_plans_of,
    visits_between,
)
from oppvekst.domain.measures.rules import (
    CALL_OFF,
    MACHINE,
    OURS,
    PLAN_VISIT,
    SUM_UP,
    SUPERVISED,
    WRITE,
    WRITE_PLAN,
    WRITE_VISIT,
)
from oppvekst.ground.access.colleagues import colleagues
from oppvekst.ground.journal.looks import look
from oppvekst.ground.web.acting import Act
from oppvekst.ground.web.frame import DONE, DeskRequest, now, today
from oppvekst.law.calendar import oslo_date
from oppvekst.law.refusals import NotAllowed, Refusal

NOT_HERE = "Dette hører til tilsyn i hjemmet."


class WriteSupervisionPlan(MeasureAct):
    """What is looked at and how often, in a version of its own."""

    template = "measures/desk/supervision_act.html"
    right, law = WRITE, WRITE_PLAN.citation
    heading, button, done = "Plan for tilsynet", "Lagre planen", "tilsynsplan"
    happens = (
        "Planen lagres som en ny versjon. De gamle blir stående. Er uanmeldte besøk ikke lenger avtalt, "
        "avlyses de som er satt opp."
    )
    seen_by = "De som har saken. Gå gjennom den med familien."

    def form(self, found: Measure, typed: Any = None) -> SupervisionPlanForm:
        before = next(iter(supervision_plans_of(found.id)), None)
        return SupervisionPlanForm(typed, initial=_before(before))

    def besides(self, found: Measure) -> dict[str, Any]:
        return {"ours": OURS}

    def hindrance(self, found: Measure) -> Refusal | None:
        if found.category not in SUPERVISED:
            return NotAllowed(NOT_HERE)
        closed = MACHINE.state(found.state).closed
        return NotAllowed("Tiltaket er avsluttet. Planen blir stående som den er.") if closed else None

    def perform(self, found: Measure, form: Any) -> None:
        actions.write_supervision_plan(found.id, form.watched(), by=self.request.actor, at=now())


class PlanVisit(MeasureAct):
    """A visit to come, announced or not."""

    right, law = WRITE, PLAN_VISIT.citation
    heading, button, done = "Nytt besøk", "Skriv inn besøket", "besok"
    happens = "I uka til den som drar heter det bare «avtale kl. 15». I journalen står det ingen dag."
    seen_by = "De som har saken. Familien ser aldri et uanmeldt besøk som skal komme."
    undone = "Ja. Du kan avlyse det."

    def form(self, found: Measure, typed: Any = None) -> ToComeForm:
        staff = colleagues(found.municipality_id, today=today())
        mine = self.request.actor.staff_id
        first = {"unannounced": ANNOUNCED, "goes": str(mine) if mine in {key for key, _name in staff} else ""}
        return ToComeForm(typed, colleagues=staff, initial=first)

    def hindrance(self, found: Measure) -> Refusal | None:
        if found.category not in SUPERVISED:
            return NotAllowed(NOT_HERE)
        if not takes_visits(found):
            return NotAllowed("Tiltaket pågår ikke. Da er det ikke tilsyn.", PLAN_VISIT.citation)
        if not supervision_plans_of(found.id):
            return NotAllowed("Lag planen for tilsynet først, så familien vet hva det ses på.", WRITE_PLAN.citation)
        return None

    def perform(self, found: Measure, form: Any) -> None:
        actions.plan_visit(found.id, form.to_come(), by=self.request.actor, at=now())


class SumUp(MeasureAct):
    """What the visits of a period have shown."""

    template = "measures/desk/supervision_summing.html"
    right, law = WRITE, SUM_UP.citation
    heading, button, done = "Rapport fra tilsynet", "Lagre rapporten", "tilsynsrapport"
    happens = "Rapporten blir stående som den er, og er med når hjelpen evalueres."
    seen_by = "De som har saken. Barnet og foreldrene skal ha fått lese eller høre den."
    undone = "Nei. Ble noe feil, skriver du det i den neste."

    def form(self, found: Measure, typed: Any = None) -> SummaryForm:
        since = self._since(found)
        first = {"since": since, "until": today()}
        return SummaryForm(typed, today=today(), fewer=bool(fewer_in(found, since, today())), initial=first)

    def besides(self, found: Measure) -> dict[str, Any]:
        since = self._since(found)
        return {
            "visits": [visit_row(one) for one in visits_between(found.id, since, today())], "ours": OURS,
            "fewer": fewer_in(found, since, today()),
        }  # fmt: skip

    def hindrance(self, found: Measure) -> Refusal | None:
        if found.category not in SUPERVISED:
            return NotAllowed(NOT_HERE)
        return None if found.started_on else NotAllowed("Tilsynet har ikke startet. Det er ikke noe å skrive om ennå.")

    def perform(self, found: Measure, form: Any) -> None:
        actions.sum_up(found.id, form.summed(), by=self.request.actor, at=now())

    def _since(self, found: Measure) -> Any:
        before = summed_up_to(found.id)
        return before + timedelta(days=1) if before else found.started_on or today()


@require_safe
def supervision_visit(request: DeskRequest, supervision_visit_id: UUID) -> HttpResponse:
    """One visit, point by point, and what waits after it."""
    one = _seen_visit(request, supervision_visit_id)
    context = {
        **head(one.measure, "Besøk"), "messages": said(request), **visit_row(one), "may": request.actor.may(WRITE),
    }  # fmt: skip
    return render(request, "measures/desk/supervision_visit.html", context)


@require_safe
def supervision_summary(request: DeskRequest, supervision_summary_id: UUID) -> HttpResponse:
    """One summary, to read with the family and to print."""
    summary = get_supervision_summary(supervision_summary_id)
    look("measure", by=request.actor, at=now(), subject=summary.measure_id, case_id=summary.case_id)
    context = {**head(summary.measure, "Rapport fra tilsynet"), **told(summary)}
    return render(request, "measures/desk/supervision_summary.html", context)


class _OnVisit(Act[SupervisionVisit]):
    template = "measures/desk/supervision_act.html"
    right = WRITE

    def find(self, supervision_visit_id: UUID) -> SupervisionVisit:
        return _seen_visit(self.request, supervision_visit_id)

    def head(self, one: SupervisionVisit) -> dict[str, Any]:
        row = visit_row(one)
        return {**head(one.measure, self.heading), "about": row["words"].capitalize(), "about_day": one.at}

    def home(self, one: SupervisionVisit, done: str) -> HttpResponse:
        return redirect(f"{reverse('desk:supervision-visit', args=[one.id])}?{DONE}={done}")

    def hindrance(self, one: SupervisionVisit) -> Refusal | None:
        if one.called_off_at:
            return NotAllowed("Besøket er avlyst.")
        return NotAllowed("Besøket er allerede skrevet ned.") if one.came else None


class CallOff(_OnVisit):
    """It does not take place."""

    form_class = CancelForm
    law = CALL_OFF.citation
    heading, button, done = "Avlys besøket", "Avlys", "besok-avlyst"
    undone = "Nei, men du kan skrive inn et nytt."

    def perform(self, one: SupervisionVisit, form: Any) -> None:
        actions.call_off_visit(one.id, reasons=form.cleaned_data["reasons"], by=self.request.actor, at=now())

    def home(self, one: SupervisionVisit, done: str) -> HttpResponse:
        return on_to(one.measure, done)


class WriteVisit(_OnVisit):
    """What was seen."""

    law = WRITE_VISIT.citation
    heading, button, done = "Skriv ned besøket", "Lagre besøket", "besok-skrevet"
    happens = "Det blir stående som det er, og er med i rapporten. Haster noe, står det på lista til den som har saken, i dag."
    seen_by = "De som har saken. Familien kan be om å få lese det."
    undone = "Nei. Ble noe feil, skriver du det i rapporten."

    def form(self, one: SupervisionVisit, typed: Any = None) -> SeenForm:
        plan = supervision_plan_on(one.measure_id, oslo_date(one.at))
        return SeenForm(typed, one=one, points=plan.points if plan else (), today=today())

    def besides(self, one: SupervisionVisit) -> dict[str, Any]:
        return {"writing": True}

    def hindrance(self, one: SupervisionVisit) -> Refusal | None:
        early = oslo_date(one.at) > today()
        return super().hindrance(one) or (NotAllowed("Besøket har ikke vært ennå.") if early else None)

    def perform(self, one: SupervisionVisit, form: Any) -> None:
        made = actions.write_visit(one.id, form.been(), by=self.request.actor, at=now())
        self.done = "besok-haster" if made.today_words else type(self).done


class SettleToday(_OnVisit):
    """What could not wait is done."""

    form_class = DoneTodayForm
    heading, button, done = "Det som måtte gjøres i dag", "Lagre", "besok-gjort"
    happens = "Linja går bort fra lista di."

    def head(self, one: SupervisionVisit) -> dict[str, Any]:
        return {**super().head(one), "about": one.today_words, "about_day": None}

    def hindrance(self, one: SupervisionVisit) -> Refusal | None:
        waits = one.today_words and one.today_done_on is None
        return None if waits else NotAllowed("Det står ikke noe som venter etter dette besøket.")

    def perform(self, one: SupervisionVisit, form: Any) -> None:
        actions.settle_today(one.id, words=form.cleaned_data["done_words"], by=self.request.actor, at=now())


def _seen_visit(request: DeskRequest, visit_id: UUID) -> SupervisionVisit:
    one = get_supervision_visit(visit_id)
    look("measure", by=request.actor, at=now(), subject=one.measure_id, case_id=one.case_id)
    return one


def _before(plan: SupervisionPlan | None) -> dict[str, Any]:
    """What the version before says, to go on from; else what is usually looked at."""
    if plan is None:
        return {"since": today(), "points": USUAL, "visits": 2}
    names = ("visits", "unannounced", "unannounced_agreed", "unannounced_words", "who", "told_how", "told_leads")
    return {"since": today(), "points": "\n".join(plan.points), **{name: getattr(plan, name) for name in names}}

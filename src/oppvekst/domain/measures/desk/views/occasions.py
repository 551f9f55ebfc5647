"""One time help is given: planned, seen, written down as held or not, called off, moved; and the sheet to print."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.text import capfirst
from django.views.decorators.http import require_safe

from oppvekst.domain.information.queries import phone_of
from oppvekst.domain.information.rules import Kind as Line
from oppvekst.domain.measures import actions
from oppvekst.domain.measures.desk.forms.occasion import (
    WITH_STAFF,
    HeldForm,
    MoveForm,
    NotHeldForm,
    OccasionForm,
    SheetForm,
)
from oppvekst.domain.measures.desk.frame import MeasureAct, head, said
from oppvekst.domain.measures.desk.occasions import figure, row_of
from oppvekst.domain.measures.models import Measure, Occasion
from oppvekst.domain.measures.queries import get_occasion
from oppvekst.domain.measures.queries.occasion import facts_of_occasion, moved_between
from oppvekst.domain.measures.queries.unsuited import unsuited_of
from oppvekst.domain.measures.rules import (
    TO_CALL_OFF,
    TO_HOLD,
    TO_MOVE,
    TO_PLAN,
    TO_SAY_NOT_HELD,
    WRITE,
    Each,
    OccasionFacts,
    OccasionGuard,
    Stood,
    each_of,
)
from oppvekst.domain.measures.rules.occasion import WORDS
from oppvekst.ground.access.colleagues import colleagues
from oppvekst.ground.journal.looks import look
from oppvekst.ground.web.acting import Act
from oppvekst.ground.web.frame import DONE, DeskRequest, now, today
from oppvekst.law.refusals import Refusal


def stopping(guards: tuple[OccasionGuard, ...], facts: OccasionFacts) -> Refusal | None:
    """The first condition that no form can mend."""
    return next((guard.refuse() for guard in guards if guard.field is None and not guard.check(facts)), None)


class PlanOne(MeasureAct):
    """One more time."""

    right = WRITE
    heading, button, done = "Planlegg en gang", "Planlegg", "planlagt"
    happens = "Den står i tiltakets kalender, og i uka til den fra tjenesten som er med."
    seen_by = "De som har saken."
    undone = "Ja. Du kan flytte eller avlyse den."

    def form(self, found: Measure, typed: Any = None) -> OccasionForm:
        kind = each_of(found.category) or Each.SESSION
        me = str(self.request.actor.person) if kind in WITH_STAFF else ""
        start = {"with_whom": found.provider_name, "staff": me}
        return OccasionForm(typed, kind=kind, people=_people(self.request), initial=start)

    def hindrance(self, found: Measure) -> Refusal | None:
        return stopping(TO_PLAN, facts_of_occasion(found, today=today()))

    def perform(self, found: Measure, form: Any) -> None:
        # Help of one day has no field for the last.
        self.fields = {} if "last_day" in form.fields else {"last_day": "first_day"}
        actions.plan_occasion(found.id, form.when(), by=self.request.actor, at=now())


@require_safe
def occasion(request: DeskRequest, occasion_id: UUID) -> HttpResponse:
    """One of them: when, with whom, what happened, and what can be done with it."""
    one = _seen(request, occasion_id)
    before, after = moved_between(one)
    kind, waits = Each(one.kind), one.stood == Stood.PLANNED
    context = {
        **head(one.measure, WORDS[kind].one.capitalize()), **_told(one), "messages": said(request),
        "hours": figure(one.hours), "before": before, "after": after, "stay": kind is Each.STAY,
        "may_write": request.actor.may(WRITE) and waits, **_acts(one), "said": (heard := unsuited_of(one.id)),
        "answers": request.actor.may(WRITE) and any(each.settled_at is None for each in heard),
    }  # fmt: skip
    return render(request, "measures/desk/occasion.html", context)


@require_safe
def sheet(request: DeskRequest, occasion_id: UUID) -> HttpResponse:
    """The sheet to those who have the child over night: never where it lives, and never why (bvl § 13-1)."""
    one = _seen(request, occasion_id)
    oncall = phone_of(one.municipality_id, Line.ON_CALL)
    back = reverse("desk:measure-occasion", args=[one.id])
    context = {**_told(one), "called": one.measure.case.child.called, "oncall": oncall, "back": back}
    return render(request, "measures/desk/occasion_sheet.html", context)


class OnOne(Act[Occasion]):
    """One act on one of them: where it is found, and where it leads."""

    template = "measures/desk/act.html"
    right = WRITE
    seen_by = "De som har saken."
    guards: tuple[OccasionGuard, ...] = ()

    def find(self, occasion_id: UUID) -> Occasion:
        return _seen(self.request, occasion_id)

    def head(self, one: Occasion) -> dict[str, Any]:
        back = reverse("desk:measure-occasion", args=[one.id])
        about = ", ".join(part for part in (row_of(one, today())["days"], one.with_whom) if part)
        return {**head(one.measure, self.heading), "about": capfirst(about), "back": back}

    def home(self, one: Occasion, done: str) -> HttpResponse:
        return redirect(f"{reverse('desk:measure-occasion', args=[one.id])}?{DONE}={done}")

    def hindrance(self, one: Occasion) -> Refusal | None:
        return stopping(self.guards, facts_of_occasion(one.measure, today=today(), one=one))


class WriteHeld(OnOne):
    """What happened."""

    heading, button, done = "Hva skjedde?", "Lagre", "holdt"
    guards = TO_HOLD
    undone = "Nei. Teksten blir stående."

    def form(self, one: Occasion, typed: Any = None) -> HeldForm:
        return HeldForm(typed, kind=Each(one.kind))

    def perform(self, one: Occasion, form: Any) -> None:
        actions.write_held(one.id, form.happened(), by=self.request.actor, at=now())


class WriteNotHeld(OnOne):
    """Nothing came of it."""

    form_class = NotHeldForm
    heading, button, done = "Det ble ikke noe av", "Lagre", "ikke-holdt"
    guards = TO_SAY_NOT_HELD
    undone = "Nei. Teksten blir stående."

    def perform(self, one: Occasion, form: Any) -> None:
        told = form.cleaned_data
        actions.write_not_held(one.id, who=told["who"], reasons=told["words"], by=self.request.actor, at=now())


class CallOff(OnOne):
    """It does not take place."""

    form_class = NotHeldForm
    heading, button, done = "Avlys", "Avlys", "gang-avlyst"
    guards = TO_CALL_OFF
    happens = "Si fra til familien og til den som gir hjelpen. Systemet sier ikke fra for deg."
    undone = "Nei, men du kan planlegge en ny."

    def perform(self, one: Occasion, form: Any) -> None:
        told = form.cleaned_data
        actions.call_off(one.id, who=told["who"], reasons=told["words"], by=self.request.actor, at=now())


class Move(OnOne):
    """Another day instead."""

    heading, button, done = "Flytt", "Flytt", "flyttet"
    guards = (*TO_MOVE, *TO_PLAN)
    happens = "Den gamle blir stående som flyttet. Si fra til familien og til den som gir hjelpen."
    undone = "Ja. Du kan flytte den tilbake."

    def form(self, one: Occasion, typed: Any = None) -> MoveForm:
        names = ("first_day", "last_day", "starts", "ends", "with_whom", "place", "staff")
        return MoveForm(
            typed, kind=Each(one.kind), people=_people(self.request), initial={n: getattr(one, n) for n in names}
        )

    def perform(self, one: Occasion, form: Any) -> None:
        last = {} if "last_day" in form.fields else {"last_day": "first_day"}
        self.fields = {"words": "reasons", **last}
        reasons = form.cleaned_data["reasons"]
        self.made = actions.move_occasion(one.id, form.when(), reasons=reasons, by=self.request.actor, at=now())

    def home(self, one: Occasion, done: str) -> HttpResponse:
        return super().home(self.made, done)


class WriteSheet(OnOne):
    """What those who have the child over night get to read."""

    heading, button, done = "Til dem som har barnet over natta", "Lagre", "ark"
    guards = (TO_MOVE[0],)
    happens = (
        "Det gjelder dette oppholdet og dem som er planlagt etter det. Du skriver ut arket og gir det til hjemmet."
    )
    seen_by = "De som har saken, og de som får arket."
    undone = "Ja. Du kan skrive det på nytt til oppholdet har vært."

    def form(self, one: Occasion, typed: Any = None) -> SheetForm:
        names = ("bedtime", "needs", "likes", "family_phone")
        return SheetForm(typed, initial={name: getattr(one, name) for name in names})

    def perform(self, one: Occasion, form: Any) -> None:
        actions.write_sheet(one.id, form.sheet(), by=self.request.actor, at=now())


def _seen(request: DeskRequest, occasion_id: UUID) -> Occasion:
    one = get_occasion(occasion_id)
    look("measure", by=request.actor, at=now(), subject=one.measure_id, case_id=one.case_id)
    return one


def _told(one: Occasion) -> dict[str, Any]:
    """On its own page it leads nowhere else."""
    return {name: value for name, value in row_of(one, today()).items() if name != "href"}


def _people(request: DeskRequest) -> list[tuple[UUID, str]]:
    return colleagues(request.actor.municipality, today=today())


def _acts(one: Occasion) -> dict[str, bool]:
    """What can be done with it today."""
    facts = facts_of_occasion(one.measure, today=today(), one=one)
    may = {"hold": TO_HOLD, "not_held": TO_SAY_NOT_HELD, "call_off": TO_CALL_OFF, "move": (*TO_MOVE, *TO_PLAN)}
    return {f"can_{name}": stopping(guards, facts) is None for name, guards in may.items()}

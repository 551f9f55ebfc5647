"""A home for the child: asked of the coordinator, read when it is answered, taken or refused, and let go."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from oppvekst.domain.homes.queries import facts_to_settle
from oppvekst.domain.homes.rules import (
    ACCEPT,
    ASK_AGAIN,
    LET_GO_OF,
    NONE_FOUND,
    TAKE_BACK,
    WANTED_MACHINE,
    Kind,
    age_band,
)
from oppvekst.domain.measures import actions
from oppvekst.domain.measures.actions.home import demand_askable
from oppvekst.domain.measures.desk.forms.home import AcceptForm, AgainForm, GoForm, WishForm, as_asked
from oppvekst.domain.measures.desk.frame import MeasureAct, head, said
from oppvekst.domain.measures.desk.home_page import CALLED, of_kind, told
from oppvekst.domain.measures.models import AskedHome, Measure
from oppvekst.domain.measures.queries import get_asked_home
from oppvekst.domain.measures.queries.home import names_of_family, not_to_be_told, places_for
from oppvekst.domain.measures.queries.occasion import planned_with
from oppvekst.domain.measures.rules import WRITE
from oppvekst.domain.measures.rules.homes import home_of
from oppvekst.domain.people.rules import age
from oppvekst.ground.journal.looks import look
from oppvekst.ground.web.acting import Act
from oppvekst.ground.web.frame import DONE, DeskRequest, now, today
from oppvekst.law.refusals import NotAllowed, Refusal

ASKS_FOR = {
    Kind.VISITING_HOME: "Spør om et besøkshjem",
    Kind.SUPPORT_CONTACT: "Spør om en støttekontakt",
    None: "Spør om et hjem",
}
TOLD_NOBODY = (
    "Koordinatoren for hjem og lederen ser det du skriver, og at det er du som spør. Koordinatoren ser ikke saken."
)


class AskHome(MeasureAct):
    """The coordinator is asked."""

    right = WRITE
    button, done = "Send til koordinatoren", "hjem-spurt"
    happens = "Det kommer på lista til koordinatoren for hjem. Når hun har svart, kommer det på lista di."
    seen_by = TOLD_NOBODY
    undone = "Ja. Du kan trekke det til du har svart ja."

    def head(self, found: Measure) -> dict[str, Any]:
        self.heading = ASKS_FOR[home_of(found.category)]
        return super().head(found)

    def form(self, found: Measure, typed: Any = None) -> WishForm:
        kind, born = home_of(found.category) or Kind.VISITING_HOME, found.case.child.birth_date
        start = {"language": "nb", "age": age_band(age(born, today=today())) if born else ""}
        return WishForm(typed, kind=kind, initial=start, **_around(found))

    def hindrance(self, found: Measure) -> Refusal | None:
        try:
            demand_askable(found)
        except NotAllowed as refusal:
            return refusal
        return None

    def perform(self, found: Measure, form: Any) -> None:
        actions.ask_for_home(found.id, form.wish(), by=self.request.actor, at=now())


@require_safe
def asked_home(request: DeskRequest, asked_home_id: UUID) -> HttpResponse:
    """One of them: what was asked, the coordinator's answer, and what can be said to it."""
    asked = _seen(request, asked_home_id)
    context = {
        **head(asked.measure, CALLED[asked.wanted.kind]), "messages": said(request), "row": told(asked),
        "may_write": request.actor.may(WRITE),
    }  # fmt: skip
    return render(request, "measures/desk/home.html", context)


class _OnHome(Act[AskedHome]):
    template = "measures/desk/home_act.html"
    right = WRITE
    seen_by = TOLD_NOBODY
    step = ""

    def find(self, asked_home_id: UUID) -> AskedHome:
        return _seen(self.request, asked_home_id)

    def head(self, asked: AskedHome) -> dict[str, Any]:
        self.say_it_of(asked)
        return {**head(asked.measure, self.heading), "row": told(asked), "back": _page(asked)}

    def say_it_of(self, asked: AskedHome) -> None:
        """The words of the act, in those of the kind that is asked for."""
        self.heading, self.happens = (of_kind(words, asked.wanted.kind) for words in (self.heading, self.happens))

    def home(self, asked: AskedHome, done: str) -> HttpResponse:
        return redirect(f"{reverse('desk:measure', args=[asked.measure_id])}?{DONE}={done}")

    def hindrance(self, asked: AskedHome) -> Refusal | None:
        one = asked.wanted
        try:
            WANTED_MACHINE.take(one.state, self.step, facts_to_settle(one, self.step), later={"reasons"})
        except Refusal as refusal:
            return refusal
        return None


class AcceptHome(_OnHome):
    """Yes: it stands in the measure."""

    form_class = AcceptForm
    heading, button, done, step = "Si ja til hjemmet", "Si ja", "hjem-ja", ACCEPT
    happens = "Navnet står i tiltaket som den som gir hjelpen, og er foreslått når du planlegger helger og ganger."
    seen_by = (
        "De som har saken. Koordinatoren og lederen ser at du har sagt ja. Foreldre som får lese om hjelpen, og barnet, "
        "ser navnet på Min side."
    )
    undone = "Ja. Du kan skrive at de ikke lenger er med."

    def perform(self, asked: AskedHome, form: Any) -> None:
        actions.accept_home(asked.id, form.heard(), by=self.request.actor, at=now())


class AskHomeAgain(_OnHome):
    """No, with why; and asked anew."""

    heading, button, done, step = "Si nei, og spør på nytt", "Send til koordinatoren", "hjem-spurt", ASK_AGAIN
    happens = "Svaret blir stående med grunnen. Koordinatoren får det nye spørsmålet på lista si."
    undone = "Nei, men du kan trekke det nye."

    def form(self, asked: AskedHome, typed: Any = None) -> AgainForm:
        one = asked.wanted
        none_found, start = one.state == NONE_FOUND, as_asked(one, today=today())
        return AgainForm(typed, kind=Kind(one.kind), none_found=none_found, initial=start, **_around(asked.measure))

    def say_it_of(self, asked: AskedHome) -> None:
        super().say_it_of(asked)
        if asked.wanted.state == NONE_FOUND:
            self.heading = "Spør på nytt"

    def perform(self, asked: AskedHome, form: Any) -> None:
        reasons = form.cleaned_data["reasons"]
        actions.ask_again(asked.id, form.wish(), reasons=reasons, by=self.request.actor, at=now())


class TakeBackHome(_OnHome):
    """Nobody is asked for any longer."""

    heading, button, done, step = "Trekk spørsmålet", "Trekk", "hjem-trukket", TAKE_BACK
    happens = "Det går ut av lista til koordinatoren. Er noen foreslått, er de ledige igjen."
    undone = "Nei, men du kan spørre på nytt."

    def perform(self, asked: AskedHome, form: Any) -> None:
        actions.take_back_asked(asked.id, by=self.request.actor, at=now())


class LetHomeGo(_OnHome):
    """The home is no longer the child's."""

    heading, button, done, step = "De er ikke lenger med", "Lagre", "hjem-slutt", LET_GO_OF
    happens = (
        "Navnet går ut av tiltaket. Det som er planlagt der og ikke blir avlyst her, må du flytte eller avlyse selv."
    )
    undone = "Nei, men du kan spørre koordinatoren på nytt."

    def form(self, asked: AskedHome, typed: Any = None) -> GoForm:
        planned = planned_with(asked.measure, asked.wanted.answer_name, after=today())
        return GoForm(typed, planned=len(planned), stays=asked.wanted.kind == Kind.VISITING_HOME)

    def perform(self, asked: AskedHome, form: Any) -> None:
        told = form.cleaned_data
        call_off = bool(told.get("call_off"))
        actions.let_home_go(asked.id, reasons=told["reasons"], call_off=call_off, by=self.request.actor, at=now())


def _around(found: Measure) -> dict[str, Any]:
    """What the form must know: the places of the municipality, whose names must not stand there, and the day."""
    return {
        "areas": places_for(found),
        "known": names_of_family(found),
        "places": not_to_be_told(found),
        "today": today(),
    }


def _page(asked: AskedHome) -> str:
    return reverse("desk:asked-home", args=[asked.id])


def _seen(request: DeskRequest, asked_home_id: UUID) -> AskedHome:
    asked = get_asked_home(asked_home_id)
    look("measure", by=request.actor, at=now(), subject=asked.measure_id, case_id=asked.case_id)
    return asked

"""The coordinator answers colleagues who ask for a home: the list, one of them, a home or none, and what is in place."""

from __future__ import annotations

from typing import Any, ClassVar
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from oppvekst.domain.homes import actions, queries
from oppvekst.domain.homes.actions import FOLLOW_UP
from oppvekst.domain.homes.desk import wanted_page as page
from oppvekst.domain.homes.desk.wanted_forms import CannotForm, InPlaceForm, NameForm, NoneForm, field_names, told_days
from oppvekst.domain.homes.models import Offer, Wanted
from oppvekst.domain.homes.rules import ANSWERED, CANNOT, NAME_HOME, SAY_NONE, WAITS, WANTED_MACHINE
from oppvekst.ground.journal.looks import look
from oppvekst.ground.web.acting import Act
from oppvekst.ground.web.frame import DONE, DeskRequest, Notice, now, today
from oppvekst.law.refusals import NotAllowed, Refusal

AS_BEFORE = "Dagene er fra sist hjemmet ble foreslått. Spør om noen har flyttet inn, og se om alt stemmer."
PAGE, PROPOSED = 50, 20
NOTICES = {
    "besvart": Notice("Svaret er sendt. Den som spurte, har det på lista si"),
    "ingen": Notice("Svaret er sendt. Den som spurte, har det på lista si", "info"),
    "likevel-ikke": Notice("Den som spurte, får vite at de likevel ikke kan. Se etter noen andre"),
    "fortalt": Notice("Det er skrevet at de har fått vite det"),
    "pa-plass": Notice("Det er skrevet hva som er på plass"),
}  # fmt: skip


@require_safe
def wanted_homes(request: DeskRequest) -> HttpResponse:
    """What colleagues ask for: those who wait first, by the day they should have an answer."""
    found = queries.wanted(request.actor)
    chosen = next((view for view in page.VIEWS if view[0] == request.GET.get("vis", "")), page.VIEWS[0])
    counts = {row["state"]: row["many"] for row in found.values("state").annotate(many=Count("id"))}
    order = ("answer_by", "asked_at", "id") if not chosen[0] else ("-answered_at", "-asked_at", "id")
    shown = Paginator(found.filter(state__in=chosen[2]).order_by(*order), PAGE).get_page(request.GET.get("side"))
    context = {
        "tabs": page.tabs(counts, chosen[0]), "page": shown, "label": chosen[1], "none": chosen[3], "help": chosen[4],
        "today": today(),
        "rows": [page.row(one, today=today()) for one in shown.object_list],
    }  # fmt: skip
    return render(request, "homes/desk/wanted_list.html", context)


@require_safe
def wanted_home(request: DeskRequest, wanted_id: UUID) -> HttpResponse:
    """One of them: what is asked, who could fit, and what was answered."""
    one, by = seen(request, wanted_id), request.actor
    context = {**page.context(one, by, today=today()), "messages": said(request)}
    if one.state == WAITS:
        shown = Paginator(queries.fitting(one, by=by), PROPOSED).get_page(request.GET.get("side"))
        context |= {"page": shown, "proposals": page.proposals(one, shown), "all_homes": reverse("desk:offers")}
    return render(request, "homes/desk/wanted.html", context)


@require_POST
def wanted_told(request: DeskRequest, wanted_id: UUID) -> HttpResponse:
    """The home has heard how it went."""
    actions.say_told(wanted_id, by=request.actor, at=now())
    return redirect(f"{reverse('desk:wanted-home', args=[wanted_id])}?{DONE}=fortalt")


def seen(request: DeskRequest, wanted_id: UUID) -> Wanted:
    """What was asked, if it is there for this person, who has then seen it (bvl § 13-1)."""
    queries.must_see(request.actor)
    one = queries.get_wanted(wanted_id, by=request.actor)
    look("wanted", by=request.actor, at=now(), subject=one.id)
    return one


def said(request: DeskRequest) -> list[Notice]:
    """A word about what was just done."""
    done = NOTICES.get(request.GET.get(DONE, ""))
    return [done] if done else []


class _OnWanted(Act[Wanted]):
    template = "homes/desk/wanted_act.html"
    right = FOLLOW_UP
    seen_by = "Den som spurte og de andre som har saken, du, de andre koordinatorene og lederen."
    step = ""
    # What the act is called, by the kind that is asked for.
    called: ClassVar[dict[str, str]] = {}

    def find(self, wanted_id: UUID, **others: UUID) -> Wanted:
        return seen(self.request, wanted_id)

    def head(self, one: Wanted) -> dict[str, Any]:
        self.heading = self.called.get(one.kind, self.heading)
        return page.head(one, today=today(), act=self.heading)

    def home(self, one: Wanted, done: str) -> HttpResponse:
        return redirect(f"{reverse('desk:wanted-home', args=[one.id])}?{DONE}={done}")

    def hindrance(self, one: Wanted) -> Refusal | None:
        step = WANTED_MACHINE.step(self.step)
        if one.state in step.sources:
            return None
        here = WANTED_MACHINE.state(one.state).title
        return NotAllowed(f"Dette er alt avgjort: {here}.", step.citation)


class Answer(_OnWanted):
    """A home is named."""

    called = page.PROPOSE
    heading, button, done, step = "Foreslå et hjem", "Send svaret", "besvart", NAME_HOME
    happens = "Den som spurte, får hjemmets navn og telefon og det du skriver. Hun svarer ja eller nei."
    undone = "Ja, til den som spurte, har sagt ja. Da sier du fra om at det likevel ikke kan bli."

    def find(self, wanted_id: UUID, **others: UUID) -> Wanted:
        self.offer: Offer = queries.get_offer(others["offer_id"], by=self.request.actor)
        return super().find(wanted_id)

    def form(self, one: Wanted, typed: Any = None) -> NameForm:
        self.named, self.taken = queries.named_for([self.offer.id], but=one.id).get(self.offer.id, (0, 0))
        start = told_days(queries.last_in_place(self.offer))
        self.lead = AS_BEFORE if start else ""
        others = self.named + self.taken
        return NameForm(typed, kind=one.kind, today=today(), others=others, initial=start)

    def besides(self, one: Wanted) -> dict[str, Any]:
        return {"offer": self.offer, "busy": page.busy(self.named, self.taken, one.kind), "facts": page.asked(one)}

    def perform(self, one: Wanted, form: Any) -> None:
        told = form.cleaned_data
        self.fields = field_names(one.kind)
        actions.name_home(
            one.id, self.offer.id, told["words"], in_place=form.in_place(), several=bool(told.get("several")),
            by=self.request.actor, at=now(),
        )  # fmt: skip


class SayNone(_OnWanted):
    """There is none now."""

    form_class = NoneForm
    called = page.NONE
    heading, button, done, step = "Jeg fant ikke noe hjem", "Send svaret", "ingen", SAY_NONE
    happens = "Den som spurte, får svaret ditt, og kan spørre på nytt om noe annet."
    undone = "Nei, men hun kan spørre på nytt."

    def perform(self, one: Wanted, form: Any) -> None:
        actions.say_none(one.id, form.cleaned_data["words"], by=self.request.actor, at=now())


class SayCannot(_OnWanted):
    """The home that was named cannot after all."""

    form_class = CannotForm
    called = page.CANNOT
    heading, button, done, step = "Hjemmet kan likevel ikke", "Lagre", "likevel-ikke", CANNOT
    happens = "Ingen kan si ja til dem lenger. Spørsmålet venter på deg igjen, og den som spurte, får det på lista si."
    undone = "Ja. Du kan foreslå dem på nytt."

    def perform(self, one: Wanted, form: Any) -> None:
        actions.say_cannot(one.id, form.cleaned_data["words"], by=self.request.actor, at=now())


class SayInPlace(_OnWanted):
    """What has come in place since."""

    heading, button, done = "Hva er på plass?", "Lagre", "pa-plass"
    lead = "Skriv dagen for det som er på plass, og la resten stå tomt. Selve attesten skal ikke inn her."
    happens = "Den som spurte, ser det som din uttalelse. Hun kan si ja når alt er på plass."
    undone = "Ja. Du kan skrive det om til den som spurte har svart."

    def form(self, one: Wanted, typed: Any = None) -> InPlaceForm:
        return InPlaceForm(typed, kind=one.kind, today=today(), initial=told_days(one.in_place))

    def hindrance(self, one: Wanted) -> Refusal | None:
        return None if one.state == ANSWERED else NotAllowed("Dette skrives når et hjem er foreslått.")

    def perform(self, one: Wanted, form: Any) -> None:
        self.fields = field_names(one.kind)
        actions.say_in_place(one.id, form.in_place(), by=self.request.actor, at=now())

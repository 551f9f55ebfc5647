"""«Hjemmebesøk» on a phone: a page that is kept in the phone when there is no net, and what it sends when there is (ADR 30)."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from django.http import HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from oppvekst.domain.investigations import actions, queries
from oppvekst.domain.investigations.actions.hallway import WRITE, Received
from oppvekst.domain.investigations.desk import forms, hallway
from oppvekst.domain.investigations.desk.frame import DONE, NOTICES, DeskRequest, now
from oppvekst.domain.investigations.desk.page import collected, head, led, seen
from oppvekst.domain.investigations.models import HallwayVisit
from oppvekst.domain.investigations.rules.hallway import TEXTS
from oppvekst.ground.journal.looks import look
from oppvekst.ground.web.acting import Act
from oppvekst.ground.web.frame import INCOMPLETE, STOPPED, at_desk
from oppvekst.law.calendar import OSLO
from oppvekst.law.citation import bvl
from oppvekst.law.refusals import NotAllowed, Refusal

LOOK = "investigation.hallway"


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def visit(request: DeskRequest, investigation_id: UUID) -> HttpResponse:
    """The page for one case. Without scripts it is an ordinary form."""
    request.actor.must(WRITE)
    if request.method != "POST":
        return _shown(request, investigation_id)
    form = forms.VisitForm(request.POST)
    if not form.is_valid():
        return _shown(request, investigation_id, form, status=INCOMPLETE)
    try:
        received = _received(request, investigation_id, form)
    except NotAllowed as refusal:
        return _shown(request, investigation_id, form, refusal=refusal, status=STOPPED)
    return _onward(request, received)


@require_POST
@at_desk
def send(request: DeskRequest, investigation_id: UUID) -> HttpResponse:
    """What the phone has kept, sent when there is a net: the same sending is stored once, however often it comes."""
    request.actor.must(WRITE)
    queries.get_investigation(investigation_id)
    form = forms.VisitForm(request.POST)
    if not form.is_valid():
        wrong = next(iter(form.errors.values()))
        return JsonResponse({"refused": str(wrong[0])}, status=STOPPED)
    try:
        received = _received(request, investigation_id, form)
    except NotAllowed as refusal:
        return JsonResponse({"refused": str(refusal.sentence)}, status=STOPPED)
    found = received.visit
    two = reverse("desk:hallway-choose", args=[found.id]) if received.aside else ""
    return JsonResponse({
        "visit": str(found.id), "version": found.version, "texts": received.texts, "two": two, "apart": received.apart,
        "at": f"{now().astimezone(OSLO):%H.%M}",
    })  # fmt: skip


@require_safe
@at_desk
def secret(request: DeskRequest) -> HttpResponse:
    """The secret of this log-in, that of an earlier one it carries on, and the token forms are sent with."""
    request.actor.must(WRITE)
    log_in, was = queries.log_in_here(), hallway.earlier_secret(request.GET.get("fra", ""))
    response = JsonResponse({"now": hallway.told(log_in), "was": was, "token": get_token(request)})
    hallway.give(response, log_in)
    return response


@require_safe
@at_desk
def shell(request: DeskRequest) -> HttpResponse:
    """The page with nobody's name on it: what the phone shows when there is no net."""
    return render(request, "investigations/desk/hallway_shell.html", {"form": forms.VisitForm(), "shell": True})


@require_safe
@at_desk
def listing(request: DeskRequest) -> HttpResponse:
    """One's own visits that are not finished; above them, filled in by the phone, what it has not sent."""
    request.actor.must(WRITE)
    visits = list(queries.my_visits(request.actor))
    done = NOTICES.get(request.GET.get(DONE, ""))
    context = {"visits": visits, "two": queries.waiting(visits), "messages": [done] if done else []}
    response = render(request, "investigations/desk/hallway_list.html", context)
    hallway.give(response, queries.log_in_here())
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def choose(request: DeskRequest, visit_id: UUID) -> HttpResponse:
    """Two have written at once: both texts, whole, and what shall stand."""
    request.actor.must(WRITE)
    found = _found(request, visit_id)
    if request.method != "POST":
        if not queries.texts_aside(found).exists():
            return _to(found)
        return _choosing(request, found, hallway.both(found))
    form = forms.VisitForm(request.POST)
    if not form.is_valid():
        return _choosing(request, found, request.POST, form=form, status=INCOMPLETE)
    key, version = hallway.uuid_of(form.cleaned_data["key"]), form.cleaned_data["version"]
    try:
        actions.choose_visit(
            found.id, form.texts(), seen=_number(version), key=key or uuid4(), by=request.actor, at=now()
        )
    except NotAllowed as refusal:
        # What was put together stays in the boxes, beside what has come since.
        return _choosing(request, _found(request, visit_id), form.texts(), refusal=refusal, status=STOPPED)
    return _to(found, "valgt")


@method_decorator(at_desk, name="dispatch")
class Finish(Act[HallwayVisit]):
    """«Ferdig»: the draft becomes an ordinary home visit of the investigation."""

    template = "investigations/desk/hallway_finish.html"
    right, law = WRITE, bvl("12-4")
    heading, button, done = "Gjør besøket ferdig", "Skriv i journalen", "notat"
    happens = (
        "Hjemmebesøket står i barnets journal som et notat, med ditt navn, tidspunktet det skjedde og tidspunktet nå."
    )
    undone = "Nei. Er noe feil, skriver du et nytt notat som retter det."

    def find(self, visit_id: UUID) -> HallwayVisit:
        """Whoever opens the form has seen the visit."""
        return _found(self.request, visit_id)

    def head(self, subject: HallwayVisit) -> dict[str, Any]:
        """The investigation's head, with the visit before this."""
        found, back = subject.investigation, _address(subject)
        texts = queries.visit_texts(queries.standing_text(subject))
        words = [(title, hallway.shown(name, texts[name])) for name, title in TEXTS.items()]
        trail = (collected(found), ("Hjemmebesøk", back), (self.heading, ""))
        return {**head(found, *trail), "heading": self.heading, "cancel": back, "words": words}

    def form(self, subject: HallwayVisit, typed: Any = None) -> forms.FinishForm:
        """With the version that is read over."""
        return forms.FinishForm(typed, initial={"version": subject.version})

    def hindrance(self, subject: HallwayVisit) -> Refusal | None:
        """A visit that is a note already, or in which two have written."""
        if subject.finished_at:
            return NotAllowed("Besøket er gjort ferdig, og står som et notat.")
        if queries.texts_aside(subject).exists():
            return NotAllowed("To har skrevet samtidig. Velg hva som skal stå, før besøket blir et notat.")
        return None

    def perform(self, subject: HallwayVisit, form: Any) -> None:
        """Write it in the journal."""
        said = {name: value for name, value in form.cleaned_data.items() if name != "version"}
        actions.finish_visit(
            subject.id, actions.Finishing(**said), seen=_number(form.cleaned_data["version"]), by=self.request.actor, at=now()
        )  # fmt: skip

    def home(self, subject: HallwayVisit, done: str) -> HttpResponse:
        """To the note it became."""
        note = queries.get_visit(subject.id).note_id
        return led("investigation-note", note, done) if note else _to(subject)


def _found(request: DeskRequest, visit_id: UUID) -> HallwayVisit:
    found = queries.get_visit(visit_id)
    look(LOOK, by=request.actor, at=now(), subject=found.id, case_id=found.case_id)
    return found


def _received(request: DeskRequest, investigation_id: UUID, form: forms.VisitForm) -> Received:
    told = form.cleaned_data
    which, key = hallway.uuid_of(told["visit"]), hallway.uuid_of(told["key"])
    if which is None or key is None:
        raise NotAllowed("Siden er ikke fullstendig. Last den på nytt. Det du skrev, står i feltene.")
    return actions.receive_visit(
        investigation_id, which, form.texts(), seen=_number(told["version"]), key=key, by=request.actor, at=now()
    )


def _shown(
    request: DeskRequest, investigation_id: UUID, form: forms.VisitForm | None = None, *,
    refusal: Refusal | None = None, status: int = 200,
) -> HttpResponse:  # fmt: skip
    found = seen(request, investigation_id, LOOK)
    page = hallway.opened(found, request.GET.get("besok", ""), by=request.actor, at=now())
    done = NOTICES.get(request.GET.get(DONE, ""))
    context = {
        **head(found, collected(found), ("Hjemmebesøk", "")), "page": page, "form": form or page.form, "refusal": refusal,
        "messages": [done] if done else [], "typed": form is not None,
    }  # fmt: skip
    response = render(request, "investigations/desk/hallway.html", context, status=status)
    hallway.give(response, queries.log_in_here())
    return response


def _onward(request: DeskRequest, received: Received) -> HttpResponse:
    if received.aside:
        return redirect("desk:hallway-choose", visit_id=received.visit.id)
    if request.POST.get("then") == "ferdig" and not received.apart:
        return redirect("desk:hallway-finish", visit_id=received.visit.id)
    return _to(received.visit, "eget-utkast" if received.apart else "besok")


def _choosing(
    request: DeskRequest, found: HallwayVisit, texts: Any, *, form: forms.VisitForm | None = None,
    refusal: Refusal | None = None, status: int = 200,
) -> HttpResponse:  # fmt: skip
    shown = form or forms.VisitForm(initial={**texts, **hallway.marks(found.id, found.version)})
    investigation = found.investigation
    trail = (collected(investigation), ("Hjemmebesøk", _address(found)), ("To har skrevet", ""))
    context = {
        **head(investigation, *trail), "visit": found, "form": shown, "sides": hallway.sides(found, shown),
        "standing": queries.standing_text(found), "aside": queries.texts_aside(found), "refusal": refusal,
        "cancel": _address(found),
    }  # fmt: skip
    return render(request, "investigations/desk/hallway_choose.html", context, status=status)


def _address(found: HallwayVisit) -> str:
    return f"{reverse('desk:hallway-visit', args=[found.investigation_id])}?besok={found.id}"


def _to(found: HallwayVisit, done: str = "") -> HttpResponse:
    return redirect(f"{_address(found)}&{DONE}={done}" if done else _address(found))


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 9 else 0

"""From a child's case: who else could help, and the child's places in what there is."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from oppvekst.domain.cases.models import Case
from oppvekst.domain.cases.queries import get_case
from oppvekst.domain.measures import actions, queries
from oppvekst.domain.measures.actions import Called
from oppvekst.domain.measures.desk.forms.catalogue import a_uuid
from oppvekst.domain.measures.desk.forms.offers import LeaveForm, NeedForm, PlaceForm, WaitForm
from oppvekst.domain.measures.desk.offers_rows import card, facts
from oppvekst.domain.measures.models import HelpPlace, Offer
from oppvekst.domain.measures.queries import Fits, Start, Wanted
from oppvekst.domain.measures.rules import ENDED, EXPIRED, WRITE
from oppvekst.domain.measures.rules.offers import HAS, LEFT
from oppvekst.ground.journal.looks import look
from oppvekst.ground.web.acting import Act
from oppvekst.ground.web.frame import DONE, DeskRequest, Notice, known, now, partial, today
from oppvekst.law.refusals import NotAllowed, Refusal

NOTICES = {
    "plass": Notice("Barnet har fått plass"),
    "venter": Notice("Barnet står på venteliste"),
    "sluttet": Notice("Barnet har sluttet. Plassen er ledig for et annet barn"),
}
LET_GO = "slipp"
OFFER = "tilbud"


@require_http_methods(["GET", "HEAD", "POST"])
def who(request: DeskRequest, case_id: UUID) -> HttpResponse:
    """Who else could help this child. What is asked for is posted, and stands in no address."""
    case = get_case(case_id)
    look("measure.help", by=request.actor, at=now(), subject=case.id, case_id=case.id)
    start = queries.start_of(case, today=today())
    form = NeedForm(_asked(request.POST) if request.method == "POST" else _first(start))
    form.is_valid()
    told = {name: value for name, value in form.cleaned_data.items() if value is not None}
    wanted = Wanted(today=today(), **told)
    found = queries.who_can_help(request.actor, wanted)
    context = {
        "rows": [_row(one, case, request) for one in found], "wider": [] if found else queries.wider(request.actor, wanted),
        "case": case, "may_take": request.actor.may(WRITE), "form": form,
    }  # fmt: skip
    if partial(request):
        return render(request, "measures/desk/offers_found.html", context)
    done = NOTICES.get(request.GET.get(DONE, ""))
    places = [_place(one) for one in queries.places_of(case.id)]
    more = {"start": start, "places": places, "messages": [done] if done else [], "today": today(), **_head(case)}
    return render(request, "measures/desk/offers_who.html", {**context, **more})


class _OfCase(Act[Case]):
    """What the two acts on an offer from a case share: the offer is named beside the address."""

    template = "measures/desk/offers_place.html"
    right = WRITE

    def find(self, case_id: UUID) -> Case:
        case = get_case(case_id)
        look("measure.place", by=self.request.actor, at=now(), subject=case.id, case_id=case.id)
        return case

    @property
    def offer(self) -> Offer | None:
        """The offer that was chosen in the list, if it is there."""
        wanted = a_uuid(self.request.GET.get(OFFER, ""))
        return queries.get_offer(wanted, by=self.request.actor) if wanted else None

    def chosen(self) -> Offer:
        """The same, where there must be one."""
        if self.offer is None:
            raise NotAllowed("Velg et tilbud i lista over dem som kan hjelpe.")
        return self.offer

    def hindrance(self, case: Case) -> Refusal | None:
        return None if self.offer else NotAllowed("Velg et tilbud i lista over dem som kan hjelpe.")

    def head(self, case: Case) -> dict[str, Any]:
        offer = self.offer
        return {
            **_head(case, str(self.heading)), "offer": offer, "card": card(offer, today=today()) if offer else None,
            "facts": facts(offer) if offer else [], "back": _page_of(case.id), "tilbud": f"?{OFFER}={offer.id}" if offer else "",
        }  # fmt: skip

    def home(self, case: Case, done: str) -> HttpResponse:
        return redirect(f"{_page_of(case.id)}?{DONE}={done}")


class Take(_OfCase):
    """Take a place."""

    form_class = PlaceForm
    heading, button, done = "Ta en plass", "Ta plassen", "plass"
    lead = "Plassen er barnets fra den dagen du skriver. Ingen andre kan ta den."

    def form_values(self, case: Case) -> dict[str, Any]:
        offer = self.offer
        if offer is None:
            return {"measures": [], "workers": [], "others": 0}
        mine = next((one for one in queries.places_of(case.id) if one.offer_id == offer.id and one.state != LEFT), None)
        return {
            "measures": queries.of_case(case.id).exclude(state__in=[ENDED, EXPIRED]), "initial": {"on": today()},
            "workers": queries.certificates_on(offer.provider_id, today()), "others": queries.others_wait(offer, mine),
        }  # fmt: skip

    def perform(self, case: Case, form: Any) -> None:
        called: Called = form.called()
        actions.take_place(case.id, self.chosen().id, called, by=self.request.actor, at=now())


class Wait(_OfCase):
    """Be put in line."""

    form_class = WaitForm
    heading, button, done = "Sett på venteliste", "Sett på venteliste", "venter"
    lead = "Alle som søker, ser hvor mange som venter, og ikke hvem."

    def form_values(self, case: Case) -> dict[str, Any]:
        return {"initial": {"on": today()}}

    def perform(self, case: Case, form: Any) -> None:
        actions.wait_for_place(case.id, self.chosen().id, on=form.cleaned_data["on"], by=self.request.actor, at=now())


class Leave(Act[HelpPlace]):
    """Leave a place, or the line."""

    template = "measures/desk/offers_act.html"
    form_class = LeaveForm
    right = WRITE
    heading, button, done = "Slutt i tilbudet", "Barnet slutter", "sluttet"
    lead = "Plassen blir ledig for et annet barn med en gang du lagrer."

    def find(self, place_id: UUID) -> HelpPlace:
        found = queries.get_place(place_id)
        look("measure.place", by=self.request.actor, at=now(), subject=found.id, case_id=found.case_id)
        return found

    def form_values(self, found: HelpPlace) -> dict[str, Any]:
        return {"initial": {"on": today()}}

    def head(self, found: HelpPlace) -> dict[str, Any]:
        return {**_head(found.case, found.offer.name), "title": found.offer.name, "back": _page_of(found.case_id)}

    def perform(self, found: HelpPlace, form: Any) -> None:
        given = form.cleaned_data
        actions.leave_place(found.id, on=given["on"], words=given["words"], by=self.request.actor, at=now())

    def home(self, found: HelpPlace, done: str) -> HttpResponse:
        return redirect(f"{_page_of(found.case_id)}?{DONE}={done}")


def _asked(sent: QueryDict) -> QueryDict:
    """What was sent, without the condition that somebody has just let go of."""
    given, gone = sent.copy(), sent.get(LET_GO, "")
    if gone in NeedForm.base_fields:
        given.pop(gone, None)
    return given


def _first(start: Start) -> dict[str, Any]:
    """What is known of the child stands in the form from the start."""
    known_now = {"age": start.age, "postal_code": start.postal_code, "language": start.language, "only_free": "on"}
    return {name: value for name, value in known_now.items() if value not in (None, "")}


def _row(one: Fits, case: Case, request: DeskRequest) -> dict[str, Any]:
    way = "measure-place-new" if one.free else "measure-place-wait"
    href = f"{reverse(f'desk:{way}', args=[case.id])}?{OFFER}={one.offer.id}" if request.actor.may(WRITE) else ""
    return {
        **card(one.offer, today=today()), "reasons": one.reasons, "warnings": one.warnings, "act_href": href,
        "act": "Ta plassen" if one.free else "Sett på venteliste",
    }  # fmt: skip


def _place(one: HelpPlace) -> dict[str, Any]:
    room = one.offer.free is None or one.offer.free > 0
    take = f"{reverse('desk:measure-place-new', args=[one.case_id])}?{OFFER}={one.offer_id}"
    return {
        "row": one, "has": one.state == HAS, "left": one.state == LEFT,
        "take": take if one.state not in (HAS, LEFT) and room else "",
    }  # fmt: skip


def _page_of(case_id: UUID) -> str:
    return reverse("desk:measure-help", args=[case_id])


def _head(case: Case, here: str = "") -> dict[str, Any]:
    """Whose case, and the way back."""
    child = case.child.name
    crumbs = [("Saker", known("cases")), (child, known("case", case.id)), ("Tiltak", known("measure-list", case.id))]
    who_else = ("Hvem andre kan hjelpe?", _page_of(case.id) if here else "")
    return {"case": case, "child": child, "crumbs": [*crumbs, who_else, *([(here, "")] if here else [])]}

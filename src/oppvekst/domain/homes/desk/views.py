"""The list, one offer's page, and the acts on it."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from oppvekst.domain.homes import actions, queries
from oppvekst.domain.homes.desk import frame, page, rows
from oppvekst.domain.homes.desk.acts import OfferAct
from oppvekst.domain.homes.desk.forms import CloseForm, ContactForm, FilterForm, NoteForm
from oppvekst.domain.homes.desk.notices import notice
from oppvekst.domain.homes.desk.wanted_page import busy_with
from oppvekst.domain.homes.models import Offer
from oppvekst.domain.homes.rules import WORDS_IN_ADDRESS, looks_sensitive, one_line
from oppvekst.ground.journal.looks import look
from oppvekst.ground.web.frame import DONE, INCOMPLETE, STOPPED, DeskRequest, now, put_back, today
from oppvekst.law.calendar import oslo_date
from oppvekst.law.refusals import Refusal

PAGE = 50


@require_http_methods(["GET", "HEAD", "POST"])
def offers(request: DeskRequest) -> HttpResponse:
    """Who has offered to help. The filter is posted, so that an identity number never comes to stand in an address."""
    queries.must_see(request.actor)
    if request.method == "POST":
        return _asked(request)
    words = one_line(request.GET.get("q", ""))
    return _listed(request, "" if looks_sensitive(words, health=False) else words)


@require_safe
def offer(request: DeskRequest, offer_id: UUID) -> HttpResponse:
    """One offer: what was told, how to reach them, the next steps, and the note."""
    return show(request, frame.seen(request, offer_id))


def show(request: DeskRequest, found: Offer, *, status: int = 200, **more: Any) -> HttpResponse:
    """The page, with the note's form as it was sent when it lacked something."""
    context = {
        **page.context(found, request.actor, today=today(), note=more.pop("note", None)),
        "notice": notice(request.GET.get(DONE, "")), **more,
    }  # fmt: skip
    return render(request, "homes/desk/offer.html", context, status=status)


@require_POST
def take(request: DeskRequest, offer_id: UUID) -> HttpResponse:
    """The first one who takes it has it; a colleague's is taken over by saying whose it was."""
    actions.take(offer_id, by=request.actor, at=now(), over_from=_uuid(request.POST.get("fra", "")))
    return frame.lead_on(offer_id, "tatt")


@require_POST
def note(request: DeskRequest, offer_id: UUID) -> HttpResponse:
    """Keep the note. Has a colleague written meanwhile, both are shown, and nothing is overwritten unseen."""
    found, form = frame.seen(request, offer_id), NoteForm(request.POST)
    if not form.is_valid():
        return show(request, found, note=form, status=INCOMPLETE)
    if request.POST.get("sett") != queries.stand_of(found):
        return show(request, found, note=form, changed=True, status=STOPPED)
    try:
        actions.note(offer_id, form.cleaned_data["note"], by=request.actor, at=now())
    except Refusal as refusal:
        stopped = put_back(form, refusal)
        return show(request, found, note=form, refusal=stopped.refusal, status=stopped.status)
    return frame.lead_on(offer_id, "notert")


@require_POST
def contact_undone(request: DeskRequest, offer_id: UUID) -> HttpResponse:
    """It was a mistake that we had contact."""
    actions.take_back_contact(offer_id, by=request.actor, at=now())
    return frame.lead_on(offer_id, "ikke-kontakt")


@require_POST
def reopen(request: DeskRequest, offer_id: UUID) -> HttpResponse:
    """Ended by mistake, or they came back."""
    actions.reopen(offer_id, by=request.actor, at=now())
    return frame.lead_on(offer_id, "apnet")


class Contacted(OfferAct):
    """The day we had contact."""

    heading = _("Vi har hatt kontakt")
    lead = _("Når dere har snakket sammen. Et ubesvart anrop teller ikke.")
    button = _("Før kontakten")
    done = "kontakt"

    def form(self, found: Offer, typed: Any = None) -> ContactForm:
        return ContactForm(typed, earliest=oslo_date(found.received_at), today=today())

    def perform(self, found: Offer, form: Any) -> None:
        actions.mark_contacted(found.id, by=self.request.actor, at=now(), on=form.cleaned_data["on"])


class Close(OfferAct):
    """How it went."""

    heading = _("Avslutt")
    button = _("Avslutt")
    happens = _("Den går ut av lista over dem som venter. Det som ble sendt, og notatet, blir tatt vare på.")
    seen_by = _("Koordinatoren for hjem og barnevernslederen. Den som meldte seg, får ikke beskjed herfra: ring.")
    undone = _("Ja, du kan åpne den igjen.")
    done = "avsluttet"

    def besides(self, found: Offer) -> dict[str, Any]:
        """For how many they are named or taken: whoever asked is told before it ends."""
        busy = busy_with(found)
        return {"busy": f"{busy} Går de ikke videre, si fra til dem som spurte." if busy else ""}

    def form(self, found: Offer, typed: Any = None) -> CloseForm:
        return CloseForm(typed, initial={"note": found.note})

    def perform(self, found: Offer, form: Any) -> None:
        actions.close(found.id, **form.cleaned_data, by=self.request.actor, at=now())


def _asked(request: DeskRequest) -> HttpResponse:
    """From the filter to its address."""
    words = one_line(request.POST.get("q", ""))
    if looks_sensitive(words, health=False):
        refused = gettext("Vi har ingen fødselsnumre her. Søk med navn eller referanse.")
        return _listed(request, "", refused=refused, status=INCOMPLETE)
    asked = {"vis": request.POST.get("vis", ""), "q": words} | {
        name: request.POST.get(name, "") for name in ("slag", "bor")
    }
    told = urlencode({name: value for name, value in asked.items() if value})
    return redirect(f"{reverse('desk:offers')}{'?' if told else ''}{told}")


def _listed(request: DeskRequest, words: str, *, refused: str = "", status: int = 200) -> HttpResponse:
    by = request.actor
    form = FilterForm.of({**request.GET.dict(), "q": words}, areas=queries.areas_offered(by))
    kept = form.kept
    all_views = rows.views(by)
    chosen = next((view for view in all_views if view.key == request.GET.get(rows.SHOW, "")), all_views[0])
    found = _filtered(by, kept)
    shown = Paginator(rows.in_order(found.filter(chosen.which)), PAGE).get_page(request.GET.get("side"))
    offers_here = list(shown.object_list)
    names = queries.names_of(each.assignee for each in offers_here)
    if kept["q"]:
        look("offer-search", by=by, at=now(), terms=kept["q"])
    context = {
        "form": form, "refused": refused, "page": shown, "chosen": chosen, "today": today(), "filtered": any(kept.values()),
        "waiting": queries.waiting_wanted(by),
        "tabs": rows.tabs(found, all_views, chosen, urlencode({name: value for name, value in kept.items() if value})),
        "rows": [rows.row(each, names=names, me=by.staff_id, today=today()) for each in offers_here],
    }  # fmt: skip
    return render(request, "homes/desk/offers.html", context, status=status)


def _filtered(by: Any, kept: dict[str, str]) -> Any:
    found = queries.offers(by)
    if kept["slag"]:
        found = found.filter(kind=WORDS_IN_ADDRESS[kept["slag"]])
    if kept["bor"]:
        found = found.filter(area=kept["bor"])
    return found.filter(queries.named(kept["q"])) if kept["q"] else found


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None

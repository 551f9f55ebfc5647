"""The catalogue of help at the desk: the list, one offer, and keeping it. About no child, so the coordinator is here too."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from oppvekst.domain.decisions.rules import CATEGORIES, GROUPS
from oppvekst.domain.homes.rules import looks_sensitive, one_line
from oppvekst.domain.measures import actions, queries
from oppvekst.domain.measures.actions import EDIT_CATALOGUE
from oppvekst.domain.measures.desk.forms.catalogue import ChoosingForm, OfferForm, RetireForm, a_uuid, short
from oppvekst.domain.measures.desk.offers_rows import card, facts, parts, standing
from oppvekst.domain.measures.models import Offer
from oppvekst.domain.measures.queries import Chosen
from oppvekst.domain.measures.rules.offers import code_refusal, months_left
from oppvekst.ground.web.acting import Act
from oppvekst.ground.web.frame import DONE, DeskRequest, Notice, at_desk, now, partial, today

PAGE = 50
CODES = frozenset({*GROUPS, *(code.code for code in CATEGORIES)})
NOTICES = {
    "lagret": Notice("Tilbudet er lagret i katalogen"),
    "tatt-ut": Notice("Tilbudet tas ut av katalogen den dagen. Det står fortsatt under «også gamle»"),
}


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def listed(request: DeskRequest) -> HttpResponseBase:
    """The list. What is searched for is posted, so that nothing somebody types comes to stand in an address unseen."""
    by = request.actor
    queries.must_read_catalogue(by)
    if request.method == "POST" and not partial(request):
        return redirect(f"{reverse('desk:catalogue')}?{urlencode(_kept(request.POST))}")
    asked = request.POST if request.method == "POST" else request.GET
    kept = _kept(asked)
    providers = list(queries.providers(by, today=today()))
    found = queries.catalogue(by, _chosen(kept), today=today())
    page = Paginator(found, PAGE).get_page(asked.get("side"))
    context = {
        "page": page, "rows": [card(one, today=today()) for one in page.object_list], "filtered": bool(kept),
        "may_edit": by.may(EDIT_CATALOGUE),
    }  # fmt: skip
    if partial(request):
        return render(request, "measures/desk/offers_cards.html", context)
    form = ChoosingForm(initial=kept, providers=providers)
    return _show(request, "offers_list", {**context, "form": form, "parts": parts("catalogue")})


@require_safe
@at_desk
def offer(request: DeskRequest, offer_id: UUID) -> HttpResponse:
    """One offer: what it is, for whom, and how many places there are."""
    found = queries.get_offer(offer_id, by=request.actor)
    context = {
        "offer": found, "card": card(found, today=today()), "facts": facts(found),
        "crumbs": _crumbs((found.name, "")), "may_edit": request.actor.may(EDIT_CATALOGUE),
        "standing": standing(found, today=today()), "code_gone": code_refusal(found.category, today(), found.valid_to or today()),
        "before": months_left(found.valid_from, found.valid_to, today=today()),
    }  # fmt: skip
    return _show(request, "offers_one", context)


class Keep(Act[Offer | None]):
    """A new offer, or a changed one; what its dates mean is told before it is kept."""

    template = "measures/desk/offers_form.html"
    form_class = OfferForm
    right = EDIT_CATALOGUE
    button, done = "Lagre", "lagret"

    def find(self, offer_id: UUID | None = None) -> Offer | None:
        return queries.get_offer(offer_id, by=self.request.actor) if offer_id else None

    def form_values(self, found: Offer | None) -> dict[str, Any]:
        providers = queries.providers(self.request.actor, today=today(), ended=found is not None)
        known = OfferForm.known(found) if found else {"valid_from": today(), "others": 0}
        if found is None and "leverandor" in self.request.GET:
            known["provider"] = self.request.GET["leverandor"]
        return {"initial": known, "providers": providers, "today": today(), "standing": found.category if found else ""}

    def head(self, found: Offer | None) -> dict[str, Any]:
        here = found.name if found else "Nytt tilbud"
        trail = (
            [(found.name, reverse("desk:catalogue-offer", args=[found.id])), ("Endre", "")] if found else [(here, "")]
        )
        return {"offer": found, "heading": here, "crumbs": _crumbs(*trail), "back": _page_of(found), "parts": []}

    def show(self, subject: Offer | None, form: Any, **more: Any) -> HttpResponse:
        """The form, with what its dates mean as they stand in it."""
        self.preview = _preview(form)
        if partial(self.request) and "vis" in self.request.POST:
            return render(self.request, "measures/desk/offers_preview.html", {"preview": self.preview})
        return super().show(subject, form, **more)

    def post(self, request: DeskRequest, *args: Any, **ids: Any) -> HttpResponseBase:
        """The act; or only what the dates mean, for whoever is still writing."""
        if "vis" not in request.POST:
            return super().post(request, *args, **ids)
        self.admit(**ids)
        subject = self.find(**ids)
        form = self.form(subject, request.POST)
        form.is_valid()
        return self.show(subject, form)

    def besides(self, found: Offer | None) -> dict[str, Any]:
        return {"preview": getattr(self, "preview", []), "seen": found.changed_at.isoformat() if found else ""}

    def perform(self, found: Offer | None, form: Any) -> None:
        seen = _moment(self.request.POST.get("sett", "")) if found else None
        kept = actions.keep_offer(
            form.said(), by=self.request.actor, at=now(), offer_id=found.id if found else None, seen=seen
        )
        self.kept_id = kept.id

    def home(self, found: Offer | None, done: str) -> HttpResponse:
        return redirect(f"{reverse('desk:catalogue-offer', args=[self.kept_id])}?{DONE}={done}")


class Retire(Act[Offer]):
    """Take an offer out from a day. Nothing is deleted, and whoever has a place keeps it."""

    template = "measures/desk/offers_act.html"
    form_class = RetireForm
    right = EDIT_CATALOGUE
    heading = "Ta ut av katalogen"
    lead = "Etter denne dagen finner ingen tilbudet når de søker. Det blir ikke slettet."
    button, done = "Ta ut", "tatt-ut"

    def find(self, offer_id: UUID) -> Offer:
        return queries.get_offer(offer_id, by=self.request.actor)

    def form_values(self, found: Offer) -> dict[str, Any]:
        return {"initial": {"on": found.valid_to or today()}}

    def head(self, found: Offer) -> dict[str, Any]:
        here = reverse("desk:catalogue-offer", args=[found.id])
        return {
            "title": found.name, "crumbs": _crumbs((found.name, here), ("Ta ut", "")), "back": here, "warning": _left_in_it(found)
        }  # fmt: skip

    def perform(self, found: Offer, form: Any) -> None:
        actions.retire_offer(found.id, on=form.cleaned_data["on"], by=self.request.actor, at=now())

    def home(self, found: Offer, done: str) -> HttpResponse:
        return redirect(f"{_page_of(found)}?{DONE}={done}")


def _moment(text: str) -> datetime:
    """When the offer was last changed, as the form says; what cannot be read is never the same as what stands there."""
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return datetime.min.replace(tzinfo=UTC)


def _left_in_it(found: Offer) -> str:
    if not found.taken and not found.waiting:
        return ""
    return f"{found.taken} barn har plass nå, og {found.waiting} venter. Snakk med dem som har sakene før tilbudet er slutt."


def _preview(form: Any) -> list[dict[str, Any]]:
    """What the dates and the code mean together; nothing before a first day is written."""
    given = getattr(form, "cleaned_data", None) or form.initial
    since, until, category = given.get("valid_from"), given.get("valid_to"), given.get("category")
    if not since:
        return []
    told = [{"icon": "calendar", "colour": "neutral", "text": months_left(since, until, today=today())}]
    refusal = code_refusal(category, since, until) if category else ""
    if refusal:
        told.append({"icon": "exclamationmark-triangle-fill", "colour": "warning", "text": refusal})
    elif category and CATEGORIES.get(category):
        told.append(
            {"icon": "checkmark-circle", "colour": "success", "text": f"Koden {short(category)} gjelder alle dagene."}
        )
    return told


def _kept(sent: QueryDict) -> dict[str, str]:
    """Only what we know comes to stand in an address."""
    words, code = one_line(sent.get("sok", ""))[:100], sent.get("kode", "")
    known = {
        "sok": "" if looks_sensitive(words, health=False) else words, "kode": code if code in CODES else "",
        "leverandor": str(a_uuid(sent.get("leverandor", "")) or ""), "ledig": "on" if sent.get("ledig") else "",
        "gamle": "on" if sent.get("gamle") else "",
    }  # fmt: skip
    return {name: value for name, value in known.items() if value}


def _chosen(kept: dict[str, str]) -> Chosen:
    return Chosen(
        words=kept.get("sok", ""), category=kept.get("kode", ""), provider=a_uuid(kept.get("leverandor", "")),
        free="ledig" in kept, ended="gamle" in kept,
    )  # fmt: skip


def _page_of(found: Offer | None) -> str:
    return reverse("desk:catalogue-offer", args=[found.id]) if found else reverse("desk:catalogue")


def _crumbs(*trail: tuple[str, str]) -> list[tuple[str, str]]:
    return [("Katalogen", reverse("desk:catalogue")), *trail]


def _show(request: DeskRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    done = NOTICES.get(request.GET.get(DONE, ""))
    known = {"messages": [done] if done else [], "today": today()}
    return render(request, f"measures/desk/{template}.html", {**known, **context})

"""The list of requests, one request's page, and the acts on it."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from oppvekst.domain.prevention import actions, queries
from oppvekst.domain.prevention.desk import rows, spoken
from oppvekst.domain.prevention.desk.forms import CloseForm, FilterForm
from oppvekst.domain.prevention.desk.steps import next_steps
from oppvekst.domain.prevention.desk.views.leading import lead_on, show
from oppvekst.domain.prevention.models import Request
from oppvekst.domain.prevention.rules import Kind
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.looks import look
from oppvekst.ground.web.frame import INCOMPLETE, DeskRequest, at_desk, now, put_back, today
from oppvekst.law.calendar import oslo_date
from oppvekst.law.refusals import Refusal

PAGE = 50
PART = "requests"
LIST = _("Henvendelser")


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def listed(request: DeskRequest) -> HttpResponseBase:
    """What the public asks. The filter is posted, so that only what we know comes to stand in an address."""
    by = request.actor
    queries.must_see(by)
    form = FilterForm(request.POST if request.method == "POST" else request.GET)
    form.is_valid()
    kept = {name: str(value) for name in form.fields if (value := form.cleaned_data.get(name))}
    if request.method == "POST":
        shown = {rows.SHOW: request.POST.get(rows.SHOW, "")}
        told = urlencode({name: value for name, value in {**shown, **kept}.items() if value})
        return redirect(f"{reverse('desk:requests')}?{told}")
    all_views = rows.views(by)
    chosen = next((view for view in all_views if view.key == request.GET.get(rows.SHOW, "")), all_views[0])
    found = _filtered(by, kept)
    page = Paginator(rows.in_order(found.filter(chosen.which)), PAGE).get_page(request.GET.get("side"))
    here = list(page.object_list)
    names = queries.names_of(each.assignee for each in here)
    context = {
        "form": FilterForm(initial=kept), "page": page, "chosen": chosen, "filtered": bool(kept),
        "tabs": rows.tabs(found, all_views, chosen, kept),
        "rows": [rows.row(each, names=names, me=by.staff_id, today=today()) for each in here],
    }  # fmt: skip
    return show(request, "requests", context, part=PART)


@require_safe
@at_desk
def request_page(request: DeskRequest, request_id: UUID) -> HttpResponseBase:
    """One request: how to reach whoever asked, what they want, and the next steps."""
    found = _seen(request, request_id)
    holder = queries.names_of([found.assignee]).get(found.assignee, "") if found.assignee else ""
    context = {
        **_head(found), "facts": spoken.facts(found, today=today()), "holder": holder, "events": _events(found, holder),
        **next_steps(found, request.actor, holder=holder), "mine": found.assignee == request.actor.staff_id,
        "themes": spoken.about(found, today=today()), "times": spoken.times(found.call_at),
        "language": spoken.language(found.language, found.interpreter), "may": request.actor.may("request.answer"),
    }  # fmt: skip
    return show(request, "request", context, part=PART)


@require_POST
@at_desk
def take(request: DeskRequest, request_id: UUID) -> HttpResponseBase:
    """The first one who takes it has it; a colleague's is taken over by saying whose it was."""
    actions.take(request_id, by=request.actor, at=now(), over_from=_uuid(request.POST.get("fra", "")))
    return lead_on("request", "tatt", request_id)


@require_POST
@at_desk
def answer(request: DeskRequest, request_id: UUID) -> HttpResponseBase:
    """We have talked."""
    actions.answer(request_id, by=request.actor, at=now())
    return lead_on("request", "svart", request_id)


@require_POST
@at_desk
def take_back_answer(request: DeskRequest, request_id: UUID) -> HttpResponseBase:
    """It was a mistake that we had talked."""
    actions.take_back_answer(request_id, by=request.actor, at=now())
    return lead_on("request", "ikke-svart", request_id)


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def close(request: DeskRequest, request_id: UUID) -> HttpResponseBase:
    """How it went, on a page that asks; with nowhere to write."""
    request.actor.must("request.answer")
    found = _seen(request, request_id)
    form = CloseForm(request.POST if request.method == "POST" else None, kind=Kind(found.kind))
    about: dict[str, Any] = {"form": form}
    if form.is_valid():
        try:
            actions.close(request_id, outcome=form.cleaned_data["outcome"], by=request.actor, at=now())
        except Refusal as refusal:
            stopped = put_back(form, refusal)
            about |= {"refusal": stopped.refusal, "status": stopped.status}
        else:
            return lead_on("request", "avsluttet", request_id)
    status = about.pop("status", INCOMPLETE if form.is_bound else 200)
    return show(request, "close", {**_head(found, act=gettext("Avslutt")), **about}, part=PART, status=status)


@require_POST
@at_desk
def reopen(request: DeskRequest, request_id: UUID) -> HttpResponseBase:
    """Ended by mistake, or they called again."""
    actions.reopen(request_id, by=request.actor, at=now())
    return lead_on("request", "apnet", request_id)


def _seen(request: DeskRequest, request_id: UUID) -> Request:
    """The request, if it is there for this person, who has then seen it (bvl § 13-1)."""
    found = queries.get_request(request_id, by=request.actor)
    look("request", by=request.actor, at=now(), subject=found.id)
    return found


def _head(found: Request, *, act: str = "") -> dict[str, Any]:
    here = reverse("desk:request", args=[found.id])
    crumbs = [(LIST, reverse("desk:requests")), (found.reference, here if act else "")]
    return {
        "asked": found, "title": spoken.title(found), "state": spoken.state(found), "here": here, "limit": _limit(found),
        "anonymous": found.kind == Kind.DISCUSSION, "crumbs": [*crumbs, (act, "")] if act else crumbs,
    }  # fmt: skip


def _limit(found: Request) -> dict[str, Any] | None:
    """When to call back, how it was counted, and when it was kept. Nothing when it ended without a talk."""
    if found.closed_at and not found.answered_at:
        return None
    due = queries.call_back_limit(found)
    kept = oslo_date(found.answered_at) if found.answered_at else None
    return {"due": due.due, "steps": due.steps, "kept_on": kept, "law": gettext("egen praksis")}


def _events(found: Request, holder: str) -> list[dict[str, Any]]:
    """What has happened, oldest first."""
    told = [
        (found.received_at, gettext("Kom fra de åpne sidene"), ""), (found.answered_at, gettext("Vi ringte tilbake"), holder),
        (found.closed_at, spoken.outcome(found), ""),
    ]  # fmt: skip
    return [{"at": at, "clock": True, "text": text, "note": note} for at, text, note in told if at]


def _filtered(by: Actor, kept: dict[str, str]) -> QuerySet[Request]:
    found = queries.requests(by)
    if "slag" in kept:
        found = found.filter(kind=spoken.KINDS[kept["slag"]])
    return found.filter(reference__startswith=kept["ref"]) if "ref" in kept else found


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None

"""The switch that holds everything back from the parents: set, looked at again, lifted (bvl §§ 1-3, 12-6)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST

from oppvekst.domain.cases import actions
from oppvekst.domain.cases.desk import forms
from oppvekst.domain.cases.desk.chapters import Telling
from oppvekst.domain.cases.desk.frame import INCOMPLETE, DeskRequest, Stopped, lead_on, now, put_back
from oppvekst.domain.cases.desk.page import CasePage, opened
from oppvekst.domain.cases.models import HoldBack
from oppvekst.law.refusals import NotFound, Refusal


@require_http_methods(["GET", "HEAD", "POST"])
def hold(request: DeskRequest, case_id: UUID, tellings: tuple[Telling, ...] = ()) -> HttpResponse:
    """The switch as it stands, and setting it."""
    page = opened(request, case_id, "case-hold", tellings)
    if request.method != "POST":
        return _show(request, page)
    form = forms.HoldForm(request.POST, today=page.today)
    return _act(
        request, page, form, "sperret",
        lambda said: actions.hold(case_id, said["reasons"], review_on=said["review_on"], by=request.actor, at=now()),
    )  # fmt: skip


@require_POST
def review(request: DeskRequest, case_id: UUID, tellings: tuple[Telling, ...] = ()) -> HttpResponse:
    """Looked at again, and kept."""
    page = opened(request, case_id, "case-hold", tellings)
    switch = _standing(page)
    form = forms.ReviewForm(request.POST, today=page.today, prefix="igjen")
    return _act(
        request, page, form, "vurdert",
        lambda said: actions.review_hold(switch.id, by=request.actor, at=now(), **said),
    )  # fmt: skip


@require_POST
def lift(request: DeskRequest, case_id: UUID, tellings: tuple[Telling, ...] = ()) -> HttpResponse:
    """Lifted. What waited may now be sent; nothing is sent by itself."""
    page = opened(request, case_id, "case-hold", tellings)
    switch = _standing(page)
    form = forms.LiftForm(request.POST, prefix="loft")
    return _act(
        request, page, form, "loftet",
        lambda said: actions.lift_hold(switch.id, said["reasons"], by=request.actor, at=now()),
    )  # fmt: skip


def _standing(page: CasePage) -> HoldBack:
    if page.switch is None:
        raise NotFound("Sperren er allerede løftet.")
    return page.switch


def _act(
    request: DeskRequest, page: CasePage, form: Any, done: str, act: Callable[[dict[str, Any]], object]
) -> HttpResponse:
    if not form.is_valid():
        return _show(request, page, form, Stopped(INCOMPLETE))
    try:
        act(form.cleaned_data)
    except Refusal as refusal:
        return _show(request, page, form, put_back(form, refusal))
    return lead_on("case", page.case.id, done)


def _show(request: DeskRequest, page: CasePage, form: Any = None, stopped: Stopped | None = None) -> HttpResponse:
    """The page, with the form that was sent as it was sent and the others fresh."""
    fresh: dict[str, Any] = {"set": forms.HoldForm(today=page.today)}
    if page.switch:
        fresh = {"review": forms.ReviewForm(today=page.today, prefix="igjen"), "lift": forms.LiftForm(prefix="loft")}
    for name, blank in fresh.items():
        if isinstance(form, type(blank)):
            fresh[name] = form
    context = page.context(request, forms=fresh, sent=form, refusal=stopped.refusal if stopped else None)
    return render(request, "cases/desk/hold.html", context, status=stopped.status if stopped else 200)

"""Emergency access: the reason first, then the case; and the leader's list of it (bvl § 13-1; fvl §§ 7, 13 b)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from oppvekst.domain.cases import actions
from oppvekst.domain.cases.desk import forms
from oppvekst.domain.cases.desk.frame import DONE, INCOMPLETE, DeskRequest, Notice, Stopped, lead_on, now, put_back
from oppvekst.domain.cases.queries import emergencies
from oppvekst.ground.access.models import Emergency
from oppvekst.ground.journal.looks import look
from oppvekst.law.refusals import NotAllowed, NotFound, Refusal

NUMBER = "sak"


@require_http_methods(["GET", "HEAD", "POST"])
def emergency(request: DeskRequest) -> HttpResponse:
    """Why, what and which case. Every try is written down, also one that found nothing."""
    request.actor.must("case.emergency")
    if request.method != "POST":
        return _show(request, forms.EmergencyForm(initial={"case": request.GET.get(NUMBER, "")}))
    form = forms.EmergencyForm(request.POST)
    if not form.is_valid():
        return _show(request, form, Stopped(INCOMPLETE))
    look("emergency", by=request.actor, at=now(), terms=form.cleaned_data["case"])
    try:
        opened = _break(request, form.cleaned_data)
    except NotFound as refusal:
        form.add_error("case", refusal.sentence)
        return _show(request, form, Stopped(INCOMPLETE))
    except Refusal as refusal:
        return _show(request, form, put_back(form, refusal))
    return lead_on("case", opened.case_id, "nodtilgang")


@require_POST
def end(request: DeskRequest, emergency_id: UUID) -> HttpResponse:
    """Ended before the hours are over."""
    actions.end_emergency(emergency_id, by=request.actor, at=now())
    return redirect("desk:emergencies" if request.POST.get("fra") == "oversikt" else "desk:my-day")


@require_safe
def overview(request: DeskRequest) -> HttpResponse:
    """Every emergency access, newest first: who, which case, why, how long; and whether the leader has looked."""
    if not request.actor.wide:
        raise NotAllowed(gettext("Lista over nødtilgang er for lederen og stedfortrederen."))
    found = emergencies(request.actor.municipality)
    done = request.GET.get(DONE) == "sett-over"
    told = [Notice(gettext("Du har sett over nødtilgangen. Det står i barnets journal"))] if done else []
    context = {"rows": list(found), "now": now(), "messages": told}
    return render(request, "cases/desk/emergencies.html", context)


@require_POST
def review(request: DeskRequest, emergency_id: UUID) -> HttpResponse:
    """The leader has looked at it."""
    actions.review_emergency(emergency_id, by=request.actor, at=now())
    response = redirect("desk:emergencies")
    response["Location"] += f"?{DONE}=sett-over"
    return response


def _break(request: DeskRequest, said: dict[str, Any]) -> Emergency:
    return actions.break_glass(
        said["case"],
        kind=said["kind"],
        words=said["words"],
        cannot_wait=said["cannot_wait"],
        by=request.actor,
        at=now(),
    )


def _show(request: DeskRequest, form: forms.EmergencyForm, stopped: Stopped | None = None) -> HttpResponse:
    context = {
        "form": form, "hours": request.municipality.emergency_hours, "refusal": stopped.refusal if stopped else None,
    }  # fmt: skip
    return render(request, "cases/desk/emergency.html", context, status=stopped.status if stopped else 200)

"""«Innloggingene mine»: where one is logged in, since when, and ending what one has left or never began."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from oppvekst.ground.access import sessions
from oppvekst.ground.web.frame import DONE, DeskRequest, Notice, at_desk, now
from oppvekst.ground.web.words import moment_in_words
from oppvekst.law.calendar import oslo_date
from oppvekst.law.refusals import NotFound

TOLD = {
    "avsluttet": "Innloggingen er avsluttet. Der må man logge inn på nytt for å komme videre.",
    "alle": "Alle de andre innloggingene er avsluttet. Bare denne er igjen.",
    "min": "Fint. Vi spør ikke om den enheten igjen.",
    "ikke-min": "Innloggingen er avsluttet. Bytt passord der du logger inn, og si fra til lederen din med en gang.",
}


@require_safe
@at_desk
def my_logins(request: DeskRequest) -> HttpResponse:
    """The page."""
    open_now = [_row(one, request) for one in sessions.mine()]
    told = TOLD.get(request.GET.get(DONE, ""))
    context = {"rows": open_now, "others": len(open_now) > 1, "messages": [Notice(gettext(told))] if told else []}
    return render(request, "desk/my_logins.html", {**context, **asked(request)})


@require_POST
@at_desk
def end(request: DeskRequest) -> HttpResponse:
    """End one other log-in, or all the others."""
    which = _id(request)
    sessions.end_other(which)
    return _back("avsluttet" if which else "alle")


@require_POST
@at_desk
def answer(request: DeskRequest) -> HttpResponse:
    """«Var det deg?»"""
    which, mine = _id(request), request.POST.get("svar") == "ja"
    if which is None or not sessions.answer(which, mine=mine):
        raise NotFound(gettext("Denne innloggingen er ikke her lenger."))
    return _back("min" if mine else "ikke-min")


def asked(request: DeskRequest) -> dict[str, Any]:
    """What is asked of whoever has been logged in on a device that was not seen before."""
    today = oslo_date(now())
    return {
        "strange": [
            {"id": one.id, "device": one.device, "when": moment_in_words(one.started_at, today=today)}
            for one in sessions.strange()
        ]
    }


def _row(one: sessions.Open, request: DeskRequest) -> dict[str, Any]:
    today = oslo_date(now())
    return {
        "one": one,
        "since": moment_in_words(one.started_at, today=today),
        "used": moment_in_words(one.last_used_at, today=today),
        "elsewhere": one.place if one.place != request.municipality.name else "",
    }


def _id(request: DeskRequest) -> UUID | None:
    """Which log-in a button is about; none when it is about all the others."""
    if "id" not in request.POST:
        return None
    try:
        return UUID(request.POST["id"])
    except ValueError:
        raise NotFound(gettext("Denne innloggingen er ikke her lenger.")) from None


def _back(done: str) -> HttpResponse:
    return redirect(f"{reverse('desk:my-logins')}?{DONE}={done}")

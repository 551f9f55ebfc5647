"""The desk that locks itself: the page is covered, nothing that was typed is lost, and logging in anew takes it off."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from oppvekst.faces.desk import typed
from oppvekst.ground.access import sessions
from oppvekst.ground.web.frame import DeskRequest, at_desk


@require_POST
@at_desk
def lock(request: DeskRequest) -> HttpResponse:
    """Nobody has touched the desk for a while: what covers the page in the browser, locks it here as well."""
    sessions.lock()
    return HttpResponse(status=204)


@require_POST
@at_desk
def still_here(request: DeskRequest) -> HttpResponse:
    """Somebody writes on a page without asking for another: to have come in at all keeps the session awake."""
    return HttpResponse(status=204)


@require_safe
@at_desk
def who(request: DeskRequest) -> HttpResponse:
    """Who is logged in here now: a covered page is uncovered for the same person only."""
    return JsonResponse({"who": str(request.actor.staff_id)}, headers={"Cache-Control": "no-store"})


@require_safe
@at_desk
def back(request: DeskRequest) -> HttpResponse:
    """Logged in anew in a tab beside the covered one."""
    return render(request, "desk/back.html")


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def go_on(request: DeskRequest) -> HttpResponse:
    """What was sent when the session was over: to be read over and sent, or thrown away."""
    if request.method == "POST":
        return _without_it(request)
    kept = typed.of(request, request.actor.person)
    if kept is None:
        return _without_it(request)
    return render(request, "desk/go_on.html", {"kept": kept})


def _without_it(request: HttpRequest) -> HttpResponse:
    response = redirect("desk:my-day")
    typed.forget(request, response)
    return response

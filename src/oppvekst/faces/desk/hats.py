"""As whom one works, and going home."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import Resolver404, resolve, reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from oppvekst.domain.investigations.desk import hallway
from oppvekst.faces.desk.gate import door
from oppvekst.ground.access import sessions
from oppvekst.ground.database import logins
from oppvekst.ground.database.acting import COOKIE, keep_token
from oppvekst.ground.web.frame import DONE
from oppvekst.ground.web.health import database_answers
from oppvekst.law.refusals import NotAllowed


@require_POST
def change(request: HttpRequest) -> HttpResponse:
    """Wear another of one's own hats from the next page on."""
    if not sessions.change_hat(request.POST.get("hat", "")):
        raise NotAllowed(
            gettext("Du har ikke denne rollen i dag. Velg en annen, eller be lederen din se på tjenestelista.")
        )
    # Whoever wears one of the others reaches no list of cases.
    beside = request.POST.get("hat") in logins.OTHER_HATS
    response = redirect("desk:my-day" if beside else _onward(request.POST.get("next", "")))
    keep_token(response, sessions.renew(), lasts=sessions.WORKING_DAY)
    return response


@require_POST
def log_out(request: HttpRequest) -> HttpResponse:
    """End the session for good, in the database too. What lies unsent in this browser would go with it: it is sent first."""
    if hallway.waits(request.COOKIES):
        return redirect(f"{reverse('desk:hallway')}?{DONE}=usendt")
    sessions.end()
    response = redirect("desk:logged-out")
    response.delete_cookie(COOKIE, samesite="Lax")
    hallway.leave(response, request.COOKIES)
    return response


@require_safe
def logged_out(request: HttpRequest) -> HttpResponse:
    """Good-bye, and the way back in."""
    return render(request, "desk/logged_out.html", {"door": door()})


@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """Whether this face and its database answer."""
    alive = database_answers()
    return HttpResponse(
        "ok" if alive else "databasen svarer ikke", status=200 if alive else 503, content_type="text/plain"
    )


def _onward(asked: str) -> str:
    """Back to where one was, when it is a page of its own; what one hat sees of a child another may not."""
    path = asked.partition("?")[0]
    try:
        match = resolve(path)
    except Resolver404:
        return reverse("desk:my-day")
    return path if not match.kwargs and match.url_name in LISTS else reverse("desk:my-day")


LISTS = frozenset({"my-day", "concerns", "cases"})

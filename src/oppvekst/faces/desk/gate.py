"""Nobody reaches the desk without a session: whoever has none is shown to the door, and what was typed is kept."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils.translation import gettext

from oppvekst.faces.desk import typed
from oppvekst.faces.desk.counts import RailCounts
from oppvekst.ground.database import logins
from oppvekst.ground.database.acting import COOKIE
from oppvekst.ground.web.context import signboard
from oppvekst.ground.web.errors import refused, typed_text
from oppvekst.law.refusals import NotAllowed

# The only pages of the desk that need nobody: is it alive, and good-bye.
PUBLIC = ("/helse/", "/logget-ut/")
READING = ("GET", "HEAD")
ENDED = "OV001"
FIRST_PAGE = "/min-dag/"
# Where one goes on with what one had typed.
GO_ON = "/innlogginger/fortsett/"
# Where the children are; the database refuses the hats that stand beside, and here they are told so in words.
LATER = tuple(f"oppvekst.domain.{room}." for room in ("meetings", "investigations", "decisions", "measures"))
ABOUT_CHILDREN = ("oppvekst.domain.cases.", "oppvekst.domain.concerns.", *LATER, "oppvekst.faces.desk.search")
# Words a municipality keeps for its decisions: about no child, and the editor's too.
ABOUT_NOBODY = (
    "oppvekst.domain.decisions.desk.views.phrases",
    "oppvekst.domain.decisions.desk.views.consent_rules",
    # The catalogue of help is the coordinator's too.
    "oppvekst.domain.measures.desk.views.catalogue",
    "oppvekst.domain.measures.desk.views.providers",
)

# Files that the on-call has no part in (bvl § 15-3 (4)).
FILES = (*LATER, "oppvekst.domain.cases.desk.views.extract")


class Gate:
    """Middleware at the desk's face alone, just outside ``OneTransaction``, which has the database prove the session."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        if settings.FACE != "desk":
            raise MiddlewareNotUsed
        # Django wraps every middleware and would have made a page of «something went wrong» of an ended session.
        self.enter: Callable[[HttpRequest], HttpResponseBase] = inspect.unwrap(get_response)

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path in PUBLIC:
            request.COOKIES.pop(COOKIE, None)
            return self.enter(request)
        if not request.COOKIES.get(COOKIE):
            return show_out(request)
        request.rail_counts = RailCounts(request)  # type: ignore[attr-defined]
        try:
            return self.enter(request)
        except DatabaseError as error:
            if not _session_ended(error):
                raise
            return show_out(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Sequence[Any], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        """Who works beside the cases has no business with them: a sentence, not an error."""
        hat = getattr(getattr(request, "actor", None), "hat", "")
        if hat == logins.ONCALL and view.__module__.startswith(FILES):
            told = gettext(
                "På vakt ser du meldinger, ikke saksmapper. Har du en annen rolle også, bytter du øverst til høyre."
            )
            return refused(request, NotAllowed(told))
        if view.__module__.startswith(ABOUT_NOBODY):
            return None
        if hat in logins.OTHER_HATS and view.__module__.startswith(ABOUT_CHILDREN):
            told = gettext(
                "I denne rollen ser du ikke meldinger og saker om barn. Har du en annen rolle også, bytter du øverst til høyre."
            )
            return refused(request, NotAllowed(told))
        return None


def show_out(request: HttpRequest) -> HttpResponse:
    """To the door; from a form, to a page that says where what was typed is kept until one has logged in again."""
    response = _to_the_door(request) if request.method in READING else _kept(request)
    response.delete_cookie(COOKIE, samesite="Lax")
    response.headers["Cache-Control"] = "no-store"
    return response


def door(onward: str = FIRST_PAGE) -> str:
    """Where one logs in, and where it leads. A page's address without its question: names may stand there."""
    return f"{settings.DOOR_URL}?{urlencode({'til': onward})}"


def _to_the_door(request: HttpRequest) -> HttpResponse:
    """A part of a page cannot follow a redirect out of the house."""
    if request.headers.get("HX-Request") == "true":
        return HttpResponse(status=401, headers={"HX-Redirect": door(request.path)})
    return redirect(door(request.path))


def _kept(request: HttpRequest) -> HttpResponse:
    """Everything that was sent: sealed for whoever sent it, if we know who; else in a form that sends it again, with the
    token it came with, so that none can be forged."""
    if request.headers.get("HX-Request") == "true":  # the page it is a part of still has what was typed
        return HttpResponse(render_to_string("desk/_ended.html", {"door": door()}), status=401)
    response = HttpResponse(status=401)
    kept = typed.keep(request, response)
    context = {
        "door": door(), "on": door(GO_ON), "kept": kept, "typed": typed_text(request), "files": bool(request.FILES),
        "sent": typed.sent(request), "csrf_token": request.POST.get(typed.FORM_MARK, ""),
        "municipality": signboard(request), "face": settings.FACE, "request": request,
    }  # fmt: skip
    response.content = render_to_string("desk/ended.html", context)
    return response


def _session_ended(error: DatabaseError) -> bool:
    return getattr(error.__cause__, "sqlstate", None) == ENDED

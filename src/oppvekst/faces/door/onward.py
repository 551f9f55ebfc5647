"""On to the desk, for somebody who has proven who she is: the session is opened here and nowhere else."""

from __future__ import annotations

from urllib.parse import urljoin

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from oppvekst.faces.door import workplace
from oppvekst.faces.door.pages import UNKNOWN, turned_away
from oppvekst.ground.access import sessions
from oppvekst.ground.database.acting import acting, keep_token
from oppvekst.ground.web import device

FIRST_PAGE = "/min-dag/"


def enter(request: HttpRequest, who: str, onto: str) -> HttpResponse:
    """On to the desk; by way of the choice of municipality for whoever works in more than one (bvl § 15-2)."""
    with acting("door"):
        places = sessions.workplaces(who)
    if len(places) < 2:
        return open_for(request, who, onto)
    response = HttpResponseRedirect(urljoin(settings.DOOR_URL, "kommune/"))
    workplace.Choice(who, onto).keep(response)
    return response


def open_for(request: HttpRequest, who: str, onto: str, *, municipality: int | None = None) -> HttpResponse:
    """The session is opened last: the network has been heard, and no transaction waited for it."""
    key, spoken = device.key_of(request), device.in_words(request.headers.get("User-Agent", ""))
    with acting("door"):
        token = sessions.start(who, municipality=municipality, idle=settings.IDLE, device=spoken, device_key=key)
    if token is None:
        return turned_away(request, UNKNOWN)
    response = HttpResponseRedirect(urljoin(settings.DESK_URL, onto.lstrip("/")))
    device.remember(response, key)
    keep_token(response, token, lasts=sessions.WORKING_DAY)
    return response


def onward(asked: str) -> str:
    """A page at the desk and nowhere else: what is asked for comes from an address anybody may have written."""
    harmless = asked.startswith("/") and not asked.startswith("//") and "\\" not in asked and asked.isprintable()
    return asked if harmless and len(asked) < 500 else FIRST_PAGE

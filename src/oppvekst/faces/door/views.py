"""Coming in: to the provider, back with proof, and on to the desk with a session that only this process can open."""

from __future__ import annotations

from urllib.parse import urljoin

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods, require_safe

from oppvekst.faces.door import provider, workplace
from oppvekst.faces.door.handshake import Handshake, forget
from oppvekst.faces.door.pages import CANCELLED, DOWN, STALE, UNKNOWN, turned_away
from oppvekst.ground.access import sessions
from oppvekst.ground.database.acting import COOKIE, acting

FIRST_PAGE = "/min-dag/"


@require_safe
def begin(request: HttpRequest) -> HttpResponse:
    """Send whoever knocks to the provider."""
    handshake = Handshake.new(_onward(request.GET.get("til", "")))
    try:
        address = provider.where_to_go(provider.discover(), handshake, _answer_address(request))
    except provider.ProviderDown as error:
        return turned_away(request, DOWN, str(error))
    response = HttpResponseRedirect(address)
    handshake.keep(response)
    return response


@require_safe
def answer(request: HttpRequest) -> HttpResponse:
    """Hear what the provider says. An attempt is used up by its first answer, whatever it is."""
    response = _come_in(request, Handshake.of(request))
    forget(response)
    return response


def _come_in(request: HttpRequest, handshake: Handshake | None) -> HttpResponse:
    if handshake is None:
        return turned_away(request, STALE, "intet håndtrykk")
    if "error" in request.GET:
        cancelled = request.GET["error"] == "access_denied"
        return turned_away(request, CANCELLED if cancelled else DOWN, "leverandøren sa nei")
    try:
        who = provider.subject(provider.discover(), request.GET.get("code", ""), handshake, _answer_address(request))
    except provider.NotProven as error:
        return turned_away(request, STALE, str(error))
    except provider.ProviderDown as error:
        return turned_away(request, DOWN, str(error))
    return _enter(request, who, handshake.onward)


def _enter(request: HttpRequest, who: str, onward: str) -> HttpResponse:
    """On to the desk; by way of the choice of municipality for whoever works in more than one (bvl § 15-2)."""
    with acting("door"):
        places = sessions.workplaces(who)
    if len(places) < 2:
        return _open(request, who, onward)
    response = HttpResponseRedirect(urljoin(settings.DOOR_URL, "kommune/"))
    workplace.Choice(who, onward).keep(response)
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: HttpRequest) -> HttpResponse:
    """Which municipality this session is in. She is asked anew what she may choose: a duty may have ended meanwhile."""
    choice = workplace.Choice.of(request)
    if choice is None:
        return turned_away(request, STALE, "intet valg")
    with acting("door"):
        places = sessions.workplaces(choice.who)
    chosen = next((number for number, _ in places if str(number) == request.POST.get("kommune")), None)
    if chosen is None and places:
        return workplace.ask(request, places)
    response = _open(request, choice.who, choice.onward, municipality=chosen)
    workplace.forget(response)
    return response


def _open(request: HttpRequest, who: str, onward: str, *, municipality: int | None = None) -> HttpResponse:
    """The session is opened last: the network has been heard, and no transaction waited for it."""
    with acting("door"):
        token = sessions.start(who, municipality=municipality)
    if token is None:
        return turned_away(request, UNKNOWN)
    response = HttpResponseRedirect(urljoin(settings.DESK_URL, onward.lstrip("/")))
    response.set_cookie(
        COOKIE, token, max_age=int(sessions.WORKING_DAY.total_seconds()),
        httponly=True, samesite="Lax", secure=settings.BEHIND_TLS,
    )  # fmt: skip
    return response


def _answer_address(request: HttpRequest) -> str:
    """Where the provider shall send people back to; must be registered there, word for word."""
    return request.build_absolute_uri(urljoin(settings.DOOR_URL, "svar/"))


def _onward(asked: str) -> str:
    """A page at the desk and nowhere else: what is asked for comes from an address anybody may have written."""
    harmless = asked.startswith("/") and not asked.startswith("//") and "\\" not in asked and asked.isprintable()
    return asked if harmless and len(asked) < 500 else FIRST_PAGE

"""Coming in: to the provider, back with proof, and on to the desk with a session that only this process can open."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods, require_safe

from oppvekst.adapters import openid
from oppvekst.faces.door import own, workplace
from oppvekst.faces.door.onward import enter, onward, open_for
from oppvekst.faces.door.pages import CANCELLED, DOWN, STALE, turned_away
from oppvekst.ground.access import own_log_in, sessions
from oppvekst.ground.database.acting import acting
from oppvekst.ground.web.handshake import Handshake, forget


@require_safe
def begin(request: HttpRequest) -> HttpResponse:
    """Send whoever knocks to the provider; where there is none, to the page of one's own log-in."""
    if not settings.OIDC["issuer"]:
        return own.begin(request)
    handshake = Handshake.new(onward(request.GET.get("til", "")))
    try:
        address = openid.where_to_go(_us(), openid.discover(_us()), handshake, _answer_address(request))
    except openid.ProviderDown as error:
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
        told = openid.proven(
            _us(), openid.discover(_us()), request.GET.get("code", ""), handshake, _answer_address(request)
        )
    except openid.NotProven as error:
        return turned_away(request, STALE, str(error))
    except openid.ProviderDown as error:
        return turned_away(request, DOWN, str(error))
    who = str(told["sub"])
    if claimed := _claimed(told):
        with acting("door"):
            own_log_in.sign_on(who, str(told.get("name", ""))[:200], claimed)
    return enter(request, who, handshake.onward)


def _claimed(told: Mapping[str, Any]) -> list[str]:
    """The groups or roles that the provider says somebody has: one, several or none."""
    said = told.get(settings.OIDC_ROLES_CLAIM, ())
    return [said] if isinstance(said, str) else [each for each in said or () if isinstance(each, str)]


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
    response = open_for(request, choice.who, choice.onward, municipality=chosen)
    workplace.forget(response)
    return response


def _us() -> openid.Client:
    """Who we are to the municipality's provider."""
    return openid.Client(**settings.OIDC)


def _answer_address(request: HttpRequest) -> str:
    """Where the provider shall send people back to; must be registered there, word for word."""
    return request.build_absolute_uri(urljoin(settings.DOOR_URL, "svar/"))

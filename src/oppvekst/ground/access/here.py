"""Middleware: which municipality is asked, and who asks. Inside the request's one transaction."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.db.models import Case, Q, When
from django.http import HttpRequest, HttpResponseBase

from oppvekst.ground.access.actor import Actor, entered, public
from oppvekst.ground.access.models import Municipality
from oppvekst.ground.database.acting import COOKIE


class Here:
    """Sets ``request.municipality`` and ``request.actor``; at the desk an actor is there only with a session."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        request.actor = _actor(request)  # type: ignore[attr-defined]
        request.municipality = _municipality(request)  # type: ignore[attr-defined]
        if settings.FACE == "portal":
            request.actor = public(request.municipality.number)  # type: ignore[attr-defined]
        return self.get_response(request)


def _actor(request: HttpRequest) -> Actor | None:
    return entered() if settings.FACE == "desk" and COOKIE in request.COOKIES else None


def _municipality(request: HttpRequest) -> Municipality:
    """A member of staff's own; at the portal the one the host name belongs to, else the first."""
    actor: Actor | None = request.actor  # type: ignore[attr-defined]
    if actor:
        return Municipality.objects.get(number=actor.municipality)
    if settings.FACE == "door" or (settings.FACE == "desk" and not actor):
        return Municipality(number=0, name="Oppvekst", theme="solvik")
    host = request.get_host().rsplit(":", 1)[0].rstrip(".").lower()
    number = settings.HOST_MUNICIPALITIES.get(host)
    named = Q(number=number) if number else Q(host=host)
    # Their own host first; whoever comes by another address meets the first municipality.
    found = Municipality.objects.order_by(Case(When(named, then=0), default=1), "-number").first()
    return found or Municipality(number=0, name="Oppvekst", theme="solvik")

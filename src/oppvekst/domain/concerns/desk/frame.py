"""What every page of this room shares: who asks, what time it is, and where an act leads when it is done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import wraps
from typing import Any, Protocol
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from oppvekst.domain.concerns import queries
from oppvekst.domain.concerns.models import Concern
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.access.models import Municipality
from oppvekst.ground.database.logins import CASE_HATS, INTAKE, TEAM, WIDE
from oppvekst.ground.journal.looks import look
from oppvekst.law.calendar import oslo_date

DONE = "gjort"
RECEPTION = (INTAKE, TEAM, WIDE)


class DeskRequest(HttpRequest):
    """A request from a member of staff, as the middleware has proven it."""

    actor: Actor
    municipality: Municipality


class _View(Protocol):
    def __call__(self, request: DeskRequest, *args: Any, **kwargs: Any) -> HttpResponseBase: ...


def at_desk(view: _View) -> Callable[..., HttpResponseBase]:
    """Let in only somebody who is logged in. The face sends others to the door before they come here."""

    @wraps(view)
    def guarded(request: DeskRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if getattr(request, "actor", None) is None:
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded


def now() -> datetime:
    """The moment of this request."""
    return timezone.now()


def today() -> date:
    """The day in Oslo."""
    return oslo_date(now())


def seen(request: DeskRequest, concern: Concern) -> Concern:
    """Write down that this person saw this concern (law.md D84), and give it back."""
    look("concern", by=request.actor, at=now(), subject=concern.id, case_id=concern.case_id)
    return concern


def wait_for(concern_id: UUID) -> None:
    """Let whoever is acting on the concern this very moment finish first: what is read after this is how it stands."""
    Concern.objects.select_for_update(of=("self",)).filter(id=concern_id).values_list("id").first()


def partial(request: HttpRequest) -> bool:
    """Whether a part of the page is asked for."""
    return request.headers.get("HX-Request") == "true"


def lead_on(request: DeskRequest, concern_id: UUID, done: str, *, fragment: str = "") -> HttpResponse:
    """To the concern when it is still this person's to see, else to the list: a concluded one leaves the queue."""
    in_sight = queries.concerns_by_id([concern_id])
    place = reverse("desk:concern", args=[concern_id]) if in_sight else reverse("desk:concerns")
    return _go(request, f"{place}?{DONE}={done}{fragment}")


def to_list(request: DeskRequest, done: str) -> HttpResponse:
    """To the list of concerns, with a word about what was done."""
    return _go(request, f"{reverse('desk:concerns')}?{DONE}={done}")


def reads_files(by: Actor) -> bool:
    """Whether this hat works with whole cases; on call sees the concern that rang, and no journal (law.md 3.1)."""
    return by.hat in CASE_HATS


def in_reception(by: Actor) -> bool:
    """Whether this hat reads what comes in, readable or not: intake, team leader, leader."""
    return by.hat in RECEPTION


def known(name: str, *args: Any) -> str:
    """The address of a page that another room may have, or nothing."""
    try:
        return reverse(f"desk:{name}", args=args)
    except NoReverseMatch:
        return ""


def _go(request: DeskRequest, place: str) -> HttpResponse:
    """A part of a page cannot follow a redirect without swallowing the page it leads to."""
    return HttpResponse(headers={"HX-Redirect": place}) if partial(request) else redirect(place)

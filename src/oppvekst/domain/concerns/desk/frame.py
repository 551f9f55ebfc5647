"""What the pages of this room share: the look that is written down, and where an act leads when it is done."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from oppvekst.domain.concerns import queries
from oppvekst.domain.concerns.models import Concern
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.database.logins import CASE_HATS, INTAKE, TEAM, WIDE
from oppvekst.ground.journal.looks import look
from oppvekst.ground.web.frame import (
    DONE,
    INCOMPLETE,
    STOPPED,
    DeskRequest,
    at_desk,
    known,
    now,
    partial,
    today,
)

__all__ = [
    "DONE",
    "INCOMPLETE",
    "STOPPED",
    "DeskRequest",
    "at_desk",
    "in_reception",
    "known",
    "lead_on",
    "now",
    "partial",
    "reads_files",
    "seen",
    "to_list",
    "today",
]
RECEPTION = (INTAKE, TEAM, WIDE)


def seen(request: DeskRequest, concern: Concern, kind: str = "concern") -> Concern:
    """Write down that this person saw this concern, so that it can be answered afterwards who did (bvl § 13-1); give it back."""
    look(kind, by=request.actor, at=now(), subject=concern.id, case_id=concern.case_id)
    return concern


def lead_on(request: DeskRequest, concern_id: UUID, done: str) -> HttpResponse:
    """To the concern when it is still this person's to see, else to the list: a concluded one leaves the queue."""
    in_sight = queries.concerns_by_id([concern_id])
    place = reverse("desk:concern", args=[concern_id]) if in_sight else reverse("desk:concerns")
    return _go(request, f"{place}?{DONE}={done}")


def to_list(request: DeskRequest, done: str) -> HttpResponse:
    """To the list of concerns, with a word about what was done."""
    return _go(request, f"{reverse('desk:concerns')}?{DONE}={done}")


def reads_files(by: Actor) -> bool:
    """Whether this hat works with whole cases; on call sees the concern that rang, and no journal (bvl § 13-1)."""
    return by.hat in CASE_HATS


def in_reception(by: Actor) -> bool:
    """Whether this hat reads what comes in, readable or not: intake, team leader, leader."""
    return by.hat in RECEPTION


def _go(request: DeskRequest, place: str) -> HttpResponse:
    """A part of a page cannot follow a redirect without swallowing the page it leads to."""
    return HttpResponse(headers={"HX-Redirect": place}) if partial(request) else redirect(place)

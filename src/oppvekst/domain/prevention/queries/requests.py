"""Requests as the preventive service and the leader see them. Nobody who works with cases sees any."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from oppvekst.domain.prevention.models import Request, SignUp
from oppvekst.domain.prevention.rules import MACHINE, Kind, RequestFacts, call_back_due
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.access.models import Staff
from oppvekst.ground.database.logins import PREVENTION, WIDE
from oppvekst.law.calendar import oslo_date
from oppvekst.law.deadline import Due
from oppvekst.law.machine import Outlook
from oppvekst.law.refusals import NotAllowed, NotFound

SEES_REQUESTS = (PREVENTION, WIDE)


def must_see(by: Actor) -> None:
    """Refuse a hat that the database would refuse anyway, with a sentence."""
    if by.face == "desk" and by.hat not in SEES_REQUESTS:
        raise NotAllowed("Bare forebyggende tjeneste og barnevernslederen ser det som kommer hit.")


def get_request(request_id: UUID, *, by: Actor, lock: bool = False) -> Request:
    """The request, if it is there for you; ``lock`` lets whoever is acting on it this very moment finish first."""
    must_see(by)
    rows = Request.objects.select_for_update() if lock else Request.objects.all()
    found = rows.filter(id=request_id, municipality_id=by.municipality).first()
    if found is None:
        raise NotFound("Vi finner ikke denne henvendelsen blant dem du kan se.")
    return found


def requests(by: Actor) -> QuerySet[Request]:
    """All requests of this municipality."""
    must_see(by)
    return Request.objects.filter(municipality_id=by.municipality)


def requests_by_id(ids: Iterable[UUID]) -> dict[UUID, Request]:
    """The requests that a worklist points at, in one question; none when nothing is asked."""
    wanted = list(ids)
    return {found.id: found for found in Request.objects.filter(id__in=wanted)} if wanted else {}


def call_back_limit(asked: Request | SignUp) -> Due:
    """When whoever asked should have been called (municipal practice)."""
    slots = asked.call_at if isinstance(asked, Request) else ()
    return call_back_due(oslo_date(asked.received_at), slots=slots)


def facts_of(request: Request, *, outcome: str = "") -> RequestFacts:
    """What the steps ask about, with what the person has just chosen."""
    return RequestFacts(kind=Kind(request.kind), answered=request.answered_at is not None, outcome=outcome)


def outlook(request: Request) -> list[Outlook[RequestFacts]]:
    """Every step that leads on from here."""
    return MACHINE.outlook(request.state, facts_of(request))


def names_of(staff_ids: Iterable[UUID | None]) -> dict[UUID, str]:
    """Who they are, in one question; none when nobody is asked for."""
    wanted = {staff_id for staff_id in staff_ids if staff_id}
    return dict(Staff.objects.filter(id__in=wanted).values_list("id", "name")) if wanted else {}

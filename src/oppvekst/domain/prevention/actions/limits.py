"""What a request or a sign-up puts on the agenda: somebody to call back, while nobody has."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from oppvekst.domain.prevention.models import Request, SignUp
from oppvekst.domain.prevention.queries import call_back_limit
from oppvekst.ground.agenda.models import Queue
from oppvekst.ground.agenda.planned import Planned, Subject, counted
from oppvekst.law.calendar import oslo_date

REQUEST, SIGN_UP = "request", "sign_up"
TITLES = {
    Request.Kind.DISCUSSION: "Ring tilbake og drøft, uten å spørre hvem det gjelder",
    Request.Kind.VISIT: "Ring tilbake om et besøk",
}
CONFIRM = "Ring familien og bekreft plassen i gruppa"


def limits_of(request: Request) -> Subject:
    """A call back within two working days; kept when we have answered, or when it was ended without."""
    done = request.answered_at or request.closed_at
    planned = _in_queue(request, TITLES[Request.Kind(request.kind)], done=done, assignee=request.assignee)
    return Subject(request.id, REQUEST, request.municipality_id, None, (planned,))


def limits_of_sign_up(sign_up: SignUp) -> Subject:
    """The same for a family that has signed up."""
    planned = _in_queue(sign_up, CONFIRM, done=sign_up.answered_at)
    return Subject(sign_up.id, SIGN_UP, sign_up.municipality_id, None, (planned,))


def _in_queue(asked: Request | SignUp, title: str, *, done: datetime | None, assignee: UUID | None = None) -> Planned:
    """On the list of whoever took it, and of the whole service until somebody does."""
    due = counted(call_back_limit(asked), title, assignee=assignee, done_on=_on(done))
    return replace(due, queue=Queue.PREVENTION)


def _on(moment: datetime | None) -> date | None:
    return oslo_date(moment) if moment else None

"""Answering a request: who has it, that we have talked, and how it went. In the journal it says what, never who."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from oppvekst.domain.prevention.actions.limits import limits_of
from oppvekst.domain.prevention.models import Request
from oppvekst.domain.prevention.queries import facts_of, get_request, names_of
from oppvekst.domain.prevention.rules import CALL_BACK, MACHINE, OUTCOMES, Kind, Outcome
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.agenda.planned import settle
from oppvekst.ground.journal.acts import act
from oppvekst.law.refusals import NotAllowed

ANSWER = "request.answer"
LAW = str(CALL_BACK.citation)
STANDS = ("state", "assignee", "answered_at", "closed_at", "outcome")


def take(request_id: UUID, *, by: Actor, at: datetime, over_from: UUID | None = None) -> None:
    """Take a request. The first one who takes it has it; from a colleague only by saying from whom."""
    with act("request.taken", by=by, at=at, right=ANSWER, law=LAW) as entry:
        request = get_request(request_id, by=by, lock=True)
        if request.assignee not in (None, by.person, over_from):
            raise NotAllowed(f"{_holder(request)} har allerede tatt dette.")
        request.assignee = by.person
        _store(request)
        entry.about(request.id, says="Noen tok henvendelsen.")


def answer(request_id: UUID, *, by: Actor, at: datetime) -> None:
    """We have called and talked. Whoever did it has it, if nobody had."""
    with act("request.answered", by=by, at=at, right=ANSWER, law=LAW) as entry:
        request = get_request(request_id, by=by, lock=True)
        request.state = MACHINE.take(request.state, "answer", facts_of(request))
        request.answered_at = at
        request.assignee = request.assignee or by.person
        _store(request)
        entry.about(request.id, says="Vi ringte tilbake.")


def take_back_answer(request_id: UUID, *, by: Actor, at: datetime) -> None:
    """It was noted by mistake: the limit for calling back stands again."""
    with act("request.answer_taken_back", by=by, at=at, right=ANSWER, law=LAW) as entry:
        request = get_request(request_id, by=by, lock=True)
        request.state = MACHINE.take(request.state, "take_back_answer", facts_of(request))
        request.answered_at = None
        _store(request)
        entry.about(request.id, says="Det var ført feil at vi hadde ringt tilbake.")


def close(request_id: UUID, *, outcome: str, by: Actor, at: datetime) -> None:
    """End it, with how it went as a code: there is no room for words about anybody."""
    with act("request.closed", by=by, at=at, right=ANSWER, law=LAW) as entry:
        request = get_request(request_id, by=by, lock=True)
        request.state = MACHINE.take(request.state, "close", facts_of(request, outcome=outcome))
        request.outcome, request.closed_at = outcome, at
        request.assignee = request.assignee or by.person
        _store(request)
        said = OUTCOMES[Kind(request.kind)][Outcome(outcome)]
        entry.about(request.id, says=f"Avsluttet: {said[0].lower()}{said[1:]}.", outcome=outcome)


def reopen(request_id: UUID, *, by: Actor, at: datetime) -> None:
    """Ended by mistake, or they called again: it stands where it stood."""
    with act("request.reopened", by=by, at=at, right=ANSWER, law=LAW) as entry:
        request = get_request(request_id, by=by, lock=True)
        step = "reopen_answered" if request.answered_at else "reopen"
        request.state = MACHINE.take(request.state, step, facts_of(request))
        request.outcome, request.closed_at = "", None
        _store(request)
        entry.about(request.id, says="Åpnet igjen.")


def _holder(request: Request) -> str:
    return next(iter(names_of([request.assignee]).values()), "En kollega")


def _store(request: Request) -> None:
    request.save(update_fields=STANDS)
    settle(limits_of(request))

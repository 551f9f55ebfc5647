"""The operator's door: messages received from a file, and the daily account of what came in."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from oppvekst.domain.concerns import actions, queries
from oppvekst.domain.concerns.models import Concern
from oppvekst.domain.concerns.rules import REVIEW
from oppvekst.ground.access.actor import Actor, clock
from oppvekst.ground.access.models import Municipality
from oppvekst.ground.database.acting import acting
from oppvekst.law.calendar import OSLO, oslo_date
from oppvekst.law.refusals import Incomplete, NotAllowed

FIKS = "fiks"
LARGEST_NAME = 200


def receive(
    body: bytes, *, kind: str, message_id: str, municipality: int, at: datetime, read: actions.Reading,
    pdf: bytes | None = None,
) -> dict[str, Any]:  # fmt: skip
    """Store a message, then take it in; each commits by itself, so that a kill between them loses nothing.

    A message that cannot be read is kept, the service is alarmed, and the refusal says what is wrong and where.
    """
    name = _named(message_id)
    with acting("worker"):
        message = actions.store(
            body, source=FIKS, message_name=name, kind=kind, municipality=municipality, at=at, pdf=pdf
        )
    with acting("worker"):
        outcome = actions.take_in(message.id, read, by=_by(municipality), at=at)
        if not outcome.problems:
            return {"concerns": [_plain(concern) for concern in outcome.concerns], "duplicate": outcome.duplicate}
    raise Incomplete(
        {problem["path"] or "message": problem["sentence"] for problem in outcome.problems},
        sentence="Meldingen kunne ikke leses. Den er tatt vare på i karantene, og mottaket har fått beskjed. "
        + " ".join(problem["sentence"] for problem in outcome.problems),
    )


def reconcile(since: date) -> tuple[list[dict[str, Any]], bool]:
    """Every message received since, beside what became of it; and whether all are accounted for."""
    with acting("worker"):
        accounts = queries.accounts(since)
    rows = [
        {
            "message_id": account.message_name, "kind": account.kind, "state": account.state,
            "received_at": account.received_at.astimezone(OSLO).isoformat(), "concerns": list(account.concerns),
            "accounted_for": account.accounted_for,
        }
        for account in accounts
    ]  # fmt: skip
    return rows, all(account.accounted_for for account in accounts)


def _named(message_id: str) -> str:
    name = message_id.strip()
    if not name or len(name) > LARGEST_NAME:
        raise Incomplete({"message-id": f"Gi meldingens nummer fra avsenderen, på 1 til {LARGEST_NAME} tegn."})
    return name


def _by(municipality: int) -> Actor:
    """The clock of the municipality; of any, when the message names one that is not here."""
    known = Municipality.objects.filter(number=municipality).first() or Municipality.objects.order_by("number").first()
    if known is None:
        raise NotAllowed("Ingen kommune er satt opp. Kjør «oppvekst init --municipality NUMMER --name NAVN» først.")
    return clock(known.number)


def _plain(concern: Concern) -> dict[str, Any]:
    due = REVIEW.due(oslo_date(concern.received_at)).due
    return {
        "id": str(concern.id), "journal_number": concern.number, "child": concern.child_name,
        "review_due": due.isoformat() if due else None,
    }  # fmt: skip

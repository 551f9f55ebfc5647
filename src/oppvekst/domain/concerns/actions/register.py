"""Registering by hand: the concern, its assessment, and the message that could not be read, all or nothing."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from oppvekst.domain.concerns.actions.arrive import Received, receive
from oppvekst.domain.concerns.actions.assess import Answer
from oppvekst.domain.concerns.actions.message import settle_message
from oppvekst.domain.concerns.rules.message import ConcernMessage
from oppvekst.ground.access.actor import Actor


def register(
    message: ConcernMessage, *, assessed: Answer, received_at: datetime, entered_later: bool = False,
    from_message: UUID | None = None, by: Actor, at: datetime,
) -> Received:  # fmt: skip
    """Register a concern with its assessment (bvl § 2-1 (1)), from the phone, a letter, or a message in quarantine.

    ``from_message`` is the message that could not be read: it is dealt with when its words have become a concern.
    """
    with transaction.atomic():
        received = receive(
            message, by=by, at=at, received_at=received_at, entered_later=entered_later, assessed=assessed
        )
        if from_message:
            outcome = f"Registrert for hånd med referanse {received.reference}."
            settle_message(from_message, outcome, by=by, at=at)
    return received

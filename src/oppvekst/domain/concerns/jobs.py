"""The national portal's messages, fetched each minute: stored, taken in, and only then acknowledged."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import structlog

from oppvekst.adapters.fiks.bekymringsmelding import Kind, Unreadable
from oppvekst.adapters.fiks.bekymringsmelding import read as read_fiks
from oppvekst.adapters.fiks.inbox import Delivery, Inbox
from oppvekst.domain.concerns import actions
from oppvekst.ground.access.actor import clock
from oppvekst.ground.database.acting import acting

FIKS = "fiks"
log = structlog.get_logger()


def read(body: bytes, kind: str) -> tuple[Mapping[str, Any] | None, list[dict[str, str]]]:
    """A message in neutral words, or what is wrong with it."""
    known: Kind = "offentlig" if kind == "offentlig" else "privat"
    try:
        return dict(read_fiks(body, known)), []
    except Unreadable as unreadable:
        return None, [{"path": problem.path, "sentence": problem.sentence} for problem in unreadable.problems]


def fetch(inbox: Inbox, municipality: int, *, at: datetime) -> int:
    """Take in what waits in the inbox; how many. A kill at any moment loses nothing: what is not answered comes again.

    «Received» is said only when the message is in our own database. One that cannot be read is acknowledged too: we have
    it, in quarantine, and somebody here has been told.
    """
    return sum(_received(inbox, delivery, municipality, at) for delivery in inbox.pending())


def _received(inbox: Inbox, delivery: Delivery, municipality: int, at: datetime) -> bool:
    """One delivery. Our own fault with one must not stop those behind it: it stays in the inbox and comes again."""
    try:
        _take_in(delivery, municipality, at)
    except Exception as fault:
        log.error("message_not_taken_in", message_id=delivery.message_id, fault=type(fault).__name__)
        return False
    inbox.acknowledge(delivery.message_id)
    return True


def _take_in(delivery: Delivery, municipality: int, at: datetime) -> None:
    with acting("worker"):
        message = actions.store(
            delivery.body, source=FIKS, message_name=delivery.message_id, kind=delivery.kind, municipality=municipality,
            at=at, pdf=delivery.pdf,
        )  # fmt: skip
    with acting("worker"):
        actions.take_in(message.id, read, by=clock(municipality), at=at)

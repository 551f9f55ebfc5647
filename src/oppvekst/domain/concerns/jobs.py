"""The national portal's messages, fetched each minute: stored, taken in, and only then acknowledged."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.conf import settings

from oppvekst.adapters.fiks.bekymringsmelding import Kind, Unreadable
from oppvekst.adapters.fiks.bekymringsmelding import read as read_fiks
from oppvekst.adapters.fiks.inbox import Delivery, FolderInbox, Inbox
from oppvekst.domain.concerns import actions
from oppvekst.ground.access.actor import clock
from oppvekst.ground.access.models import Municipality
from oppvekst.ground.database.acting import acting

FIKS = "fiks"


def read(body: bytes, kind: str) -> tuple[Mapping[str, Any] | None, list[dict[str, str]]]:
    """A message in neutral words, or what is wrong with it."""
    known: Kind = "offentlig" if kind == "offentlig" else "privat"
    try:
        return dict(read_fiks(body, known)), []
    except Unreadable as unreadable:
        return None, [{"path": problem.path, "sentence": problem.sentence} for problem in unreadable.problems]


def fetch_everywhere(*, at: datetime) -> int:
    """Empty the inbox of each municipality of the service; how many messages came in."""
    with acting("worker"):
        homes = list(Municipality.objects.order_by("number"))
    return sum(fetch(FolderInbox(settings.INBOX / home.code), home.number, at=at) for home in homes)


def fetch(inbox: Inbox, municipality: int, *, at: datetime) -> int:
    """Take in what waits in the inbox; how many. A kill at any moment loses nothing: what is not answered comes again.

    «Received» is said only when the message is in our own database (ecosystem.md E.4). One that cannot be read is
    acknowledged too: we have it, in quarantine, and somebody here has been told.
    """
    count = 0
    for delivery in inbox.pending():
        _take_in(delivery, municipality, at)
        inbox.acknowledge(delivery.message_id)
        count += 1
    return count


def _take_in(delivery: Delivery, municipality: int, at: datetime) -> None:
    with acting("worker"):
        message, _ = actions.store(
            delivery.body, source=FIKS, message_name=delivery.message_id, kind=delivery.kind, municipality=municipality,
            at=at, pdf=delivery.pdf,
        )  # fmt: skip
    with acting("worker"):
        actions.take_in(message.id, read, by=clock(municipality), at=at)

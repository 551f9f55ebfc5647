"""What came in and what became of it: nothing that was acknowledged may be unaccounted for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from oppvekst.domain.concerns.models import Concern, Message
from oppvekst.law.calendar import OSLO


@dataclass(frozen=True)
class Account:
    """One received message beside what became of it."""

    message_name: str
    kind: str
    received_at: datetime
    state: str
    concerns: tuple[str, ...]

    @property
    def accounted_for(self) -> bool:
        """It became concerns, or a person knows that it waits or has settled it."""
        if self.state == Message.State.ACCEPTED:
            return bool(self.concerns)
        return self.state in {Message.State.QUARANTINED, Message.State.SETTLED}


@dataclass(frozen=True)
class Receipt:
    """What a reporter who comes back may know."""

    received_at: datetime
    read: bool


def accounts(since: date) -> list[Account]:
    """Every message received from that day on, oldest first, in two queries."""
    start = datetime.combine(since, time(), OSLO)
    messages = list(
        Message.objects.filter(received_at__gte=start).defer("body", "pdf").order_by("received_at", "message_name")
    )
    numbers: dict[UUID, list[str]] = {}
    found = Concern.objects.filter(enquiry_id__in=[m.enquiry_id for m in messages if m.enquiry_id]).order_by("number")
    for enquiry_id, number in found.values_list("enquiry_id", "number"):
        numbers.setdefault(enquiry_id, []).append(number)
    return [
        Account(
            m.message_name, m.kind, m.received_at, m.state, tuple(numbers.get(m.enquiry_id, ())) if m.enquiry_id else ()
        )
        for m in messages
    ]


def quarantined() -> QuerySet[Message]:
    """Messages that could not be read, oldest first."""
    return Message.objects.filter(state=Message.State.QUARANTINED).order_by("received_at")


def receipt(municipality: int, reference: str) -> Receipt | None:
    """When a sending arrived and whether it has been read, by its reference; nothing else."""
    with connection.cursor() as cursor:
        cursor.execute("select * from access.receipt(%s::smallint, %s)", [municipality, reference])
        row = cursor.fetchone()
    return Receipt(*row) if row else None

"""What a reference tells whoever comes back with it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

SIGN_UP = "sign_up"


@dataclass(frozen=True)
class Receipt:
    """What was asked, when it came, and whether we have answered; of a sign-up also the group, and whether it waits."""

    kind: str
    received_at: datetime
    answered: bool
    group_id: UUID | None = None
    waiting: bool = False
    call_at: tuple[str, ...] = ()


def receipt(municipality: int, reference: str) -> Receipt | None:
    """What is known of a sending by its reference; no number, no name, no outcome (D101)."""
    with connection.cursor() as cursor:
        cursor.execute("select * from access.request_receipt(%s::smallint, %s)", [municipality, reference])
        row = cursor.fetchone()
    if row is None:
        return None
    kind, received_at, answered, group_id, waiting, call_at = row
    return Receipt(kind, received_at, answered, group_id, waiting, tuple(json.loads(call_at)))

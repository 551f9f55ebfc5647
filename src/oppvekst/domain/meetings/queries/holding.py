"""What of the meetings holds a case open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from oppvekst.domain.cases.rules.closing import Holding
from oppvekst.domain.meetings.models import Group
from oppvekst.law.citation import bvl


def holding(case_id: UUID, *, today: date) -> Iterator[Holding]:
    """Every group that still meets: its members have been promised a next time (bvl § 15-8)."""
    for one in Group.objects.filter(case_id=case_id, closed_at=None).order_by("opened_at", "id"):
        yield Holding(f"«{one}» møtes fortsatt. Avslutt gruppa først.", bvl("15-8"), "meeting-group", one.id)

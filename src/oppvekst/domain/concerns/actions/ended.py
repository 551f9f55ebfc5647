"""When the investigation that a concern led to has ended, its reporter may be owed word once more (bvl § 13-3 (2), D06)."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from oppvekst.domain.concerns.actions.limits import settle_limits
from oppvekst.domain.concerns.models import Concern
from oppvekst.domain.concerns.rules import ADDED_TO_INVESTIGATION, TO_INVESTIGATION


def investigation_ended(case_id: UUID, *, on: date, followed_up: bool) -> int:
    """Tell every concern that the ended investigation answered. Inside the act that ends it; the later room calls it."""
    about = Concern.objects.select_related("enquiry").filter(
        case_id=case_id, state__in=(TO_INVESTIGATION, ADDED_TO_INVESTIGATION), investigation_ended_on=None
    )
    for concern in (found := list(about)):
        concern.investigation_ended_on, concern.followed_up = on, followed_up
        concern.save(update_fields=["investigation_ended_on", "followed_up"])
        settle_limits(concern)
    return len(found)

"""The help that ended and why, and what runs, for whoever leads the service: no child is named (bvl § 8-1)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from django.db.models import Exists, OuterRef

from oppvekst.domain.measures.models import Evaluation, Goal, Measure
from oppvekst.domain.measures.rules import ACTIVE, EXPIRED


class Why(StrEnum):
    """Why help ended, as the facts say it."""

    WORKED = "worked"
    LOOKED_AT = "looked_at"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Over:
    """One measure that ended, without anybody's name."""

    case_id: UUID
    category: str
    started_on: date | None
    ended_on: date
    why: Why


def ended(municipality: int, *, since: date, until: date) -> list[Over]:
    """What ended in the period: with every goal met or not, when a yes was taken back, or when the last day passed."""
    found = Measure.objects.filter(municipality_id=municipality, ended_on__range=(since, until)).annotate(
        looked=Exists(Evaluation.objects.filter(measure=OuterRef("pk"), outcome=Evaluation.Outcome.END)),
        met=Exists(Goal.objects.filter(measure=OuterRef("pk"), state=Goal.State.MET)),
        left=Exists(Goal.objects.filter(measure=OuterRef("pk")).exclude(state=Goal.State.MET)),
    )
    return [
        Over(one.case_id, one.category, one.started_on, one.ended_on, _why(one))
        for one in found.order_by("ended_on", "id")
        if one.ended_on
    ]


def running(municipality: int) -> int:
    """How many measures run now."""
    return Measure.objects.filter(municipality_id=municipality, state__in=ACTIVE).count()


def _why(one: Measure) -> Why:
    if one.state == EXPIRED:
        return Why.EXPIRED
    if not one.looked:  # type: ignore[attr-defined]
        return Why.WITHDRAWN
    return Why.WORKED if one.met and not one.left else Why.LOOKED_AT  # type: ignore[attr-defined]

"""The child's words in the plans and evaluations of a case: three questions, however many measures there are."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import Max, Prefetch

from oppvekst.domain.investigations.models import ChildTalk
from oppvekst.domain.measures.models import Evaluation, Measure, Plan
from oppvekst.law.calendar import oslo_date


def measures_with_words(case_id: UUID) -> list[Measure]:
    """The measures of a case, oldest first, each with its plans and evaluations as they came (bvl § 8-1)."""
    return list(
        Measure.objects.filter(case_id=case_id)
        .prefetch_related(
            Prefetch("plans", Plan.objects.order_by("version", "written_at")),
            Prefetch("evaluations", Evaluation.objects.order_by("on", "at")),
        )
        .order_by("opened_at", "id")
    )


def last_talk(case_id: UUID) -> date | None:
    """The day somebody last talked with the child and wrote it down (bvl § 1-4)."""
    held = ChildTalk.objects.filter(case_id=case_id).aggregate(last=Max("held_at"))["last"]
    return oslo_date(held) if held else None

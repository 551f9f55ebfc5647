"""What help tells the timeline of its case: each month of each measure in one line, with the way to the measure."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from uuid import UUID

from django.db.models import Count, Max, Min, Q, Sum
from django.db.models.functions import TruncMonth

from oppvekst.domain.cases.rules.line import Milestone
from oppvekst.domain.measures.models import Occasion
from oppvekst.domain.measures.rules import Each, Stood
from oppvekst.domain.measures.rules.monthly import month_in_words

# What is planned has not happened, and of a moved one the new tells.
TOLD = (Stood.HELD, Stood.NOT_HELD, Stood.CALLED_OFF)


def milestones(case_id: UUID) -> Iterator[Milestone]:
    """How often help was given, month by month: one question, however many weekends there are (bvl §§ 8-1, 12-4)."""
    months = (
        Occasion.objects.filter(case_id=case_id, stood__in=TOLD)
        .values("measure_id", "measure__title", "kind", month=TruncMonth("first_day"))
        .annotate(
            held=Count("id", filter=Q(stood=Stood.HELD)), called_off=Count("id", filter=Q(stood=Stood.CALLED_OFF)),
            not_held=Count("id", filter=Q(stood=Stood.NOT_HELD)), of_hours=Sum("hours", filter=Q(stood=Stood.HELD)),
            since=Min("first_day"), until=Max("last_day"),
        )
        .order_by("month", "measure_id", "kind")
    )  # fmt: skip
    for one in months:
        hours: Decimal | None = one["of_hours"] if one["kind"] == Each.HOURS else None
        how = month_in_words(
            Each(one["kind"]), one["month"], held=one["held"], called_off=one["called_off"], not_held=one["not_held"],
            hours=hours,
        )  # fmt: skip
        yield Milestone(
            at=one["since"], until=one["until"], what=f"{one['measure__title']}: {how}", kind="measure", page="measure",
            subject=one["measure_id"],
        )  # fmt: skip

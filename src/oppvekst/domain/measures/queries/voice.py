"""The child's words in the plans, evaluations and times of a case: as many questions, however many of them there are."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import Max, Prefetch

from oppvekst.domain.investigations.models import ChildTalk
from oppvekst.domain.measures.models import (
    AskedHome,
    Evaluation,
    Measure,
    Occasion,
    Plan,
    SupervisionSummary,
    SupervisionVisit,
)
from oppvekst.domain.measures.rules import Came, Stood
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


def homes_with_words(case_id: UUID) -> list[AskedHome]:
    """Each home that was said yes to, with what the child said of going there, oldest first (bvl § 1-4)."""
    taken = AskedHome.objects.filter(case_id=case_id).exclude(accepted_at=None)
    return list(taken.select_related("wanted").order_by("accepted_at", "id"))


def occasions_with_words(case_id: UUID) -> list[Occasion]:
    """Each time help was given, with what the child said of it or why it was not asked, oldest first (bvl §§ 1-4, 12-4)."""
    held = Occasion.objects.filter(case_id=case_id, stood=Stood.HELD).select_related("measure")
    return list(held.order_by("first_day", "starts", "id"))


def visits_with_words(case_id: UUID) -> list[SupervisionVisit]:
    """Each visit of supervision where the child was met, oldest first; one to come tells nothing (bvl §§ 1-4, 3-4)."""
    seen = SupervisionVisit.objects.filter(case_id=case_id, came=Came.SEEN).exclude(held_at=None)
    return list(seen.select_related("measure").order_by("held_at", "id"))


def summaries_with_words(case_id: UUID) -> list[SupervisionSummary]:
    """Each report of supervision with the child's words to it, oldest first (bvl §§ 1-4, 8-1)."""
    said = SupervisionSummary.objects.filter(case_id=case_id).exclude(child_words="")
    return list(said.select_related("measure").order_by("until", "written_at", "id"))

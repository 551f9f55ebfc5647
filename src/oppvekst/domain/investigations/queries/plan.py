"""The plan: its rows and versions, which of the five parts it states, and what the parents may see of it (bvl § 2-2 (3))."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from oppvekst.domain.investigations.models import Investigation, PlanRow, PlanVersion
from oppvekst.law.refusals import NotFound

PARTS = ("questions", "sources", "talks", "home_visit", "timetable")
# What is written for ourselves: in no copy that the parents get.
UNTOLD = "untold"
_ROW_OF_PART = {"sources": PlanRow.Kind.SOURCE, "talks": PlanRow.Kind.TALK, "home_visit": PlanRow.Kind.VISIT}


def plan_rows(investigation_id: UUID) -> QuerySet[PlanRow]:
    """The rows that stand, by day."""
    return PlanRow.objects.filter(investigation_id=investigation_id, struck_on=None).order_by("due", "id")


def get_row(row_id: UUID) -> PlanRow:
    """One row, if the case is there for you."""
    found = PlanRow.objects.select_related("investigation__case__child").filter(id=row_id).first()
    if found is None:
        raise NotFound("Vi finner ikke denne raden blant sakene dine.")
    return found


def versions(investigation_id: UUID) -> QuerySet[PlanVersion]:
    """The plan as it was, newest first."""
    return PlanVersion.objects.filter(investigation_id=investigation_id).order_by("-number")


def get_version(version_id: UUID) -> PlanVersion:
    """One version, if the case is there for you."""
    found = PlanVersion.objects.select_related("investigation__case__child").filter(id=version_id).first()
    if found is None:
        raise NotFound("Vi finner ikke denne versjonen blant sakene dine.")
    return found


def plan_says(texts: Mapping[str, str], rows: Iterable[PlanRow]) -> frozenset[str]:
    """Which of the five parts the plan states: in words, or by a row. What the parents are not shown counts too."""
    kinds = {row.kind for row in rows}
    said = {part for part in PARTS if str(texts.get(part, "")).strip()}
    said |= {part for part, kind in _ROW_OF_PART.items() if kind in kinds}
    if str(texts.get(UNTOLD, "")).strip():
        said.add("talks")
    return frozenset(said | ({"timetable"} if kinds else set()))


def for_parents(texts: Mapping[str, str], rows: Iterable[PlanRow]) -> dict[str, Any]:
    """The plan as the parents may see it: nothing that is not to be told yet, and no trace that it is left out."""
    return {
        "texts": {part: texts[part] for part in PARTS if str(texts.get(part, "")).strip()},
        "rows": [as_kept(row) for row in rows if not row.untold],
    }


def as_kept(row: PlanRow) -> dict[str, Any]:
    """A row as a version keeps it."""
    return {
        "kind": row.kind, "what": row.what, "about": row.about, "due": row.due.isoformat(), "done": row.done_on is not None,
    }  # fmt: skip


def parents_version(investigation: Investigation) -> PlanVersion | None:
    """The version in which what the parents may see last changed: its day tells nothing of what they are not shown."""
    newest: PlanVersion | None = None
    for version in versions(investigation.id).iterator(chunk_size=50):
        if newest is not None and version.for_parents != newest.for_parents:
            return newest
        newest = version
    return newest

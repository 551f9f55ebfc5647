"""What happened in a child's life as the staff wrote it, each line with what it said before (bvl § 12-4)."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from oppvekst.domain.cases.models import Happening
from oppvekst.domain.cases.queries.case import get_case
from oppvekst.domain.cases.rules.line import HAPPENING, Line
from oppvekst.domain.cases.rules.when import Exact, When
from oppvekst.law.refusals import NotFound


def happenings(case_id: UUID) -> QuerySet[Happening]:
    """Every row there is, corrections and what they replaced, in the order they were written."""
    return Happening.objects.filter(case_id=case_id).select_related("document").order_by("written_at", "id")


def get_happening(case_id: UUID, happening_id: UUID) -> Happening:
    """One happening as it was written, if the case is there for you."""
    get_case(case_id)
    found = happenings(case_id).filter(id=happening_id).first()
    if found is None:
        raise NotFound("Vi finner ikke denne hendelsen i saken.")
    return found


def lines(case_id: UUID) -> list[Line]:
    """The happenings as they stand, each with the earlier wordings; what was withdrawn is not among them."""
    return [_line(chain) for chain in _chains(case_id) if not chain[-1].withdrawn]


def withdrawn(case_id: UUID) -> list[Happening]:
    """What has been taken off the timeline, with who, when and why."""
    return [chain[-1] for chain in _chains(case_id) if chain[-1].withdrawn]


def when_of(happening: Happening) -> When:
    """The time of it as the rules know it."""
    return When(happening.since, happening.until, Exact(happening.exact))


def _chains(case_id: UUID) -> list[list[Happening]]:
    """Each happening with its corrections, the first wording first."""
    rows = list(happenings(case_id))
    newer = {row.replaces_id: row for row in rows if row.replaces_id}
    chains = [[row] for row in rows if row.replaces_id is None]
    for chain in chains:
        while (after := newer.get(chain[-1].id)) is not None:
            chain.append(after)
    return chains


def _line(chain: list[Happening]) -> Line:
    row = chain[-1]
    return Line(
        when=when_of(row), what=row.fact, kind=HAPPENING, source=row.source, source_kind=row.source_kind, theme=row.theme,
        assessment=row.assessment, entered=f"{row.written_by_name} {row.written_at:%d.%m.%Y}", key=str(row.id),
        earlier=tuple(chain[:-1]), colour="accent",
    )  # fmt: skip

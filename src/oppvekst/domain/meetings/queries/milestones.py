"""What the meetings about a child tell its timeline: that one was held, and whether the child was there."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from oppvekst.domain.cases.rules.line import Milestone
from oppvekst.domain.meetings.queries.voice import came, meetings_with_child
from oppvekst.domain.meetings.rules import KINDS, Kind
from oppvekst.law.calendar import oslo_date


def milestones(case_id: UUID) -> Iterator[Milestone]:
    """Each meeting that was held, by its kind, and when its minutes were approved (bvl §§ 12-4, 15-8)."""
    for one in meetings_with_child(case_id):
        if one.held_on is None:
            continue
        of = KINDS[Kind(one.group.kind)]
        child = {True: ". Barnet var med", False: ". Barnet var ikke med", None: ""}[came(one)]
        yield Milestone(
            at=one.held_on, what=f"{of.title} holdt{child}", kind="meeting", source=str(of.law), theme="service", page="meeting",
            subject=one.id,
        )  # fmt: skip
        if one.approved_at:
            yield Milestone(
                at=oslo_date(one.approved_at), what=f"Referatet er godkjent: {of.title.lower()}", kind="meeting", theme="service",
                page="meeting", subject=one.id,
            )  # fmt: skip

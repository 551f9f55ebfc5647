"""What the investigations of a case tell its timeline: opened, extended, concluded."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from oppvekst.domain.cases.rules.line import Milestone
from oppvekst.domain.investigations.models import Investigation
from oppvekst.domain.investigations.queries.investigation import of_case
from oppvekst.law.calendar import in_words


def milestones(case_id: UUID) -> Iterator[Milestone]:
    """Every investigation: when it was opened, whether it was extended and why, and when it ended (bvl §§ 2-2, 2-5)."""
    for one in of_case(case_id):
        yield from _of(one)


def _of(one: Investigation) -> Iterator[Milestone]:
    about: dict[str, Any] = {"kind": "investigation", "page": "investigation", "subject": one.id, "colour": "sun"}
    yield Milestone(at=one.opened_on, what="Undersøkelse åpnet", source="bvl § 2-2", **about)
    if one.extension_decided_on and one.extended_to:
        what = f"Undersøkelsen ble utvidet til {in_words(one.extended_to)}: {one.extension_reasons}"
        yield Milestone(at=one.extension_decided_on, what=what, source="bvl § 2-2", **about)
    if one.concluded_on:
        yield Milestone(at=one.concluded_on, what="Undersøkelsen avsluttet", source="bvl § 2-5", **about)

"""What of the concerns holds a case open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from oppvekst.domain.cases.rules.closing import Holding
from oppvekst.domain.concerns.queries.concern import of_case
from oppvekst.law.citation import bvl


def holding(case_id: UUID, *, today: date) -> Iterator[Holding]:
    """Every concern that is not reviewed yet (bvl § 2-1)."""
    for one in of_case(case_id).filter(concluded_at=None):
        yield Holding(f"Melding {one.number} er ikke avgjort.", bvl("2-1"), "concern", one.id)

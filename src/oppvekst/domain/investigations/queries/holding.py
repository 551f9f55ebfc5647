"""What of the investigations holds a case open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from oppvekst.domain.cases.rules.closing import Holding
from oppvekst.domain.investigations.models import Investigation
from oppvekst.domain.investigations.queries.investigation import facts_of, of_case
from oppvekst.domain.investigations.rules import reopening_due
from oppvekst.law.calendar import in_words
from oppvekst.law.citation import bvl


def holding(case_id: UUID, *, today: date) -> Iterator[Holding]:
    """One that goes on, and one that may still be opened again without a new concern (bvl §§ 2-2, 2-5)."""
    for one in of_case(case_id).select_related("reopened_as"):
        if one.concluded_on is None:
            told = f"Undersøkelsen som ble åpnet {in_words(one.opened_on)}, pågår."
            yield Holding(told, bvl("2-5"), "investigation", one.id)
        elif last := _window(one, today):
            told = f"Undersøkelsen kan åpnes igjen til og med {in_words(last)}, og ingen har tatt stilling til det."
            yield Holding(told, bvl("2-5", 3), "investigation", one.id)


def _window(one: Investigation, today: date) -> date | None:
    """The last day of its window, while it is open."""
    if one.window_closed_on or hasattr(one, "reopened_as"):
        return None
    last = reopening_due(facts_of(one))
    return last if last and last >= today else None

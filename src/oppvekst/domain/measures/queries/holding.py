"""What of the measures holds a case open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from oppvekst.domain.cases.rules.closing import Holding
from oppvekst.domain.measures.queries.measure import of_case
from oppvekst.domain.measures.queries.payment import unsettled
from oppvekst.domain.measures.rules import MACHINE, kroner
from oppvekst.law.citation import bvl


def holding(case_id: UUID, *, today: date) -> Iterator[Holding]:
    """Every measure that has not ended (bvl § 8-1), and every payment that nobody has approved, declined or sent."""
    for one in of_case(case_id):
        state = MACHINE.state(one.state)
        if not state.closed:
            yield Holding(f"Tiltaket «{one}» er ikke avsluttet: {state.title}.", bvl("8-1", 1), "measure", one.id)
    for line in unsettled(case_id):
        told = "er godkjent, men ikke sendt til økonomi" if line.is_approved else "venter på at en annen godkjenner"
        sentence = f"Utbetalingen på {kroner(line.amount)} kr {told}."
        yield Holding(sentence, bvl("12-4"), "payment-basis", line.basis_id)

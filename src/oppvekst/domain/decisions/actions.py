"""What can be done: one act is one function, one transaction and one journal entry."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from oppvekst.domain.cases.queries import get_case
from oppvekst.domain.decisions.models import Decision
from oppvekst.domain.decisions.queries import facts_of, get_decision
from oppvekst.domain.decisions.rules import END, MACHINE, RIGHTS
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.acts import act


def open_decision(case_id: UUID, *, by: Actor, at: datetime) -> Decision:
    """Open one in a case (bvl § 12-4)."""
    with act("decision.opened", by=by, at=at, right="decision.open", law="bvl § 12-4") as entry:
        case = get_case(case_id)
        decision = Decision.objects.create(
            municipality_id=by.municipality, case=case, state=MACHINE.initial, opened_at=at
        )
        entry.about(decision.id, case_id=case.id, says="Vedtak ble opprettet.")
    return decision


def end_decision(decision_id: UUID, *, reasons: str, by: Actor, at: datetime) -> Decision:
    """End it, with reasons (bvl § 12-4)."""
    step = MACHINE.step(END)
    with act("decision.ended", by=by, at=at, right=RIGHTS[END], law=step.citation) as entry:
        decision = get_decision(decision_id)
        decision.state = MACHINE.take(decision.state, step.name, facts_of(decision, reasons=reasons))
        decision.reasons = reasons.strip()
        decision.save(update_fields=["state", "reasons"])
        entry.about(decision.id, case_id=decision.case_id, says="Vedtak ble avsluttet.")
    return decision

"""Case expenses: claimed, decided by whoever changed the decision, and passed on when that was not us (fvl § 36)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from oppvekst.domain.decisions.actions.appeal_agenda import settle_costs
from oppvekst.domain.decisions.models import CostsClaim
from oppvekst.domain.decisions.queries.appeal import costs_facts, get_appeal, get_costs
from oppvekst.domain.decisions.queries.decision import get_decision
from oppvekst.domain.decisions.rules.appeal.costs import COSTS_MACHINE, COSTS_RIGHTS
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import oslo_date
from oppvekst.law.citation import fvl
from oppvekst.law.refusals import Incomplete, NotFound


@dataclass(frozen=True, kw_only=True)
class Claim:
    """A claim as it came."""

    claimant: str
    claimed_on: date
    reached_on: date
    changed_by: str
    changed_in_favour: bool
    amount: Decimal
    says: str = ""
    appeal_id: UUID | None = None


def claim_costs(decision_id: UUID, claim: Claim, *, by: Actor, at: datetime) -> CostsClaim:
    """A party claims what it cost to have the decision changed (fvl § 36 (3))."""
    with act("costs.claimed", by=by, at=at, right="appeal.handle", law=fvl("36", 3)) as entry:
        decision = get_decision(decision_id)
        _refuse_unclear(claim, at)
        if claim.appeal_id and get_appeal(claim.appeal_id).decision_id != decision.id:
            raise NotFound("Klagen gjelder et annet vedtak.")
        found = CostsClaim.objects.create(
            municipality_id=by.municipality, case_id=decision.case_id, decision=decision, appeal_id=claim.appeal_id,
            state=COSTS_MACHINE.initial, claimant=claim.claimant.strip(), claimed_on=claim.claimed_on,
            reached_on=claim.reached_on, changed_by=claim.changed_by, changed_in_favour=claim.changed_in_favour,
            amount=claim.amount, says=claim.says.strip(), registered_by=by.person, registered_by_name=by.name,
        )  # fmt: skip
        settle_costs(found)
        entry.about(found.id, case_id=found.case_id, says="Krav om sakskostnader kom.", decision=str(decision.id))
    return found


def decide_costs(
    costs_id: UUID,
    step: str,
    *,
    granted: Decimal | None = None,
    reasons: str = "",
    excuse: str = "",
    by: Actor,
    at: datetime,
) -> CostsClaim:
    """Cover all or a part, refuse, or send it to whoever changed the decision (fvl § 36)."""
    taken = COSTS_MACHINE.step(step)
    with act(f"costs.{step}", by=by, at=at, right=COSTS_RIGHTS[step], law=taken.citation) as entry:
        found = get_costs(costs_id)
        typed: dict[str, Any] = {"granted": granted, "reasons": reasons, "excuse": excuse}
        found.state = COSTS_MACHINE.take(found.state, step, costs_facts(found, **typed))
        found.granted, found.reasons, found.excuse = granted, reasons.strip(), excuse
        found.decided_at, found.decided_by, found.decided_by_name = at, by.person, by.name
        found.save(
            update_fields=["state", "granted", "reasons", "excuse", "decided_at", "decided_by", "decided_by_name"]
        )
        settle_costs(found)
        says = f"Kravet om sakskostnader er {COSTS_MACHINE.state(found.state).title}."
        entry.about(found.id, case_id=found.case_id, says=says, decision=str(found.decision_id))
    return found


def _refuse_unclear(claim: Claim, at: datetime) -> None:
    wrong = {}
    if claim.claimed_on > oslo_date(at):
        wrong["claimed_on"] = "Datoen kan ikke være senere enn i dag."
    if claim.reached_on > claim.claimed_on:
        wrong["reached_on"] = "Meldingen om endringen må ha kommet fram før kravet kom."
    if claim.amount <= 0:
        wrong["amount"] = "Skriv beløpet i kroner."
    if wrong:
        raise Incomplete(wrong, fvl("36", 3), because=("claim_unclear",))

"""Signing (bvl § 12-5; fvl §§ 23-25): whoever may, when all that the law demands is there. From then on the text is locked."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from oppvekst.domain.decisions.actions.concluding import conclude_by
from oppvekst.domain.decisions.actions.limits import settle_limits
from oppvekst.domain.decisions.models import Decision
from oppvekst.domain.decisions.models.decision import SIGNATURE
from oppvekst.domain.decisions.queries import aside, content_of, digest, facts_of, get_decision
from oppvekst.domain.decisions.rules import MACHINE, RIGHTS, SIGN, Kind
from oppvekst.domain.meetings.actions import refuse_plan
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import oslo_date
from oppvekst.law.refusals import NotAllowed


def sign(decision_id: UUID, *, by: Actor, at: datetime) -> Decision:
    """Sign: the words are locked with their SHA-256, and whoever signed stands there with her capacity (bvl § 12-5)."""
    with act("decision.signed", by=by, at=at, right=RIGHTS[SIGN], law=MACHINE.step(SIGN).citation) as entry:
        decision = get_decision(decision_id)
        _refuse_two_texts(decision)
        decision.state = MACHINE.take(decision.state, SIGN, facts_of(decision, today=oslo_date(at), by=by))
        decision.signed_at, decision.signed_by = at, by.person
        decision.signed_by_name, decision.signed_as = by.name, by.title
        decision.content = content_of(decision)
        decision.sha256 = digest(decision.content)
        decision.save(update_fields=["state", *SIGNATURE])
        conclude_by(decision, by=by, at=at)
        if decision.of_kind is Kind.PLAN_REFUSED:
            refuse_plan(decision.case_id, decision.id, by=by, at=at)
        settle_limits(decision)
        entry.about(
            decision.id, case_id=decision.case_id, says=f"Vedtak undertegnet: {decision.title}.", sha256=decision.sha256
        )
    return decision


def _refuse_two_texts(decision: Decision) -> None:
    if waiting := aside(decision.id):
        names = ", ".join(sorted({text.by_name for text in waiting}))
        raise NotAllowed(f"To har skrevet i samme del. Velg først hva som skal stå av det {names} har skrevet.")

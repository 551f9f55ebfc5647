"""Ends that two must agree on: one proposes, and another confirms or says no, with a reason (a rule of ours, not of the law)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from oppvekst.domain.concerns.actions.limits import settle_limits
from oppvekst.domain.concerns.actions.locked import locked
from oppvekst.domain.concerns.models import Concern
from oppvekst.domain.concerns.queries.concern import get_concern
from oppvekst.domain.concerns.queries.facts import facts_of
from oppvekst.domain.concerns.rules import (
    DISMISS_UNFOUNDED,
    MACHINE,
    PROPOSABLE,
    right_to_answer,
    right_to_propose,
)
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import oslo_date
from oppvekst.law.refusals import Incomplete, NotAllowed

PROPOSAL = ("proposed", "proposed_by", "proposal_reasons", "conclusion", "recipient", "acknowledged_at")
REFUSAL = ("refused_step", "refused_words", "refused_by", "refusal_reasons")


def propose(
    concern_id: UUID, step: str, *, reasons: str = "", code: str = "", recipient: str = "",
    acknowledged_at: datetime | None = None, read: str = "", by: Actor, at: datetime,
) -> None:  # fmt: skip
    """Propose an end that a second person confirms (bvl § 2-1); all but that person must be there now."""
    if step not in PROPOSABLE:
        raise NotAllowed("Dette steget trenger ingen bekreftelse.")
    law = MACHINE.step(step).citation
    with act("concern.proposed", by=by, at=at, right=right_to_propose(step), law=law) as entry:
        concern = locked(concern_id, read=read)
        facts = facts_of(
            concern, today=oslo_date(at), reasons=reasons, reasonable_ground=reasons, conclusion_code=code or None,
            obviously_unfounded=step == DISMISS_UNFOUNDED, receiver=recipient, acknowledged_at=acknowledged_at,
        )  # fmt: skip
        MACHINE.take(concern.state, step, facts, later={"confirmed_by"})
        concern.proposed, concern.proposed_by, concern.conclusion = step, by.person, code
        concern.proposal_reasons, concern.recipient = reasons.strip(), recipient.strip()
        concern.acknowledged_at, concern.refused_step = acknowledged_at, ""
        concern.save(update_fields=[*PROPOSAL, *REFUSAL])
        settle_limits(concern)
        entry.about(concern.id, case_id=concern.case_id, says=_told(concern))


def refuse_proposal(concern_id: UUID, reasons: str, *, read: str = "", by: Actor, at: datetime) -> None:
    """Say no to what somebody else has proposed: it goes back to the one who proposed it, with the reason (bvl § 2-1)."""
    if not reasons.strip():
        raise Incomplete(
            {"reasons": "Skriv hvorfor du ikke bekrefter forslaget, så den som foreslo det, kan gå videre."}
        )
    # Which right it takes depends on what is proposed; what is decided on is read again, and held.
    right = right_to_answer(get_concern(concern_id).proposed)
    with act("concern.proposal_refused", by=by, at=at, right=right, law="bvl § 2-1") as entry:
        concern = locked(concern_id, read=read)
        demand_proposal(concern)
        by.must(right_to_answer(concern.proposed))
        if concern.proposed_by == by.person:
            raise NotAllowed("Du har foreslått det selv. En kollega må svare på forslaget.", because=("own_proposal",))
        title = MACHINE.step(concern.proposed).title
        _send_back(concern, reasons.strip(), by)
        settle_limits(concern)
        told = f"Forslaget «{title}» ble ikke bekreftet: {reasons.strip()}"
        entry.about(concern.id, case_id=concern.case_id, says=told)


def demand_proposal(concern: Concern) -> None:
    """Refuse unless something waits here for a second person."""
    if not concern.proposed or concern.concluded_at:
        raise NotAllowed("Det ligger ikke noe forslag her som venter på svar.")


def _send_back(concern: Concern, reasons: str, by: Actor) -> None:
    """Out of the way of other steps, and still there to be mended: a new proposal begins with the words of this one."""
    concern.refused_step, concern.refused_words = concern.proposed, concern.proposal_reasons
    concern.refused_by, concern.refusal_reasons = by.person, reasons
    concern.proposed = concern.proposal_reasons = concern.conclusion = concern.recipient = ""
    concern.acknowledged_at = None
    concern.save(update_fields=[*PROPOSAL, *REFUSAL])


def _told(concern: Concern) -> str:
    title = MACHINE.step(concern.proposed).title
    return f"Foreslått: {title}. {concern.proposal_reasons or concern.recipient}".strip()

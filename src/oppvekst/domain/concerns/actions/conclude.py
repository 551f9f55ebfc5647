"""How a concern ends (bvl §§ 2-1 (2), 13-5, 15-4). Opening an investigation is an act of that later room."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from oppvekst.domain.concerns.actions.limits import settle_limits
from oppvekst.domain.concerns.actions.locked import locked
from oppvekst.domain.concerns.actions.propose import OPENING, demand_proposal, propose
from oppvekst.domain.concerns.models import Concern
from oppvekst.domain.concerns.queries.facts import facts_of
from oppvekst.domain.concerns.rules import MACHINE
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import oslo_date
from oppvekst.law.refusals import NotAllowed

ENDING = (
    "state", "conclusion", "reasons", "concluded_at", "concluded_by", "confirmed_by", "recipient", "acknowledged_at",
    "assessed_anew", "retracted_reasons", "proposed", "proposed_by", "proposal_reasons",
)  # fmt: skip


def dismiss(concern_id: UUID, *, reasons: str, code: str, read: str = "", by: Actor, at: datetime) -> bool:
    """Dismiss with written reasons and professional assessments (bvl § 2-1 (2), D03). Kept for ever.

    A concern that was urgent is not dismissed alone: then this proposes, and a second person confirms. Whether it is done.
    """
    alone = not locked(concern_id, read=read).immediate
    if alone:
        _conclude(concern_id, "dismiss", by=by, at=at, reasons=reasons, conclusion_code=code)
    else:
        propose(concern_id, "dismiss", reasons=reasons, code=code, by=by, at=at)
    return alone


def dismiss_unfounded(concern_id: UUID, *, reasons: str = "", read: str = "", by: Actor, at: datetime) -> None:
    """Propose to dismiss as obviously unfounded; it counts when a second person has confirmed (bvl § 2-1 (2))."""
    propose(concern_id, "dismiss_unfounded", reasons=reasons, read=read, by=by, at=at)


def add_to_investigation(concern_id: UUID, *, assessed: str, investigation_open: bool, by: Actor, at: datetime) -> None:
    """Add a concern to an investigation that is open (code 4); its scope is assessed anew."""
    _conclude(
        concern_id, "add_to_investigation", by=by, at=at, reasons=assessed, conclusion_code="4",
        investigation_open=investigation_open, assessed_anew=assessed,
    )  # fmt: skip


def transfer(
    concern_id: UUID, *, recipient: str, code: str, acknowledged_at: datetime | None, read: str = "", by: Actor,
    at: datetime,
) -> bool:  # fmt: skip
    """Transfer to the service where the child stays, or another body (bvl §§ 13-5, 15-4).

    Our clock stops when the other side has acknowledged, not when we sent it. One that was urgent does not leave us on one
    person's word: then this proposes, and the child is ours until a second person has confirmed. Whether it is done.
    """
    alone = not locked(concern_id, read=read).immediate
    if alone:
        _conclude(
            concern_id, "transfer", by=by, at=at, conclusion_code=code, receiver=recipient.strip(),
            acknowledged_at=acknowledged_at,
        )  # fmt: skip
    else:
        propose(
            concern_id, "transfer", reasons="", code=code, recipient=recipient, acknowledged_at=acknowledged_at, by=by,
            at=at,
        )  # fmt: skip
    return alone


def retract(concern_id: UUID, reasons: str, *, by: Actor, at: datetime) -> None:
    """Take back what was registered wrongly (wrong child, the same twice). The original is kept (arkivforskrifta § 11)."""
    with act("concern.retracted", by=by, at=at, right="concern.retract", law="bvl § 12-4") as entry:
        concern = locked(concern_id)
        facts = facts_of(concern, today=oslo_date(at), retraction_reason=reasons)
        concern.state = MACHINE.take(concern.state, "retract", facts)
        concern.retracted_reasons, concern.concluded_at = reasons.strip(), concern.concluded_at or at
        settle_limits(concern)
        entry.about(concern.id, case_id=concern.case_id, says=f"Trukket tilbake som feilregistrert: {reasons.strip()}")
        concern.save(update_fields=ENDING)


def confirm(concern_id: UUID, *, read: str = "", by: Actor, at: datetime) -> None:
    """Confirm an end somebody else has proposed; it counts from now. ``read`` is the concern as it stood when read."""
    concern = locked(concern_id, read=read)
    demand_proposal(concern)
    if concern.proposed == OPENING:
        raise NotAllowed("Forslaget er å åpne undersøkelse. Det bekreftes ved å åpne den.")
    _conclude(
        concern_id, concern.proposed, by=by, at=at, reasons=concern.proposal_reasons,
        conclusion_code=concern.conclusion or None, confirmed_by=by.staff_id, concluded_by=concern.proposed_by,
        obviously_unfounded=concern.proposed == "dismiss_unfounded", right="concern.confirm",
    )  # fmt: skip


def _conclude(
    concern_id: UUID, step: str, *, by: Actor, at: datetime, right: str = "concern.conclude", **said: Any
) -> None:
    """Take a closing step and write down what it rests on."""
    assessed_anew = said.pop("assessed_anew", "")
    with act(f"concern.{step}", by=by, at=at, right=right, law=str(MACHINE.step(step).citation)) as entry:
        concern = locked(concern_id)
        said.setdefault("concluded_by", by.staff_id)
        facts = facts_of(concern, today=oslo_date(at), **said)
        concern.state = MACHINE.take(concern.state, step, facts)
        _write_down(concern, step, facts, at)
        concern.assessed_anew = assessed_anew
        settle_limits(concern)
        entry.about(concern.id, case_id=concern.case_id, says=_sentence(concern, step), code=concern.conclusion)
        # Last: with the conclusion the concern leaves the queue, and a confirming leader may no longer see it.
        concern.save(update_fields=ENDING)


def _write_down(concern: Concern, step: str, facts: Any, at: datetime) -> None:
    concern.conclusion, concern.reasons = facts.conclusion_code or "", facts.reasons.strip()
    concern.concluded_at, concern.concluded_by, concern.confirmed_by = at, facts.concluded_by, facts.confirmed_by
    leaves = step == "transfer"
    concern.recipient = facts.receiver if leaves else ""
    concern.acknowledged_at = facts.acknowledged_at if leaves else None
    concern.proposed = ""


def _sentence(concern: Concern, step: str) -> str:
    title = MACHINE.step(step).title
    return f"{title}. {concern.reasons or concern.recipient}".strip()

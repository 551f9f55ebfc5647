"""How a concern ends (bvl §§ 2-1 (2), 13-5, 15-4). What ends one with an investigation is an act of that later room."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from oppvekst.domain.concerns.actions.limits import settle_limits
from oppvekst.domain.concerns.actions.locked import locked
from oppvekst.domain.concerns.actions.propose import demand_proposal, propose
from oppvekst.domain.concerns.models import Concern
from oppvekst.domain.concerns.queries.facts import facts_of
from oppvekst.domain.concerns.rules import (
    DISMISS,
    DISMISS_UNFOUNDED,
    MACHINE,
    OPEN_INVESTIGATION,
    RETRACT,
    RIGHTS,
    TRANSFER,
    ConcernFacts,
    right_to_answer,
)
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.acts import Writing, act
from oppvekst.law.calendar import oslo_date
from oppvekst.law.refusals import NotAllowed

ENDING = (
    "state", "conclusion", "reasons", "concluded_at", "concluded_by", "confirmed_by", "recipient", "acknowledged_at",
    "assessed_anew", "retracted_reasons", "proposed", "proposed_by", "proposal_reasons",
)  # fmt: skip


def dismiss(concern_id: UUID, *, reasons: str, code: str, read: str = "", by: Actor, at: datetime) -> None:
    """Dismiss with written reasons and professional assessments (bvl § 2-1 (2), D03). Kept for ever.

    One that was urgent is not dismissed by one person alone: it is proposed, and a second person confirms.
    """
    _end(concern_id, DISMISS, right=RIGHTS[DISMISS], read=read, by=by, at=at, reasons=reasons, conclusion_code=code)


def dismiss_unfounded(concern_id: UUID, *, reasons: str = "", read: str = "", by: Actor, at: datetime) -> None:
    """Propose to dismiss as obviously unfounded; it counts when a second person has confirmed (bvl § 2-1 (2))."""
    propose(concern_id, DISMISS_UNFOUNDED, reasons=reasons, read=read, by=by, at=at)


def transfer(
    concern_id: UUID, *, recipient: str, code: str, acknowledged_at: datetime | None, read: str = "", by: Actor,
    at: datetime,
) -> None:  # fmt: skip
    """Transfer to the service where the child stays, or another body (bvl §§ 13-5, 15-4).

    Our clock stops when the other side has acknowledged, not when we sent it. One that was urgent does not leave us on one
    person's word: it is proposed, and the child is ours until a second person has confirmed.
    """
    _end(
        concern_id, TRANSFER, right=RIGHTS[TRANSFER], read=read, by=by, at=at, conclusion_code=code, receiver=recipient.strip(),
        acknowledged_at=acknowledged_at,
    )  # fmt: skip


def retract(concern_id: UUID, reasons: str, *, by: Actor, at: datetime) -> None:
    """Take back what was registered wrongly (wrong child, the same twice). The original is kept (arkivforskrifta § 11)."""
    law = MACHINE.step(RETRACT).citation
    with act("concern.retracted", by=by, at=at, right=RIGHTS[RETRACT], law=law) as entry:
        concern = locked(concern_id)
        facts = facts_of(concern, today=oslo_date(at), retraction_reason=reasons)
        concern.state = MACHINE.take(concern.state, RETRACT, facts)
        concern.retracted_reasons, concern.concluded_at = reasons.strip(), concern.concluded_at or at
        settle_limits(concern)
        entry.about(concern.id, case_id=concern.case_id, says=f"Trukket tilbake som feilregistrert: {reasons.strip()}")
        leave_queue(concern)


def confirm(concern_id: UUID, *, read: str = "", by: Actor, at: datetime) -> None:
    """Confirm an end somebody else has proposed (bvl § 2-1): it counts from now. ``read``: how it stood when read."""
    with act("concern.confirmed", by=by, at=at, right=right_to_answer(DISMISS)) as entry:
        concern = locked(concern_id, read=read)
        demand_proposal(concern)
        step = concern.proposed
        if step == OPEN_INVESTIGATION:
            raise NotAllowed("Forslaget er å åpne undersøkelse. Det bekreftes ved å åpne den.")
        entry.named(f"concern.{step}", law=MACHINE.step(step).citation)
        conclude(
            concern, step, by=by, at=at, reasons=concern.proposal_reasons, confirmed_by=by.person,
            concluded_by=concern.proposed_by, obviously_unfounded=step == DISMISS_UNFOUNDED,
        )  # fmt: skip
        _end_with(entry, concern, step)


def conclude(
    concern: Concern, step: str, *, by: Actor, at: datetime, assessed_anew: str = "", **said: Any
) -> None:  # fmt: skip
    """Take a closing step and write down what it rests on (bvl § 2-1), within the act that ends it.

    ``said`` are the facts of the step. The concern is not stored before ``leave_queue``, which is the act's last line.
    """
    said.setdefault("concluded_by", by.person)
    facts = facts_of(concern, today=oslo_date(at), **said)
    concern.state = MACHINE.take(concern.state, step, facts)
    _write_down(concern, step, facts, at)
    concern.assessed_anew = assessed_anew
    settle_limits(concern)


def leave_queue(concern: Concern) -> None:
    """Store an ended concern. Last in its act: from now on a leader who confirmed it may no longer see it."""
    concern.save(update_fields=ENDING)


def _end(concern_id: UUID, step: str, *, right: str, read: str, by: Actor, at: datetime, **said: Any) -> None:
    law = MACHINE.step(step).citation
    with act(f"concern.{step}", by=by, at=at, right=right, law=law) as entry:
        concern = locked(concern_id, read=read)
        conclude(concern, step, by=by, at=at, **said)
        _end_with(entry, concern, step)


def _end_with(entry: Writing, concern: Concern, step: str) -> None:
    told = f"{MACHINE.step(step).title}. {concern.reasons or concern.recipient}".strip()
    entry.about(concern.id, case_id=concern.case_id, says=told, code=concern.conclusion)
    leave_queue(concern)


def _write_down(concern: Concern, step: str, facts: ConcernFacts, at: datetime) -> None:
    concern.conclusion, concern.reasons = facts.conclusion_code or "", facts.reasons.strip()
    concern.concluded_at, concern.concluded_by, concern.confirmed_by = at, facts.concluded_by, facts.confirmed_by
    leaves = step == TRANSFER
    concern.recipient = facts.receiver if leaves else ""
    concern.acknowledged_at = facts.acknowledged_at if leaves else None
    concern.proposed = ""

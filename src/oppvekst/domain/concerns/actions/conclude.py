"""How a concern ends (bvl §§ 2-1 (2), 13-5, 15-4). Opening an investigation is an act of that later room."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from oppvekst.domain.concerns.actions.limits import settle_limits
from oppvekst.domain.concerns.models import Concern
from oppvekst.domain.concerns.queries.concern import get_concern
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
# Steps that a second person confirms before they count (local rule, law.md 2.1).
PROPOSABLE = frozenset({"open_investigation", "dismiss", "dismiss_unfounded"})


def dismiss(concern_id: UUID, *, reasons: str, code: str, by: Actor, at: datetime) -> None:
    """Dismiss with written reasons and professional assessments (bvl § 2-1 (2), D03). Kept for ever.

    A concern that was urgent is not dismissed alone: then this proposes, and a second person confirms.
    """
    concern = get_concern(concern_id)
    if concern.immediate:
        propose(concern_id, "dismiss", reasons=reasons, code=code, by=by, at=at)
        return
    _conclude(concern_id, "dismiss", by=by, at=at, law="bvl § 2-1 (2)", reasons=reasons, conclusion_code=code)


def dismiss_unfounded(concern_id: UUID, *, reasons: str = "", by: Actor, at: datetime) -> None:
    """Propose to dismiss as obviously unfounded; it counts when a second person has confirmed (bvl § 2-1 (2))."""
    propose(concern_id, "dismiss_unfounded", reasons=reasons, by=by, at=at)


def add_to_investigation(concern_id: UUID, *, assessed: str, investigation_open: bool, by: Actor, at: datetime) -> None:
    """Add a concern to an investigation that is open (code 4); its scope is assessed anew."""
    _conclude(
        concern_id, "add_to_investigation", by=by, at=at, law="bvl § 2-2 (1)", reasons=assessed, conclusion_code="4",
        investigation_open=investigation_open, assessed_anew=assessed,
    )  # fmt: skip


def transfer(
    concern_id: UUID, *, recipient: str, code: str, acknowledged_at: datetime | None, by: Actor, at: datetime
) -> None:
    """Transfer to the service where the child stays, or another body (bvl §§ 13-5, 15-4).

    Our clock stops when the other side has acknowledged, not when we sent it.
    """
    _conclude(
        concern_id, "transfer", by=by, at=at, law="bvl § 15-4 (1)", conclusion_code=code, receiver=recipient.strip(),
        acknowledged_at=acknowledged_at,
    )  # fmt: skip


def retract(concern_id: UUID, reasons: str, *, by: Actor, at: datetime) -> None:
    """Take back what was registered wrongly (wrong child, the same twice). The original is kept (arkivforskrifta § 11)."""
    with act("concern.retracted", by=by, at=at, right="concern.retract", law="bvl § 12-4") as entry:
        concern = get_concern(concern_id)
        facts = facts_of(concern, today=oslo_date(at), retraction_reason=reasons)
        concern.state = MACHINE.take(concern.state, "retract", facts)
        concern.retracted_reasons, concern.concluded_at = reasons.strip(), concern.concluded_at or at
        settle_limits(concern)
        entry.about(concern.id, case_id=concern.case_id, says=f"Trukket tilbake som feilregistrert: {reasons.strip()}")
        concern.save(update_fields=ENDING)


def propose(concern_id: UUID, step: str, *, reasons: str, code: str = "", by: Actor, at: datetime) -> None:
    """Propose an end that a second person confirms; all it demands but the second person must be there now."""
    if step not in PROPOSABLE:
        raise NotAllowed("Dette steget trenger ingen bekreftelse.")
    right = "investigation.propose" if step == "open_investigation" else "concern.conclude"
    with act("concern.proposed", by=by, at=at, right=right, law="bvl § 2-1") as entry:
        concern = get_concern(concern_id)
        # Any other person than the one who proposes would satisfy the guard; who it is, is asked when it is confirmed.
        facts = facts_of(
            concern, today=oslo_date(at), reasons=reasons, reasonable_ground=reasons, conclusion_code=code or None,
            obviously_unfounded=step == "dismiss_unfounded", concluded_by=by.staff_id, confirmed_by=concern.id,
        )  # fmt: skip
        MACHINE.take(concern.state, step, facts)
        concern.proposed, concern.proposed_by, concern.conclusion = step, by.staff_id, code
        concern.proposal_reasons = reasons.strip()
        concern.save(update_fields=["proposed", "proposed_by", "proposal_reasons", "conclusion"])
        settle_limits(concern)
        title = MACHINE.step(step).title
        entry.about(concern.id, case_id=concern.case_id, says=f"Foreslått: {title}. {reasons.strip()}".strip())


def confirm(concern_id: UUID, *, by: Actor, at: datetime) -> None:
    """Confirm a dismissal somebody else has proposed; it counts from now."""
    concern = get_concern(concern_id)
    if concern.proposed not in {"dismiss", "dismiss_unfounded"}:
        raise NotAllowed("Det ligger ikke noe forslag her som kan bekreftes.")
    _conclude(
        concern_id, concern.proposed, by=by, at=at, law="bvl § 2-1 (2)", reasons=concern.proposal_reasons,
        conclusion_code=concern.conclusion or None, confirmed_by=by.staff_id, concluded_by=concern.proposed_by,
        obviously_unfounded=concern.proposed == "dismiss_unfounded", right="concern.confirm",
    )  # fmt: skip


def _conclude(
    concern_id: UUID, step: str, *, by: Actor, at: datetime, law: str, right: str = "concern.conclude", **said: Any
) -> None:
    """Take a closing step and write down what it rests on."""
    assessed_anew = said.pop("assessed_anew", "")
    with act(f"concern.{step}", by=by, at=at, right=right, law=law) as entry:
        concern = get_concern(concern_id)
        said.setdefault("concluded_by", by.staff_id)
        facts = facts_of(concern, today=oslo_date(at), **said)
        concern.state = MACHINE.take(concern.state, step, facts)
        _write_down(concern, facts, at)
        concern.assessed_anew = assessed_anew
        settle_limits(concern)
        entry.about(concern.id, case_id=concern.case_id, says=_sentence(concern, step), code=concern.conclusion)
        # Last: with the conclusion the concern leaves the queue, and a confirming leader may no longer see it.
        concern.save(update_fields=ENDING)


def _write_down(concern: Concern, facts: Any, at: datetime) -> None:
    concern.conclusion, concern.reasons = facts.conclusion_code or "", facts.reasons.strip()
    concern.concluded_at, concern.concluded_by, concern.confirmed_by = at, facts.concluded_by, facts.confirmed_by
    concern.recipient, concern.acknowledged_at = facts.receiver, facts.acknowledged_at
    concern.proposed = ""


def _sentence(concern: Concern, step: str) -> str:
    title = MACHINE.step(step).title
    return f"{title}. {concern.reasons or concern.recipient}".strip()

"""Immediate help, assessed by itself before anything else (bvl § 2-1 (1) third sentence, D02)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from oppvekst.domain.concerns.actions.limits import settle_limits
from oppvekst.domain.concerns.actions.locked import locked
from oppvekst.domain.concerns.models import Assessment, Concern
from oppvekst.domain.concerns.queries.facts import facts_of
from oppvekst.domain.concerns.rules import MACHINE, RAISE_ALARM, RECEIVED, RIGHTS
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import oslo_date
from oppvekst.law.refusals import Incomplete

RIGHT, LAW = RIGHTS[RAISE_ALARM], MACHINE.step(RAISE_ALARM).citation

# Whether the child needs help at once, and why.
type Answer = tuple[bool | None, str]


def assess_immediate(concern_id: UUID, needed: bool | None, reasons: str, *, by: Actor, at: datetime) -> None:
    """Assess whether the child needs help at once (bvl § 2-1 (1) third sentence, D02). A new one never hides the old."""
    demand_answer((needed, reasons))
    with act("concern.assessed", by=by, at=at, right=RIGHT, law=LAW) as entry:
        concern = locked(concern_id)
        stand_assessed(concern, (needed, reasons), at)
        concern.save(update_fields=["immediate", "immediate_at", "state"])
        settle_limits(concern)
        says = _keep(concern, (needed, reasons), by=by, at=at)
        entry.about(concern.id, case_id=concern.case_id, says=says)


def assess_on_arrival(concern: Concern, answer: Answer, *, by: Actor, at: datetime) -> None:
    """Keep what was assessed while the concern was written down, in the name of the one who did (bvl § 2-1 (1)).

    The concern may be out of sight already: one about our own is the leader's from the first moment.
    """
    with act("concern.assessed", by=by, at=at, right=RIGHT, law=LAW) as entry:
        entry.about(concern.id, says=_keep(concern, answer, by=by, at=at))


def demand_answer(answer: Answer) -> None:
    """Refuse an assessment without an answer or without reasons (bvl § 2-1 (1) third sentence)."""
    needed, reasons = answer
    lacking = {}
    if needed is None:
        lacking["needed"] = "Velg om barnet trenger hjelp med en gang."
    if not reasons.strip():
        lacking["reasons"] = "Skriv kort hva vurderingen bygger på."
    if lacking:
        raise Incomplete(lacking, LAW)


def stand_assessed(concern: Concern, answer: Answer, at: datetime) -> None:
    """Let the concern stand as assessed; one that nobody has taken becomes urgent when help is needed at once."""
    concern.immediate, concern.immediate_at = answer[0], at
    if concern.immediate and concern.state == RECEIVED:
        concern.state = MACHINE.take(concern.state, RAISE_ALARM, facts_of(concern, today=oslo_date(at)))


def _keep(concern: Concern, answer: Answer, *, by: Actor, at: datetime) -> str:
    """The assessment as a row of its own; what the journal says of it."""
    needed, reasons = bool(answer[0]), answer[1].strip()
    assessment = Assessment(
        municipality_id=by.municipality, concern=concern, needed=needed, reasons=reasons, by=by.person, by_name=by.name,
        at=at,
    )  # fmt: skip
    assessment.save(force_insert=True)
    return f"{'Barnet trenger hjelp med en gang' if needed else 'Barnet trenger ikke hjelp med en gang'}: {reasons}"

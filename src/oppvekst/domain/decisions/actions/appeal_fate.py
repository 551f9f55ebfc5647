"""What an appeal does to the decision it is against: appealed, standing, annulled or reversed (bvl § 12-9; fvl §§ 33, 34)."""

from __future__ import annotations

from datetime import datetime

from oppvekst.domain.decisions.actions.limits import settle_limits
from oppvekst.domain.decisions.models import Appeal, Decision
from oppvekst.domain.decisions.queries.appeal import appeals_of, is_appealed
from oppvekst.domain.decisions.queries.decision import facts_of
from oppvekst.domain.decisions.rules import (
    ANNUL,
    APPEALED,
    MACHINE,
    RECEIVE_APPEAL,
    RESUME_APPEAL_PERIOD,
    REVERSE,
    UPHOLD,
)
from oppvekst.domain.decisions.rules.appeal import life
from oppvekst.domain.decisions.rules.appeal.facts import Outcome
from oppvekst.ground.access.actor import Actor
from oppvekst.law.calendar import oslo_date

BY_US = "Klagen ble tatt til følge (fvl § 33 (2))."
BY_APPEAL_BODY = "Endret av klageinstansen (fvl § 34)."


def becomes_appealed(decision: Decision, *, by: Actor, at: datetime) -> None:
    """A decision that has been sent is appealed from now on; one that has not, waits for its dispatch."""
    if decision.state in MACHINE.step(RECEIVE_APPEAL).sources:
        _take(decision, RECEIVE_APPEAL, by, at)


def settles(decision: Decision, *, by: Actor, at: datetime) -> None:
    """When the last appeal is finished, the decision stands, is annulled, or is reversed, as the appeals ended."""
    if decision.state != APPEALED or is_appealed(decision.id):
        return
    ended = list(appeals_of(decision.id).select_related("new_decision"))
    if any(one.outcome in {Outcome.ANNULLED, Outcome.RETURNED} for one in ended):
        _take(decision, ANNUL, by, at)
    elif replaced := next((one for one in ended if _replaced(one)), None):
        _reverse(decision, replaced, by, at)
    else:
        last = facts_of(decision, today=oslo_date(at)).last_appeal_day
        over = last is None or last < oslo_date(at)
        _take(decision, UPHOLD if over else RESUME_APPEAL_PERIOD, by, at)


def _replaced(appeal: Appeal) -> bool:
    if appeal.outcome:
        return appeal.outcome == Outcome.CHANGED
    return appeal.state == life.FOLLOWED_UP


def _reverse(decision: Decision, appeal: Appeal, by: Actor, at: datetime) -> None:
    decision.reversal_ground = BY_APPEAL_BODY if appeal.outcome else BY_US
    decision.reversed_by_decision = appeal.new_decision_id
    _take(decision, REVERSE, by, at)


def _take(decision: Decision, step: str, by: Actor, at: datetime) -> None:
    decision.state = MACHINE.take(decision.state, step, facts_of(decision, today=oslo_date(at), by=by))
    decision.save(update_fields=["state", "reversal_ground", "reversed_by_decision"])
    settle_limits(decision)

"""A decision that ends an investigation ends it in the moment it is signed (bvl § 2-5): one is not without the other."""

from __future__ import annotations

from datetime import date, datetime

from oppvekst.domain.decisions.models import Decision
from oppvekst.domain.decisions.queries import consents_lacking, texts
from oppvekst.domain.decisions.rules import KINDS, Kind
from oppvekst.domain.decisions.rules.sections import REOPENING
from oppvekst.domain.investigations.actions import Ended, conclude, stops_ending
from oppvekst.domain.investigations.models import Investigation
from oppvekst.domain.investigations.queries import get_investigation, grounds_of
from oppvekst.domain.investigations.rules import (
    CLOSED_DISMISSED_WITH_REOPEN,
    CODES_OF_STEP,
    DECIDE_MEASURES,
    DISMISS,
    DISMISS_WITH_REOPEN,
    PARENTS,
)
from oppvekst.domain.investigations.rules.outcomes import CLAUSE
from oppvekst.ground.access.actor import Actor
from oppvekst.law.calendar import oslo_date
from oppvekst.law.refusals import Refusal

_STEPS = {Kind.MEASURE: DECIDE_MEASURES, Kind.DISMISSAL_REOPEN: DISMISS_WITH_REOPEN}


def conclude_by(decision: Decision, *, by: Actor, at: datetime) -> None:
    """End the investigation this decision was made in, if it ends one (bvl § 2-5 (1)-(3); D06, D16, D17)."""
    found = get_investigation(decision.investigation_id) if decision.investigation_id else None
    _refuse_clause_afterwards(decision, found)
    if found and found.concluded_on is None and KINDS[decision.of_kind].ends_investigation:
        conclude(found.id, step_of(decision), _ended(decision, oslo_date(at)), by=by, at=at)


def stops_concluding(decision: Decision, *, today: date) -> tuple[Refusal, ...]:
    """What the investigation still lacks before this decision can end it, so that the signer is told beforehand.

    Whose yes is lacking is the decision's own to tell: it knows each by name.
    """
    found = get_investigation(decision.investigation_id) if decision.investigation_id else None
    if found is None or found.concluded_on or not KINDS[decision.of_kind].ends_investigation:
        return ()
    stopping = stops_ending(found, step_of(decision), _ended(decision, today))
    return tuple(one for one in stopping if "consents" not in one.because)


def step_of(decision: Decision) -> str:
    """The way of ending that fits the kind of decision and its code."""
    if decision.of_kind in _STEPS:
        return _STEPS[decision.of_kind]
    ways = (step for step, codes in CODES_OF_STEP.items() if decision.conclusion_code in codes)
    return next((step for step in ways if step not in _STEPS.values()), DISMISS)


def _refuse_clause_afterwards(decision: Decision, found: Investigation | None) -> None:
    """Only the decision that ends an investigation may leave the way back open, or one in its place (bvl § 2-5 (3))."""
    if decision.of_kind != Kind.DISMISSAL_REOPEN:
        return
    if found is None or (found.concluded_on and found.state != CLOSED_DISMISSED_WITH_REOPEN):
        raise CLAUSE.refuse()


def _ended(decision: Decision, today: date) -> Ended:
    written = texts(decision.id)
    return Ended(
        code=decision.conclusion_code, decided_on=today, reasons=written["assessment"].text if "assessment" in written else "",
        decision_id=decision.id, decision_signed=True, basis_codes=bool(grounds_of(decision.investigation_id)),  # type: ignore[arg-type]
        consents_valid=not consents_lacking(decision, today=today), measures_recommended=decision.recommended,
        refused_by=PARENTS if decision.refused_by_parents else "",
        refusal_documented=written[REOPENING].text if REOPENING in written else "",
        reopening_fixed=decision.of_kind == Kind.DISMISSAL_REOPEN, moved_to=decision.moved_to,
        notice_owed=bool(decision.moved_to), new_municipality_told_on=decision.new_municipality_told_on,
    )  # fmt: skip

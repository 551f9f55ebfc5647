"""Goals one can see whether they are reached: set, put in other words, met or left, and taken up again (bvl § 8-1 (2))."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from oppvekst.domain.measures.models import Goal
from oppvekst.domain.measures.queries import get_goal, get_measure
from oppvekst.domain.measures.rules import MACHINE, WRITE
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import oslo_date
from oppvekst.law.refusals import Incomplete, NotAllowed


def set_goal(measure_id: UUID, text: str, seen_by: str, *, who: str = "", by: Actor, at: datetime) -> Goal:
    """Set a goal that one can see whether it is reached (bvl § 8-1 (2))."""
    _demand_words(text, seen_by)
    with act("goal.set", by=by, at=at, right=WRITE, law="bvl § 8-1 (2)") as entry:
        measure = get_measure(measure_id)
        if MACHINE.state(measure.state).closed:
            raise NotAllowed("Tiltaket er avsluttet. Da settes det ikke nye mål.")
        goal = Goal.objects.create(
            municipality_id=measure.municipality_id, case_id=measure.case_id, measure=measure, text=text.strip(),
            seen_by=seen_by.strip(), who=who.strip(), set_on=oslo_date(at),
        )  # fmt: skip
        entry.about(goal.id, case_id=measure.case_id, says=f"Nytt mål: {goal.text}")
    return goal


def change_goal(goal_id: UUID, text: str, seen_by: str, *, who: str = "", by: Actor, at: datetime) -> None:
    """Put a goal in better words; what it said before stands in the journal (bvl §§ 8-1 (2), 12-4)."""
    _demand_words(text, seen_by)
    with act("goal.changed", by=by, at=at, right=WRITE, law="bvl § 8-1 (2)") as entry:
        goal = _open(goal_id)
        before, goal.text, goal.seen_by, goal.who = goal.text, text.strip(), seen_by.strip(), who.strip()
        goal.save(update_fields=["text", "seen_by", "who"])
        entry.about(goal.id, case_id=goal.case_id, says=f"Målet «{before}» er skrevet om: {goal.text}")


def close_goal(goal_id: UUID, state: Goal.State, words: str, *, by: Actor, at: datetime) -> None:
    """A goal is met, or left with the reason (bvl § 8-1)."""
    with act("goal.closed", by=by, at=at, right=WRITE, law="bvl § 8-1") as entry:
        goal = _open(goal_id)
        if state == Goal.State.LEFT and not words.strip():
            raise Incomplete({"words": "Skriv hvorfor målet legges bort."})
        goal.state, goal.closed_on, goal.closed_words = state, oslo_date(at), words.strip()
        goal.save(update_fields=["state", "closed_on", "closed_words"])
        entry.about(goal.id, case_id=goal.case_id, says=f"Målet er {goal.get_state_display()}: {goal.text}")


def reopen_goal(goal_id: UUID, *, by: Actor, at: datetime) -> None:
    """It was closed by mistake, or is worked towards again (bvl § 8-1)."""
    with act("goal.reopened", by=by, at=at, right=WRITE, law="bvl § 8-1") as entry:
        goal = get_goal(goal_id)
        if goal.state == Goal.State.OPEN or MACHINE.state(goal.measure.state).closed:
            raise NotAllowed("Dette målet kan ikke tas opp igjen.")
        goal.state, goal.closed_on, goal.closed_words = Goal.State.OPEN, None, ""
        goal.save(update_fields=["state", "closed_on", "closed_words"])
        entry.about(goal.id, case_id=goal.case_id, says=f"Målet er tatt opp igjen: {goal.text}")


def _open(goal_id: UUID) -> Goal:
    goal = get_goal(goal_id)
    if goal.state != Goal.State.OPEN:
        raise NotAllowed(f"Målet er allerede {goal.get_state_display()}.")
    return goal


def _demand_words(text: str, seen_by: str) -> None:
    lacking = {
        "text": "" if text.strip() else "Skriv hva som skal bli bedre.",
        "seen_by": "" if seen_by.strip() else "Skriv hvordan dere ser om målet er nådd.",
    }
    if any(lacking.values()):
        raise Incomplete({name: told for name, told in lacking.items() if told})

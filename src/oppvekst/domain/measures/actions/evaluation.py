"""Every look at whether the help works: the Act's three questions, each goal, and what it leads to (bvl § 8-1 (1))."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from oppvekst.domain.measures.actions.appointment import cancel_those_to_come
from oppvekst.domain.measures.actions.home import leave_homes
from oppvekst.domain.measures.actions.limits import settle_limits
from oppvekst.domain.measures.actions.occasion import call_off_those_to_come
from oppvekst.domain.measures.actions.offers import leave_those_of
from oppvekst.domain.measures.models import Evaluation, Goal, GoalSeen, Measure
from oppvekst.domain.measures.queries import ending_decisions, evaluation_due, facts_of, get_measure
from oppvekst.domain.measures.rules import CHANGE, CONTINUE, END, EVALUATE, MACHINE, RIGHTS, UNDER_EVALUATION
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import oslo_date
from oppvekst.law.refusals import Incomplete, NotFound

STEP_OF = {Evaluation.Outcome.CONTINUE: CONTINUE, Evaluation.Outcome.CHANGE: CHANGE, Evaluation.Outcome.END: END}


@dataclass(frozen=True, kw_only=True)
class Looked:
    """What was found at an evaluation: the Act's three questions, who was heard, and what it leads to (bvl § 8-1 (1))."""

    on: date
    works: str
    new_needs: str
    care_grounds: str
    outcome: Evaluation.Outcome
    present: str = ""
    child_heard: bool = False
    child_words: str = ""
    parents_heard: bool = False
    parents_words: str = ""
    not_heard_reason: str = ""
    against_wish: bool = False
    end_words: str = ""
    end_decision: UUID | None = None


@dataclass(frozen=True)
class Seen:
    """How one goal stood, and what had changed."""

    goal_id: UUID
    stand: GoalSeen.Stand
    words: str = ""


def evaluate(measure_id: UUID, looked: Looked, seen: Iterable[Seen] = (), *, by: Actor, at: datetime) -> Evaluation:
    """Look at the help with the family: the three questions, each goal, and continue, change or end (bvl § 8-1 (1))."""
    step, found = STEP_OF[looked.outcome], list(seen)
    with act("measure.evaluated", by=by, at=at, right=RIGHTS[step], law=MACHINE.step(step).citation) as entry:
        measure = get_measure(measure_id)
        _demand_day(measure, looked.on, at)
        _demand_goals(measure, found)
        due = evaluation_due(measure)
        _take(measure, looked, step, at)
        if step == END:
            leave_those_of(measure, "Tiltaket er avsluttet.", on=looked.on, by=by, at=at)
            leave_homes(measure, by=by, at=at)
            call_off_those_to_come(measure, "Tiltaket er avsluttet.", after=at, by=by, at=at)
        made = _evaluation(measure, looked, due, by, at)
        GoalSeen.objects.bulk_create([_seen(made, one) for one in found])
        settle_limits(measure)
        says = f"Evaluert: {measure.title}. {made.get_outcome_display().capitalize()}."
        entry.about(made.id, case_id=measure.case_id, says=says)
    return made


def _demand_day(measure: Measure, on: date, at: datetime) -> None:
    if on > oslo_date(at):
        raise Incomplete({"on": "Dere kan ikke ha evaluert fram i tid."})
    if measure.started_on and on < measure.started_on:
        raise Incomplete({"on": "Dagen er før hjelpen startet."})


def _demand_goals(measure: Measure, seen: Iterable[Seen]) -> None:
    """No goal of another measure, and none twice."""
    asked = [one.goal_id for one in seen]
    if Goal.objects.filter(measure=measure, id__in=asked).count() != len(asked):
        raise NotFound("Vi finner ikke alle målene i dette tiltaket.")


def _take(measure: Measure, looked: Looked, step: str, at: datetime) -> None:
    decided = looked.end_decision
    if decided and not ending_decisions(measure.case_id).filter(id=decided).exists():
        raise Incomplete({"end_decision": "Velg et undertegnet vedtak om å avslutte, i denne saken."})
    facts = replace(
        facts_of(measure, today=oslo_date(at)), works=looked.works, new_needs=looked.new_needs,
        care_grounds=looked.care_grounds, child_heard=looked.child_heard, parents_heard=looked.parents_heard,
        not_heard_reason=looked.not_heard_reason, end_agreed=not looked.against_wish, end_decided=decided is not None,
    )  # fmt: skip
    here = measure.state if measure.state == UNDER_EVALUATION else MACHINE.take(measure.state, EVALUATE, facts)
    measure.state = MACHINE.take(here, step, facts)
    if step == END:
        measure.ended_on, measure.end_words, measure.end_decision = looked.on, looked.end_words, decided
        cancel_those_to_come(measure, "Tiltaket er avsluttet.", after=at, at=at)
    measure.save(update_fields=["state", "ended_on", "end_words", "end_decision"])


def _evaluation(measure: Measure, looked: Looked, due: date | None, by: Actor, at: datetime) -> Evaluation:
    said = {name: value for name, value in vars(looked).items() if name not in ("end_words", "end_decision")}
    return Evaluation.objects.create(
        municipality_id=measure.municipality_id, case_id=measure.case_id, measure=measure, due_on=due, by=by.person,
        by_name=by.name, at=at, **said,
    )  # fmt: skip


def _seen(made: Evaluation, one: Seen) -> GoalSeen:
    return GoalSeen(
        municipality_id=made.municipality_id, case_id=made.case_id, evaluation=made, goal_id=one.goal_id, stand=one.stand,
        words=one.words.strip(),
    )  # fmt: skip

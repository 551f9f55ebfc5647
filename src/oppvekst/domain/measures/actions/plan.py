"""The plan and its goals, and every look at whether the help works (bvl § 8-1)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from oppvekst.domain.measures.actions.limits import settle_limits
from oppvekst.domain.measures.models import Evaluation, Goal, GoalSeen, Measure, Plan
from oppvekst.domain.measures.queries import evaluation_due, facts_of, get_measure, plan_of
from oppvekst.domain.measures.rules import CHANGE, CONTINUE, END, EVALUATE, MACHINE, MEASURE_PLAN, RIGHTS, WRITE
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import oslo_date
from oppvekst.law.refusals import Incomplete, NotFound

STEP_OF = {Evaluation.Outcome.CONTINUE: CONTINUE, Evaluation.Outcome.CHANGE: CHANGE, Evaluation.Outcome.END: END}


@dataclass(frozen=True, kw_only=True)
class Written:
    """What a plan says."""

    content: str = ""
    who_does_what: str = ""
    duration: str = ""
    follow_up: str = ""
    child_words: str = ""
    parents_words: str = ""


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


def write_plan(measure_id: UUID, written: Written, *, by: Actor, at: datetime, kind: str = MEASURE_PLAN) -> Plan:
    """Write the plan, or a new version of it; the one before ends the day before and stays (bvl § 8-1 (2))."""
    with act("plan.written", by=by, at=at, right=WRITE, law="bvl § 8-1 (2)") as entry:
        measure, today = get_measure(measure_id), oslo_date(at)
        before = plan_of(measure.id)
        if before is not None:
            before.valid_to = max(before.valid_from, today - timedelta(days=1))
            before.save(update_fields=["valid_to"])
        plan = Plan.objects.create(
            municipality_id=measure.municipality_id, case_id=measure.case_id, measure=measure, kind=kind,
            version=before.version + 1 if before else 1, valid_from=today, written_by=by.person, written_by_name=by.name,
            written_at=at, **vars(written),
        )  # fmt: skip
        says = f"Tiltaksplan, versjon {plan.version}: {measure.title}."
        entry.about(plan.id, case_id=measure.case_id, says=says)
    return plan


def set_goal(measure_id: UUID, text: str, seen_by: str, *, who: str = "", by: Actor, at: datetime) -> Goal:
    """Set a goal that one can see whether it is reached (bvl § 8-1 (2))."""
    lacking = {
        "text": "" if text.strip() else "Skriv hva som skal bli bedre.",
        "seen_by": "" if seen_by.strip() else "Skriv hvordan dere ser om målet er nådd.",
    }
    if any(lacking.values()):
        raise Incomplete({name: told for name, told in lacking.items() if told})
    with act("goal.set", by=by, at=at, right=WRITE, law="bvl § 8-1 (2)") as entry:
        measure = get_measure(measure_id)
        goal = Goal.objects.create(
            municipality_id=measure.municipality_id, case_id=measure.case_id, measure=measure, text=text.strip(),
            seen_by=seen_by.strip(), who=who.strip(), set_on=oslo_date(at),
        )  # fmt: skip
        entry.about(goal.id, case_id=measure.case_id, says=f"Nytt mål: {goal.text}")
    return goal


def close_goal(goal_id: UUID, state: Goal.State, words: str, *, by: Actor, at: datetime) -> None:
    """A goal is met, or left with the reason (bvl § 8-1)."""
    with act("goal.closed", by=by, at=at, right=WRITE, law="bvl § 8-1") as entry:
        goal = Goal.objects.filter(id=goal_id).first()
        if goal is None:
            raise NotFound("Vi finner ikke dette målet.")
        if state == Goal.State.LEFT and not words.strip():
            raise Incomplete({"words": "Skriv hvorfor målet legges bort."})
        goal.state, goal.closed_on, goal.closed_words = state, oslo_date(at), words.strip()
        goal.save(update_fields=["state", "closed_on", "closed_words"])
        entry.about(goal.id, case_id=goal.case_id, says=f"Målet er {goal.get_state_display()}: {goal.text}")


def evaluate(measure_id: UUID, looked: Looked, seen: Iterable[Seen] = (), *, by: Actor, at: datetime) -> Evaluation:
    """Look at the help with the family: the three questions, each goal, and continue, change or end (bvl § 8-1 (1))."""
    step = STEP_OF[looked.outcome]
    with act("measure.evaluated", by=by, at=at, right=RIGHTS[step], law=MACHINE.step(step).citation) as entry:
        measure = get_measure(measure_id)
        due = evaluation_due(measure)
        _take(measure, looked, step, at)
        made = _evaluation(measure, looked, due, by, at)
        GoalSeen.objects.bulk_create([_seen(made, one) for one in seen])
        settle_limits(measure)
        says = f"Evaluert: {measure.title}. {made.get_outcome_display().capitalize()}."
        entry.about(made.id, case_id=measure.case_id, says=says)
    return made


def _take(measure: Measure, looked: Looked, step: str, at: datetime) -> None:
    facts = replace(
        facts_of(measure, today=oslo_date(at)), works=looked.works, new_needs=looked.new_needs,
        care_grounds=looked.care_grounds, child_heard=looked.child_heard, parents_heard=looked.parents_heard,
        not_heard_reason=looked.not_heard_reason, end_agreed=not looked.against_wish,
        end_decided=looked.end_decision is not None,
    )  # fmt: skip
    measure.state = MACHINE.take(MACHINE.take(measure.state, EVALUATE, facts), step, facts)
    if step == END:
        measure.ended_on, measure.end_words, measure.end_decision = looked.on, looked.end_words, looked.end_decision
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

"""What meetings put on the agenda: what a colleague has taken on, and that a family's plan is answered the day it comes."""

from __future__ import annotations

from collections.abc import Iterator

from oppvekst.domain.meetings.models import Council, Group, IndividualPlan, Task
from oppvekst.domain.meetings.rules import ANSWER, APPROVED
from oppvekst.ground.agenda.planned import Planned, Subject, counted, settle
from oppvekst.law.calendar import last_working_day


def settle_task(task: Task) -> None:
    """Make the agenda agree with one thing somebody has taken on."""
    settle(task_subject(task))


def task_subject(task: Task) -> Subject:
    """The line of whoever of us took it on; what others took on is a letter's matter (bvl § 15-8)."""
    return Subject(task.id, "meeting_task", task.municipality_id, task.case_id, tuple(_agreed(task)))


def settle_council(group: Group, council: Council) -> None:
    """Make the agenda agree with how the family's plan stands."""
    settle(council_subject(group, council))


def council_subject(group: Group, council: Council) -> Subject:
    """The answer that the family waits for, the same day."""
    return Subject(group.id, "family_council", group.municipality_id, group.case_id, tuple(_to_answer(group, council)))


def settle_plan(plan: IndividualPlan) -> None:
    """Make the agenda agree with whether the wish for an individual plan is answered."""
    settle(plan_subject(plan))


def plan_subject(plan: IndividualPlan) -> Subject:
    """Whoever asked for a plan has an answer, or is told why it takes time (fvl § 11 a; bvl § 15-9)."""
    answered = plan.refused_on or plan.consented_on or plan.ended_on
    whose = plan.case.responsible or plan.opened_by
    due = ANSWER.due(plan.wished_on)
    waits = counted(due, "Svar på ønsket om individuell plan", assignee=whose, done_on=answered)
    return Subject(plan.id, "individual_plan", plan.municipality_id, plan.case_id, (waits,))


def _agreed(task: Task) -> Iterator[Planned]:
    if task.member.staff is None or task.dropped or task.meeting.state != APPROVED:
        return
    yield Planned(
        "agreed", task.text, due=task.due_on, target=last_working_day(task.due_on) if task.due_on else None,
        steps=("Avtalt i et møte. Den som tok det på seg, gjør det innen dagen som ble avtalt.",), law="bvl § 15-8",
        assignee=task.member.staff, done_on=task.done_on,
    )  # fmt: skip


def _to_answer(group: Group, council: Council) -> Iterator[Planned]:
    if council.plan_received_on is None:
        return
    yield Planned(
        "council-answer", "Svar familien på planen deres", due=council.plan_received_on,
        steps=("Familien får svar den dagen planen kommer: godkjent, eller nøyaktig hvorfor ikke.",), law="bvl § 1-4",
        assignee=group.case.responsible or group.opened_by, done_on=council.answered_on,
    )  # fmt: skip

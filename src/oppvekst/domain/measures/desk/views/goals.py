"""Goals: set, put in other words, met or left, and taken up again."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse

from oppvekst.domain.measures import actions
from oppvekst.domain.measures.desk.forms import CloseGoalForm, GoalForm
from oppvekst.domain.measures.desk.frame import MeasureAct, head, on_to
from oppvekst.domain.measures.models import Goal, Measure
from oppvekst.domain.measures.queries import get_goal
from oppvekst.domain.measures.rules import WRITE
from oppvekst.ground.journal.looks import look
from oppvekst.ground.web.acting import Act
from oppvekst.ground.web.frame import now
from oppvekst.law.refusals import NotAllowed, Refusal


class SetGoal(MeasureAct):
    """One more goal (bvl § 8-1 (2))."""

    form_class = GoalForm
    right = WRITE
    heading, button, done = "Nytt mål", "Sett målet", "mal"
    undone = "Ja. Du kan skrive det om, eller legge det bort."

    def perform(self, found: Measure, form: Any) -> None:
        said = form.cleaned_data
        actions.set_goal(found.id, said["text"], said["seen_by"], who=said["who"], by=self.request.actor, at=now())


class _OnGoal(Act[Goal]):
    template = "measures/desk/act.html"
    right = WRITE

    def find(self, goal_id: UUID) -> Goal:
        goal = get_goal(goal_id)
        look("measure", by=self.request.actor, at=now(), subject=goal.measure_id, case_id=goal.case_id)
        return goal

    def head(self, goal: Goal) -> dict[str, Any]:
        return {**head(goal.measure, self.heading), "about": goal.text}

    def home(self, goal: Goal, done: str) -> HttpResponse:
        return on_to(goal.measure, done)

    def hindrance(self, goal: Goal) -> Refusal | None:
        return None if goal.state == Goal.State.OPEN else NotAllowed(f"Målet er {goal.get_state_display()}.")


class ChangeGoal(_OnGoal):
    """The same goal in better words."""

    heading, button, done = "Skriv om målet", "Lagre", "mal"
    happens = "Det målet het før, står i journalen."

    def form(self, goal: Goal, typed: Any = None) -> GoalForm:
        return GoalForm(typed, initial={"text": goal.text, "seen_by": goal.seen_by, "who": goal.who})

    def perform(self, goal: Goal, form: Any) -> None:
        said = form.cleaned_data
        actions.change_goal(goal.id, said["text"], said["seen_by"], who=said["who"], by=self.request.actor, at=now())


class CloseGoal(_OnGoal):
    """Met, or left with the reason."""

    form_class = CloseGoalForm
    heading, button, done = "Lukk målet", "Lukk målet", "mal-lukket"
    undone = "Ja. Du kan ta det opp igjen."

    def perform(self, goal: Goal, form: Any) -> None:
        said = form.cleaned_data
        actions.close_goal(goal.id, Goal.State(said["state"]), said["words"], by=self.request.actor, at=now())


class ReopenGoal(_OnGoal):
    """Closed by mistake, or worked towards again."""

    heading, button, done = "Ta opp målet igjen", "Ta opp igjen", "mal-igjen"
    undone = "Ja. Du kan lukke det igjen."

    def hindrance(self, goal: Goal) -> Refusal | None:
        return NotAllowed("Målet er åpent.") if goal.state == Goal.State.OPEN else None

    def perform(self, goal: Goal, form: Any) -> None:
        actions.reopen_goal(goal.id, by=self.request.actor, at=now())

"""The evaluation: each goal in five words, the child's and the parents' words, the three questions, and what it leads to."""

from __future__ import annotations

from typing import Any

from oppvekst.domain.measures import actions
from oppvekst.domain.measures.desk.effect import effect
from oppvekst.domain.measures.desk.forms import EvaluationForm
from oppvekst.domain.measures.desk.frame import MeasureAct
from oppvekst.domain.measures.desk.supervision_parts import told
from oppvekst.domain.measures.models import Evaluation, Goal, Measure
from oppvekst.domain.measures.queries import ending_decisions, evaluation_due, goals_of, plan_of, summary_for_evaluation
from oppvekst.domain.measures.rules import EVALUATE, MACHINE, RIGHTS, RUNNING, SUPERVISED, UNDER_EVALUATION
from oppvekst.ground.web.frame import now, today
from oppvekst.law.refusals import NotAllowed, Refusal

DONE_AS = {
    Evaluation.Outcome.CONTINUE.value: "fortsetter",
    Evaluation.Outcome.CHANGE.value: "endres",
    Evaluation.Outcome.END.value: "avsluttet",
}


class Evaluate(MeasureAct):
    """One look at whether the help works (bvl § 8-1 (1))."""

    template = "measures/desk/evaluate.html"
    right = RIGHTS[EVALUATE]
    law = MACHINE.step(EVALUATE).citation
    heading, button = "Evaluer hjelpen", "Lagre evalueringen"
    happens = "Evalueringen blir stående som den er. Neste dag å se på hjelpen igjen settes av seg selv."
    seen_by = "De som har saken. Barnet og foreldrene kan lese den."
    undone = "Nei. Ble noe feil, skriver du en ny evaluering."

    def form(self, found: Measure, typed: Any = None) -> EvaluationForm:
        return EvaluationForm(
            typed,
            goals=self._open(found),
            endings=list(ending_decisions(found.case_id)),
            today=today(),
            since=found.started_on,
        )

    def besides(self, found: Measure) -> dict[str, Any]:
        shown = [{"goal": goal, "effect": effect(goal)} for goal in self._open(found)]
        return {"shown": shown, "plan": plan_of(found.id), "due": evaluation_due(found), **_what_was_seen(found)}

    def hindrance(self, found: Measure) -> Refusal | None:
        if found.state in (RUNNING, UNDER_EVALUATION):
            return None
        return NotAllowed(f"Tiltaket er «{MACHINE.state(found.state).title}». Det kan evalueres når det pågår.")

    def perform(self, found: Measure, form: Any) -> None:
        actions.evaluate(found.id, form.looked(), form.seen(), by=self.request.actor, at=now())
        self.done = DONE_AS[form.cleaned_data["outcome"]]

    def _open(self, found: Measure) -> list[Goal]:
        return [goal for goal in goals_of(found.id) if goal.state == Goal.State.OPEN]


def _what_was_seen(found: Measure) -> dict[str, Any]:
    """What the supervision has seen since the last time; nothing where the help is something else."""
    if found.category not in SUPERVISED:
        return {}
    summary = summary_for_evaluation(found)
    return {"supervision_seen": told(summary) if summary else {}, "is_supervision": True}

"""The plan editor: every part, the register's kinds that apply, and a new version that keeps the old."""

from __future__ import annotations

from typing import Any

from oppvekst.domain.cases.models import Case
from oppvekst.domain.measures import actions
from oppvekst.domain.measures.desk.forms import PlanForm
from oppvekst.domain.measures.desk.frame import CaseAct, MeasureAct
from oppvekst.domain.measures.models import Measure, Plan
from oppvekst.domain.measures.queries import plan_of, plans_of_case
from oppvekst.domain.measures.rules import WRITE, kinds_of_case
from oppvekst.ground.web.frame import now, today

PARTS = ("kind", "content", "who_does_what", "duration", "follow_up", "child_words", "parents_words")
KIND = "type"


class WritePlan(MeasureAct):
    """The plan of a measure (bvl § 8-1 (2))."""

    right = WRITE
    heading, button, done = "Plan", "Lagre planen", "plan"
    happens = "Planen lagres som en ny versjon. De gamle versjonene blir stående."
    seen_by = (
        "De som har saken. Når hjelpen er vedtatt, leser foreldrene og barnet fra 15 år planen på Min side. "
        "Barnets ord ser bare barnet selv der."
    )

    def form(self, found: Measure, typed: Any = None) -> PlanForm:
        before = plan_of(found.id, self.request.GET.get(KIND, ""))
        return PlanForm(typed, kinds=actions.kinds_of(found, on=today()), initial=_words(before))

    def perform(self, found: Measure, form: Any) -> None:
        actions.write_plan(found.id, form.written(), kind=form.cleaned_data["kind"], by=self.request.actor, at=now())


class WriteCasePlan(CaseAct):
    """A plan that belongs to the case and to no single measure (bvl §§ 2-2 (3), 7-6, 8-2, 8-3)."""

    heading, button, done = "Plan for saken", "Lagre planen", "plan"
    happens = WritePlan.happens
    seen_by = "De som har saken."

    def form(self, case: Case, typed: Any = None) -> PlanForm:
        before = plans_of_case(case.id).filter(kind=self.request.GET.get(KIND, ""), valid_to=None).first()
        return PlanForm(typed, kinds=kinds_of_case(on=today()), initial=_words(before))

    def perform(self, case: Case, form: Any) -> None:
        actions.write_case_plan(
            case.id, form.written(), kind=form.cleaned_data["kind"], by=self.request.actor, at=now()
        )


def _words(before: Plan | None) -> dict[str, Any]:
    """What the version before says, to go on from."""
    return {name: getattr(before, name) for name in PARTS} if before else {}

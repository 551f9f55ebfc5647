"""The child is told of a decision in its own words, on its own page, and how to complain (bvl § 1-4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from oppvekst.domain.cases.actions import give_code, open_my_page
from oppvekst.domain.cases.models import MyPage
from oppvekst.domain.cases.queries import reveals
from oppvekst.domain.cases.rules.outward import REVEALS
from oppvekst.domain.decisions.models import ChildTold
from oppvekst.domain.decisions.queries import get_decision
from oppvekst.domain.decisions.queries.child import told_child
from oppvekst.domain.decisions.rules import DISPATCH, STANDING
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.acts import act
from oppvekst.law.citation import bvl
from oppvekst.law.refusals import Incomplete, NotAllowed

LAW = bvl("1-4")


@dataclass(frozen=True, kw_only=True)
class ForChild:
    """What was decided, what the child said and what it meant, and why not all became as it wished."""

    decided: str
    view: str
    why_not: str = ""


def tell_child(decision_id: UUID, said: ForChild, *, by: Actor, at: datetime) -> str:
    """Lay the decision on the child's own page, which is opened if it is not, and give the code to hand over on paper.

    Written again, the new words stand alone on the page, and the old ones are kept (bvl § 12-4).
    """
    _refuse_incomplete(said)
    with act("decision.child_told", by=by, at=at, right=DISPATCH, law=str(LAW)) as entry:
        decision = get_decision(decision_id)
        if decision.state not in STANDING:
            raise NotAllowed("Vedtaket må være undertegnet og gjelde før barnet får det på siden sin.", LAW)
        if reveals(" ".join((said.decided, said.view, said.why_not)), decision.case_id, to=decision.case.child_id):
            raise NotAllowed(REVEALS, bvl("13-5", 3))
        ChildTold.objects.filter(decision=decision, taken_back_at=None).update(taken_back_at=at)
        told = ChildTold.objects.create(
            municipality_id=by.municipality, case_id=decision.case_id, decision=decision, decided=said.decided.strip(),
            view=said.view.strip(), why_not=said.why_not.strip(), written_at=at, written_by=by.person, written_by_name=by.name,
        )  # fmt: skip
        says = f"Vedtaket ble lagt på barnets egen side, i ord til barnet: {decision.title}."
        entry.about(told.id, case_id=decision.case_id, says=says)
    child = decision.case.child_id
    if not MyPage.objects.filter(case_id=decision.case_id, person_id=child, closed_at=None).exists():
        open_my_page(decision.case_id, child, by=by, at=at)
    return give_code(decision.case_id, child, by=by, at=at)


def take_back_from_child(decision_id: UUID, *, by: Actor, at: datetime) -> None:
    """Take it off the child's own page again; what was written is kept."""
    with act("decision.child_untold", by=by, at=at, right=DISPATCH, law=str(LAW)) as entry:
        decision = get_decision(decision_id)
        told = told_child(decision_id)
        if told is None:
            raise NotAllowed("Vedtaket ligger ikke på barnets egen side.")
        ChildTold.objects.filter(id=told.id).update(taken_back_at=at)
        entry.about(told.id, case_id=decision.case_id, says="Vedtaket ble tatt bort fra barnets egen side.")


def _refuse_incomplete(said: ForChild) -> None:
    wrong = {}
    if not said.decided.strip():
        wrong["decided"] = "Skriv hva dere har bestemt, slik barnet forstår det."
    if not said.view.strip():
        wrong["view"] = "Skriv hva barnet sa, og hva det betydde for det dere bestemte."
    if wrong:
        raise Incomplete(wrong, LAW)

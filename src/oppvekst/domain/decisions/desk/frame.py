"""What the pages of this room share: the decision asked for, seen by whoever asks, and what stands on top of its pages."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.urls import reverse

from oppvekst.domain.cases.models import Case
from oppvekst.domain.decisions.models import Decision
from oppvekst.domain.decisions.queries import get_decision
from oppvekst.domain.decisions.rules import MACHINE
from oppvekst.ground.journal.looks import look
from oppvekst.ground.web.frame import DeskRequest, known, now, today


def seen(request: DeskRequest, decision_id: UUID) -> Decision:
    """The one asked for, if it is there for this person, who has then seen it (bvl § 13-1)."""
    found = get_decision(decision_id)
    look("decision", by=request.actor, at=now(), subject=found.id, case_id=found.case_id)
    return found


def head(found: Decision, here: str = "") -> dict[str, Any]:
    """Whose case it is, the way back, and how the decision stands."""
    crumbs = of_case(found.case)["crumbs"][:-1]
    crumbs += [("Vedtak", reverse("desk:decision-list", args=[found.case_id]))]
    crumbs += [(found.title, reverse("desk:decision", args=[found.id])), (here, "")] if here else [(found.title, "")]
    state = MACHINE.state(found.state).title
    return {
        **of_case(found.case),
        "crumbs": crumbs,
        "decision": found,
        "state_title": state,
        "heading": here or found.title,
    }


def of_case(case: Case, here: str = "Vedtak") -> dict[str, Any]:
    """The same for a page of the case."""
    child = case.child.name
    crumbs = [("Saker", known("cases")), (child, known("case", case.id)), (here, "")]
    return {"case": case, "child": child, "crumbs": crumbs, "today": today()}

"""PDFs of the room: the letter that asks another for information, and the plan as the parents may have it."""

from __future__ import annotations

from datetime import datetime
from typing import Any, cast

from oppvekst.domain.information.queries.letterhead import letterhead
from oppvekst.domain.investigations.models import InformationRequest, Investigation, PlanVersion
from oppvekst.domain.investigations.rules import AVERTS, GROUNDS, ORDER_CASES, Ground
from oppvekst.ground.access.models import Municipality
from oppvekst.ground.letters import Lang, Letter, render


def request_letter(asked: InformationRequest, home: Municipality, *, at: datetime) -> Letter:
    """The letter that asks, in the language of its receiver: what, on what ground, and whether the family knows."""
    child = asked.investigation.case.child
    values: dict[str, Any] = {
        "addressee": {"name": asked.body, "lines": [line for line in asked.address.splitlines() if line.strip()]},
        "child": {"name": child.name, "born": child.birth_date.isoformat() if child.birth_date else ""},
        "about": [line for line in asked.about.splitlines() if line.strip()], "ground": asked.ground,
        "sections": sections(asked), "due": asked.due.isoformat() if asked.due else "",
        "consent_on": asked.consent_on.isoformat() if asked.consent_on else "", "family_knows": asked.told_on is not None,
        "reference": asked.investigation.case.number, "signed": [{"name": asked.asked_by_name, "title": ""}],
    }  # fmt: skip
    lang = cast(Lang, asked.language)
    return render("investigations/information_request", values, lang=lang, letterhead=letterhead(home), at=at)


def sections(asked: InformationRequest) -> str:
    """The sections the question rests on."""
    law = GROUNDS[Ground(asked.ground)][1]
    if asked.order_case:
        law = law & ORDER_CASES[asked.order_case][1]
    if asked.order_case == AVERTS:
        law = law & ORDER_CASES["5-1"][1]
    return law.words()


def plan_for_parents(found: Investigation, version: PlanVersion, home: Municipality) -> Letter:
    """The plan with what the parents may see, and the day that last changed; nothing else stands in it."""
    told = version.for_parents
    values = {
        "child": found.case.child.name, "texts": told.get("texts", {}),
        "rows": [{"what": row["what"], "due": row["due"], "done": row["done"]} for row in told.get("rows", [])],
    }  # fmt: skip
    return render("investigations/plan", values, lang="nb", letterhead=letterhead(home), at=version.saved_at)

"""What two must agree on: a proposal that waits, one that came back, and how the concern ended."""

from __future__ import annotations

from typing import Any

from oppvekst.domain.concerns.desk import trail
from oppvekst.domain.concerns.desk.frame import known
from oppvekst.domain.concerns.models import Concern
from oppvekst.domain.concerns.rules import CONCLUSIONS, MACHINE, OPEN_INVESTIGATION, right_to_answer
from oppvekst.ground.access.actor import Actor


def proposal(concern: Concern, by: Actor) -> dict[str, Any] | None:
    """What waits for a second person, and whether this is one who may answer it."""
    if not concern.proposed or concern.concluded_at:
        return None
    own = concern.proposed_by == by.staff_id
    answers = "investigation-open" if concern.proposed == OPEN_INVESTIGATION else "concern-confirm"
    return {
        "step": MACHINE.step(concern.proposed), "by": trail.names([concern.proposed_by]).name(concern.proposed_by),
        "own": own, "may": by.may(right_to_answer(concern.proposed)) and not own, "code": _code(concern),
        "href": known(answers, concern.id), "refuse": known("concern-refuse", concern.id),
    }  # fmt: skip


def refused(concern: Concern, by: Actor) -> dict[str, Any] | None:
    """A proposal that a second person said no to, and why; until something else is proposed or done."""
    if not concern.refused_step or concern.concluded_at:
        return None
    return {
        "step": MACHINE.step(concern.refused_step), "by": trail.names([concern.refused_by]).name(concern.refused_by),
        "own": concern.proposed_by == by.staff_id,
    }  # fmt: skip


def begun(concern: Concern, step: str) -> dict[str, Any]:
    """The start of a form for a step that was proposed and refused: the words are there to be mended."""
    return {"initial": {"reasons": concern.refused_words}} if concern.refused_step == step else {}


def conclusion(concern: Concern) -> dict[str, Any] | None:
    """How it ended, by whom, and who agreed."""
    if concern.concluded_at is None:
        return None
    people = trail.names([concern.concluded_by, concern.confirmed_by])
    second = concern.confirmed_by != concern.concluded_by
    return {
        "by": people.name(concern.concluded_by), "confirmed": people.name(concern.confirmed_by) if second else "",
        "code": _code(concern),
    }  # fmt: skip


def _code(concern: Concern) -> str:
    return CONCLUSIONS.get(concern.conclusion).text if concern.conclusion else ""

"""A new concern about a child who has help: dismissed with reasons and taken along at the evaluation (bvl § 2-1 (2))."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from oppvekst.domain.concerns.actions import conclude, leave_queue, locked
from oppvekst.domain.concerns.rules import ADD_TO_ACTIVE_MEASURE, RIGHTS, only_code
from oppvekst.domain.concerns.rules import MACHINE as CONCERN
from oppvekst.domain.measures.queries import is_running
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.acts import act


def add_concern(concern_id: UUID, *, reasons: str, considered: bool, read: str = "", by: Actor, at: datetime) -> None:
    """Dismiss it because of active help (code 3), when a new investigation has been considered (bvl §§ 2-1 (2), 2-2)."""
    step = CONCERN.step(ADD_TO_ACTIVE_MEASURE)
    with act(f"concern.{step.name}", by=by, at=at, right=RIGHTS[step.name], law=step.citation) as entry:
        concern = locked(concern_id, read=read)
        conclude(
            concern, step.name, by=by, at=at, reasons=reasons, conclusion_code=only_code(step.name),
            measures_active=concern.case_id is not None and is_running(concern.case_id),
            new_investigation_considered=considered,
        )  # fmt: skip
        says = f"{step.title}. {concern.reasons}".strip()
        entry.about(concern.id, case_id=concern.case_id, says=says, code=concern.conclusion)
        leave_queue(concern)

"""What the steps of a meeting ask about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True)
class MeetingFacts:
    """The facts as they stand on one day, gathered by a query or said by the act."""

    today: date | None = None
    starts_on: date | None = None
    coordinated: bool = False
    coordination: bool = False
    council: bool = False
    child_coordinator_asked: bool = False
    has_coordinator: bool = False
    child_asked: bool = False
    not_asked_reason: str = ""
    question_agreed: bool = False
    coordinator_lacks: tuple[str, ...] = ()
    invited: int = 0
    attended: int = 0
    written: int = 0
    plan_answered: bool = False
    unapproved: tuple[str, ...] = ()
    reasons: str = ""

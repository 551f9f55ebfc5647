"""What the steps of a measure ask about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True)
class MeasureFacts:
    """The facts as they stand on one day, gathered by a query or said by the act."""

    today: date | None = None
    by_order: bool = False
    order_known: bool = False
    order_fits: bool = True
    decision_signed: bool = False
    same_basis: bool = True
    consents_lacking: tuple[str, ...] = ()
    goals: int = 0
    duration_set: bool = False
    # Sentences: what the catalogue finds lacking of whoever is to give the help, or nobody has looked at.
    provider_lacks: tuple[str, ...] = ()
    interval_months: int = 3
    interval_reason: str = ""
    works: str = ""
    new_needs: str = ""
    care_grounds: str = ""
    child_heard: bool = False
    parents_heard: bool = False
    not_heard_reason: str = ""
    end_agreed: bool = False
    end_decided: bool = False
    withdrawn: bool = False
    last_day: date | None = None
    reasons: str = ""

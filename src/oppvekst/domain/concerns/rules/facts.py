"""What the steps of a concern ask about: plain facts, filled from the row and from what the person just wrote."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID


@dataclass(frozen=True, kw_only=True)
class ConcernFacts:
    """Everything the law asks of a concern; what is not known yet is empty.

    `on` is the day the step is taken. `immediate_need` is `None` until somebody has assessed it (bvl § 2-1 (1) third
    sentence).
    """

    on: date | None = None
    immediate_need: bool | None = None
    conclusion_code: str | None = None
    concluded_by: UUID | None = None
    confirmed_by: UUID | None = None
    reasons: str = ""
    obviously_unfounded: bool = False

    # Of whoever is to have the concern: disqualified in the child's case (fvl §§ 6-8), or locked out of it.
    worker_disqualified: bool = False
    worker_barred: bool = False

    reasonable_ground: str = ""
    application_for_help: bool = False
    unborn: bool = False
    woman_consents: bool = False
    notice_of_detention: bool = False

    investigation_open: bool = False
    measures_active: bool = False
    new_investigation_considered: bool = False

    receiver: str = ""
    acknowledged_at: datetime | None = None

    retraction_reason: str = ""

    @property
    def confirmed(self) -> bool:
        """Whether a second person has agreed."""
        return self.confirmed_by is not None and self.confirmed_by != self.concluded_by

"""What is kept of meetings: who meets, what each may know, what was said and agreed, and what each was given."""

from oppvekst.domain.meetings.models.group import COUNCIL_CHANGES, GROUP_CHANGES, Council, Group, Member, Sharing
from oppvekst.domain.meetings.models.meeting import (
    MEETING_CHANGES,
    PART_CHANGES,
    ChildWish,
    Invitation,
    Meeting,
    Minutes,
    Part,
    Task,
)
from oppvekst.domain.meetings.models.plan import PLAN_CHANGES, IndividualPlan

__all__ = [
    "COUNCIL_CHANGES",
    "GROUP_CHANGES",
    "MEETING_CHANGES",
    "PART_CHANGES",
    "PLAN_CHANGES",
    "ChildWish",
    "Council",
    "Group",
    "IndividualPlan",
    "Invitation",
    "Meeting",
    "Member",
    "Minutes",
    "Part",
    "Sharing",
    "Task",
]

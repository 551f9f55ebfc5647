"""What is kept of meetings: who meets, what each may know, what was said and agreed, and what each was given."""

from oppvekst.domain.meetings.models.group import Council, Group, Member, Sharing
from oppvekst.domain.meetings.models.meeting import ChildWish, Invitation, Meeting, Minutes, Part, Task
from oppvekst.domain.meetings.models.plan import IndividualPlan

__all__ = [
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

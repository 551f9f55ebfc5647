"""Prevention: what is asked for, what was held, and who came as numbers. Nothing here is about a named child of ours."""

from oppvekst.domain.prevention.models.asked import Group, Request, SchoolContact, SignUp
from oppvekst.domain.prevention.models.held import Activity, AgreedDiscussion, Booking, Evening, HeldDiscussion

__all__ = [
    "Activity",
    "AgreedDiscussion",
    "Booking",
    "Evening",
    "Group",
    "HeldDiscussion",
    "Request",
    "SchoolContact",
    "SignUp",
]

"""What can be done with an investigation: one act, one function, one transaction, one journal entry."""

from oppvekst.domain.investigations.actions.investigation import (
    add_concern,
    extend,
    limits_of,
    open_investigation,
    save_plan,
)

__all__ = [
    "add_concern",
    "extend",
    "limits_of",
    "open_investigation",
    "save_plan",
]

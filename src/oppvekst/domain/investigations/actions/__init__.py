"""What can be done with an investigation: one act, one function, one transaction, one journal entry."""

from oppvekst.domain.investigations.actions.frame import (
    Known,
    Written,
    add_fact,
    include,
    keep_draft,
    leave_out,
    mark_grounds,
    must_be_open,
    write,
)
from oppvekst.domain.investigations.actions.investigation import (
    add_concern,
    extend,
    limits_of,
    open_investigation,
    save_plan,
)

__all__ = [
    "Known",
    "Written",
    "add_concern",
    "add_fact",
    "extend",
    "include",
    "keep_draft",
    "leave_out",
    "limits_of",
    "mark_grounds",
    "must_be_open",
    "open_investigation",
    "save_plan",
    "write",
]

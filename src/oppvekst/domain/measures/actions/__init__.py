"""What can be done with help: one act is one function, one transaction and one journal entry."""

from oppvekst.domain.measures.actions.concern import add_concern
from oppvekst.domain.measures.actions.limits import limits_of, settle_limits
from oppvekst.domain.measures.actions.measure import (
    Help,
    ask_consent,
    decide,
    expire,
    open_measure,
    resume,
    start,
    suspend,
    withdraw,
)
from oppvekst.domain.measures.actions.plan import Looked, Seen, Written, close_goal, evaluate, set_goal, write_plan

__all__ = [
    "Help",
    "Looked",
    "Seen",
    "Written",
    "add_concern",
    "ask_consent",
    "close_goal",
    "decide",
    "evaluate",
    "expire",
    "limits_of",
    "open_measure",
    "resume",
    "set_goal",
    "settle_limits",
    "start",
    "suspend",
    "withdraw",
    "write_plan",
]

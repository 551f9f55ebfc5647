"""What can be done with a concern: one act, one function, one transaction, one journal entry."""

from oppvekst.domain.concerns.actions.answer import omit_feedback, send_feedback
from oppvekst.domain.concerns.actions.arrive import Received, receive
from oppvekst.domain.concerns.actions.assess import assess_immediate
from oppvekst.domain.concerns.actions.child import link_case, note_birth, register_child, set_pregnancy_facts
from oppvekst.domain.concerns.actions.conclude import (
    conclude,
    confirm,
    dismiss,
    dismiss_unfounded,
    leave_queue,
    retract,
    transfer,
)
from oppvekst.domain.concerns.actions.ended import investigation_ended
from oppvekst.domain.concerns.actions.limits import settle_limits
from oppvekst.domain.concerns.actions.locked import locked
from oppvekst.domain.concerns.actions.message import (
    Outcome,
    Reading,
    settle_message,
    store,
    take_in,
)
from oppvekst.domain.concerns.actions.propose import propose, refuse_proposal
from oppvekst.domain.concerns.actions.register import register
from oppvekst.domain.concerns.actions.review import (
    assign,
    clarify,
    end_clarification,
    mask,
    take,
    unmask,
)

__all__ = [
    "Outcome",
    "Reading",
    "Received",
    "assess_immediate",
    "assign",
    "clarify",
    "conclude",
    "confirm",
    "dismiss",
    "dismiss_unfounded",
    "end_clarification",
    "investigation_ended",
    "leave_queue",
    "link_case",
    "locked",
    "mask",
    "note_birth",
    "omit_feedback",
    "propose",
    "receive",
    "refuse_proposal",
    "register",
    "register_child",
    "retract",
    "send_feedback",
    "set_pregnancy_facts",
    "settle_limits",
    "settle_message",
    "store",
    "take",
    "take_in",
    "transfer",
    "unmask",
]

"""What can be done with a concern: one act, one function, one transaction, one journal entry."""

from oppvekst.domain.concerns.actions.answer import omit_feedback, send_feedback
from oppvekst.domain.concerns.actions.arrive import Received, receive
from oppvekst.domain.concerns.actions.assess import assess_immediate
from oppvekst.domain.concerns.actions.child import link_case, note_birth, register_child, set_pregnancy_facts
from oppvekst.domain.concerns.actions.conclude import (
    add_to_investigation,
    confirm,
    dismiss,
    dismiss_unfounded,
    retract,
    transfer,
)
from oppvekst.domain.concerns.actions.limits import settle_limits
from oppvekst.domain.concerns.actions.message import (
    Outcome,
    Reading,
    accept,
    quarantine,
    settle_message,
    store,
    take_in,
)
from oppvekst.domain.concerns.actions.propose import propose, refuse_proposal, right_to_answer
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
    "accept",
    "add_to_investigation",
    "assess_immediate",
    "assign",
    "clarify",
    "confirm",
    "dismiss",
    "dismiss_unfounded",
    "end_clarification",
    "link_case",
    "mask",
    "note_birth",
    "omit_feedback",
    "propose",
    "quarantine",
    "receive",
    "refuse_proposal",
    "register_child",
    "retract",
    "right_to_answer",
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

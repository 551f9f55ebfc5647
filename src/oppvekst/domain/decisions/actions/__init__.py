"""What can be done with a decision: one act is one function, one transaction and one journal entry."""

from oppvekst.domain.decisions.actions.drafting import SITTING, Saved, choose, save_text
from oppvekst.domain.decisions.actions.limits import limits_of, settle_limits
from oppvekst.domain.decisions.actions.notice import (
    back_to_draft,
    give_notice,
    make_ready,
    register_comment,
    skip_notice,
)
from oppvekst.domain.decisions.actions.opening import Terms, open_decision, refuse_locked, set_standing, set_terms
from oppvekst.domain.decisions.actions.signing import sign

__all__ = [
    "SITTING",
    "Saved",
    "Terms",
    "back_to_draft",
    "choose",
    "give_notice",
    "limits_of",
    "make_ready",
    "open_decision",
    "refuse_locked",
    "register_comment",
    "save_text",
    "set_standing",
    "set_terms",
    "settle_limits",
    "sign",
    "skip_notice",
]

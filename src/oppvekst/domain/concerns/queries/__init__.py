"""What can be asked about concerns. ``get_concern`` is the way in and the access check."""

from oppvekst.domain.concerns.queries.concern import (
    Earlier,
    candidates,
    concerns_by_id,
    earlier,
    get_concern,
    inbox,
    of_case,
    shows_where,
    siblings,
    stand_of,
)
from oppvekst.domain.concerns.queries.facts import facts_of, outlook, reporter
from oppvekst.domain.concerns.queries.feedback import (
    Proposal,
    current,
    may_answer,
    on_envelope,
    owed_after_investigation,
    proposals,
)
from oppvekst.domain.concerns.queries.received import Account, accounts, quarantined, receipt

__all__ = [
    "Account",
    "Earlier",
    "Proposal",
    "accounts",
    "candidates",
    "concerns_by_id",
    "current",
    "earlier",
    "facts_of",
    "get_concern",
    "inbox",
    "may_answer",
    "of_case",
    "on_envelope",
    "outlook",
    "owed_after_investigation",
    "proposals",
    "quarantined",
    "receipt",
    "reporter",
    "shows_where",
    "siblings",
    "stand_of",
]

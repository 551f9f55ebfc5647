"""What can be done with an offer, and with what a colleague asks for: one act, one function, one journal entry."""

from oppvekst.domain.homes.actions.offer import (
    ALPHABET,
    FOLLOW_UP,
    NOTE_ROOM,
    Received,
    close,
    limits_of,
    mark_contacted,
    new_reference,
    note,
    receive,
    reference_of,
    reopen,
    take,
    take_back_contact,
)
from oppvekst.domain.homes.actions.wanted import (
    ask,
    limits_of_wanted,
    name_home,
    say_in_place,
    say_none,
    settle_wanted,
)

__all__ = [
    "ALPHABET",
    "FOLLOW_UP",
    "NOTE_ROOM",
    "Received",
    "ask",
    "close",
    "limits_of",
    "limits_of_wanted",
    "mark_contacted",
    "name_home",
    "new_reference",
    "note",
    "receive",
    "reference_of",
    "reopen",
    "say_in_place",
    "say_none",
    "settle_wanted",
    "take",
    "take_back_contact",
]

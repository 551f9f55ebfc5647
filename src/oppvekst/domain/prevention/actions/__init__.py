"""What can be done: one act, one function, one transaction, one journal entry, and no entry names anybody."""

from oppvekst.domain.prevention.actions.activities import note_activity, restore_activity, take_back_activity
from oppvekst.domain.prevention.actions.answer import answer, close, reopen, take, take_back_answer
from oppvekst.domain.prevention.actions.arrange import arrange_group, change_group, publish_group, take_down_group
from oppvekst.domain.prevention.actions.arrive import Received, receive_request, sign_up
from oppvekst.domain.prevention.actions.contacts import keep_contact, publish_contact, take_down_contact
from oppvekst.domain.prevention.actions.discussions import (
    mend_discussion,
    note_agreed,
    note_discussion,
    take_back_discussion,
    withdraw_agreement,
)
from oppvekst.domain.prevention.actions.evenings import book_interpreter, cancel_interpreter, note_evening
from oppvekst.domain.prevention.actions.examples import install_examples
from oppvekst.domain.prevention.actions.limits import limits_of, limits_of_sign_up
from oppvekst.domain.prevention.actions.seats import confirm_place, restore_sign_up, withdraw_sign_up

__all__ = [
    "Received",
    "answer",
    "arrange_group",
    "book_interpreter",
    "cancel_interpreter",
    "change_group",
    "close",
    "confirm_place",
    "install_examples",
    "keep_contact",
    "limits_of",
    "limits_of_sign_up",
    "mend_discussion",
    "note_activity",
    "note_agreed",
    "note_discussion",
    "note_evening",
    "publish_contact",
    "publish_group",
    "receive_request",
    "reopen",
    "restore_activity",
    "restore_sign_up",
    "sign_up",
    "take",
    "take_back_activity",
    "take_back_answer",
    "take_back_discussion",
    "take_down_contact",
    "take_down_group",
    "withdraw_agreement",
    "withdraw_sign_up",
]

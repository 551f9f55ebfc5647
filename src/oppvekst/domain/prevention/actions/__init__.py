"""What can be done: one act, one function, one transaction, one journal entry, and no entry names anybody."""

from oppvekst.domain.prevention.actions.answer import answer, close, reopen, take, take_back_answer
from oppvekst.domain.prevention.actions.arrange import arrange_group, change_group, publish_group, take_down_group
from oppvekst.domain.prevention.actions.arrive import Received, receive_request, sign_up
from oppvekst.domain.prevention.actions.contacts import keep_contact, publish_contact, take_down_contact
from oppvekst.domain.prevention.actions.examples import install_examples
from oppvekst.domain.prevention.actions.limits import limits_of, limits_of_sign_up
from oppvekst.domain.prevention.actions.seats import confirm_place, restore_sign_up, withdraw_sign_up

__all__ = [
    "Received",
    "answer",
    "arrange_group",
    "change_group",
    "close",
    "confirm_place",
    "install_examples",
    "keep_contact",
    "limits_of",
    "limits_of_sign_up",
    "publish_contact",
    "publish_group",
    "receive_request",
    "reopen",
    "restore_sign_up",
    "sign_up",
    "take",
    "take_back_answer",
    "take_down_contact",
    "take_down_group",
    "withdraw_sign_up",
]

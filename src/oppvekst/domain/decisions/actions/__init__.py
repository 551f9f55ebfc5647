"""What can be done with a decision: one act is one function, one transaction and one journal entry."""

from oppvekst.domain.decisions.actions.appeal import (
    Decided,
    Received,
    ask_to_complete,
    correct_appeal,
    examine,
    find_late,
    find_timely,
    follow_up,
    receive_appeal,
    record_outcome,
    reject,
    send_interim,
    send_on,
    tell_of_costs,
    withdraw,
)
from oppvekst.domain.decisions.actions.child import (
    ForChild,
    take_back_from_child,
    tell_child,
)
from oppvekst.domain.decisions.actions.concluding import (
    stops_concluding,
)
from oppvekst.domain.decisions.actions.consent import (
    Answered,
    Asked,
    ask_consent,
    choose_after,
    close_text,
    decide_rule,
    record_answer,
    withdraw_consent,
)
from oppvekst.domain.decisions.actions.consent_agenda import (
    settle_consents,
)
from oppvekst.domain.decisions.actions.costs import (
    Claim,
    claim_costs,
    decide_costs,
)
from oppvekst.domain.decisions.actions.dispatch import (
    dispatch,
    note_opened,
    note_reached,
)
from oppvekst.domain.decisions.actions.drafting import (
    SITTING,
    Saved,
    choose,
    save_text,
)
from oppvekst.domain.decisions.actions.limits import (
    limits_of,
    settle_limits,
)
from oppvekst.domain.decisions.actions.notice import (
    back_to_draft,
    give_notice,
    make_ready,
    register_comment,
    skip_notice,
)
from oppvekst.domain.decisions.actions.opening import (
    Terms,
    open_decision,
    refuse_locked,
    set_standing,
    set_terms,
)
from oppvekst.domain.decisions.actions.phrases import (
    EDIT_PHRASES,
    Said,
    install_phrases,
    put_in_templates,
    retire_phrase,
    save_phrase,
)
from oppvekst.domain.decisions.actions.reached import (
    become_final,
    note_failed,
    note_told,
    notify_again,
    settle_dispatch,
)
from oppvekst.domain.decisions.actions.reversal import (
    change,
    reverse,
    take_up_again,
)
from oppvekst.domain.decisions.actions.signing import (
    sign,
)
from oppvekst.domain.decisions.actions.stay import (
    StayAnswer,
    ask_for_stay,
    decide_stay,
    demand_not_stayed,
    end_stay,
)
from oppvekst.domain.decisions.actions.withholding import (
    add_representative,
    let_in,
    withhold,
)

__all__ = [
    "EDIT_PHRASES",
    "SITTING",
    "Answered",
    "Asked",
    "Claim",
    "Decided",
    "ForChild",
    "Received",
    "Said",
    "Saved",
    "StayAnswer",
    "Terms",
    "add_representative",
    "ask_consent",
    "ask_for_stay",
    "ask_to_complete",
    "back_to_draft",
    "become_final",
    "change",
    "choose",
    "choose_after",
    "claim_costs",
    "close_text",
    "correct_appeal",
    "decide_costs",
    "decide_rule",
    "decide_stay",
    "demand_not_stayed",
    "dispatch",
    "end_stay",
    "examine",
    "find_late",
    "find_timely",
    "follow_up",
    "give_notice",
    "install_phrases",
    "let_in",
    "limits_of",
    "make_ready",
    "note_failed",
    "note_opened",
    "note_reached",
    "note_told",
    "notify_again",
    "open_decision",
    "put_in_templates",
    "receive_appeal",
    "record_answer",
    "record_outcome",
    "refuse_locked",
    "register_comment",
    "reject",
    "retire_phrase",
    "reverse",
    "save_phrase",
    "save_text",
    "send_interim",
    "send_on",
    "set_standing",
    "set_terms",
    "settle_consents",
    "settle_dispatch",
    "settle_limits",
    "sign",
    "skip_notice",
    "stops_concluding",
    "take_back_from_child",
    "take_up_again",
    "tell_child",
    "tell_of_costs",
    "withdraw",
    "withdraw_consent",
    "withhold",
]

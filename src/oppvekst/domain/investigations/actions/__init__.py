"""What can be done with an investigation: one act, one function, one transaction, one journal entry."""

from oppvekst.domain.investigations.actions.asking import (
    Asked,
    answered,
    ask,
    remind,
    tell_family,
    withdraw,
)
from oppvekst.domain.investigations.actions.collected import (
    Noted,
    decide_as_leader,
    write_note,
)
from oppvekst.domain.investigations.actions.experts import (
    engage_expert,
    receive_opinion,
    send_opinion,
    set_aside,
    take_remark,
)
from oppvekst.domain.investigations.actions.extending import (
    extend,
    is_late,
    note_breach,
    tell_of_extension,
)
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
    open_investigation,
)
from oppvekst.domain.investigations.actions.limits import (
    limits_of,
    limits_of_asked,
    limits_of_opinion,
    limits_of_row,
    was_late,
)
from oppvekst.domain.investigations.actions.outcomes import (
    Ended,
    begin_concluding,
    conclude,
    leave_closed,
    reopen,
    stops_ending,
)
from oppvekst.domain.investigations.actions.own_page import (
    answer_own_words,
    share_words,
    take_back_words,
)
from oppvekst.domain.investigations.actions.plan import (
    Row,
    add_row,
    finish_row,
    move_row,
    save_plan,
    strike_row,
    tell_row,
)
from oppvekst.domain.investigations.actions.talks import (
    Talk,
    mend_talk,
    note_beside,
    read_back,
    weigh,
    write_talk,
)
from oppvekst.domain.investigations.actions.telling import take_back_telling, tell_of_investigation
from oppvekst.domain.investigations.actions.voice import (
    Trusted,
    end_trusted_person,
    name_trusted_person,
    see_certificate,
    set_participation,
)
from oppvekst.domain.investigations.actions.withholding import (
    KeptBack,
    end_withholding,
    review_withholding,
    withhold_from_parents,
)

__all__ = [
    "Asked",
    "Ended",
    "KeptBack",
    "Known",
    "Noted",
    "Row",
    "Talk",
    "Trusted",
    "Written",
    "add_concern",
    "add_fact",
    "add_row",
    "answer_own_words",
    "answered",
    "ask",
    "begin_concluding",
    "conclude",
    "decide_as_leader",
    "end_trusted_person",
    "end_withholding",
    "engage_expert",
    "extend",
    "finish_row",
    "include",
    "is_late",
    "keep_draft",
    "leave_closed",
    "leave_out",
    "limits_of",
    "limits_of_asked",
    "limits_of_opinion",
    "limits_of_row",
    "mark_grounds",
    "mend_talk",
    "move_row",
    "must_be_open",
    "name_trusted_person",
    "note_beside",
    "note_breach",
    "open_investigation",
    "read_back",
    "receive_opinion",
    "remind",
    "reopen",
    "review_withholding",
    "save_plan",
    "see_certificate",
    "send_opinion",
    "set_aside",
    "set_participation",
    "share_words",
    "stops_ending",
    "strike_row",
    "take_back_telling",
    "take_back_words",
    "take_remark",
    "tell_family",
    "tell_of_extension",
    "tell_of_investigation",
    "tell_row",
    "was_late",
    "weigh",
    "withdraw",
    "withhold_from_parents",
    "write",
    "write_note",
    "write_talk",
]

"""What can be done with an investigation: one act, one function, one transaction, one journal entry."""

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
    extend,
    limits_of,
    open_investigation,
    save_plan,
)
from oppvekst.domain.investigations.actions.own_page import (
    answer_own_words,
    share_words,
    take_back_words,
)
from oppvekst.domain.investigations.actions.talks import (
    Talk,
    mend_talk,
    note_beside,
    read_back,
    weigh,
    write_talk,
)
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
    "KeptBack",
    "Known",
    "Talk",
    "Trusted",
    "Written",
    "add_concern",
    "add_fact",
    "answer_own_words",
    "end_trusted_person",
    "end_withholding",
    "extend",
    "include",
    "keep_draft",
    "leave_out",
    "limits_of",
    "mark_grounds",
    "mend_talk",
    "must_be_open",
    "name_trusted_person",
    "note_beside",
    "open_investigation",
    "read_back",
    "review_withholding",
    "save_plan",
    "see_certificate",
    "set_participation",
    "share_words",
    "take_back_words",
    "weigh",
    "withhold_from_parents",
    "write",
    "write_talk",
]

"""What can be done with a case: who is in it, who may see it, who may not, its documents, and what may leave it."""

from oppvekst.domain.cases.actions.bars import appoint_substitute, lift_bar, set_bar, step_aside
from oppvekst.domain.cases.actions.case import (
    add_party,
    assign,
    end_access,
    give_access,
    hold,
    lift_hold,
    open_case,
    review_access,
    review_hold,
)
from oppvekst.domain.cases.actions.closing import Words, close_case, open_closed_case, read_with_reason, reopen_case
from oppvekst.domain.cases.actions.disclosure import disclose, end_disclosure, note_receipt
from oppvekst.domain.cases.actions.documents import Said, keep_document, mark_wrong
from oppvekst.domain.cases.actions.emergency import break_glass, end_emergency, review_emergency
from oppvekst.domain.cases.actions.handing import give
from oppvekst.domain.cases.actions.happenings import (
    Told,
    correct_happening,
    draw_timeline,
    withdraw_happening,
    write_happening,
)
from oppvekst.domain.cases.actions.insight import (
    Asked,
    Withheld,
    answer_file_request,
    decide,
    include_document,
    let_go,
    make_copy,
    register_file_request,
    withhold,
)
from oppvekst.domain.cases.actions.living import Known, assess_understanding, note_residence, note_responsibility
from oppvekst.domain.cases.actions.my_page import close_my_page, give_code, open_my_page
from oppvekst.domain.cases.actions.reading import Wanted, draw_sample, end_sample, open_for_archive, review_sample
from oppvekst.domain.cases.actions.ties import Bond, add_tie, add_tie_with, change_tie, end_tie, resume_tie
from oppvekst.domain.cases.actions.uninformed import keep_uninformed, lift_uninformed, review_uninformed

__all__ = [
    "Asked",
    "Bond",
    "Known",
    "Said",
    "Told",
    "Wanted",
    "Withheld",
    "Words",
    "add_party",
    "add_tie",
    "add_tie_with",
    "answer_file_request",
    "appoint_substitute",
    "assess_understanding",
    "assign",
    "break_glass",
    "change_tie",
    "close_case",
    "close_my_page",
    "correct_happening",
    "decide",
    "disclose",
    "draw_sample",
    "draw_timeline",
    "end_access",
    "end_disclosure",
    "end_emergency",
    "end_sample",
    "end_tie",
    "give",
    "give_access",
    "give_code",
    "hold",
    "include_document",
    "keep_document",
    "keep_uninformed",
    "let_go",
    "lift_bar",
    "lift_hold",
    "lift_uninformed",
    "make_copy",
    "mark_wrong",
    "note_receipt",
    "note_residence",
    "note_responsibility",
    "open_case",
    "open_closed_case",
    "open_for_archive",
    "open_my_page",
    "read_with_reason",
    "register_file_request",
    "reopen_case",
    "resume_tie",
    "review_access",
    "review_emergency",
    "review_hold",
    "review_sample",
    "review_uninformed",
    "set_bar",
    "step_aside",
    "withdraw_happening",
    "withhold",
    "write_happening",
]

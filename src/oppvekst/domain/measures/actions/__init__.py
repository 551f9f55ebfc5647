"""What can be done with help: one act is one function, one transaction and one journal entry."""

from oppvekst.domain.measures.actions.aftercare import (
    aftercare_subject,
    decision_signed,
    note_aftercare_talk,
)
from oppvekst.domain.measures.actions.appointment import (
    Agreed,
    cancel_appointment,
    make_appointment,
    tell,
    write_result,
)
from oppvekst.domain.measures.actions.catalogue import (
    Retired,
    keep_offer,
    retire_offer,
)
from oppvekst.domain.measures.actions.concern import (
    add_concern,
)
from oppvekst.domain.measures.actions.consent import (
    answers_changed,
)
from oppvekst.domain.measures.actions.evaluation import (
    Looked,
    Seen,
    evaluate,
)
from oppvekst.domain.measures.actions.goal import (
    change_goal,
    close_goal,
    reopen_goal,
    set_goal,
)
from oppvekst.domain.measures.actions.limits import (
    limits_of,
    settle_limits,
)
from oppvekst.domain.measures.actions.measure import (
    Help,
    ask_consent,
    decide,
    expire,
    open_measure,
    resume,
    start,
    suspend,
    withdraw,
)
from oppvekst.domain.measures.actions.occasion import (
    Sheet,
    WhatHappened,
    When,
    call_off,
    move_occasion,
    plan_occasion,
    plan_row,
    write_held,
    write_not_held,
    write_sheet,
)
from oppvekst.domain.measures.actions.offers import (
    Called,
    leave_place,
    take_place,
    wait_for_place,
)
from oppvekst.domain.measures.actions.offers_examples import (
    install_offers,
)
from oppvekst.domain.measures.actions.payment import (
    Paid,
    WrittenBasis,
    approve_payment,
    correct_payment,
    decline_payment,
    send_payments,
    set_up_payment,
    stop_payment,
    write_payment,
)
from oppvekst.domain.measures.actions.plan import Written, kinds_of, write_case_plan, write_plan
from oppvekst.domain.measures.actions.preparing import (
    Order,
    abandon,
    change_help,
    decide_by_order,
)
from oppvekst.domain.measures.actions.providers import (
    AGREEMENT,
    EDIT_CATALOGUE,
    WrittenProvider,
    agreement_limits,
    close_agreement,
    end_certificate,
    keep_agreement,
    keep_provider,
    note_certificate,
    use_option,
)
from oppvekst.domain.measures.actions.supervision import (
    SummedUp,
    Watched,
    sum_up,
    write_supervision_plan,
)
from oppvekst.domain.measures.actions.supervision_visits import (
    Been,
    ToCome,
    call_off_visit,
    plan_visit,
    settle_today,
    write_visit,
)
from oppvekst.domain.measures.actions.support import (
    Wish,
    answer_support_application,
    limits_of_support,
    write_support_application,
)

__all__ = [
    "AGREEMENT",
    "EDIT_CATALOGUE",
    "Agreed",
    "Been",
    "Called",
    "Help",
    "Looked",
    "Order",
    "Paid",
    "Retired",
    "Seen",
    "Sheet",
    "SummedUp",
    "ToCome",
    "Watched",
    "WhatHappened",
    "When",
    "Wish",
    "Written",
    "WrittenBasis",
    "WrittenProvider",
    "abandon",
    "add_concern",
    "aftercare_subject",
    "agreement_limits",
    "answer_support_application",
    "answers_changed",
    "approve_payment",
    "ask_consent",
    "call_off",
    "call_off_visit",
    "cancel_appointment",
    "change_goal",
    "change_help",
    "close_agreement",
    "close_goal",
    "correct_payment",
    "decide",
    "decide_by_order",
    "decision_signed",
    "decline_payment",
    "end_certificate",
    "evaluate",
    "expire",
    "install_offers",
    "keep_agreement",
    "keep_offer",
    "keep_provider",
    "kinds_of",
    "leave_place",
    "limits_of",
    "limits_of_support",
    "make_appointment",
    "move_occasion",
    "note_aftercare_talk",
    "note_certificate",
    "open_measure",
    "plan_occasion",
    "plan_row",
    "plan_visit",
    "reopen_goal",
    "resume",
    "retire_offer",
    "send_payments",
    "set_goal",
    "set_up_payment",
    "settle_limits",
    "settle_today",
    "start",
    "stop_payment",
    "sum_up",
    "suspend",
    "take_place",
    "tell",
    "use_option",
    "wait_for_place",
    "withdraw",
    "write_case_plan",
    "write_held",
    "write_not_held",
    "write_payment",
    "write_plan",
    "write_result",
    "write_sheet",
    "write_supervision_plan",
    "write_support_application",
    "write_visit",
]

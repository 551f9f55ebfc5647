"""What can be done with meetings: one act is one function, one transaction and one journal entry."""

from oppvekst.domain.meetings.actions.council import (
    Papers,
    agree_question,
    answer_plan,
    contract_coordinator,
    receive_plan,
)
from oppvekst.domain.meetings.actions.group import (
    Joining,
    add_member,
    answer_child_coordinator,
    appoint_coordinator,
    begin_group,
    close_group,
    end_member,
)
from oppvekst.domain.meetings.actions.limits import council_subject, task_subject
from oppvekst.domain.meetings.actions.meeting import (
    When,
    ask_child,
    cancel,
    hold,
    invite,
    move_meeting,
    not_asked,
    plan_meeting,
)
from oppvekst.domain.meetings.actions.minutes import (
    Taken,
    approve,
    drop_task,
    finish_task,
    lay_forward,
    note_approval,
    set_task,
    write_part,
)
from oppvekst.domain.meetings.actions.plan import begin_plan, consent_to_plan, refuse_plan, save_plan, withdraw_plan
from oppvekst.domain.meetings.actions.sharing import record_sharing, withdraw_sharing

__all__ = [
    "Joining",
    "Papers",
    "Taken",
    "When",
    "add_member",
    "agree_question",
    "answer_child_coordinator",
    "answer_plan",
    "appoint_coordinator",
    "approve",
    "ask_child",
    "begin_group",
    "begin_plan",
    "cancel",
    "close_group",
    "consent_to_plan",
    "contract_coordinator",
    "council_subject",
    "drop_task",
    "end_member",
    "finish_task",
    "hold",
    "invite",
    "lay_forward",
    "move_meeting",
    "not_asked",
    "note_approval",
    "plan_meeting",
    "receive_plan",
    "record_sharing",
    "refuse_plan",
    "save_plan",
    "set_task",
    "task_subject",
    "withdraw_plan",
    "withdraw_sharing",
    "write_part",
]

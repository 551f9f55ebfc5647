"""Forms of the room at the desk, by what they are for."""

from oppvekst.domain.decisions.desk.forms.appeal import (
    ChangeForm,
    ExamineForm,
    FollowUpForm,
    InterimForm,
    LackingForm,
    LateForm,
    OutcomeForm,
    ReceivedForm,
    RejectForm,
    SendForm,
    WithdrawForm,
)
from oppvekst.domain.decisions.desk.forms.decision import NoticeForm, OpenForm, SkipForm
from oppvekst.domain.decisions.desk.forms.stay import (
    AskStayForm,
    ClaimForm,
    DecideCostsForm,
    DecideStayForm,
    EndStayForm,
    ReverseForm,
)

__all__ = [
    "AskStayForm", "ChangeForm", "ClaimForm", "DecideCostsForm", "DecideStayForm", "EndStayForm", "ExamineForm",
    "FollowUpForm", "InterimForm", "LackingForm", "LateForm", "NoticeForm", "OpenForm", "OutcomeForm", "ReceivedForm",
    "RejectForm", "ReverseForm", "SendForm", "SkipForm", "WithdrawForm",
]  # fmt: skip

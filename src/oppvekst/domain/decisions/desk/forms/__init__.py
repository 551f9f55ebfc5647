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
from oppvekst.domain.decisions.desk.forms.beginning import TermsForm
from oppvekst.domain.decisions.desk.forms.decision import NoticeForm
from oppvekst.domain.decisions.desk.forms.noticing import AnswerForm, ReasonForm
from oppvekst.domain.decisions.desk.forms.phrases import PhraseForm
from oppvekst.domain.decisions.desk.forms.stay import (
    AskStayForm,
    ClaimForm,
    DecideCostsForm,
    DecideStayForm,
    EndStayForm,
    ReverseForm,
)

__all__ = [
    "AnswerForm", "AskStayForm", "ChangeForm", "ClaimForm", "DecideCostsForm", "DecideStayForm", "EndStayForm", "ExamineForm",
    "FollowUpForm", "InterimForm", "LackingForm", "LateForm", "NoticeForm", "OutcomeForm", "PhraseForm", "ReasonForm",
    "ReceivedForm", "RejectForm", "ReverseForm", "SendForm", "TermsForm", "WithdrawForm",
]  # fmt: skip

"""Forms of the room at the desk, by what they are for."""

from oppvekst.domain.concerns.desk.forms.child import BirthForm, ChildForm, PregnancyForm, SearchForm
from oppvekst.domain.concerns.desk.forms.concluding import (
    DismissForm,
    NothingToFillIn,
    ProposeForm,
    RefuseForm,
    RetractForm,
    TransferForm,
    UnfoundedForm,
)
from oppvekst.domain.concerns.desk.forms.outgoing import AnswerForm, HoldForm, LiftForm, OmitForm, ReviewHoldForm
from oppvekst.domain.concerns.desk.forms.registering import ChildSet, RegisterForm
from oppvekst.domain.concerns.desk.forms.reviewing import (
    AssessForm,
    AssignForm,
    ClarifiedForm,
    ClarifyForm,
    MaskForm,
    SettleForm,
)

__all__ = [
    "AnswerForm",
    "AssessForm",
    "AssignForm",
    "BirthForm",
    "ChildForm",
    "ChildSet",
    "ClarifiedForm",
    "ClarifyForm",
    "DismissForm",
    "HoldForm",
    "LiftForm",
    "MaskForm",
    "NothingToFillIn",
    "OmitForm",
    "PregnancyForm",
    "ProposeForm",
    "RefuseForm",
    "RegisterForm",
    "RetractForm",
    "ReviewHoldForm",
    "SearchForm",
    "SettleForm",
    "TransferForm",
    "UnfoundedForm",
]

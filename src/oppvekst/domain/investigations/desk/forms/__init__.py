"""Forms of the room at the desk, by what they are for."""

from oppvekst.domain.investigations.desk.forms.collected import (
    AnsweredForm,
    AskForm,
    ExpertForm,
    ExtensionToldForm,
    LeaderForm,
    NoteForm,
    ReceivedForm,
    RemarkForm,
    RemindForm,
    ReopenForm,
    SentForm,
    ToldForm,
    law_of,
)
from oppvekst.domain.investigations.desk.forms.hallway import (
    FinishForm,
    VisitForm,
)
from oppvekst.domain.investigations.desk.forms.investigation import (
    AddForm,
    ExtendForm,
    OpenForm,
    PlanForm,
    ProposeForm,
)
from oppvekst.domain.investigations.desk.forms.needs import (
    FactForm,
    GroundsForm,
    NeedsForm,
)
from oppvekst.domain.investigations.desk.forms.plan import (
    MoveForm,
    ReasonsForm,
    RowForm,
)
from oppvekst.domain.investigations.desk.forms.telling import TellFamilyForm

__all__ = [
    "AddForm",
    "AnsweredForm",
    "AskForm",
    "ExpertForm",
    "ExtendForm",
    "ExtensionToldForm",
    "FactForm",
    "FinishForm",
    "GroundsForm",
    "LeaderForm",
    "MoveForm",
    "NeedsForm",
    "NoteForm",
    "OpenForm",
    "PlanForm",
    "ProposeForm",
    "ReasonsForm",
    "ReceivedForm",
    "RemarkForm",
    "RemindForm",
    "ReopenForm",
    "RowForm",
    "SentForm",
    "TellFamilyForm",
    "ToldForm",
    "VisitForm",
    "law_of",
]

"""Forms of the room at the desk, by what they are for."""

from oppvekst.domain.measures.desk.forms.appointment import (
    AppointmentForm,
    CancelForm,
    ResultForm,
    TellForm,
)
from oppvekst.domain.measures.desk.forms.evaluation import (
    EvaluationForm,
)
from oppvekst.domain.measures.desk.forms.institution import (
    AskTestsForm,
    FollowForm,
    ProtocolForm,
    ServiceForm,
    StayForm,
)
from oppvekst.domain.measures.desk.forms.measure import (
    AddForm,
    FromDecisionForm,
    OpenForm,
)
from oppvekst.domain.measures.desk.forms.payment import (
    AnswerForm,
    BasisForm,
    PaidForm,
    SupportForm,
    WhyForm,
)
from oppvekst.domain.measures.desk.forms.plan import (
    CloseGoalForm,
    GoalForm,
    PlanForm,
)
from oppvekst.domain.measures.desk.forms.steps import (
    DecideForm,
    OrderForm,
    ReasonsForm,
    StartForm,
    WithdrawnForm,
)
from oppvekst.domain.measures.desk.forms.supervision import (
    DoneTodayForm,
    SeenForm,
    SummaryForm,
    SupervisionPlanForm,
    ToComeForm,
)

__all__ = [
    "AddForm",
    "AnswerForm",
    "AppointmentForm",
    "AskTestsForm",
    "BasisForm",
    "CancelForm",
    "CloseGoalForm",
    "DecideForm",
    "DoneTodayForm",
    "EvaluationForm",
    "FollowForm",
    "FromDecisionForm",
    "GoalForm",
    "OpenForm",
    "OrderForm",
    "PaidForm",
    "PlanForm",
    "ProtocolForm",
    "ReasonsForm",
    "ResultForm",
    "SeenForm",
    "ServiceForm",
    "StartForm",
    "StayForm",
    "SummaryForm",
    "SupervisionPlanForm",
    "SupportForm",
    "TellForm",
    "ToComeForm",
    "WhyForm",
    "WithdrawnForm",
]

"""What is kept of help: the measure, its plan and goals, looks at whether it works, appointments, and each time it is given."""

from oppvekst.domain.measures.models.aftercare import (
    AftercareTalk,
)
from oppvekst.domain.measures.models.appointment import (
    Appointment,
    Told,
)
from oppvekst.domain.measures.models.home import (
    AskedHome,
)
from oppvekst.domain.measures.models.institution import (
    InstitutionProtocol,
    InstitutionStay,
)
from oppvekst.domain.measures.models.measure import (
    Measure,
)
from oppvekst.domain.measures.models.occasion import (
    Occasion,
)
from oppvekst.domain.measures.models.offers import (
    HelpPlace,
    Offer,
)
from oppvekst.domain.measures.models.payment import (
    Payment,
    PaymentBasis,
    SupportApplication,
)
from oppvekst.domain.measures.models.plan import (
    Evaluation,
    Goal,
    GoalSeen,
    Plan,
)
from oppvekst.domain.measures.models.providers import (
    Agreement,
    Provider,
    WorkerCertificate,
)
from oppvekst.domain.measures.models.supervision import (
    SupervisionPlan,
    SupervisionSummary,
    SupervisionVisit,
)
from oppvekst.domain.measures.models.unsuited import (
    Unsuited,
)

__all__ = [
    "AftercareTalk",
    "Agreement",
    "Appointment",
    "AskedHome",
    "Evaluation",
    "Goal",
    "GoalSeen",
    "HelpPlace",
    "InstitutionProtocol",
    "InstitutionStay",
    "Measure",
    "Occasion",
    "Offer",
    "Payment",
    "PaymentBasis",
    "Plan",
    "Provider",
    "SupervisionPlan",
    "SupervisionSummary",
    "SupervisionVisit",
    "SupportApplication",
    "Told",
    "Unsuited",
    "WorkerCertificate",
]

"""The tables of an investigation."""

from oppvekst.domain.investigations.models.collected import (
    ExpertOpinion,
    FieldNote,
    InformationRequest,
    LeaderAct,
)
from oppvekst.domain.investigations.models.frame import (
    NeedsAssessment,
    NeedsDraft,
    NeedsFact,
    NeedsItem,
    NeedsVersion,
)
from oppvekst.domain.investigations.models.hallway import (
    HallwayText,
    HallwayVisit,
)
from oppvekst.domain.investigations.models.investigation import (
    Investigation,
)
from oppvekst.domain.investigations.models.plan import (
    PlanRow,
    PlanVersion,
)
from oppvekst.domain.investigations.models.talks import (
    ChildTalk,
    Rendering,
    TalkWithholding,
)
from oppvekst.domain.investigations.models.telling import FamilyTold
from oppvekst.domain.investigations.models.voice import (
    TrustedPerson,
)

__all__ = [
    "ChildTalk",
    "ExpertOpinion",
    "FamilyTold",
    "FieldNote",
    "HallwayText",
    "HallwayVisit",
    "InformationRequest",
    "Investigation",
    "LeaderAct",
    "NeedsAssessment",
    "NeedsDraft",
    "NeedsFact",
    "NeedsItem",
    "NeedsVersion",
    "PlanRow",
    "PlanVersion",
    "Rendering",
    "TalkWithholding",
    "TrustedPerson",
]

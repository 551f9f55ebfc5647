"""The tables of an investigation."""

from oppvekst.domain.investigations.models.frame import (
    NeedsAssessment,
    NeedsDraft,
    NeedsFact,
    NeedsItem,
    NeedsVersion,
from oppvekst.domain.investigations.models.collected import (
    ExpertOpinion,
    FieldNote,
    InformationRequest,
    LeaderAct,
)
from oppvekst.domain.investigations.models.investigation import (
    Investigation,
)
from oppvekst.domain.investigations.models.talks import (
    ChildTalk,
    Rendering,
    TalkWithholding,
)
from oppvekst.domain.investigations.models.voice import (
    Participation,
    TrustedPerson,
)

__all__ = [
    "ChildTalk",
    "Investigation",
    "NeedsAssessment",
    "NeedsDraft",
    "NeedsFact",
    "NeedsItem",
    "NeedsVersion",
    "Participation",
    "Rendering",
    "TalkWithholding",
    "TrustedPerson",
    "ExpertReport",
    "ExpertOpinion",
    "FieldNote",
    "InformationRequest",
    "LeaderAct",
    "PlanRow",
    "PlanVersion",
]

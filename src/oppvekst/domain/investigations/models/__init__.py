"""The tables of an investigation."""

from oppvekst.domain.investigations.models.frame import (
    NeedsAssessment,
    NeedsDraft,
    NeedsFact,
    NeedsItem,
    NeedsVersion,
)
from oppvekst.domain.investigations.models.investigation import (
    Investigation,
)

__all__ = [
    "Investigation",
    "NeedsAssessment",
    "NeedsDraft",
    "NeedsFact",
    "NeedsItem",
    "NeedsVersion",
]

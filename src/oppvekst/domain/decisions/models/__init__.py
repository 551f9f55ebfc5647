"""What is kept of decisions: the decision, its draft, whom it is for, and the municipality's phrases."""

from oppvekst.domain.decisions.models.addressee import Addressee, Comment, Withholding
from oppvekst.domain.decisions.models.appeal import Appeal, AppealStep, CostsClaim, Reversal, StayRequest
from oppvekst.domain.decisions.models.copy import Copy, ReadyNotice
from oppvekst.domain.decisions.models.decision import Decision
from oppvekst.domain.decisions.models.draft import DraftText
from oppvekst.domain.decisions.models.phrase import Phrase

__all__ = [
    "Addressee",
    "Appeal",
    "AppealStep",
    "Comment",
    "Copy",
    "CostsClaim",
    "Decision",
    "DraftText",
    "ReadyNotice",
    "Reversal",
    "StayRequest",
    "Withholding",
]
    "Addressee", "Appeal", "AppealStep", "Comment", "CostsClaim", "Decision", "DraftText", "Phrase", "Reversal",
    "StayRequest", "Withholding",
]  # fmt: skip

"""What is kept of decisions: the decision, its draft, and whom it is for."""

from oppvekst.domain.decisions.models.addressee import (
    Addressee,
    Comment,
    Withholding,
)
from oppvekst.domain.decisions.models.appeal import (
    Appeal,
    AppealStep,
    CostsClaim,
    Reversal,
    StayRequest,
)
from oppvekst.domain.decisions.models.child import ChildTold
from oppvekst.domain.decisions.models.consent import (
    AfterWithdrawal,
    Consent,
    ConsentRule,
    ConsentText,
)
from oppvekst.domain.decisions.models.copy import (
    Copy,
    ReadyNotice,
)
from oppvekst.domain.decisions.models.decision import (
    Decision,
)
from oppvekst.domain.decisions.models.draft import (
    DraftText,
)
from oppvekst.domain.decisions.models.phrase import (
    Phrase,
)

__all__ = [
    "Addressee",
    "AfterWithdrawal",
    "Appeal",
    "AppealStep",
    "ChildTold",
    "Comment",
    "Consent",
    "ConsentRule",
    "ConsentText",
    "Copy",
    "CostsClaim",
    "Decision",
    "DraftText",
    "Phrase",
    "ReadyNotice",
    "Reversal",
    "StayRequest",
    "Withholding",
]

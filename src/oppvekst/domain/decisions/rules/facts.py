"""What the steps of a decision ask about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from oppvekst.domain.decisions.rules.kinds import Kind


@dataclass(frozen=True, kw_only=True)
class DecisionFacts:
    """The facts as they stand on one day, gathered by a query or said by the act."""

    kind: Kind = Kind.MEASURE
    today: date | None = None
    category: str = ""
    category_words: str = ""
    bases: int = 1
    unassessed: tuple[str, ...] = ()
    addressees: int = 0
    youth_left_out: bool = False
    notice_text: str = ""
    answers_due: date | None = None
    unanswered: int = 0
    notice_skipped: str = ""
    missing: frozenset[str] = frozenset()
    child_lacks: tuple[str, ...] = ()
    consents_lacking: tuple[str, ...] = ()
    recommended: str = ""
    refused_by_parents: bool = False
    may_sign: bool = False
    undispatched: tuple[str, ...] = ()
    unreached: tuple[str, ...] = ()
    last_appeal_day: date | None = None
    appeal_open: bool = False
    reversal_ground: str = ""
    lapses_by_law: bool = False

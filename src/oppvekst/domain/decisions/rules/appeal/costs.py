"""Case expenses (*sakskostnader*, fvl § 36): who is told, who decides, and what a claim demands."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final

from oppvekst.domain.decisions.rules.appeal.facts import Excuse
from oppvekst.domain.decisions.rules.appeal.limits import COSTS
from oppvekst.law.citation import fvl
from oppvekst.law.deadline import Due, kept
from oppvekst.law.machine import Guard, Machine, State, Step

CLAIMED: Final = "claimed"
COVERED: Final = "covered"
PARTLY: Final = "partly"
NOT_COVERED: Final = "not_covered"
PASSED_ON: Final = "passed_on"

COVER: Final = "cover"
COVER_PARTLY: Final = "cover_partly"
REFUSE_COSTS: Final = "refuse_costs"
PASS_ON: Final = "pass_on"  # noqa: S105

_LAW: Final = fvl("36", 1)


class ChangedBy(StrEnum):
    """Who changed the decision in the party's favour: whoever did it decides on the costs."""

    US = "us"
    APPEAL_BODY = "appeal_body"


CHANGERS: Final = {ChangedBy.US: "oss", ChangedBy.APPEAL_BODY: "klageinstansen"}


@dataclass(frozen=True, kw_only=True)
class CostsFacts:
    """What the steps of a claim ask about."""

    changed_in_favour: bool = True
    changed_by: ChangedBy = ChangedBy.US
    reached_on: date | None = None
    claimed_on: date | None = None
    excuse: str = ""
    amount: Decimal | None = None
    granted: Decimal | None = None
    reasons: str = ""


def costs_due(reached_on: date) -> Due:
    """The last day for a claim, three weeks from the day notice of the change reached the party (fvl § 36 (3); D82)."""
    return COSTS.due(reached_on)


def claim_in_time(facts: CostsFacts) -> bool:
    """Whether the claim came in time, or is taken nevertheless as a late appeal would be (fvl §§ 31, 36 (3))."""
    if facts.reached_on is None or facts.claimed_on is None:
        return True
    return kept(costs_due(facts.reached_on), facts.claimed_on) or facts.excuse in {
        Excuse.NOT_TO_BLAME,
        Excuse.SPECIAL_REASONS,
    }


def _amount_ok(facts: CostsFacts) -> bool:
    return facts.granted is not None and facts.granted > 0 and (facts.amount is None or facts.granted <= facts.amount)


def _partly_ok(facts: CostsFacts) -> bool:
    return _amount_ok(facts) and (facts.amount is None or facts.granted != facts.amount)


CHANGED_IN_FAVOUR: Guard[CostsFacts] = Guard(
    "not_changed_in_favour",
    lambda facts: facts.changed_in_favour,
    "Sakskostnader dekkes bare når vedtaket er endret til gunst for parten.",
    _LAW,
)
OURS_TO_DECIDE: Guard[CostsFacts] = Guard(
    "costs_decided_by_appeal_body",
    lambda facts: facts.changed_by is ChangedBy.US,
    "Klageinstansen endret vedtaket, og avgjør kravet. Send det dit.",
    fvl("36", 3),
)
THEIRS_TO_DECIDE: Guard[CostsFacts] = Guard(
    "costs_decided_by_us",
    lambda facts: facts.changed_by is ChangedBy.APPEAL_BODY,
    "Vi endret vedtaket, og avgjør kravet selv.",
    fvl("36", 3),
)
CLAIM_IN_TIME: Guard[CostsFacts] = Guard(
    "claim_late",
    claim_in_time,
    "Kravet kom mer enn tre uker etter at meldingen om endringen kom fram. Det avslås, hvis ikke parten kan unnskyldes "
    "for at det er sent.",
    fvl("36", 3) & fvl("31"),
    field="excuse",
)
GRANTED_AMOUNT: Guard[CostsFacts] = Guard(
    "granted_amount_wrong",
    _amount_ok,
    "Skriv hvor mye som dekkes. Det kan ikke være mer enn kravet.",
    _LAW,
    field="granted",
)
PARTLY_AMOUNT: Guard[CostsFacts] = Guard(
    "partly_amount_wrong",
    _partly_ok,
    "Skriv hvor mye som dekkes. Det må være mindre enn kravet når bare en del dekkes.",
    _LAW,
    field="granted",
)
COSTS_REASONS: Guard[CostsFacts] = Guard(
    "costs_reasons_missing",
    lambda facts: bool(facts.reasons.strip()),
    "Skriv hvilke kostnader som var vesentlige og nødvendige for å få vedtaket endret, og hvorfor noe ikke dekkes.",
    _LAW & fvl("24"),
    field="reasons",
)

_CLAIMED: Final = frozenset({CLAIMED})

COSTS_MACHINE: Machine[CostsFacts] = Machine(
    "kravet",
    CLAIMED,
    (
        State(CLAIMED, "mottatt"),
        State(COVERED, "dekket", closed=True),
        State(PARTLY, "delvis dekket", closed=True),
        State(NOT_COVERED, "avslått", closed=True),
        State(PASSED_ON, "sendt til klageinstansen", closed=True),
    ),
    (
        Step(
            COVER,
            _CLAIMED,
            COVERED,
            _LAW,
            (CHANGED_IN_FAVOUR, OURS_TO_DECIDE, CLAIM_IN_TIME, GRANTED_AMOUNT, COSTS_REASONS),
            "Dekk hele kravet",
        ),
        Step(
            COVER_PARTLY,
            _CLAIMED,
            PARTLY,
            _LAW,
            (CHANGED_IN_FAVOUR, OURS_TO_DECIDE, CLAIM_IN_TIME, PARTLY_AMOUNT, COSTS_REASONS),
            "Dekk en del",
        ),
        Step(REFUSE_COSTS, _CLAIMED, NOT_COVERED, _LAW, (OURS_TO_DECIDE, COSTS_REASONS), "Avslå kravet"),
        Step(PASS_ON, _CLAIMED, PASSED_ON, fvl("36", 3), (THEIRS_TO_DECIDE,), "Send til klageinstansen"),
    ),
)

COSTS_RIGHTS: Final = {
    COVER: "decision.sign",
    COVER_PARTLY: "decision.sign",
    REFUSE_COSTS: "decision.sign",
    PASS_ON: "appeal.handle",
}

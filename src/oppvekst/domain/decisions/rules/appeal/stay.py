"""Stay of execution (*utsatt iverksetting*, fvl § 42): its own small life beside the appeal, decided as soon as possible."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from oppvekst.law.citation import fvl
from oppvekst.law.machine import Guard, Machine, State, Step

ASKED: Final = "asked"
GRANTED: Final = "granted"
REFUSED: Final = "refused"
ENDED: Final = "ended"

GRANT: Final = "grant"
REFUSE: Final = "refuse"
END: Final = "end"

_LAW: Final = fvl("42")


class Until(StrEnum):
    """How long the decision waits (fvl § 42)."""

    LIMIT_OVER = "limit_over"
    APPEAL_DECIDED = "appeal_decided"
    JUDGMENT = "judgment"


UNTILS: Final = {
    Until.LIMIT_OVER: "til klagefristen er ute",
    Until.APPEAL_DECIDED: "til klagen er avgjort",
    Until.JUDGMENT: "til det foreligger endelig dom",
}


@dataclass(frozen=True, kw_only=True)
class StayFacts:
    """What the steps of a stay ask about."""

    reasons: str = ""
    child_first: str = ""
    stayed: str = ""
    until: str = ""
    decision_stands: bool = True
    ended_reasons: str = ""


STAY_REASONS: Guard[StayFacts] = Guard(
    "stay_reasons_missing",
    lambda facts: bool(facts.reasons.strip()),
    "Skriv begrunnelsen. Den skal stå i samme brev som svaret.",
    _LAW,
    field="reasons",
)
STAY_CHILD: Guard[StayFacts] = Guard(
    "stay_child_not_weighed",
    lambda facts: bool(facts.child_first.strip()),
    "Skriv hva det har å si for barnet om vedtaket venter.",
    _LAW,
    field="child_first",
    interpretation="Loven nevner ikke barnet her. Barnets beste er likevel et grunnleggende hensyn i alt som gjelder barnet.",
)
STAYED_SAID: Guard[StayFacts] = Guard(
    "stayed_not_said",
    lambda facts: bool(facts.stayed.strip()),
    "Skriv hva i vedtaket som ikke skal settes i verk nå.",
    _LAW,
    field="stayed",
)
UNTIL_CHOSEN: Guard[StayFacts] = Guard(
    "stay_until_missing",
    lambda facts: facts.until in set(Until),
    "Velg hvor lenge vedtaket skal vente.",
    _LAW,
    field="until",
)
SOMETHING_TO_STAY: Guard[StayFacts] = Guard(
    "nothing_to_stay",
    lambda facts: facts.decision_stands,
    "Vedtaket gjelder ikke lenger. Det er ingenting å utsette.",
    _LAW,
)
STAY_ENDED_WHY: Guard[StayFacts] = Guard(
    "stay_end_reasons_missing",
    lambda facts: bool(facts.ended_reasons.strip()),
    "Skriv hvorfor utsettelsen er over, og hvem som har fått vite det.",
    _LAW,
    field="ended_reasons",
)

STAY_MACHINE: Machine[StayFacts] = Machine(
    "utsettelsen",
    ASKED,
    (
        State(ASKED, "bedt om"),
        State(GRANTED, "gitt"),
        State(REFUSED, "avslått", closed=True),
        State(ENDED, "over", closed=True),
    ),
    (
        Step(
            GRANT,
            frozenset({ASKED}),
            GRANTED,
            _LAW,
            (SOMETHING_TO_STAY, STAY_REASONS, STAY_CHILD, STAYED_SAID, UNTIL_CHOSEN),
            "Gi utsettelse",
        ),
        Step(REFUSE, frozenset({ASKED}), REFUSED, _LAW, (STAY_REASONS, STAY_CHILD), "Avslå utsettelse"),
        Step(END, frozenset({GRANTED}), ENDED, _LAW, (STAY_ENDED_WHY,), "Utsettelsen er over"),
    ),
)

# By one who may: what waits was decided by one who may sign.
STAY_RIGHTS: Final = {GRANT: "decision.sign", REFUSE: "decision.sign", END: "decision.sign"}

"""The life of a request until somebody has talked with whoever asked.

No section of the Act describes these steps. What binds is that the municipality works preventively (bvl § 15-1); the rest is
how the service works, and says so. How it went is a code and no words: a request for an anonymous discussion has nowhere
to write who it was about.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from oppvekst.domain.prevention.rules.asked import Kind
from oppvekst.law.citation import bvl
from oppvekst.law.machine import Guard, Machine, State, Step

OPEN: Final = "open"
ANSWERED: Final = "answered"
CLOSED: Final = "closed"


class Outcome(StrEnum):
    """How a request ended."""

    ADVISED = "advised"
    HELD = "held"
    REFERRED = "referred"
    THEY_SEND = "they_send"
    WE_SENT = "we_sent"
    DECLINED = "declined"
    NOT_REACHED = "not_reached"
    WITHDREW = "withdrew"


_SHARED: Final = {
    Outcome.REFERRED: "Vist videre til en annen tjeneste",
    Outcome.NOT_REACHED: "Ikke nådd, etter flere forsøk",
    Outcome.WITHDREW: "Trengte det ikke lenger",
}
OUTCOMES: Final[dict[Kind, dict[Outcome, str]]] = {
    Kind.DISCUSSION: {
        Outcome.ADVISED: "Drøftet, og råd gitt",
        Outcome.THEY_SEND: "De melder selv til barnevernstjenesten",
        Outcome.WE_SENT: "Vi måtte melde selv",
        **_SHARED,
    },
    Kind.VISIT: {
        Outcome.HELD: "Besøket er holdt",
        Outcome.DECLINED: "Vi kunne ikke komme",
        **_SHARED,
    },
}
# Ended without anybody having talked with whoever asked.
_WITHOUT_ANSWER: Final = frozenset({"", Outcome.NOT_REACHED, Outcome.WITHDREW})
_LOCAL: Final = "Loven krever ikke dette med rene ord. Det er vår faste måte å gjøre det på."
_PREVENTION: Final = bvl("15-1", 1)


@dataclass(frozen=True, kw_only=True)
class RequestFacts:
    """Everything the steps ask about."""

    kind: Kind = Kind.DISCUSSION
    answered: bool = False
    outcome: str = ""


OUTCOME_CHOSEN: Guard[RequestFacts] = Guard(
    "outcome_chosen",
    lambda facts: facts.outcome in OUTCOMES[facts.kind],
    "Velg hvordan det gikk.",
    _PREVENTION,
    field="outcome",
)
ANSWERED_FIRST: Guard[RequestFacts] = Guard(
    "answered_first",
    lambda facts: facts.answered or facts.outcome in _WITHOUT_ANSWER,
    "Før først at dere har snakket sammen. Bare den vi ikke har nådd, og den som ikke trenger det lenger, kan avsluttes uten.",
    _PREVENTION,
    field="outcome",
    interpretation=_LOCAL,
)
WAS_ANSWERED: Guard[RequestFacts] = Guard(
    "was_answered", lambda facts: facts.answered, "Vi hadde ikke snakket sammen da dette ble avsluttet.", _PREVENTION
)
WAS_NOT_ANSWERED: Guard[RequestFacts] = Guard(
    "was_not_answered", lambda facts: not facts.answered, "Vi hadde snakket sammen da dette ble avsluttet.", _PREVENTION
)

STATES: Final = (State(OPEN, "åpen"), State(ANSWERED, "svart"), State(CLOSED, "avsluttet", closed=True))
STEPS: Final[tuple[Step[RequestFacts], ...]] = (
    Step("answer", frozenset({OPEN}), ANSWERED, _PREVENTION, (), "Før at vi har svart"),
    Step("take_back_answer", frozenset({ANSWERED}), OPEN, _PREVENTION, (), "Ta tilbake at vi har svart"),
    Step("close", frozenset({OPEN, ANSWERED}), CLOSED, _PREVENTION, (OUTCOME_CHOSEN, ANSWERED_FIRST), "Avslutt"),
    # Two undoings of one act: each leads back to where the request stood.
    Step("reopen", frozenset({CLOSED}), OPEN, _PREVENTION, (WAS_NOT_ANSWERED,), "Åpne igjen"),
    Step("reopen_answered", frozenset({CLOSED}), ANSWERED, _PREVENTION, (WAS_ANSWERED,), "Åpne igjen"),
)
MACHINE: Final[Machine[RequestFacts]] = Machine("henvendelsen", OPEN, STATES, STEPS)

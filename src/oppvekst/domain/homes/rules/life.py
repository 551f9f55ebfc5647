"""The life of an offer until somebody has talked with whoever made it. The interview and what follows come after.

No section of the Act describes these steps. What binds is that whoever writes to us is answered without undue delay
(fvl § 11 a); the rest is how the service works, and says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from oppvekst.domain.information.rules.saying import marked as _
from oppvekst.law.citation import fvl
from oppvekst.law.machine import Guard, Machine, State, Step

OPEN: Final = "open"
CONTACTED: Final = "contacted"
CLOSED: Final = "closed"


class Outcome(StrEnum):
    """How an offer ends here."""

    GOES_ON = "goes_on"
    NOT_NOW = "not_now"
    NOT_SUITABLE = "not_suitable"
    WITHDREW = "withdrew"


OUTCOMES: Final = {
    Outcome.GOES_ON: _("går videre til samtale"),
    Outcome.NOT_NOW: _("passer ikke nå"),
    Outcome.NOT_SUITABLE: _("passer ikke til oppdraget"),
    Outcome.WITHDREW: _("trakk seg"),
}
_LOCAL: Final = "Loven krever ikke dette med rene ord. Det er vår faste måte å gjøre det på."
_ANSWER: Final = fvl("11 a", 1)


@dataclass(frozen=True, kw_only=True)
class OfferFacts:
    """Everything the steps ask about."""

    contacted: bool = False
    outcome: str = ""
    note: str = ""


OUTCOME_CHOSEN: Guard[OfferFacts] = Guard(
    "outcome_chosen",
    lambda facts: facts.outcome in set(Outcome),
    "Velg hvordan det gikk.",
    _ANSWER,
    field="outcome",
)
CONTACTED_FIRST: Guard[OfferFacts] = Guard(
    "contacted_first",
    lambda facts: facts.contacted or facts.outcome in {"", Outcome.WITHDREW},
    "Ta kontakt først. Bare den som selv har trukket seg, kan avsluttes uten at vi har snakket sammen.",
    _ANSWER,
    field="outcome",
    interpretation=_LOCAL,
)
REASONS_KEPT: Guard[OfferFacts] = Guard(
    "reasons_kept",
    lambda facts: facts.outcome != Outcome.NOT_SUITABLE or bool(facts.note.strip()),
    "Skriv kort i notatet hvorfor. Den det gjelder, kan spørre.",
    _ANSWER,
    field="note",
    interpretation=_LOCAL,
)
HAD_CONTACT: Guard[OfferFacts] = Guard(
    "had_contact", lambda facts: facts.contacted, "Vi hadde ikke vært i kontakt da dette ble avsluttet.", _ANSWER
)
HAD_NO_CONTACT: Guard[OfferFacts] = Guard(
    "had_no_contact", lambda facts: not facts.contacted, "Vi hadde vært i kontakt da dette ble avsluttet.", _ANSWER
)

STATES: Final = (State(OPEN, "ny"), State(CONTACTED, "i kontakt"), State(CLOSED, "avsluttet", closed=True))
STEPS: Final[tuple[Step[OfferFacts], ...]] = (
    Step("mark_contacted", frozenset({OPEN}), CONTACTED, _ANSWER, (), "Før at vi har hatt kontakt"),
    Step("take_back_contact", frozenset({CONTACTED}), OPEN, _ANSWER, (), "Ta tilbake at vi har hatt kontakt"),
    Step(
        "close", frozenset({OPEN, CONTACTED}), CLOSED, _ANSWER, (OUTCOME_CHOSEN, CONTACTED_FIRST, REASONS_KEPT), "Avslutt"
    ),
    # Two undoings of one act: each leads back to where the offer stood.
    Step("reopen", frozenset({CLOSED}), OPEN, _ANSWER, (HAD_NO_CONTACT,), "Åpne igjen"),
    Step("reopen_contacted", frozenset({CLOSED}), CONTACTED, _ANSWER, (HAD_CONTACT,), "Åpne igjen"),
)  # fmt: skip
MACHINE: Final[Machine[OfferFacts]] = Machine("tilbudet", OPEN, STATES, STEPS)

"""The law of meetings: states, steps, conditions and limits, each with its citation. Plain Python.

Give every rule its own section; `bvl § 12-4` stands here until then.
"""

from dataclasses import dataclass
from typing import Final

from oppvekst.law.citation import bvl
from oppvekst.law.machine import Guard, Machine, State, Step

OPEN: Final = "open"
ENDED: Final = "ended"

END: Final = "end"

# Every limit of the room, by name; docs/how-to/new-limit.md shows one.
RULES: Final = ()


@dataclass(frozen=True, kw_only=True)
class MeetingFacts:
    """What the steps ask about."""

    reasons: str = ""


REASONS_WRITTEN = Guard[MeetingFacts](
    "reasons_written", lambda facts: bool(facts.reasons.strip()), "Skriv hvorfor.", bvl("12-4"), field="reasons"
)

# Its name heads a document and stands in the glossary: the definite form reads best there.
MACHINE: Machine[MeetingFacts] = Machine(
    "møte",
    OPEN,
    (State(OPEN, "åpen"), State(ENDED, "avsluttet", closed=True)),
    (Step(END, frozenset({OPEN}), ENDED, bvl("12-4"), (REASONS_WRITTEN,), "Avslutt"),),
)

# Who may take each step: the action demands it, the page asks for it, and the button shows by it.
RIGHTS: Final = {END: "meeting.end"}

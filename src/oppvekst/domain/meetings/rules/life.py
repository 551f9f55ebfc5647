"""The way of a meeting from planned to approved minutes (bvl §§ 12-4, 13-1, 15-8): states, steps, and who may take them."""

from __future__ import annotations

from typing import Final

from oppvekst.domain.meetings.rules import guards
from oppvekst.domain.meetings.rules.facts import MeetingFacts
from oppvekst.law.citation import bvl
from oppvekst.law.machine import Machine, State, Step

PLANNED: Final = "planned"
INVITED: Final = "invited"
HELD: Final = "held"
DRAFTED: Final = "drafted"
APPROVED: Final = "approved"
CANCELLED: Final = "cancelled"

INVITE: Final = "invite"
HOLD: Final = "hold"
DRAFT: Final = "draft"
APPROVE: Final = "approve"
CANCEL: Final = "cancel"

STATES = (
    State(PLANNED, "planlagt"),
    State(INVITED, "invitert"),
    State(HELD, "holdt"),
    State(DRAFTED, "referatet er til godkjenning"),
    State(APPROVED, "referatet er godkjent", closed=True),
    State(CANCELLED, "avlyst", closed=True),
)
AHEAD: Final = frozenset({PLANNED, INVITED})
WRITING: Final = frozenset({HELD, DRAFTED})

# Its name heads a document and stands in the glossary: the definite form reads best there.
MACHINE: Machine[MeetingFacts] = Machine(
    "møtet",
    PLANNED,
    STATES,
    (
        Step(
            INVITE, AHEAD, INVITED, bvl("13-1") & bvl("15-8"),
            (guards.CHILD_COORDINATOR, guards.COORDINATOR, guards.QUESTION, guards.CERTIFIED, guards.CHILD_ASKED, guards.ANYBODY),
            "Inviter",
        ),
        Step(HOLD, frozenset({INVITED}), HELD, bvl("12-4"), (guards.PASSED, guards.ATTENDED), "Møtet er holdt"),
        Step(DRAFT, frozenset({HELD}), DRAFTED, bvl("12-4"), (guards.WRITTEN, guards.PLAN_ANSWERED), "Legg fram referatet"),
        Step(APPROVE, frozenset({DRAFTED}), APPROVED, bvl("12-4") & bvl("13-1"), (guards.ALL_APPROVED,), "Godkjenn og del ut"),
        Step(CANCEL, AHEAD, CANCELLED, bvl("12-4"), (guards.REASONS,), "Avlys"),
    ),
)  # fmt: skip

WRITE: Final = "meeting.write"
# Who may take each step: the action demands it, the page asks for it, and the button shows by it.
RIGHTS: Final = {step.name: WRITE for step in MACHINE.steps}

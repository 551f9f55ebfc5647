"""The life of a concern: its states, the steps between them, and what each step demands (bvl §§ 2-1, 2-2)."""

from typing import Final

from oppvekst.domain.concerns.rules import guards
from oppvekst.domain.concerns.rules.facts import ConcernFacts
from oppvekst.law.citation import bvl, fvl
from oppvekst.law.machine import Machine, State, Step

RECEIVED: Final = "received"
URGENT: Final = "urgent"
UNDER_REVIEW: Final = "under_review"
CLARIFYING: Final = "clarifying"
DISMISSED: Final = "dismissed"
DISMISSED_UNFOUNDED: Final = "dismissed_unfounded"
ADDED_TO_INVESTIGATION: Final = "added_to_investigation"
ADDED_TO_ACTIVE_MEASURE: Final = "added_to_active_measure"
TRANSFERRED: Final = "transferred"
TO_INVESTIGATION: Final = "to_investigation"
RETRACTED: Final = "retracted"

RAISE_ALARM: Final = "raise_alarm"
TAKE: Final = "take"
CLARIFY: Final = "clarify"
END_CLARIFICATION: Final = "end_clarification"
OPEN_INVESTIGATION: Final = "open_investigation"
DISMISS: Final = "dismiss"
DISMISS_UNFOUNDED: Final = "dismiss_unfounded"
ADD_TO_INVESTIGATION: Final = "add_to_investigation"
ADD_TO_ACTIVE_MEASURE: Final = "add_to_active_measure"
TRANSFER: Final = "transfer"
RETRACT: Final = "retract"

STATES = (
    State(RECEIVED, "mottatt"),
    State(URGENT, "haster"),
    State(UNDER_REVIEW, "under gjennomgang"),
    State(CLARIFYING, "avklares"),
    State(DISMISSED, "henlagt", closed=True),
    State(DISMISSED_UNFOUNDED, "henlagt som åpenbart grunnløs", closed=True),
    State(ADDED_TO_INVESTIGATION, "lagt til pågående undersøkelse", closed=True),
    State(ADDED_TO_ACTIVE_MEASURE, "henlagt på grunn av aktive tiltak", closed=True),
    State(TRANSFERRED, "overført", closed=True),
    State(TO_INVESTIGATION, "til undersøkelse", closed=True),
    State(RETRACTED, "trukket tilbake som feilregistrert", closed=True),
)

_IN_REVIEW = frozenset({UNDER_REVIEW, CLARIFYING})
_ALL_BUT_RETRACTED = frozenset(state.name for state in STATES) - {RETRACTED}

STEPS: tuple[Step[ConcernFacts], ...] = (
    Step(
        RAISE_ALARM,
        frozenset({RECEIVED, UNDER_REVIEW, CLARIFYING}),
        URGENT,
        bvl("2-1", 1, sentence=3),
        (guards.IMMEDIATE_NEED_FOUND,),
        "Meld at det haster",
    ),
    Step(
        TAKE,
        frozenset({RECEIVED, URGENT}),
        UNDER_REVIEW,
        bvl("2-1", 1) & fvl("6"),
        (guards.NOT_DISQUALIFIED, guards.NOT_BARRED),
        "Ta meldingen",
    ),
    Step(
        CLARIFY,
        frozenset({UNDER_REVIEW}),
        CLARIFYING,
        bvl("2-1", 1),
        (),
        "Avklar med melder eller familien",
    ),
    Step(END_CLARIFICATION, frozenset({CLARIFYING}), UNDER_REVIEW, bvl("2-1", 1), (), "Avklaringen er ferdig"),
    Step(
        OPEN_INVESTIGATION,
        _IN_REVIEW,
        TO_INVESTIGATION,
        bvl("2-2", 1),
        (guards.NEED_ASSESSED, guards.UNBORN_MAY_BE_OPENED, guards.REASONABLE_GROUND),
        "Åpne undersøkelse",
    ),
    Step(
        DISMISS,
        _IN_REVIEW,
        DISMISSED,
        bvl("2-1", 2),
        (
            guards.NOT_AN_APPLICATION,
            guards.NEED_ASSESSED,
            guards.REASONS_WRITTEN,
            guards.code_for(DISMISS),
            guards.URGENT_CONFIRMED,
        ),
        "Henlegg",
    ),
    Step(
        DISMISS_UNFOUNDED,
        _IN_REVIEW,
        DISMISSED_UNFOUNDED,
        bvl("2-1", 2),
        (guards.NOT_AN_APPLICATION, guards.NEED_ASSESSED, guards.OBVIOUSLY_UNFOUNDED, guards.UNFOUNDED_CONFIRMED),
        "Henlegg som åpenbart grunnløs",
    ),
    Step(
        ADD_TO_INVESTIGATION,
        _IN_REVIEW,
        ADDED_TO_INVESTIGATION,
        bvl("2-1", 1) & bvl("2-2", 1),
        (guards.INVESTIGATION_OPEN, guards.NEED_ASSESSED),
        "Legg til pågående undersøkelse",
    ),
    Step(
        ADD_TO_ACTIVE_MEASURE,
        _IN_REVIEW,
        ADDED_TO_ACTIVE_MEASURE,
        bvl("2-1", 2),
        (
            guards.MEASURES_ACTIVE,
            guards.NOT_AN_APPLICATION,
            guards.NEED_ASSESSED,
            guards.REASONS_WRITTEN,
            guards.NEW_INVESTIGATION_CONSIDERED,
            guards.URGENT_CONFIRMED,
        ),
        "Henlegg på grunn av aktive tiltak",
    ),
    Step(
        TRANSFER,
        _IN_REVIEW,
        TRANSFERRED,
        bvl("13-5", 1) & bvl("15-4", 1),
        (
            guards.NEED_ASSESSED,
            guards.RECEIVER_NAMED,
            guards.code_for(TRANSFER),
            guards.TRANSFER_ACKNOWLEDGED,
            guards.URGENT_CONFIRMED,
        ),
        "Overfør",
    ),
    Step(
        RETRACT,
        _ALL_BUT_RETRACTED,
        RETRACTED,
        bvl("12-4"),
        (guards.RETRACTION_EXPLAINED,),
        "Trekk tilbake som feilregistrert",
    ),
)

MACHINE: Machine[ConcernFacts] = Machine("meldingen", RECEIVED, STATES, STEPS)

# Who may take each step: the action demands it, the form asks for it, and the button shows by it.
RIGHTS: Final = {
    RAISE_ALARM: "concern.assess",
    TAKE: "concern.take",
    CLARIFY: "concern.clarify",
    END_CLARIFICATION: "concern.clarify",
    OPEN_INVESTIGATION: "investigation.open",
    DISMISS: "concern.conclude",
    DISMISS_UNFOUNDED: "concern.conclude",
    ADD_TO_INVESTIGATION: "concern.conclude",
    ADD_TO_ACTIVE_MEASURE: "concern.conclude",
    TRANSFER: "concern.conclude",
    RETRACT: "concern.retract",
}
# Ends that two must agree on (our own rule: the law asks for none), with the task the second one gets.
PROPOSABLE: Final = {
    OPEN_INVESTIGATION: "Bekreft at det åpnes undersøkelse",
    DISMISS: "Bekreft henleggelse av en melding som hastet",
    DISMISS_UNFOUNDED: "Bekreft at meldingen er åpenbart grunnløs",
    TRANSFER: "Bekreft overføring av en melding som hastet",
}


def right_to_propose(step: str) -> str:
    """The right that lets somebody propose a step to a second person."""
    return "investigation.propose" if step == OPEN_INVESTIGATION else RIGHTS[step]


def right_to_answer(step: str) -> str:
    """The right that lets a second person answer a proposal of that step."""
    return RIGHTS[step] if step == OPEN_INVESTIGATION else "concern.confirm"

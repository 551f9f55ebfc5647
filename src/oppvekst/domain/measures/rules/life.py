"""The way of a measure from draft to its end (bvl §§ 3-1, 3-4, 8-1): states, steps, and who may take them."""

from __future__ import annotations

from typing import Final

from oppvekst.domain.measures.rules import guards
from oppvekst.domain.measures.rules.facts import MeasureFacts
from oppvekst.law.citation import bvl
from oppvekst.law.machine import Machine, State, Step

DRAFT: Final = "draft"
AWAITING_CONSENT: Final = "awaiting_consent"
DECIDED: Final = "decided"
RUNNING: Final = "running"
UNDER_EVALUATION: Final = "under_evaluation"
SUSPENDED: Final = "suspended"
ENDED: Final = "ended"
EXPIRED: Final = "expired"

ASK_CONSENT: Final = "ask_consent"
DECIDE: Final = "decide"
DECIDE_BY_ORDER: Final = "decide_by_order"
START: Final = "start"
EVALUATE: Final = "evaluate"
CONTINUE: Final = "continue"
CHANGE: Final = "change"
SUSPEND: Final = "suspend"
RESUME: Final = "resume"
END: Final = "end"
WITHDRAW: Final = "withdraw"
EXPIRE: Final = "expire"

STATES = (
    State(DRAFT, "utkast"),
    State(AWAITING_CONSENT, "venter på samtykke"),
    State(DECIDED, "vedtatt"),
    State(RUNNING, "pågår"),
    State(UNDER_EVALUATION, "evalueres"),
    State(SUSPENDED, "satt på vent"),
    State(ENDED, "avsluttet", closed=True),
    State(EXPIRED, "gått ut", closed=True),
)
ACTIVE: Final = frozenset({RUNNING, UNDER_EVALUATION, SUSPENDED})
_EVALUATED = (guards.WORKS, guards.NEW_NEEDS, guards.CARE_GROUNDS, guards.HEARD)

# Its name heads a document and stands in the glossary: the definite form reads best there.
MACHINE: Machine[MeasureFacts] = Machine(
    "tiltaket",
    DRAFT,
    STATES,
    (
        Step(ASK_CONSENT, frozenset({DRAFT}), AWAITING_CONSENT, bvl("3-1"), (), "Be om samtykke"),
        Step(
            DECIDE, frozenset({AWAITING_CONSENT}), DECIDED, bvl("3-1") & bvl("12-5"),
            (guards.CONSENTS, guards.DECISION, guards.SAME_BASIS, guards.PLAN, guards.DURATION, guards.INTERVAL), "Vedtatt",
        ),
        Step(
            DECIDE_BY_ORDER, frozenset({DRAFT}), DECIDED, bvl("3-4"),
            (guards.DECISION, guards.SAME_BASIS, guards.PLAN, guards.DURATION, guards.INTERVAL), "Pålagt av nemnda",
        ),
        Step(START, frozenset({DECIDED}), RUNNING, bvl("3-1"), (guards.CONSENTS, guards.PROVIDER), "Start"),
        Step(EVALUATE, frozenset({RUNNING}), UNDER_EVALUATION, bvl("8-1", 1), (), "Evaluer"),
        Step(CONTINUE, frozenset({UNDER_EVALUATION}), RUNNING, bvl("8-1", 1), _EVALUATED, "Fortsett som før"),
        Step(
            CHANGE, frozenset({UNDER_EVALUATION}), RUNNING, bvl("8-1", 1), (*_EVALUATED, guards.CONSENTS), "Endre",
        ),
        Step(SUSPEND, frozenset({RUNNING}), SUSPENDED, bvl("8-1", 1), (), "Sett på vent"),
        Step(RESUME, frozenset({SUSPENDED}), RUNNING, bvl("8-1", 1), (guards.CONSENTS,), "Ta opp igjen"),
        Step(
            END, frozenset({UNDER_EVALUATION}), ENDED, bvl("8-1", 1), (*_EVALUATED, guards.END_DECIDED), "Avslutt",
        ),
        Step(WITHDRAW, frozenset(ACTIVE), ENDED, bvl("3-1"), (guards.WITHDRAWN,), "Samtykket er trukket"),
        Step(EXPIRE, frozenset(ACTIVE), EXPIRED, bvl("3-4", 4), (guards.PAST_LAST_DAY,), "Siste dag er passert"),
    ),
)  # fmt: skip

WRITE = "measure.write"
# Who may take each step: the action demands it, the page asks for it, and the button shows by it.
RIGHTS: Final = {step.name: WRITE for step in MACHINE.steps}

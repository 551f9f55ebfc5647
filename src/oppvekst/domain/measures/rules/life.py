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
ABANDONED: Final = "abandoned"

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
ABANDON: Final = "abandon"

STATES = (
    State(DRAFT, "utkast"),
    State(AWAITING_CONSENT, "venter på samtykke"),
    State(DECIDED, "vedtatt"),
    State(RUNNING, "pågår"),
    State(UNDER_EVALUATION, "evalueres"),
    State(SUSPENDED, "satt på vent"),
    State(ENDED, "avsluttet", closed=True),
    State(EXPIRED, "gått ut", closed=True),
    State(ABANDONED, "ble ikke noe av", closed=True),
)
ACTIVE: Final = frozenset({RUNNING, UNDER_EVALUATION, SUSPENDED})
# Before it is decided: what it is about can still be changed, or the whole be left.
PREPARED: Final = frozenset({DRAFT, AWAITING_CONSENT})
_EVALUATED = (guards.WORKS, guards.NEW_NEEDS, guards.CARE_GROUNDS, guards.HEARD)

# Its name heads a document and stands in the glossary: the definite form reads best there.
MACHINE: Machine[MeasureFacts] = Machine(
    "tiltaket",
    DRAFT,
    STATES,
    (
        Step(ASK_CONSENT, frozenset({DRAFT}), AWAITING_CONSENT, bvl("3-1"), (), "Spør om samtykke"),
        Step(
            DECIDE, frozenset({AWAITING_CONSENT}), DECIDED, bvl("3-1") & bvl("12-5"),
            (guards.CONSENTS, guards.DECISION, guards.SAME_BASIS, guards.PLAN, guards.DURATION, guards.INTERVAL),
            "Knytt til vedtaket",
        ),
        Step(
            DECIDE_BY_ORDER, PREPARED, DECIDED, bvl("3-4"),
            (guards.ORDER_KNOWN, guards.ORDER_FITS, guards.PLAN, guards.DURATION, guards.INTERVAL, guards.NOT_PAST),
            "Pålagt av nemnda",
        ),
        Step(START, frozenset({DECIDED}), RUNNING, bvl("3-1"), (guards.CONSENTS, guards.PROVIDER, guards.NOT_PAST), "Start"),
        Step(EVALUATE, frozenset({RUNNING}), UNDER_EVALUATION, bvl("8-1", 1), (), "Evaluer"),
        Step(
            CONTINUE, frozenset({UNDER_EVALUATION}), RUNNING, bvl("8-1", 1), (*_EVALUATED, guards.CONSENTS, guards.NOT_PAST),
            "Fortsett som før",
        ),
        Step(
            CHANGE, frozenset({UNDER_EVALUATION}), RUNNING, bvl("8-1", 1), (*_EVALUATED, guards.CONSENTS, guards.NOT_PAST),
            "Endre",
        ),
        Step(SUSPEND, frozenset({RUNNING}), SUSPENDED, bvl("8-1", 1), (), "Sett på vent"),
        Step(RESUME, frozenset({SUSPENDED}), RUNNING, bvl("8-1", 1), (guards.CONSENTS, guards.NOT_PAST), "Ta opp igjen"),
        Step(
            END, frozenset({UNDER_EVALUATION}), ENDED, bvl("8-1", 1), (*_EVALUATED, guards.END_DECIDED), "Avslutt",
        ),
        Step(WITHDRAW, ACTIVE | {DECIDED}, ENDED, bvl("3-1"), (guards.WITHDRAWN,), "Avslutt: samtykket er trukket"),
        Step(EXPIRE, ACTIVE | {DECIDED}, EXPIRED, bvl("3-4", 4), (guards.PAST_LAST_DAY,), "Avslutt: siste dag er passert"),
        Step(ABANDON, PREPARED, ABANDONED, bvl("12-4"), (guards.REASONS,), "Ble ikke noe av"),
    ),
)  # fmt: skip

WRITE = "measure.write"
# Who may take each step: the action demands it, the page asks for it, and the button shows by it.
RIGHTS: Final = {step.name: WRITE for step in MACHINE.steps}

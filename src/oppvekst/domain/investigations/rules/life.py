"""The way of an investigation from its plan to its end: states, steps, and what stops them (bvl §§ 2-2, 2-5)."""

from typing import Final

from oppvekst.domain.investigations.rules import outcomes
from oppvekst.domain.investigations.rules.limits import InvestigationFacts, latest_due, ordinary_due
from oppvekst.law.citation import Citation, bvl
from oppvekst.law.machine import Guard, Machine, State, Step

PLANNING: Final = "planning"
RUNNING: Final = "running"
EXTENDED: Final = "extended"

START: Final = "start"
EXTEND: Final = "extend"


def _in_time(facts: InvestigationFacts) -> bool:
    due = ordinary_due(facts).due
    return facts.extension_decided_on is None or due is None or facts.extension_decided_on <= due


def _within_six_months(facts: InvestigationFacts) -> bool:
    latest = latest_due(facts).due
    return facts.new_due is None or latest is None or facts.new_due <= latest


def _later_than_before(facts: InvestigationFacts) -> bool:
    due = ordinary_due(facts).due
    return facts.new_due is not None and due is not None and facts.new_due > due


_LAW, _PLAN_LAW = bvl("2-2", 2), bvl("2-2", 3)

PLAN_SAVED: Guard[InvestigationFacts] = Guard(
    "investigation_plan",
    lambda facts: facts.plan_saved,
    "Lag undersøkelsesplanen først.",
    bvl("2-2", 3),
    field="plan",
)


def _part(name: str, sentence: str, citation: Citation = _PLAN_LAW) -> Guard[InvestigationFacts]:
    """One of the five things a plan states; without any plan there is one thing to say, not six."""
    return Guard(
        f"plan_{name}", lambda facts: not facts.plan_saved or name in facts.plan_says, sentence, citation, field=name
    )


PLAN_PARTS: tuple[Guard[InvestigationFacts], ...] = (
    _part("questions", "Skriv hvilke spørsmål undersøkelsen skal svare på."),
    _part("sources", "Skriv hvem dere skal spørre, og om hva."),
    _part("talks", "Skriv når og hvordan dere skal snakke med barnet.", bvl("1-4") & _PLAN_LAW),
    _part("home_visit", "Skriv om hjemmebesøk: når, og om det er avtalt."),
    _part("timetable", "Skriv hva som skal være gjort til når."),
)
NOT_EXPIRED: Guard[InvestigationFacts] = Guard(
    "limit_already_expired",
    _in_time,
    "Fristen på tre måneder er ute og kan ikke utvides i ettertid. Bruddet står og rapporteres; undersøkelsen fortsetter.",
    _LAW,
    interpretation="Loven sier ikke at utvidelsen må besluttes før de tre månedene er ute. Praksis og forsvarlighet gjør.",
)
WITHIN_SIX_MONTHS: Guard[InvestigationFacts] = Guard(
    "beyond_six_months",
    _within_six_months,
    "En undersøkelse kan vare seks måneder til sammen, og ikke lenger.",
    _LAW,
)
SPECIAL_REASONS: Guard[InvestigationFacts] = Guard(
    "special_reasons_missing",
    lambda facts: bool(facts.special_reasons.strip()),
    "Skriv hvilke særlige grunner som gjør at undersøkelsen må utvides.",
    _LAW,
    field="special_reasons",
)
NEW_DUE: Guard[InvestigationFacts] = Guard(
    "new_due",
    _later_than_before,
    "Velg en ny frist som er senere enn den gamle.",
    _LAW,
    field="new_due",
)

STATES = (
    State(PLANNING, "planlegges"),
    State(RUNNING, "pågår"),
    State(EXTENDED, "utvidet"),
    *outcomes.STATES,
)

MACHINE: Machine[InvestigationFacts] = Machine(
    "undersøkelsen",
    PLANNING,
    STATES,
    (
        Step(START, frozenset({PLANNING}), RUNNING, bvl("2-2", 3), (PLAN_SAVED, *PLAN_PARTS), "Start etter planen"),
        Step(
            EXTEND,
            frozenset({RUNNING}),
            EXTENDED,
            _LAW,
            (NOT_EXPIRED, WITHIN_SIX_MONTHS, SPECIAL_REASONS, NEW_DUE),
            "Utvid fristen",
        ),
        *outcomes.STEPS,
    ),
)

# Who may take each step: the action demands it, the page asks for it, and the button shows by it.
RIGHTS: Final = {START: "investigation.plan", EXTEND: "investigation.extend", **outcomes.RIGHTS}

"""Supervision in the home (*tilsyn i hjemmet*, bvl §§ 3-1, 3-4 (1) c): what a plan, a visit and a summary must be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from oppvekst.domain.measures.rules.life import RUNNING, UNDER_EVALUATION
from oppvekst.law.citation import bvl
from oppvekst.law.machine import Guard, Step

AGREED_SUPERVISION, ORDERED_SUPERVISION = "5.1", "5.2"
SUPERVISED: Final = frozenset({AGREED_SUPERVISION, ORDERED_SUPERVISION})
MOST_POINTS: Final = 12
OURS: Final = (
    "Loven sier ikke hvor ofte det er tilsyn, eller hva det ses på. Det vedtaket ikke sier, avtaler vi med familien."
)


class Came(StrEnum):
    """What came of a visit. A door that nobody opened is not a no."""

    SEEN = "seen"
    NOBODY_OPENED = "nobody_opened"
    NOT_LET_IN = "not_let_in"


@dataclass(frozen=True, kw_only=True)
class SupervisionPlanFacts:
    """What a plan of supervision says."""

    category: str = AGREED_SUPERVISION
    closed: bool = False
    points: Sequence[str] = ("mat",)
    visits: int = 1
    unannounced: int = 0
    unannounced_agreed: bool = False
    unannounced_words: str = ""
    told_how: str = "sagt"
    told_leads: str = "sagt"
    since: date | None = None
    before_since: date | None = None


@dataclass(frozen=True, kw_only=True)
class SupervisionFacts:
    """What the acts about one visit ask about."""

    today: date
    category: str = AGREED_SUPERVISION
    state: str = RUNNING
    consents_lacking: tuple[str, ...] = ()
    last_day: date | None = None
    on: date | None = None
    has_plan: bool = True
    unannounced: bool = False
    unannounced_agreed: bool = False
    summed_up_to: date | None = None
    called_off: bool = False
    written: bool = False
    reasons: str = ""
    came: str = Came.SEEN
    carried_out_by: str = "Kari"
    at_home: str = "alle"
    unseen: tuple[str, ...] = ()
    alone: bool | None = True
    child_words: str = ""
    alone_not: str = ""
    what_happened: str = ""
    today_words: str = ""
    today_done: bool = False
    done_words: str = ""


@dataclass(frozen=True, kw_only=True)
class SummaryFacts:
    """What a summary of visits asks about."""

    today: date
    category: str = AGREED_SUPERVISION
    started_on: date | None = None
    since: date | None = None
    until: date | None = None
    summed_up_to: date | None = None
    unwritten: int = 0
    fewer: bool = False
    fewer_words: str = ""
    conclusion: str = "ord"
    parents_read: bool = True
    child_read: bool = True
    not_read_reason: str = ""


type PlanGuard = Guard[SupervisionPlanFacts]
type VisitGuard = Guard[SupervisionFacts]
type SummaryGuard = Guard[SummaryFacts]

_NOT_HERE = "Dette hører til tilsyn i hjemmet."
_A_SUPERVISION_PLAN: PlanGuard = Guard("supervision", lambda facts: facts.category in SUPERVISED, _NOT_HERE, bvl("3-1"))
_NOT_ENDED: PlanGuard = Guard(
    "not_ended", lambda facts: not facts.closed, "Tiltaket er avsluttet. Planen blir stående som den er.", bvl("12-4")
)
_POINTS: PlanGuard = Guard(
    "points", lambda facts: 0 < len(facts.points) <= MOST_POINTS,
    f"Skriv hva det ses på, ett punkt på hver linje, høyst {MOST_POINTS}.", bvl("8-1", 2), field="points", interpretation=OURS,
)  # fmt: skip
_VISITS: PlanGuard = Guard(
    "visits", lambda facts: facts.visits >= 1, "Skriv hvor mange besøk det skal være i måneden, minst ett.", bvl("8-1", 2),
    field="visits", interpretation=OURS,
)  # fmt: skip
_OF_THEM: PlanGuard = Guard(
    "of_them", lambda facts: 0 <= facts.unannounced <= facts.visits,
    "Det kan ikke være flere uanmeldte besøk enn besøk i alt.", bvl("8-1", 2), field="unannounced", interpretation=OURS,
)  # fmt: skip
_SAID_YES: PlanGuard = Guard(
    "unannounced_agreed", lambda facts: facts.unannounced == 0 or facts.unannounced_agreed,
    "Uanmeldte besøk må familien ha sagt ja til, eller nemnda ha bestemt.", bvl("3-1") & bvl("3-4", 1, "c"),
    field="unannounced_agreed",
)  # fmt: skip
_WHO_SAID_YES: PlanGuard = Guard(
    "unannounced_words", lambda facts: not facts.unannounced_agreed or bool(facts.unannounced_words.strip()),
    "Skriv hvem som har sagt ja til uanmeldte besøk og når, eller hva som står i vedtaket fra nemnda.",
    bvl("3-1") & bvl("3-4", 1, "c"), field="unannounced_words",
)  # fmt: skip
_TOLD_HOW: PlanGuard = Guard(
    "told_how", lambda facts: bool(facts.told_how.strip()), "Skriv hva familien har fått vite om hvordan et besøk går.",
    bvl("1-4"), field="told_how",
)  # fmt: skip
_TOLD_LEADS: PlanGuard = Guard(
    "told_leads", lambda facts: bool(facts.told_leads.strip()), "Skriv hva familien har fått vite om hva et besøk kan føre til.",
    bvl("1-4"), field="told_leads",
)  # fmt: skip
_NOT_BEFORE: PlanGuard = Guard(
    "in_order", lambda facts: facts.since is None or facts.before_since is None or facts.since >= facts.before_since,
    "Planen kan ikke gjelde fra en dag før den forrige.", bvl("12-4"), field="since",
)  # fmt: skip

_A_VISIT: VisitGuard = Guard("supervision", lambda facts: facts.category in SUPERVISED, _NOT_HERE, bvl("3-1"))
_RUNS: VisitGuard = Guard(
    "running",
    lambda facts: facts.state in (RUNNING, UNDER_EVALUATION),
    "Tiltaket pågår ikke. Da er det ikke tilsyn.",
    bvl("3-1"),
)
_EVERY_YES: VisitGuard = Guard(
    "consents", lambda facts: facts.category == ORDERED_SUPERVISION or not facts.consents_lacking,
    "Ikke alle som må, har samtykket. Skriv svarene under Samtykke først.", bvl("3-1"),
)  # fmt: skip
_WITHIN: VisitGuard = Guard(
    "last_day", lambda facts: facts.last_day is None or facts.on is None or facts.on <= facts.last_day,
    "Dagen er etter siste dag for tiltaket.", bvl("3-4", 4), field="day",
)  # fmt: skip
_PLAN_FIRST: VisitGuard = Guard(
    "plan_first", lambda facts: facts.has_plan,
    "Lag planen for tilsynet først, så familien vet hva det ses på. Den må gjelde den dagen besøket er.",
    bvl("8-1", 2), field="day",
)  # fmt: skip
_MAY_COME_UNANNOUNCED: VisitGuard = Guard(
    "unannounced_agreed", lambda facts: not facts.unannounced or facts.unannounced_agreed,
    "Planen har ikke uanmeldte besøk. Familien må ha sagt ja til det, eller nemnda ha bestemt det.",
    bvl("3-1") & bvl("3-4", 1, "c"), field="unannounced",
)  # fmt: skip
_NOT_SUMMED_UP: VisitGuard = Guard(
    "not_summed_up", lambda facts: facts.on is None or facts.summed_up_to is None or facts.on > facts.summed_up_to,
    "Tiden er allerede med i en rapport. Velg en dag etter den.", bvl("12-4"), field="day",
)  # fmt: skip
_STANDS: VisitGuard = Guard("stands", lambda facts: not facts.called_off, "Besøket er avlyst.", bvl("12-4"))
_ONCE: VisitGuard = Guard("once", lambda facts: not facts.written, "Besøket er allerede skrevet ned.", bvl("12-4"))
_WHY: VisitGuard = Guard(
    "reasons",
    lambda facts: bool(facts.reasons.strip()),
    "Skriv hvorfor besøket er avlyst.",
    bvl("12-4"),
    field="reasons",
)
_HELD: VisitGuard = Guard(
    "held",
    lambda facts: facts.on is None or facts.on <= facts.today,
    "Besøket har ikke vært ennå.",
    bvl("12-4"),
    field="day",
)
_BY_WHOM: VisitGuard = Guard(
    "carried_out_by", lambda facts: bool(facts.carried_out_by.strip()), "Skriv hvem som var på besøk.", bvl("12-4"),
    field="carried_out_by",
)  # fmt: skip
_AT_HOME: VisitGuard = Guard(
    "at_home", lambda facts: facts.came != Came.SEEN or bool(facts.at_home.strip()), "Skriv hvem som var hjemme.", bvl("12-4"),
    field="at_home",
)  # fmt: skip
_EVERY_POINT: VisitGuard = Guard(
    "every_point", lambda facts: facts.came != Came.SEEN or not facts.unseen,
    "Skriv hva dere så på hvert punkt i planen, også når det ikke var noe å se.", bvl("12-4"), field="seen",
)  # fmt: skip
_ALONE: VisitGuard = Guard(
    "alone", lambda facts: facts.came != Came.SEEN or facts.alone is not None, "Svar på om dere snakket med barnet alene.",
    bvl("1-4"), field="alone",
)  # fmt: skip
_NOT_ALONE: VisitGuard = Guard(
    "alone_not", lambda facts: facts.came != Came.SEEN or facts.alone is not False or bool(facts.alone_not.strip()),
    "Skriv hvorfor dere ikke snakket med barnet alene.", bvl("1-4"), field="alone_not",
)  # fmt: skip
_CHILD_WORDS: VisitGuard = Guard(
    "child_words", lambda facts: facts.came != Came.SEEN or not facts.alone or bool(facts.child_words.strip()),
    "Skriv hva barnet sa, med barnets egne ord, også når det ikke ville si noe.", bvl("1-4"), field="child_words",
)  # fmt: skip
_NOT_LET_IN: VisitGuard = Guard(
    "what_happened", lambda facts: facts.came != Came.NOT_LET_IN or bool(facts.what_happened.strip()),
    "Skriv hva som skjedde i døra, med deres egne ord. Sa ingen noe, skriv det.", bvl("12-4"), field="what_happened",
)  # fmt: skip
_SOMETHING: VisitGuard = Guard(
    "something_today", lambda facts: bool(facts.today_words.strip()) and not facts.today_done,
    "Det står ikke noe som venter etter dette besøket.", bvl("12-4"),
)  # fmt: skip
_DONE_WORDS: VisitGuard = Guard(
    "done_words",
    lambda facts: bool(facts.done_words.strip()),
    "Skriv hva som ble gjort.",
    bvl("12-4"),
    field="done_words",
)

_A_SUMMARY: SummaryGuard = Guard("supervision", lambda facts: facts.category in SUPERVISED, _NOT_HERE, bvl("3-1"))
_BEGUN: SummaryGuard = Guard(
    "started", lambda facts: facts.started_on is not None, "Tilsynet har ikke startet. Det er ikke noe å skrive om ennå.",
    bvl("12-4"),
)  # fmt: skip
_PERIOD: SummaryGuard = Guard(
    "period", lambda facts: facts.since is None or facts.until is None or facts.since <= facts.until,
    "Perioden slutter før den begynner.", bvl("12-4"), field="until",
)  # fmt: skip
_NOT_AHEAD: SummaryGuard = Guard(
    "not_ahead", lambda facts: facts.until is None or facts.until <= facts.today, "Perioden kan ikke gå fram i tid.",
    bvl("12-4"), field="until",
)  # fmt: skip
_ONCE_SUMMED_UP: SummaryGuard = Guard(
    "once", lambda facts: facts.since is None or facts.summed_up_to is None or facts.since > facts.summed_up_to,
    "Noe av perioden er allerede med i en rapport.", bvl("12-4"), field="since",
)  # fmt: skip
_ALL_WRITTEN: SummaryGuard = Guard(
    "all_written", lambda facts: facts.unwritten == 0,
    "Det er besøk i perioden som ikke er skrevet ned eller avlyst. Gjør det først.", bvl("12-4"),
)  # fmt: skip
_CONCLUSION: SummaryGuard = Guard(
    "conclusion",
    lambda facts: bool(facts.conclusion.strip()),
    "Skriv hva tilsynet har vist.",
    bvl("8-1", 1),
    field="conclusion",
)
_WHY_FEWER: SummaryGuard = Guard(
    "fewer_words", lambda facts: not facts.fewer or bool(facts.fewer_words.strip()),
    "Det har vært færre besøk enn planen sier. Skriv hvorfor.", bvl("8-1", 1), field="fewer_words", interpretation=OURS,
)  # fmt: skip
_READ: SummaryGuard = Guard(
    "read", lambda facts: (facts.parents_read and facts.child_read) or bool(facts.not_read_reason.strip()),
    "Barnet og foreldrene skal ha fått lese eller høre rapporten, eller det skal stå hvorfor ikke.", bvl("1-4"),
    field="not_read_reason",
)  # fmt: skip

_NOWHERE: Final[frozenset[str]] = frozenset()
WRITE_PLAN = Step(
    "write_supervision_plan", _NOWHERE, "", bvl("8-1", 2),
    (_A_SUPERVISION_PLAN, _NOT_ENDED, _POINTS, _VISITS, _OF_THEM, _SAID_YES, _WHO_SAID_YES, _TOLD_HOW, _TOLD_LEADS, _NOT_BEFORE),
)  # fmt: skip
PLAN_VISIT = Step(
    "plan_visit", _NOWHERE, "", bvl("3-1"),
    (_A_VISIT, _RUNS, _EVERY_YES, _WITHIN, _PLAN_FIRST, _MAY_COME_UNANNOUNCED, _NOT_SUMMED_UP),
)  # fmt: skip
CALL_OFF = Step("call_off_visit", _NOWHERE, "", bvl("12-4"), (_STANDS, _ONCE, _WHY))
WRITE_VISIT = Step(
    "write_visit", _NOWHERE, "", bvl("12-4"),
    (
        _STANDS, _ONCE, _HELD, _WITHIN, _NOT_SUMMED_UP, _BY_WHOM, _AT_HOME, _EVERY_POINT, _ALONE, _NOT_ALONE, _CHILD_WORDS,
        _NOT_LET_IN,
    ),
)  # fmt: skip
SETTLE_TODAY = Step("settle_today", _NOWHERE, "", bvl("12-4"), (_SOMETHING, _DONE_WORDS))
SUM_UP = Step(
    "sum_up", _NOWHERE, "", bvl("8-1", 1),
    (_A_SUMMARY, _BEGUN, _PERIOD, _NOT_AHEAD, _ONCE_SUMMED_UP, _ALL_WRITTEN, _CONCLUSION, _WHY_FEWER, _READ),
)  # fmt: skip

"""Drug tests outside institutions (bvl §§ 3-1, 3-4 (1) c): neutral appointments, meaning in words, and who is told first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from oppvekst.domain.measures.rules.life import RUNNING
from oppvekst.law.calendar import OSLO, oslo_date
from oppvekst.law.citation import bvl, fvl
from oppvekst.law.machine import Guard

DRUG_TEST: Final = "5.4"
# A colour or a single word is no meaning.
FEWEST_WORDS: Final = 5


@dataclass(frozen=True, kw_only=True)
class TestFacts:
    """What the acts about an appointment ask about."""

    __test__ = False

    today: date
    category: str = DRUG_TEST
    state: str = RUNNING
    consents_lacking: tuple[str, ...] = ()
    on: date | None = None
    last_day: date | None = None
    cancelled: bool = False
    met: bool = True
    has_result: bool = False
    meaning: str = ""
    tells_the_tested: bool = False
    tested_told: bool = False
    agreed: str = ""
    reasons: str = ""


type TestGuard = Guard[TestFacts]

IS_A_TEST: TestGuard = Guard(
    "drug_test", lambda facts: facts.category == DRUG_TEST, "Avtaler om prøver hører til ruskontroll.", bvl("3-1")
)
IT_RUNS: TestGuard = Guard(
    "running", lambda facts: facts.state == RUNNING, "Tiltaket pågår ikke. Da kan det ikke avtales prøver.", bvl("3-1")
)
EVERY_YES: TestGuard = Guard(
    "consents",
    lambda facts: not facts.consents_lacking,
    "Ikke alle som må, har samtykket. Da tas det ingen prøver.",
    bvl("3-1"),
)
BEFORE_IT_ENDS: TestGuard = Guard(
    "last_day",
    lambda facts: facts.last_day is None or facts.on is None or facts.on <= facts.last_day,
    "Dagen er etter siste dag for tiltaket.",
    bvl("3-4", 4),
    field="day",
)
STANDS: TestGuard = Guard("stands", lambda facts: not facts.cancelled, "Avtalen er avlyst.", bvl("3-1"))
HELD: TestGuard = Guard(
    "held",
    lambda facts: facts.on is None or facts.on <= facts.today,
    "Avtalen har ikke vært ennå.",
    bvl("12-4"),
)
ONCE: TestGuard = Guard(
    "once", lambda facts: not facts.has_result, "Det står allerede hva som kom ut av avtalen.", bvl("12-4")
)
IN_WORDS: TestGuard = Guard(
    "meaning_in_words",
    lambda facts: not facts.met or len(facts.meaning.split()) >= FEWEST_WORDS,
    "Skriv hva svaret betyr, i hele setninger. En farge eller et ord er ikke nok.",
    bvl("12-4"),
    field="meaning",
)
RESULT: TestGuard = Guard("result", lambda facts: facts.has_result, "Skriv først hva svaret betyr.", bvl("12-4"))
TESTED_FIRST: TestGuard = Guard(
    "tested_first",
    lambda facts: facts.tells_the_tested or facts.tested_told,
    "Den som er testet, får vite det først, av en person.",
    bvl("13-1"),
    field="who",
)
AGREED: TestGuard = Guard(
    "agreed",
    lambda facts: facts.tells_the_tested or bool(facts.agreed.strip()),
    "Skriv hva den som er testet, har sagt ja til at andre får vite.",
    bvl("13-1") & fvl("13 a"),
    field="agreed",
)
WHY: TestGuard = Guard(
    "reasons",
    lambda facts: bool(facts.reasons.strip()),
    "Skriv hvorfor avtalen er avlyst.",
    bvl("12-4"),
    field="reasons",
)

TO_APPOINT: Final = (IS_A_TEST, IT_RUNS, EVERY_YES, BEFORE_IT_ENDS)
TO_CANCEL: Final = (STANDS, ONCE, WHY)
TO_WRITE: Final = (STANDS, HELD, ONCE, IN_WORDS)
TO_TELL: Final = (RESULT, TESTED_FIRST, AGREED)


def neutral(at: datetime) -> str:
    """What the calendar, a message and the journal call it: nothing about what it is for.

    >>> neutral(datetime(2026, 9, 14, 15, 0, tzinfo=OSLO)), neutral(datetime(2026, 9, 28, 9, 30, tzinfo=OSLO))
    ('avtale kl. 15', 'avtale kl. 9.30')
    """
    there = at.astimezone(OSLO)
    return f"avtale kl. {there.hour}" + (f".{there.minute:02}" if there.minute else "")


def day_of(at: datetime) -> date:
    """The day it is, in Oslo."""
    return oslo_date(at)

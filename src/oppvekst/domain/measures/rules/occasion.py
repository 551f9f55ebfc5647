"""Each time help is given (bvl §§ 3-1, 8-1): what kind of time it is, when it may be planned, and what is written afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Final

from oppvekst.domain.measures.rules.life import RUNNING
from oppvekst.law.calendar import MONTHS, WEEKDAYS, in_words, last_working_day, roll_forward
from oppvekst.law.citation import bvl
from oppvekst.law.machine import Guard

# So many days after it has been, what happened should be written down.
DAYS_TO_WRITE: Final = 3
LONGEST_STAY: Final = 31


class Each(StrEnum):
    """What kind of time it is, each time."""

    STAY = "stay"
    HOURS = "hours"
    SESSION = "session"
    PROGRAMME = "programme"
    VISIT = "visit"


class Stood(StrEnum):
    """How it stands with one of them."""

    PLANNED = "planned"
    HELD = "held"
    NOT_HELD = "not_held"
    CALLED_OFF = "called_off"
    MOVED = "moved"


class Who(StrEnum):
    """Who could not, when nothing came of it. Nobody is reproached for it."""

    FAMILY = "family"
    CHILD = "child"
    GIVER = "giver"
    SERVICE = "service"


# The register's category -> what each time is, and why just that. A category that is not here has no times of its own.
EACH_OF: Final[dict[str, tuple[Each, str]]] = {
    "3.1": (Each.PROGRAMME, "MST følger en metode, og virkningen hviler på at den følges."),
    "3.2": (Each.PROGRAMME, "PMTO har økter i en bestemt rekkefølge."),
    "3.3": (Each.PROGRAMME, "FFT har faser og økter i en bestemt rekkefølge."),
    "3.4": (Each.PROGRAMME, "De utrolige årene har samlinger i en bestemt rekkefølge."),
    "3.5": (Each.PROGRAMME, "ICDP har møter med et tema hver gang."),
    "3.6": (Each.PROGRAMME, "Marte Meo har filming og gjennomgang etter en metode."),
    "3.7": (Each.PROGRAMME, "Registeret sier selv at slike tiltak følger en metodikk på en systematisk måte."),
    "3.9": (Each.SESSION, "Råd og veiledning gis i timer uten en fast metode."),
    "3.10": (Each.VISIT, "Hjemmekonsulenten er med i hjemmet eller på tur, og hjelper der."),
    "3.99": (Each.PROGRAMME, "Registeret nevner selv COS, som har økter i en bestemt rekkefølge."),
    "4.5": (Each.STAY, "Barnet er hos noen andre over natta, og noen må vite når det kommer og går."),
    "4.6": (Each.HOURS, "Støttekontakten er med barnet noen timer, og får betalt for dem."),
    "4.7": (Each.SESSION, "Gruppa møtes til faste tider."),
    "4.8": (Each.SESSION, "Den som følger opp, møter ungdommen til avtalt tid."),
    "4.9": (Each.PROGRAMME, "ART har økter i en bestemt rekkefølge."),
}


@dataclass(frozen=True)
class Words:
    """What a kind is called: the section on the page, one of them, and many of them with the word that follows."""

    section: str
    one: str
    many: str
    done: str


WORDS: Final = {
    Each.STAY: Words("Helger", "helg", "helger", "holdt"),
    Each.HOURS: Words("Hver gang", "gang", "ganger", "gjennomført"),
    Each.SESSION: Words("Hver gang", "time", "timer", "holdt"),
    Each.PROGRAMME: Words("Hver gang", "økt", "økter", "holdt"),
    Each.VISIT: Words("Hver gang", "besøk", "besøk", "gjennomført"),
}


def each_of(category: str) -> Each | None:
    """What each time is in help of this category; nothing where it has no times of its own.

    >>> each_of("4.5"), each_of("4.1")
    (<Each.STAY: 'stay'>, None)
    """
    found = EACH_OF.get(category)
    return found[0] if found else None


def days_told(kind: Each, days_open: bool | None) -> bool:
    """Whether the family reads the days at My page: as chosen, else those when the child itself is away from home.

    Guidance and visits at home are given to one of the parents, and tell the other when she is where (bvl § 13-1).

    >>> days_told(Each.STAY, None), days_told(Each.VISIT, None), days_told(Each.VISIT, True), days_told(Each.STAY, False)
    (True, False, True, False)
    """
    return kind in {Each.STAY, Each.HOURS} if days_open is None else days_open


def answer_by(first_day: date, *, today: date) -> date:
    """The day by which the family is answered: the working day before, which the service has set itself.

    >>> answer_by(date(2026, 11, 9), today=date(2026, 11, 2)), answer_by(date(2026, 11, 9), today=date(2026, 11, 8))
    (datetime.date(2026, 11, 6), datetime.date(2026, 11, 8))
    """
    return max(last_working_day(first_day - timedelta(days=1)), today)


def is_soon(first_day: date, *, today: date) -> bool:
    """Whether nobody may have read a message before the day has come: it is the next working day, or before that.

    >>> is_soon(date(2026, 11, 9), today=date(2026, 11, 6)), is_soon(date(2026, 11, 9), today=date(2026, 11, 5))
    (True, False)
    """
    return first_day <= roll_forward(today + timedelta(days=1))


@dataclass(frozen=True, kw_only=True)
class OccasionFacts:
    """What the acts about one time ask about."""

    today: date
    kind: Each | None = Each.STAY
    measure_state: str = RUNNING
    consents_lacking: tuple[str, ...] = ()
    started_on: date | None = None
    measure_last_day: date | None = None
    first_day: date | None = None
    last_day: date | None = None
    starts: time | None = None
    ends: time | None = None
    other_stays: tuple[tuple[date, date], ...] = ()
    stood: Stood = Stood.PLANNED
    words: str = ""
    child_words: str = ""
    not_heard_reason: str = ""
    hours: Decimal | None = None
    number: int | None = None
    done: str = ""
    left_out: str = ""
    left_out_reason: str = ""
    who: str = ""


type OccasionGuard = Guard[OccasionFacts]


def overlap(one: tuple[date, date], other: tuple[date, date]) -> bool:
    """Whether the child would be two places the same night. To leave one home and come to the next the same day is none.

    >>> overlap((date(2026, 11, 6), date(2026, 11, 8)), (date(2026, 11, 7), date(2026, 11, 9)))
    True
    >>> overlap((date(2026, 11, 6), date(2026, 11, 8)), (date(2026, 11, 8), date(2026, 11, 10)))
    False
    """
    return one == other or (one[0] < other[1] and other[0] < one[1])


HAS_TIMES: OccasionGuard = Guard(
    "has_times",
    lambda facts: facts.kind is not None,
    "Denne hjelpen har ingen ganger som planlegges her.",
    bvl("8-1", 2),
)
IT_RUNS: OccasionGuard = Guard(
    "running",
    lambda facts: facts.measure_state == RUNNING,
    "Tiltaket pågår ikke. Da kan ingenting planlegges i det.",
    bvl("3-1"),
)
EVERY_YES: OccasionGuard = Guard(
    "consents",
    lambda facts: not facts.consents_lacking,
    "Ikke alle som må, har samtykket. Skriv svarene under Samtykke først.",
    bvl("3-1"),
)
IN_ORDER: OccasionGuard = Guard(
    "in_order",
    lambda facts: facts.first_day is None or facts.last_day is None or facts.first_day <= facts.last_day,
    "Dagen barnet drar hjem, er før dagen det kommer.",
    bvl("8-1", 2),
    field="last_day",
)
NOT_TOO_LONG: OccasionGuard = Guard(
    "not_too_long",
    lambda facts: (
        facts.first_day is None or facts.last_day is None or (facts.last_day - facts.first_day).days <= LONGEST_STAY
    ),
    "Det er mer enn en måned. Et besøkshjem er for helger og ferier; skal barnet bo der, er det noe annet enn dette tiltaket.",
    bvl("3-1"),
    field="last_day",
    interpretation="Loven har ingen grense. En måned er lengre enn en sommerferie hos et besøkshjem pleier å være.",
)
CLOCK_IN_ORDER: OccasionGuard = Guard(
    "clock_in_order",
    lambda facts: (
        facts.starts is None or facts.ends is None or facts.first_day != facts.last_day or facts.starts < facts.ends
    ),
    "Det slutter før det begynner. Rett klokkeslettene.",
    bvl("8-1", 2),
    field="ends",
)
WITH_A_CLOCK: OccasionGuard = Guard(
    "with_a_clock",
    lambda facts: facts.kind != Each.HOURS or (facts.starts is not None and facts.ends is not None),
    "Skriv fra når til når. Støttekontakten får betalt for timene.",
    bvl("8-1", 2),
    field="starts",
)
AFTER_IT_STARTED: OccasionGuard = Guard(
    "after_it_started",
    lambda facts: facts.started_on is None or facts.first_day is None or facts.first_day >= facts.started_on,
    "Dagen er før hjelpen startet.",
    bvl("8-1", 1),
    field="first_day",
)
BEFORE_IT_ENDS: OccasionGuard = Guard(
    "last_day",
    lambda facts: facts.measure_last_day is None or facts.last_day is None or facts.last_day <= facts.measure_last_day,
    "Det er etter siste dag for tiltaket.",
    bvl("8-1", 2),
    field="last_day",
)
ONE_HOME_A_NIGHT: OccasionGuard = Guard(
    "one_home_a_night",
    lambda facts: not _two_homes(facts),
    "Barnet skal allerede være et annet sted den natta. Velg en annen helg, eller avlys eller flytt den andre først.",
    bvl("1-3"),
    field="first_day",
)
STANDS: OccasionGuard = Guard(
    "stands",
    lambda facts: facts.stood == Stood.PLANNED,
    "Det er allerede skrevet hvordan det gikk, eller det er avlyst eller flyttet.",
    bvl("12-4"),
)
NOT_BEEN: OccasionGuard = Guard(
    "not_been",
    lambda facts: facts.first_day is None or facts.today <= facts.first_day,
    "Dagen har vært. Skriv at det ikke ble noe av i stedet.",
    bvl("12-4"),
)
HAS_BEEN: OccasionGuard = Guard(
    "has_been",
    lambda facts: facts.last_day is None or facts.last_day <= facts.today,
    "Det har ikke vært ennå. Skriv hva som skjedde etterpå.",
    bvl("12-4"),
)
HAS_COME: OccasionGuard = Guard(
    "has_come",
    lambda facts: facts.first_day is None or facts.first_day <= facts.today,
    "Dagen har ikke kommet ennå. Avlys i stedet.",
    bvl("12-4"),
)
IN_OWN_WORDS: OccasionGuard = Guard(
    "words",
    lambda facts: bool(facts.words.strip()),
    "Skriv hva som skjedde.",
    bvl("12-4"),
    field="words",
)
CHILD_HEARD: OccasionGuard = Guard(
    "child_heard",
    lambda facts: bool(facts.child_words.strip() or facts.not_heard_reason.strip()),
    "Skriv hva barnet sa om det, eller hvorfor det ikke er spurt.",
    bvl("1-4"),
    field="child_words",
)
HOW_MANY_HOURS: OccasionGuard = Guard(
    "hours",
    lambda facts: facts.kind != Each.HOURS or (facts.hours is not None and 0 < facts.hours <= 24),
    "Skriv hvor mange timer det ble, for eksempel 3 eller 2,5.",
    bvl("12-4"),
    field="hours",
)
WHICH_SESSION: OccasionGuard = Guard(
    "which_session",
    lambda facts: facts.kind != Each.PROGRAMME or (facts.number is not None and facts.number > 0),
    "Skriv hvilken økt i programmet det var.",
    bvl("8-1", 1),
    field="number",
)
WHAT_OF_IT: OccasionGuard = Guard(
    "what_of_it",
    lambda facts: facts.kind != Each.PROGRAMME or bool(facts.done.strip()),
    "Skriv hva av programmet dere gjorde. Ellers kan ingen se om det var programmet som virket.",
    bvl("8-1", 1),
    field="done",
)
WHY_LEFT_OUT: OccasionGuard = Guard(
    "why_left_out",
    lambda facts: not facts.left_out.strip() or bool(facts.left_out_reason.strip()),
    "Skriv hvorfor noe ble utelatt. Det kan ha vært helt rett.",
    bvl("8-1", 1),
    field="left_out_reason",
)
WHY: OccasionGuard = Guard(
    "why",
    lambda facts: bool(facts.words.strip()),
    "Skriv hvorfor, med noen få ord.",
    bvl("12-4"),
    field="words",
)
WHO_COULD_NOT: OccasionGuard = Guard(
    "who_could_not",
    lambda facts: facts.who in set(Who),
    "Velg hvem det ikke passet for.",
    bvl("12-4"),
    field="who",
)

TO_PLAN: Final = (
    HAS_TIMES, IT_RUNS, EVERY_YES, IN_ORDER, NOT_TOO_LONG, WITH_A_CLOCK, CLOCK_IN_ORDER, AFTER_IT_STARTED, BEFORE_IT_ENDS,
    ONE_HOME_A_NIGHT,
)  # fmt: skip
TO_HOLD: Final = (
    STANDS, HAS_BEEN, IN_OWN_WORDS, CHILD_HEARD, HOW_MANY_HOURS, WHICH_SESSION, WHAT_OF_IT, WHY_LEFT_OUT,
)  # fmt: skip
TO_SAY_NOT_HELD: Final = (STANDS, HAS_COME, WHO_COULD_NOT, WHY)
TO_CALL_OFF: Final = (STANDS, NOT_BEEN, WHO_COULD_NOT, WHY)
TO_MOVE: Final = (STANDS, WHY)


def _two_homes(facts: OccasionFacts) -> bool:
    if facts.kind != Each.STAY or facts.first_day is None or facts.last_day is None:
        return False
    return any(overlap((facts.first_day, facts.last_day), other) for other in facts.other_stays)


def write_by(last_day: date) -> date:
    """The day by which what happened should stand there.

    >>> write_by(date(2026, 11, 8))
    datetime.date(2026, 11, 11)
    """
    return last_day + timedelta(days=DAYS_TO_WRITE)


def days_in_words(first: date, last: date) -> str:
    """From one day to another, as one says it.

    >>> days_in_words(date(2026, 11, 6), date(2026, 11, 8))
    'fredag 6. til søndag 8. november 2026'
    >>> days_in_words(date(2026, 10, 30), date(2026, 11, 1))
    'fredag 30. oktober til søndag 1. november 2026'
    """
    if first == last:
        return in_words(first)
    month = "" if (first.year, first.month) == (last.year, last.month) else f" {MONTHS[first.month - 1]}"
    year = "" if first.year == last.year else f" {first.year}"
    return f"{WEEKDAYS[first.weekday()]} {first.day}.{month}{year} til {in_words(last)}"

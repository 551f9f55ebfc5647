"""Financial support as help (*økonomisk hjelp*, bvl § 3-1): paid for days the help runs, within its ceiling, by two people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final, Protocol

from oppvekst.domain.measures.rules.life import ACTIVE, DECIDED, SUSPENDED
from oppvekst.domain.measures.rules.money import kroner
from oppvekst.law import calendar
from oppvekst.law.citation import bvl
from oppvekst.law.machine import Guard

# Kindergarten, after-school, leisure, and other financial support, as the register numbers them.
SUPPORT: Final = frozenset({"4.1", "4.2", "4.3", "4.4"})
# Whoever may sign decisions is whoever says yes to money: the leader, the deputy and the team leaders.
APPROVE: Final = "decision.sign"

# Our own practice: no law says how soon, and a club or a parent waits for the money.
SEND_WITHIN_DAYS: Final = 7
ENDING_MONTHS: Final = 1


class Often(StrEnum):
    """How often it is paid."""

    ONCE = "once"
    MONTHLY = "monthly"


class PaidTo(StrEnum):
    """Who gets the money: whoever delivers, by invoice, or a parent who has laid it out."""

    DIRECT = "direct"
    REFUND = "refund"


class Line(Protocol):
    """What the sums ask of one line."""

    @property
    def amount(self) -> int:
        """Øre; below nothing where it takes another back."""

    @property
    def is_approved(self) -> bool:
        """Whether another has said yes."""

    @property
    def is_declined(self) -> bool:
        """Whether it counts for nothing."""


def used(lines: Iterable[Line]) -> int:
    """What is bound: every line that is not declined; what is taken back counts only when another has said yes to it."""
    return sum(one.amount for one in lines if not one.is_declined and (one.amount > 0 or one.is_approved))


def window(often: str, since: date, until: date, *, started: date | None, ends: date | None) -> tuple[date, date]:
    """The first and last day it can be paid for: days of the help, and when it is paid by the month, those whole months.

    >>> window("monthly", date(2026, 8, 15), date(2027, 6, 30), started=None, ends=date(2026, 10, 5))
    (datetime.date(2026, 8, 1), datetime.date(2026, 10, 31))
    """
    first, last = max(since, started or since), min(until, ends or until)
    return (first.replace(day=1), _month_end(last)) if often == Often.MONTHLY else (first, last)


def months(first: date, last: date) -> Iterator[date]:
    """The first day of every month from one day to another.

    >>> [day.month for day in months(date(2026, 11, 20), date(2027, 1, 3))]
    [11, 12, 1]
    """
    month = first.replace(day=1)
    while month <= last:
        yield month
        month = calendar.add(month, months=1)


def _month_end(day: date) -> date:
    return date.fromordinal(calendar.add(day.replace(day=1), months=1).toordinal() - 1)


@dataclass(frozen=True, kw_only=True)
class PaymentFacts:
    """What the acts about money ask about."""

    today: date
    category: str = "4.3"
    state: str = "running"
    consents_lacking: tuple[str, ...] = ()
    started: bool = True
    measure_ends: date | None = None
    since: date | None = None
    until: date | None = None
    first: date | None = None
    last: date | None = None
    on: date | None = None
    stopped: bool = False
    amount: int = 0
    each: int = 0
    ceiling: int = 0
    used: int = 0
    by_month: bool = False
    month_used: int = 0
    text_tells: str = ""
    shown: bool = True
    same_person: bool = False
    approved: bool = False
    declined: bool = False
    corrects: bool = False
    corrected: bool = False
    reasons: str = ""

    @property
    def left(self) -> int:
        """What can still be paid within the ceiling."""
        return self.ceiling - self.used

    @property
    def month_left(self) -> int:
        """What can still be paid for that month."""
        return self.each - self.month_used


type PaymentGuard = Guard[PaymentFacts]

IS_SUPPORT: PaymentGuard = Guard(
    "support",
    lambda facts: facts.category in SUPPORT,
    "Penger føres på tiltak om barnehage, SFO, fritid og annen økonomisk hjelp.",
    bvl("3-1"),
)
IS_DECIDED: PaymentGuard = Guard(
    "decided",
    lambda facts: facts.state in ACTIVE | {DECIDED},
    "Hjelpen er ikke vedtatt, eller den er avsluttet.",
    bvl("12-5"),
)
EVERY_YES: PaymentGuard = Guard(
    "consents",
    lambda facts: not facts.consents_lacking,
    "Ikke alle som må, har samtykket. Skriv svarene under Samtykke først.",
    bvl("3-1"),
)
IN_ORDER: PaymentGuard = Guard(
    "days_in_order",
    lambda facts: facts.since is None or facts.until is None or facts.since <= facts.until,
    "Siste dag er før første dag.",
    bvl("3-1"),
    field="until",
)
WITHIN_THE_HELP: PaymentGuard = Guard(
    "within_the_help",
    lambda facts: facts.measure_ends is None or facts.until is None or facts.until <= facts.measure_ends,
    "Hjelpen varer til og med {ends}. Det betales ikke for lenger enn det.",
    bvl("3-1"),
    field="until",
)
FITS_CEILING: PaymentGuard = Guard(
    "each_within_ceiling",
    lambda facts: facts.amount <= facts.ceiling,
    "Beløpet er høyere enn rammen for det hele.",
    bvl("12-5"),
    field="ceiling",
)
NEUTRAL: PaymentGuard = Guard("neutral_text", lambda facts: not facts.text_tells, "{tells}", bvl("13-1"), field="text")
STARTED: PaymentGuard = Guard(
    "started", lambda facts: facts.started, "Hjelpen har ikke startet. Da er det ikke noe å betale.", bvl("3-1")
)
NOT_ON_HOLD: PaymentGuard = Guard(
    "not_on_hold",
    lambda facts: facts.state != SUSPENDED,
    "Hjelpen er satt på vent. Ta den opp igjen før det betales mer.",
    bvl("3-1"),
)
NOT_STOPPED: PaymentGuard = Guard(
    "not_stopped", lambda facts: not facts.stopped, "Grunnlaget er stoppet. Det betales ikke mer på det.", bvl("3-1")
)
HAS_BEEN: PaymentGuard = Guard(
    "not_ahead",
    lambda facts: facts.on is None or facts.on <= facts.today,
    "Dagen kan ikke være fram i tid.",
    bvl("12-4"),
    field="on",
)
WHILE_IT_RUNS: PaymentGuard = Guard(
    "while_it_runs",
    lambda facts: not (facts.on and facts.first and facts.last) or facts.first <= facts.on <= facts.last,
    "Det betales bare for dager hjelpen gjelder: fra {first} til og med {last}.",
    bvl("3-1"),
    field="on",
)
SHOWN: PaymentGuard = Guard(
    "receipt",
    lambda facts: facts.shown,
    "Velg kvitteringen eller fakturaen blant dokumentene, eller skriv hvor den er.",
    bvl("12-4"),
    field="receipt_words",
)
WITHIN_MONTH: PaymentGuard = Guard(
    "within_month",
    lambda facts: not facts.by_month or facts.amount <= facts.month_left,
    "For denne måneden er det igjen {month_left} kr.",
    bvl("12-5"),
    field="amount",
)
WITHIN_CEILING: PaymentGuard = Guard(
    "within_ceiling",
    lambda facts: facts.amount <= facts.left,
    "Det er mer enn det som er igjen av rammen. Det er igjen {left} kr.",
    bvl("12-5"),
    field="amount",
)
# Our own control: internal control is demanded by law, that two stand behind a payment is not (bvl § 15-2 (4)).
_OWN_CONTROL = (
    "Paragrafen krever internkontroll (kommuneloven § 25-1), men sier ikke at to skal stå bak en utbetaling. "
    "Det er tjenestens egen kontroll, og kommunen bestemmer selv hvordan den er."
)
ANOTHER: PaymentGuard = Guard(
    "another_person",
    lambda facts: not facts.same_person,
    "Du har selv skrevet linja. En annen må godkjenne den.",
    bvl("15-2", 4),
    interpretation=_OWN_CONTROL,
)
AWAITS: PaymentGuard = Guard(
    "awaits",
    lambda facts: not facts.approved and not facts.declined,
    "Linja er allerede godkjent eller avvist.",
    bvl("12-4"),
)
IS_APPROVED: PaymentGuard = Guard(
    "approved", lambda facts: facts.approved, "Linja er ikke godkjent. Da kan den avvises i stedet.", bvl("12-4")
)
NOT_A_CORRECTION: PaymentGuard = Guard(
    "not_a_correction",
    lambda facts: not facts.corrects,
    "Linja retter en annen. Skriv en ny utbetaling i stedet.",
    bvl("12-4"),
)
CORRECTED_ONCE: PaymentGuard = Guard(
    "corrected_once", lambda facts: not facts.corrected, "Linja er allerede rettet.", bvl("12-4")
)
WHY: PaymentGuard = Guard(
    "reasons", lambda facts: bool(facts.reasons.strip()), "Skriv hvorfor.", bvl("12-4"), field="reasons"
)

TO_SET_UP: Final = (IS_SUPPORT, IS_DECIDED, EVERY_YES, IN_ORDER, WITHIN_THE_HELP, FITS_CEILING, NEUTRAL)
TO_PAY: Final = (
    IS_SUPPORT, STARTED, NOT_ON_HOLD, NOT_STOPPED, HAS_BEEN, WHILE_IT_RUNS, SHOWN, WITHIN_MONTH, WITHIN_CEILING
)  # fmt: skip
TO_APPROVE: Final = (AWAITS, ANOTHER, NOT_STOPPED)
TO_DECLINE: Final = (AWAITS, WHY)
TO_CORRECT: Final = (IS_APPROVED, NOT_A_CORRECTION, CORRECTED_ONCE, WHY)
TO_STOP: Final = (NOT_STOPPED, WHY)


def demand(guards: Sequence[PaymentGuard], facts: PaymentFacts) -> None:
    """Refuse by the first condition that does not hold, with the sums and days in its sentence."""
    for guard in guards:
        if not guard.check(facts):
            raise replace(guard, refusal=guard.refusal.format_map(_told(facts))).refuse()


def _told(facts: PaymentFacts) -> dict[str, str]:
    days = {"ends": facts.measure_ends, "first": facts.first, "last": facts.last}
    return {name: calendar.in_words(day) if day else "" for name, day in days.items()} | {
        "left": kroner(max(facts.left, 0)),
        "month_left": kroner(max(facts.month_left, 0)),
        "tells": facts.text_tells,
    }

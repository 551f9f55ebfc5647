"""Who gives the help (*leverandør*): the framework agreement it is called off from, and the police certificate (bvl § 12-11)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from oppvekst.law import calendar
from oppvekst.law.calendar import in_words
from oppvekst.law.citation import bvl
from oppvekst.law.refusals import Incomplete

CERTIFICATE: Final = bvl("12-11")
# How long before an agreement ends somebody must choose: its option, or a new competition. Our own practice.
NOTICE_MONTHS: Final = 4
FRESH_MONTHS: Final = 3
VISITING_HOME, SUPPORT_CONTACT = "4.5", "4.6"


class Whose(StrEnum):
    """Whose the help is."""

    OWN = "own"
    MUNICIPAL = "municipal"
    PRIVATE = "private"


class Kind(StrEnum):
    """Which certificate was shown (politiregisterloven §§ 39, 41)."""

    CHILD_CARE = "child_care"
    EXTENDED = "extended"


@dataclass(frozen=True, kw_only=True)
class Terms:
    """An agreement as it is written."""

    title: str
    reference: str = ""
    valid_from: date
    valid_to: date
    options: int = 0
    option_months: int = 12
    prices: str = ""
    call_off: str = ""
    capacity: int | None = None


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A certificate as it was shown: that it was seen and where it lies, never a copy (politiattestforskriften § 9)."""

    worker_name: str
    task: str = ""
    kind: Kind
    issued_on: date
    shown_on: date
    kept_where: str


@dataclass(frozen=True, kw_only=True)
class CallOffFacts:
    """What a call-off asks about, on the day the help is to begin."""

    whose: Whose
    category: str
    agreement: bool = False
    agreement_left: int | None = None
    price_known: bool = True
    kinds_shown: tuple[Kind, ...] = ()
    worker_chosen: bool = False


def check_terms(terms: Terms, *, taken: int = 0) -> None:
    """Refuse an agreement that does not hold together, field by field."""
    lacking = dict(_terms_amiss(terms, taken))
    if lacking:
        raise Incomplete(lacking)


def _terms_amiss(terms: Terms, taken: int) -> Iterator[tuple[str, str]]:
    if not terms.title.strip():
        yield "title", "Skriv hva avtalen heter."
    if terms.valid_to < terms.valid_from:
        yield "valid_to", "Siste dag kan ikke være før første dag."
    if terms.options and terms.option_months < 1:
        yield "option_months", "Skriv hvor mange måneder en opsjon forlenger avtalen med."
    if terms.capacity is not None and terms.capacity < taken:
        yield "capacity", f"{taken} barn har plass etter avtalen nå. Det kan ikke bli færre enn det."


def check_shown(shown: Shown, *, today: date) -> None:
    """Refuse a certificate that was too old when it was shown, field by field (bvl § 12-11; politiattestforskriften § 8)."""
    lacking = dict(_shown_amiss(shown, today))
    if lacking:
        raise Incomplete(lacking, CERTIFICATE)


def _shown_amiss(shown: Shown, today: date) -> Iterator[tuple[str, str]]:
    if not shown.worker_name.strip():
        yield "worker_name", "Skriv hvem attesten gjelder."
    if not shown.kept_where.strip():
        yield "kept_where", "Skriv hvor attesten er låst inn. Den skal ikke legges i saken."
    if shown.shown_on > today:
        yield "shown_on", "Attesten kan ikke være vist etter i dag."
    if shown.issued_on > shown.shown_on:
        yield "issued_on", "Attesten kan ikke være utstedt etter at den ble vist."
    elif shown.shown_on > calendar.add(shown.issued_on, months=FRESH_MONTHS):
        yield "issued_on", "Attesten var eldre enn tre måneder da den ble vist. Be om en ny."


def certificate_wanted(whose: Whose, category: str) -> Kind | None:
    """Which certificate must have been shown before the help begins; None where the employer of our own staff has seen it.

    A child sleeps in a visiting home, so the extended one is the safe reading (bvl § 12-11 (6)).

    >>> certificate_wanted(Whose.PRIVATE, "3.2").value, certificate_wanted(Whose.OWN, "4.5").value
    ('child_care', 'extended')
    >>> certificate_wanted(Whose.OWN, "3.2") is None
    True
    """
    if category == VISITING_HOME:
        return Kind.EXTENDED
    return Kind.CHILD_CARE if whose is Whose.PRIVATE or category == SUPPORT_CONTACT else None


def enough(shown: Kind, wanted: Kind) -> bool:
    """Whether this certificate is enough: the extended one holds all that the other does."""
    return shown is wanted or shown is Kind.EXTENDED


def call_off_lacks(facts: CallOffFacts) -> dict[str, str]:
    """What stands in the way of a call-off, by field; empty when it may be done (bvl § 12-11)."""
    return {**dict(_agreement_lacks(facts)), **dict(_certificate_lacks(facts))}


def _agreement_lacks(facts: CallOffFacts) -> Iterator[tuple[str, str]]:
    if facts.whose is not Whose.PRIVATE:
        return
    if not facts.agreement:
        yield (
            "agreement",
            "Leverandøren har ingen rammeavtale som gjelder den dagen. Be den som har katalogen, se på avtalen.",
        )
    elif facts.agreement_left is not None and facts.agreement_left < 1:
        yield "agreement", "Alle plassene etter rammeavtalen er brukt."
    elif not facts.price_known:
        yield "price", "Verken avtalen eller tilbudet sier hva hjelpen koster. Be den som har katalogen, skrive prisen."


def _certificate_lacks(facts: CallOffFacts) -> Iterator[tuple[str, str]]:
    wanted = certificate_wanted(facts.whose, facts.category)
    if wanted is None:
        return
    which = "uttømmende og utvidet politiattest" if wanted is Kind.EXTENDED else "barneomsorgsattest"
    if not any(enough(kind, wanted) for kind in facts.kinds_shown):
        told = "Den som er valgt, har ikke" if facts.worker_chosen else "Ingen hos leverandøren har"
        yield "worker", f"{told} vist {which}. Den skal være vist før hjelpen begynner."
    elif not facts.worker_chosen:
        yield "worker", "Velg hvem som skal gi hjelpen."


def choose_by(valid_to: date) -> date:
    """The day by which somebody must have chosen what comes after an agreement.

    >>> choose_by(date(2027, 3, 31))
    datetime.date(2026, 11, 30)
    """
    return calendar.add(valid_to, months=-NOTICE_MONTHS)


def ends_words(valid_to: date, options: int, option_months: int) -> tuple[str, ...]:
    """How the day to choose was counted, for whoever asks why."""
    how = f"Avtalen gjelder til og med {in_words(valid_to)}."
    notice = f"{NOTICE_MONTHS} måneder før må noen velge. Det er tjenestens egen praksis."
    left = (
        f"{options} opsjon{'er' if options != 1 else ''} på {option_months} måneder er ikke brukt." if options else ""
    )
    return tuple(filter(None, (how, notice, left or "Det er ingen opsjon igjen: lys ut på nytt, eller la den gå ut.")))

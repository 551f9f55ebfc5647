"""The evenings of a group, who came as numbers, and the interpreters: qualified, or by a dispensation that ends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from oppvekst.domain.homes.rules import LANGUAGES, looks_sensitive
from oppvekst.domain.prevention.rules.asked import NAME, NUMBER_FOUND
from oppvekst.law.calendar import in_words
from oppvekst.law.citation import tolkl
from oppvekst.law.refusals import Incomplete, NotAllowed

MOST_COMING: Final = 200
QUALIFIED, DISPENSATION = "qualified", "dispensation"
COMPETENCE: Final[dict[str, str]] = {
    QUALIFIED: "Kvalifisert, oppført i Nasjonalt tolkeregister",
    DISPENSATION: "Ikke kvalifisert, kommunen har dispensasjon",
}
# Who the interpreter is to those who come. Only a stranger may interpret.
NOBODYS, CHILD, FAMILY = "stranger", "child", "family"
TO_THE_FAMILIES: Final[dict[str, str]] = {
    NOBODYS: "En tolk uten bånd til noen i gruppa",
    CHILD: "Barn av en som er med",
    FAMILY: "Slektning eller venn av en som er med",
}
# The last day that a dispensation from the requirement of a qualified interpreter may be used.
DISPENSATION_ENDS: Final = date(2026, 12, 31)
CHILD_REFUSED: Final = "Barn skal ikke tolke, heller ikke for sine egne foreldre. Bestill en kvalifisert tolk."
FAMILY_REFUSED: Final = "En som er i slekt eller nær med noen i gruppa, kan ikke tolke for dem. Bestill en annen."
SAME_NAME: Final = (
    "En som er påmeldt gruppa, heter det samme. Er det en annen, skriv hele navnet. En som er med, kan ikke tolke."
)


@dataclass(frozen=True, kw_only=True)
class Came:
    """Who came one evening, as numbers and nothing else."""

    held_on: date
    families: int
    adults: int
    children: int


@dataclass(frozen=True, kw_only=True)
class Booked:
    """An interpreter booked for a group, from one evening to another."""

    language: str
    name: str
    competence: str
    relation: str
    first_on: date
    last_on: date
    why: str = ""


def evening_dates(starts_on: date, ends_on: date, evenings: int) -> tuple[date, ...]:
    """The evenings, when the group meets as often from the first to the last; none when the days do not add up.

    >>> [f"{day:%d.%m}" for day in evening_dates(date(2026, 9, 17), date(2026, 11, 5), 8)]
    ['17.09', '24.09', '01.10', '08.10', '15.10', '22.10', '29.10', '05.11']
    >>> evening_dates(date(2026, 9, 17), date(2026, 11, 4), 8)
    ()
    """
    if evenings == 1:
        return (starts_on,) if starts_on == ends_on else ()
    step, left_over = divmod((ends_on - starts_on).days, max(1, evenings - 1))
    return () if left_over or not step else tuple(starts_on + timedelta(days=step * at) for at in range(evenings))


def check_came(came: Came, *, starts_on: date, ends_on: date, today: date) -> None:
    """Refuse an evening that is not the group's, or has not been, and numbers that nobody counted."""
    lacking = {
        name: f"Skriv et tall fra 0 til {MOST_COMING}."
        for name in ("families", "adults", "children")
        if not 0 <= getattr(came, name) <= MOST_COMING
    }
    if not starts_on <= came.held_on <= ends_on:
        lacking["held_on"] = f"Gruppa går fra {in_words(starts_on)} til {in_words(ends_on)}."
    elif came.held_on > today:
        lacking["held_on"] = "Oppmøtet føres når kvelden har vært."
    if lacking:
        raise Incomplete(lacking)


def check_booked(booked: Booked, *, participants: frozenset[str] = frozenset()) -> None:
    """Refuse whoever may not interpret: a child, somebody's own, or one without the qualification the law asks for.

    The child is refused whatever else is written (tolkeloven § 4); the qualification is tolkeloven § 7.
    """
    if booked.relation == CHILD:
        raise NotAllowed(CHILD_REFUSED, tolkl("4"))
    if booked.relation == FAMILY:
        raise NotAllowed(FAMILY_REFUSED, tolkl("7"))
    lacking = dict(_booked(booked, participants))
    if lacking:
        raise Incomplete(lacking, tolkl("7") if {"competence", "why"} & lacking.keys() else None)


def _booked(booked: Booked, participants: frozenset[str]) -> Iterator[tuple[str, str]]:
    if booked.language not in LANGUAGES or booked.language == "nb":
        yield "language", "Velg språket det tolkes til."
    if not booked.name or len(booked.name) > NAME:
        yield "name", "Skriv navnet på tolken."
    elif looks_sensitive(booked.name, health=False):
        yield "name", NUMBER_FOUND
    elif booked.name.casefold() in {name.casefold() for name in participants}:
        yield "name", SAME_NAME
    if booked.relation != NOBODYS:
        yield "relation", "Svar på hvem tolken er for dem som er med."
    if booked.last_on < booked.first_on:
        yield "last_on", "Siste kveld kan ikke være før første kveld."
    yield from _competence(booked)


def _competence(booked: Booked) -> Iterator[tuple[str, str]]:
    if booked.competence not in COMPETENCE:
        yield "competence", "Velg om tolken er kvalifisert."
    if booked.competence != DISPENSATION:
        return
    if booked.last_on > DISPENSATION_ENDS:
        ends = in_words(DISPENSATION_ENDS)
        yield "competence", f"Dispensasjonen gjelder til og med {ends}. Bestill en kvalifisert tolk for kveldene etter."
    if not booked.why:
        yield "why", "Skriv hvorfor det ikke lot seg gjøre å få en kvalifisert tolk."

"""A guidance group: when it can be published, who has a place in it, and who waits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum
from typing import Any, Final

from oppvekst.domain.prevention.rules.asked import LINE, WORDS
from oppvekst.law.citation import bvl
from oppvekst.law.machine import Guard, Machine, State, Step
from oppvekst.law.refusals import Incomplete

NEW: Final = "open"
CONFIRMED: Final = "confirmed"
WITHDRAWN: Final = "withdrawn"
MOST_SEATS: Final = 100
MOST_EVENINGS: Final = 60
_PREVENTION: Final = bvl("15-1", 1)


class Standing(StrEnum):
    """How a group stands for somebody who would like to come."""

    OPEN = "open"
    BEGUN = "begun"
    FULL = "full"
    OVER = "over"


@dataclass(frozen=True)
class GroupStanding:
    """How a group stands, and how many places are left."""

    standing: Standing
    free: int

    @property
    def takes_sign_ups(self) -> bool:
        """A full group has a waiting list; one that is over has nothing."""
        return self.standing is not Standing.OVER


def standing_of(*, starts_on: date, ends_on: date, seats: int, taken: int, today: date) -> GroupStanding:
    """How a group stands on that day; the last evening still belongs to it.

    >>> days = {"starts_on": date(2026, 9, 17), "ends_on": date(2026, 11, 5), "seats": 12}
    >>> standing_of(**days, taken=11, today=date(2026, 9, 1))
    GroupStanding(standing=<Standing.OPEN: 'open'>, free=1)
    >>> standing_of(**days, taken=13, today=date(2026, 10, 1)).standing.value
    'full'
    >>> standing_of(**days, taken=0, today=date(2026, 11, 6)).takes_sign_ups
    False
    """
    free = max(0, seats - taken)
    if today > ends_on:
        return GroupStanding(Standing.OVER, 0)
    if not free:
        return GroupStanding(Standing.FULL, 0)
    return GroupStanding(Standing.BEGUN if today > starts_on else Standing.OPEN, free)


def seated(states: Sequence[str], seats: int) -> list[bool]:
    """Whether each has a place, of those who signed up in this order: the confirmed first, then who came first.

    >>> seated(["open", "withdrawn", "open", "confirmed"], 2)
    [True, False, False, True]
    """
    order = sorted(
        (at for at, state in enumerate(states) if state != WITHDRAWN), key=lambda at: states[at] != CONFIRMED
    )
    inside = set(order[:seats])
    return [at in inside for at in range(len(states))]


@dataclass(frozen=True, kw_only=True)
class Planned:
    """A group as the preventive service arranges it."""

    title: str
    about: str = ""
    other_languages: dict[str, Any] = field(default_factory=dict)
    place: str = ""
    starts_on: date
    ends_on: date
    starts_at: time | None = None
    ends_at: time | None = None
    evenings: int
    languages: tuple[str, ...] = ()
    child_care: bool = False
    seats: int = 12


def check_group(group: Planned, *, confirmed: int = 0) -> None:
    """Refuse a group that cannot be held, field by field."""
    lacking = dict(_amiss(group, confirmed))
    if lacking:
        raise Incomplete(lacking)


def _amiss(group: Planned, confirmed: int) -> Iterator[tuple[str, str]]:
    if not group.title.strip():
        yield "title", "Skriv hva gruppa heter."
    if max(len(group.title), len(group.place)) > LINE or len(group.about) > WORDS:
        yield "about", f"Det er plass til {LINE} tegn i navn og sted, og {WORDS} tegn om gruppa."
    if group.ends_on < group.starts_on:
        yield "ends_on", "Siste gang kan ikke være før første gang."
    if group.starts_at and group.ends_at and group.ends_at <= group.starts_at:
        yield "ends_at", "Gruppa må slutte etter at den begynner."
    if not 1 <= group.evenings <= MOST_EVENINGS:
        yield "evenings", f"Skriv hvor mange ganger gruppa møtes, fra 1 til {MOST_EVENINGS}."
    if not 1 <= group.seats <= MOST_SEATS:
        yield "seats", f"Skriv hvor mange familier det er plass til, fra 1 til {MOST_SEATS}."
    elif group.seats < confirmed:
        yield "seats", f"{confirmed} plasser er alt bekreftet. Det kan ikke bli færre plasser enn det."


@dataclass(frozen=True, kw_only=True)
class SignUpFacts:
    """What the steps of a sign-up ask about: whether somebody else has the last confirmed place."""

    seats: int = 1
    confirmed: int = 0


HAS_ROOM: Guard[SignUpFacts] = Guard(
    "has_room",
    lambda facts: facts.confirmed < facts.seats,
    "Alle plassene er bekreftet. Meld av en familie først, eller gi gruppa flere plasser.",
    _PREVENTION,
)
SIGN_UPS: Final[Machine[SignUpFacts]] = Machine(
    "påmeldingen",
    NEW,
    (State(NEW, "ny"), State(CONFIRMED, "bekreftet"), State(WITHDRAWN, "meldt av")),
    (
        Step("confirm", frozenset({NEW}), CONFIRMED, _PREVENTION, (HAS_ROOM,), "Bekreft plassen"),
        Step("withdraw", frozenset({NEW, CONFIRMED}), WITHDRAWN, _PREVENTION, (), "Meld av"),
        Step("restore", frozenset({CONFIRMED, WITHDRAWN}), NEW, _PREVENTION, (), "Angre"),
    ),
)

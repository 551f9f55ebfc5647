"""A life as it will be played: a shape that says what happens and when, and a dress that says who it happens to.

Two lives of one shape differ only in their dress. That is what lets a life that was played once through the actions be
copied as rows: everything in it is either the same or a word of the dress.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random
from typing import Any, Protocol

from oppvekst.domain.people.rules import search_key
from oppvekst.ground.access.actor import Actor
from oppvekst.law.calendar import OSLO

ROLES = ("intake", "worker", "leader", "head", "oncall")
SATURDAY = 5


@dataclass(frozen=True)
class Member:
    """A member of staff, as a life meets her."""

    id: str
    name: str
    subject: str


@dataclass(frozen=True)
class Crew:
    """Who works with one family: the intake, its worker, the leader of the team, the head and the on-call."""

    municipality: int
    place: str
    team: str
    members: dict[str, Member]

    def words(self) -> dict[str, str]:
        """Everything of the crew that rows can hold."""
        told = {f"{role}-id": member.id for role, member in self.members.items()}
        return (
            told
            | {role: member.name for role, member in self.members.items()}
            | {"team": self.team, "place": self.place}
        )


@dataclass(frozen=True)
class Somebody:
    """A person of the family."""

    given: str
    family: str
    born: date
    female: bool
    number: str

    @property
    def name(self) -> str:
        """The whole name."""
        return f"{self.given} {self.family}"


@dataclass(frozen=True)
class Family:
    """Children with a case each, and their parents."""

    children: tuple[Somebody, ...]
    mother: Somebody
    father: Somebody | None
    street: str
    code: str

    @property
    def persons(self) -> tuple[Somebody, ...]:
        """All of them, children first."""
        return (*self.children, self.mother, *([self.father] if self.father else ()))

    def words(self) -> dict[str, str]:
        """Everything of the family that rows can hold."""
        told = {"street": self.street, "code": self.code, "family": self.mother.family}
        told["family-key"] = search_key(told["family"])
        for place, person in enumerate(self.persons):
            told[f"given-{place}"], told[f"key-{place}"] = person.given, search_key(person.given)
            told[f"number-{place}"], told[f"born-{place}"] = person.number, person.born.isoformat()
        if self.father:
            told["father"], told["father-key"] = self.father.family, search_key(self.father.family)
        return told


@dataclass(frozen=True)
class Dress:
    """Who a life happens to, who works with it, and the minutes past the hour at which all of it happens."""

    family: Family
    crew: Crew
    reporter: str
    minute: int = 0
    second: int = 0

    def words(self) -> dict[str, str]:
        """Every word that sets this life apart from another of its shape."""
        past = f":{self.minute:02}:{self.second:02}+00"
        return {**self.family.words(), **self.crew.words(), "reporter": self.reporter, "past": past}


@dataclass(frozen=True)
class Shape:
    """What happens in a life: its destiny, its first day, its household, and the chance that decides the rest."""

    destiny: Destiny
    start: date
    chance: int
    girls: tuple[bool, ...]
    ages: tuple[int, ...]  # in days at the start: the children, the mother, and the father if there is one
    strict: bool = False

    @property
    def children(self) -> int:
        """How many cases come of it."""
        return len(self.girls)

    def beats(self, until: datetime) -> Iterator[tuple[datetime, Beat]]:
        """What happens at the full hours, as far as the present; offices are closed on Saturdays and Sundays."""
        chance, day, hour = Random(self.chance), self.start, 0
        for beat in self.destiny.beats:
            later = chance.randint(*beat.days)
            day, hour = (day + timedelta(days=later), beat.hour) if later else (day, max(beat.hour, hour + 1))
            while beat.office and day.weekday() >= SATURDAY:
                day, hour = day + timedelta(days=1), beat.hour
            moment = datetime(day.year, day.month, day.day, hour, tzinfo=OSLO)
            if moment + timedelta(hours=1) > until:
                return
            yield moment, beat

    def over(self, until: datetime) -> bool:
        """Whether the whole of it has happened by then."""
        return len(list(self.beats(until))) == len(self.destiny.beats) and self.destiny.ends


@dataclass(frozen=True)
class Life:
    """A shape in a dress."""

    shape: Shape
    dress: Dress


class Cast(Protocol):
    """The staff, each with a session of her own."""

    def __call__(self, who: Member) -> AbstractContextManager[Actor]:
        """Act at the desk as her."""
        ...


@dataclass(frozen=True)
class Stage:
    """One moment of one life. ``kept`` is what its scenes remember of each other."""

    life: Life
    cast: Cast
    at: datetime
    kept: dict[str, Any] = field(default_factory=dict)

    @property
    def family(self) -> Family:
        """Who it is about."""
        return self.life.dress.family

    @property
    def crew(self) -> Crew:
        """Who works with it."""
        return self.life.dress.crew

    def chance(self, about: str) -> Random:
        """A chance of this shape's own: the same in every dress."""
        return Random(f"{self.life.shape.chance}-{about}")

    def desk(self, role: str) -> AbstractContextManager[Actor]:
        """Act at the desk as the one who has that role here."""
        return self.cast(self.crew.members[role])


type Scene = Callable[[Stage], None]


@dataclass(frozen=True)
class Beat:
    """A scene, how many days after the one before, and at which hour."""

    scene: Scene
    days: tuple[int, int] = (0, 0)
    hour: int = 9
    office: bool = True


@dataclass(frozen=True)
class Destiny:
    """A way through the service. ``share`` is how often, among all; ``ends`` whether the case is closed at the end."""

    name: str
    share: float
    beats: tuple[Beat, ...]
    ends: bool = True

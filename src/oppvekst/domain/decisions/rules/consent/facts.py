"""What the consent matrix asks about a child and the people round it, on one day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from oppvekst.domain.people.rules import age

PARENTS = frozenset({"mother", "father", "other_parent"})
GUARDIAN = "guardian"
SIBLING = "sibling"
TWELVE, FIFTEEN, ADULT = 12, 15, 18


class Living(StrEnum):
    """Where the child lives (barnelova §§ 36, 37; bvl § 5-4)."""

    ONE = "one"
    TOGETHER = "together"
    SHARED = "shared"
    NEITHER = "neither"
    CARE = "care"


class Ground(StrEnum):
    """Why the measure is asked for: two grounds make a child of any age a party (bvl § 12-3 (1))."""

    ORDINARY = "ordinary"
    SELF_ENDANGERING = "self_endangering"
    TRAFFICKING = "trafficking"


GROUNDS = {
    Ground.ORDINARY: "Andre grunner",
    Ground.SELF_ENDANGERING: "Barnet setter sin egen utvikling i fare",
    Ground.TRAFFICKING: "Fare for menneskehandel",
}


@dataclass(frozen=True, kw_only=True)
class Someone:
    """A person in the case. ``affected``: the act at hand reaches directly into this person's own life or time."""

    key: str
    name: str
    role: str
    responsibility: bool | None = None
    birth_date: date | None = None
    affected: bool = False

    @property
    def parent(self) -> bool:
        """Whether it is one of the child's parents."""
        return self.role in PARENTS


@dataclass(frozen=True, kw_only=True)
class Situation:
    """The child and everybody in its case, as they stand on one day; ``understands`` is None until it is assessed."""

    on: date
    child: Someone
    others: tuple[Someone, ...] = ()
    living: Living | None = None
    lives_with: frozenset[str] = frozenset()
    understands: bool | None = None
    ground: Ground = Ground.ORDINARY
    choices: Mapping[str, str] = field(default_factory=dict)

    @property
    def parents(self) -> tuple[Someone, ...]:
        """The child's parents, with and without responsibility."""
        return tuple(one for one in self.others if one.parent)

    @property
    def affected(self) -> tuple[Someone, ...]:
        """Those beside the child whom the act reaches directly."""
        return tuple(one for one in self.others if one.affected)

    @property
    def age(self) -> int | None:
        """The child's whole years, or None while its birth date is not known."""
        return age(self.child.birth_date, today=self.on) if self.child.birth_date else None

    @property
    def party(self) -> bool:
        """Whether the child is a party: 15, or on two grounds at any age, if it understands (bvl § 12-3 (1))."""
        of_age = self.age is not None and self.age >= FIFTEEN
        if self.ground is Ground.ORDINARY:
            return of_age and self.understands is not False
        return self.understands is True or (of_age and self.understands is None)

    def lives_at(self, one: Someone) -> bool:
        """Whether the child lives with this person."""
        return one.key in self.lives_with

    def unclear(self) -> Iterator[tuple[str, str]]:
        """The facts that must be known before anybody can say who is asked, each with its sentence."""
        if self.living is None:
            yield "residence", "Skriv hvor barnet bor fast, og hvor dere vet det fra."
        for one in self.parents:
            if one.responsibility is None:
                yield "responsibility", f"Avklar om {one.name} har foreldreansvar, og hvor dere vet det fra."
        if self.child.birth_date is None:
            yield "birth_date", "Skriv når barnet er født. Alderen avgjør om barnet selv må si ja."


def birthday(born: date, years: int) -> date:
    """The day somebody reaches an age; born on 29 February it is 1 March in other years (no text says so).

    >>> birthday(date(2012, 2, 29), 15)
    datetime.date(2027, 3, 1)
    """
    try:
        return born.replace(year=born.year + years)
    except ValueError:
        return date(born.year + years, 3, 1)

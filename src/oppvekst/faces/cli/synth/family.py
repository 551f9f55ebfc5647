"""The family of a life: drawn by chance for the living, and stand-ins whose every word can be found again for a mould."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from oppvekst.faces.cli.synth import names
from oppvekst.faces.cli.synth.life import Crew, Dress, Family, Shape, Somebody
from oppvekst.law.identity import Sex, synthetic
from oppvekst.law.refusals import NotFound

# Birthdays are spread by so many days among the lives of one shape; nobody is born later than the shape says.
SPREAD = 180


class Registry:
    """Invented identity numbers, each given once."""

    def __init__(self) -> None:
        self._given: Counter[tuple[date, bool]] = Counter()

    def born(self, day: date, *, female: bool) -> tuple[date, str]:
        """A number of that day; when the day has no more, of the day before."""
        serial = self._given[day, female]
        self._given[day, female] += 1
        try:
            return day, synthetic(day, Sex.FEMALE if female else Sex.MALE, serial)
        except NotFound:
            return self.born(day - timedelta(days=1), female=female)


def dressed(shape: Shape, crew: Crew, registry: Registry, chance: Random) -> Dress:
    """Somebody for a life of this shape to happen to."""
    family, father = names.family(chance), names.family(chance)
    *children, mother = (
        _person(shape, place, family, registry, chance, grown=place == shape.children)
        for place in range(shape.children + 1)
    )
    return Dress(
        family=Family(
            children=tuple(children), mother=mother, street=names.street(chance), code=f"{crew.municipality:04d}",
            father=_person(shape, len(shape.ages) - 1, father, registry, chance, grown=True) if has_father(shape) else None,
        ),
        crew=crew, reporter=f"{names.given(chance, female=True, grown=True)} {names.family(chance)}",
        minute=chance.randrange(60), second=chance.randrange(60),
    )  # fmt: skip


def stand_in(shape: Shape, crew: Crew) -> Dress:
    """A family whose words are in no other text, at the full hours."""
    dress = dressed(shape, crew, Registry(), Random(0))
    family = dress.family
    persons = [_stand_in(shape, place, person, family) for place, person in enumerate(family.persons)]
    father = persons.pop() if family.father else None
    *children, mother = persons
    stand = replace(family, children=tuple(children), mother=mother, father=father, street="Qvxstreet", code="Qvxcode")
    return replace(dress, family=stand, reporter="Qvxreporter", minute=0, second=0)


def has_father(shape: Shape) -> bool:
    """Whether the household of this shape has a father that we know of."""
    return len(shape.ages) > shape.children + 1


def _person(shape: Shape, place: int, family: str, registry: Registry, chance: Random, *, grown: bool) -> Somebody:
    female = shape.girls[place] if place < shape.children else place == shape.children
    day = shape.start - timedelta(days=shape.ages[place] + chance.randrange(SPREAD))
    born, number = registry.born(day, female=female)
    return Somebody(names.given(chance, female=female, grown=grown), family, born, female, number)


def _stand_in(shape: Shape, place: int, person: Somebody, family: Family) -> Somebody:
    """Each has a day of her own, so that the day tells who it is."""
    born, number = Registry().born(shape.start - timedelta(days=shape.ages[place]), female=person.female)
    surname = "Qvxfather" if person is family.father else "Qvxfamily"
    return replace(person, given=f"Qvx{chr(97 + place)}qv", family=surname, born=born, number=number)

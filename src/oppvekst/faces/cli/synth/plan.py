"""Which lives a service of this size has: when each begins, how it goes, and where it is lived."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import accumulate
from random import Random

from oppvekst.faces.cli.synth.life import Destiny, Shape
from oppvekst.faces.cli.synth.rooms import destinies
from oppvekst.law.calendar import oslo_date

# So many children are played one by one. More are copies of moulds, whose days lie closer the nearer they are, so that
# every stage of what goes on now is there.
SMALL = 150
WINDOWS = ((10, 14), (60, 16), (240, 24), (100_000, 40))
STRICT = 0.002
YEAR = 365
GOLDEN = 0.618_033_988_75
# The rules know the Act of 2021 (in force 1 January 2023) and no earlier one.
EARLIEST = date(2023, 1, 1)


@dataclass(frozen=True)
class Entry:
    """A shape and how often it is lived."""

    shape: Shape
    times: int


def days(years: int, *, until: datetime) -> int:
    """How many days back that is, and never to before the law."""
    return min(years * YEAR, (oslo_date(until) - EARLIEST).days)


def small(children: int, whole: int, *, chance: Random, until: datetime) -> list[Entry]:
    """Every life its own shape, until there are so many children."""
    entries: list[Entry] = []
    left = children
    while left:
        ago = chance.randrange(whole)
        strict = chance.random() < STRICT or left == children
        shape = _shape(_destiny(chance), ago, chance, until, largest=left, strict=strict)
        entries.append(Entry(shape, 1))
        left -= shape.children
    return sorted(entries, key=lambda entry: entry.shape.start)


def large(children: int, whole: int, *, chance: Random, until: datetime) -> list[Entry]:
    """Moulds spread over the years, each lived as often as its days have lives."""
    entries: list[Entry] = []
    owed, strict = 0.0, max(1, round(children * STRICT))
    for ago, share in _spread(whole, chance):
        shape = _shape(_evenly(len(entries)), ago, chance, until)
        # What is less than a life is owed to the next, so that no stretch of time is left empty.
        owed += share * (children - strict)
        entries.append(Entry(shape, int(owed / shape.children)))
        owed -= shape.children * entries[-1].times
    for number in range(2):
        ago = min(40, whole - 1) if number else chance.randrange(whole // 2, whole)
        shape = _shape(destinies()[-1], ago, chance, until, largest=1, strict=True)
        entries.append(Entry(shape, strict // 2 + strict % 2 * number))
    return sorted(_made_whole(entries, children, whole, chance, until), key=lambda entry: entry.shape.start)


def _made_whole(entries: list[Entry], children: int, whole: int, chance: Random, until: datetime) -> list[Entry]:
    """What rounding left over is lived by children without siblings."""
    left = children - sum(entry.shape.children * entry.times for entry in entries)
    rest = _shape(_destiny(chance), whole // 2, chance, until, largest=1)
    return [*(entry for entry in entries if entry.times), *([Entry(rest, left)] if left else [])]


def _spread(whole: int, chance: Random) -> Iterator[tuple[int, float]]:
    """How long ago each mould begins, and which part of all children it stands for."""
    begun = 0
    for end, moulds in WINDOWS:
        width = min(end, whole) - begun
        if width <= 0:
            return
        for number in range(moulds):
            yield begun + int((number + chance.random()) * width / moulds), width / whole / moulds
        begun = end


def _destiny(chance: Random) -> Destiny:
    every = destinies()
    return chance.choices(every, [destiny.share for destiny in every])[0]


def _evenly(turn: int) -> Destiny:
    """Destinies in turn, each as often as its share also among few: steps of the golden ratio meet every part alike."""
    point, every = turn * GOLDEN % 1 * sum(destiny.share for destiny in destinies()), destinies()
    ends = accumulate(destiny.share for destiny in every)
    return next(destiny for destiny, end in zip(every, ends, strict=True) if point < end)


def _shape(
    destiny: Destiny, days_ago: int, chance: Random, until: datetime, *, largest: int = 3, strict: bool = False
) -> Shape:
    children = min(largest, chance.choices((1, 2, 3), (78, 17, 5))[0])
    youngest = chance.randrange(60, 15 * YEAR)
    ages = [youngest + number * chance.randrange(500, 700) for number in range(children)]
    ages.append(max(ages) + chance.randrange(20 * YEAR, 34 * YEAR))
    if chance.random() < 0.7:
        ages.append(ages[-1] + chance.randrange(1, 6 * YEAR))
    return Shape(
        destiny=destiny, start=oslo_date(until) - timedelta(days=days_ago), chance=chance.getrandbits(48), ages=tuple(ages),
        girls=tuple(chance.random() < 0.48 for _ in range(children)), strict=strict,
    )  # fmt: skip

"""A network map as places: the child in the middle, four fields around it, three rings that the child or the family sets.

Where somebody is set is a word, not a score: nothing is counted of it (bvl §§ 1-4, 1-5).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from oppvekst.domain.cases.rules.kin import CIRCLES, TREE, Circle, Link, circle_of

WIDE, HIGH = 96, 66
APART = math.ceil(math.hypot(WIDE, HIGH)) + 2
FIRST, MARGIN, EDGE, HEAD = 120, 16, 12, 24
INNER, MIDDLE, OUTER = "inner", "middle", "outer"
PLACES = {INNER: "innerst", MIDDLE: "i midten", OUTER: "ytterst"}
# Every other row stands a little aside, so that nobody's line runs behind somebody nearer.
ASIDE = (-0.2, 0.2)
# Which quarter each field has: family at the upper left, and then with the clock.
QUARTERS = {Circle.FAMILY: 180, Circle.LEISURE: 270, Circle.SCHOOL: 0, Circle.PROFESSIONAL: 90}


@dataclass(frozen=True, slots=True)
class Spot:
    """One person: the middle of the place, and its field."""

    key: str
    x: int
    y: int
    circle: Circle
    place: str


@dataclass(frozen=True, slots=True)
class Network:
    """The whole drawing: the middle, who stands where, the ties as straight lines, and the rings' radii."""

    middle: tuple[int, int] = (0, 0)
    spots: tuple[Spot, ...] = ()
    lines: tuple[tuple[Link, tuple[int, int], tuple[int, int]], ...] = ()
    rings: tuple[int, ...] = ()
    half: int = 0

    @property
    def side(self) -> int:
        """Width and height of the paper."""
        return 2 * self.half

    @property
    def fields(self) -> tuple[tuple[str, int, int, str], ...]:
        """The four names, in the corners: text, x, y, and how it is set."""
        low, high = HEAD, self.side - EDGE
        corners = (
            (EDGE, low, "start"),
            (self.side - EDGE, low, "end"),
            (self.side - EDGE, high, "end"),
            (EDGE, high, "start"),
        )
        order = sorted(QUARTERS, key=lambda circle: (QUARTERS[circle] - 180) % 360)
        return tuple((CIRCLES[circle], *corner) for circle, corner in zip(order, corners, strict=True))


def network_map(child: str, persons: Sequence[str], links: Iterable[Link]) -> Network:
    """The map of everybody with a tie that stands, and of the ties of the map: the child's own, and those beside the family's."""
    standing = [link for link in links if not link.over]
    mapped = [link for link in standing if child in (link.one, link.other) or link.kind not in TREE]
    stood = _stood(child, persons, mapped)
    rows = _rows(stood)
    radii = [FIRST + APART * index for index in range(sum(rows.values()))]
    half = (radii[-1] if radii else FIRST // 2) + max(WIDE, HIGH) // 2 + EDGE + HEAD
    spots = tuple(_spots(stood, rows, radii, half))
    at = {spot.key: (spot.x, spot.y) for spot in spots} | {child: (half, half)}
    lines = tuple((link, at[link.one], at[link.other]) for link in mapped)
    return Network((half, half), spots, lines, tuple(_rings(rows, radii)), half)


def _stood(child: str, persons: Sequence[str], links: Sequence[Link]) -> dict[tuple[Circle, str], list[str]]:
    """Who stands in which field and ring, in the order of the persons."""
    own: dict[str, list[Link]] = defaultdict(list)
    others: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        mine = child in (link.one, link.other)
        for end in {link.one, link.other} - {child}:
            (own if mine else others)[end].append(link)
    found: dict[tuple[Circle, str], list[str]] = defaultdict(list)
    named = {*own, *others}
    for person in [*(one for one in persons if one in named), *sorted(named - set(persons))]:
        ties = own.get(person) or others[person]
        place = next((link.place for link in ties if link.place in PLACES), MIDDLE)
        found[circle_of(link.kind for link in ties), place].append(person)
    return found


def _rows(stood: Mapping[tuple[Circle, str], list[str]]) -> dict[str, int]:
    """How many rows each ring needs: as many as its fullest field."""
    rows: dict[str, int] = {}
    used = 0
    for place in PLACES:
        most = max((len(found) for (_, where), found in stood.items() if where == place), default=0)
        need, room = 0, 0
        while room < most:
            room += _room(FIRST + APART * (used + need))
            need += 1
        rows[place] = need
        used += need
    return rows


def _room(radius: float) -> int:
    """How many stand beside each other in a quarter of a row."""
    return max(int((math.pi / 2 * radius - MARGIN) // (APART * 1.06)), 1)


def _spots(
    stood: Mapping[tuple[Circle, str], list[str]], rows: Mapping[str, int], radii: Sequence[int], half: int
) -> Iterable[Spot]:
    begin = 0
    for place in PLACES:
        for circle in Circle:
            waiting = list(stood.get((circle, place), ()))
            for at, radius in enumerate(radii[begin : begin + rows[place]], begin):
                aside = ASIDE[at % 2] * 90 / _room(radius)
                here, waiting = waiting[: _room(radius)], waiting[_room(radius) :]
                for index, person in enumerate(here):
                    angle = math.radians(QUARTERS[circle] + 90 * (index + 0.5) / len(here) + aside)
                    x, y = half + round(radius * math.cos(angle)), half + round(radius * math.sin(angle))
                    yield Spot(person, x, y, circle, place)
        begin += rows[place]


def _rings(rows: Mapping[str, int], radii: Sequence[int]) -> Iterable[int]:
    """The outer edge of each ring that somebody stands in."""
    at = 0
    for place in PLACES:
        if rows[place]:
            at += rows[place]
            yield radii[at - 1] + APART // 2

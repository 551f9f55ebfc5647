"""A family tree as places and lines: every person once, nobody on top of another, every tie drawn (bvl §§ 1-5, 9-4).

Whole numbers, so that the same family is always the same drawing. Cards stand in rows of generations; lines run in the gaps
between the rows and pass a row only between two cards.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from oppvekst.domain.cases.rules.generations import Levels, families, levels, of_tree, placed
from oppvekst.domain.cases.rules.kin import PARENT, PARENTHOOD, SIBLING, Link

WIDE, HIGH = 136, 52
SLOT, GAP, LANE, EDGE = 160, 34, 9, 16
PORT = 12
# Before the key of a parent who is not written down.
UNWRITTEN = "?"

type Point = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Card:
    """One person: the card's upper left corner, and its row."""

    key: str
    x: int
    y: int
    row: int

    @property
    def middle(self) -> int:
        """The middle of the card, across."""
        return self.x + WIDE // 2


@dataclass(frozen=True, slots=True)
class Line:
    """One tie as a broken line."""

    link: Link
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Tree:
    """The whole drawing."""

    cards: tuple[Card, ...] = ()
    lines: tuple[Line, ...] = ()
    width: int = 0
    height: int = 0


@dataclass(frozen=True, slots=True)
class _Run:
    """A stretch along a gap. Runs with the same net share a lane: the children of the same parents hang on one line."""

    gap: int
    since: int
    until: int
    net: tuple[str, ...]


@dataclass(slots=True)
class _Way:
    """A line before the gaps have their height: the ends' ports, and the runs between them."""

    link: Link
    first: tuple[str, bool]
    last: tuple[str, bool]
    runs: list[_Run] = field(default_factory=list)


def family_tree(persons: Sequence[str], links: Iterable[Link]) -> Tree:
    """The tree of everybody who is of somebody's family here; the first person always, though she stands alone."""
    drawn = of_tree(links)
    named = {end for link in drawn for end in (link.one, link.other)} | set(persons[:1])
    there = [*persons, *sorted(named - set(persons))]
    everybody = [one for one in there if one in named]
    if not everybody:
        return Tree()
    rows, middles = _all_placed(everybody, drawn)
    ways = _ways(drawn, rows, middles)
    return _measured(everybody, rows, middles, ways)


def with_unwritten(links: Sequence[Link], children: Iterable[str]) -> list[Link]:
    """The ties, with an empty place for the other parent of each of these children who has one parent written down.

    It says that nobody is written down here, never that nobody is known: a half sibling's other parent belongs in another case.
    """
    parents: dict[str, list[str]] = defaultdict(list)
    for link in links:
        if link.kind in PARENTHOOD:
            parents[link.other].append(link.one)
    lone = [child for child in dict.fromkeys(children) if len(set(parents[child])) == 1]
    return [*links, *(Link(f"{UNWRITTEN}{child}", child, PARENT) for child in lone)]


def _all_placed(everybody: Sequence[str], links: Sequence[Link]) -> tuple[Levels, dict[str, int]]:
    """Row and middle of each, one family beside the other."""
    rows: Levels = {}
    middles: dict[str, int] = {}
    start = EDGE
    for group in families(everybody, links):
        own = [link for link in links if link.one in set(group)]
        here = levels(group, own)
        places = placed(group, own, here)
        least = min(places.values())
        for one in group:
            middles[one] = start + round((places[one] - least) * SLOT) + WIDE // 2
        rows |= here
        start = max(middles[one] for one in group) + SLOT - WIDE // 2
    return rows, middles


def _ways(links: Sequence[Link], rows: Levels, middles: Mapping[str, int]) -> list[_Way]:
    parents: dict[str, set[str]] = defaultdict(set)
    for link in links:
        if link.kind in PARENTHOOD and rows[link.other] - rows[link.one] == 1:
            parents[link.other].add(link.one)
    ways = [_way(link, rows, middles, parents) for link in links]
    ports = _ports(ways, middles)
    return [_ported(way, ports) for way in ways]


def _way(link: Link, rows: Levels, middles: Mapping[str, int], parents: Mapping[str, set[str]]) -> _Way:
    upper, lower = (link.one, link.other) if rows[link.one] <= rows[link.other] else (link.other, link.one)
    top, bottom = rows[upper], rows[lower]
    if top == bottom:
        return _level_way(link, rows, middles)
    together = link.kind in PARENTHOOD and bottom - top == 1
    net = ("family", *sorted(parents[lower])) if together else ("alone", link.kind, link.one, link.other)
    way = _Way(link, (upper, False), (lower, True))
    here = middles[upper]
    for row in range(top + 1, bottom + 1):
        there = middles[lower] if row == bottom else _corridor(row, middles[lower], rows, middles)
        way.runs.append(_Run(row, here, there, net))
        here = there
    return way


def _level_way(link: Link, rows: Levels, middles: Mapping[str, int]) -> _Way:
    """Two of one row: straight across when they stand beside each other, else below it; siblings above."""
    one, other = sorted((link.one, link.other), key=lambda end: middles[end])
    row = rows[one]
    above = link.kind == SIBLING
    between = any(rows[each] == row and middles[one] < middles[each] < middles[other] for each in middles)
    way = _Way(link, (one, above), (other, above))
    if above or between:
        net = ("level", link.kind, one, other)
        way.runs.append(_Run(row if above else row + 1, middles[one], middles[other], net))
    return way


def _corridor(row: int, wish: int, rows: Levels, middles: Mapping[str, int]) -> int:
    """The nearest way through a row: between two cards, or outside them all."""
    there = sorted(middles[one] for one in middles if rows[one] == row)
    room = (SLOT - WIDE) // 2
    ways = [place - WIDE // 2 - room for place in there] + [place + WIDE // 2 + room for place in there]
    free = [way for way in ways if all(abs(way - place) > WIDE // 2 for place in there)]
    if all(abs(wish - place) > WIDE // 2 + room // 2 for place in there):
        free.append(wish)
    return min(free, key=lambda way: (abs(way - wish), way))


def _ports(ways: Sequence[_Way], middles: Mapping[str, int]) -> dict[tuple[str, bool, tuple[str, ...]], int]:
    """Where on a card's edge each net is fastened: side by side, so that two families of one parent are told apart."""
    nets: dict[tuple[str, bool], dict[tuple[str, ...], int]] = defaultdict(dict)
    for way in ways:
        if way.runs:
            nets[way.first].setdefault(way.runs[0].net, way.runs[0].until)
            nets[way.last].setdefault(way.runs[-1].net, way.runs[-1].since)
    found = {}
    for (person, top), hung in nets.items():
        order = sorted(hung, key=lambda net: (hung[net], net))
        step = min(PORT, (WIDE - 2 * PORT) // max(len(order), 1))
        for index, net in enumerate(order):
            found[person, top, net] = middles[person] + round((index - (len(order) - 1) / 2) * step)
    return found


def _ported(way: _Way, ports: Mapping[tuple[str, bool, tuple[str, ...]], int]) -> _Way:
    if not way.runs:
        return way
    first, last = way.runs[0], way.runs[-1]
    since, until = ports[*way.first, first.net], ports[*way.last, last.net]
    runs = list(way.runs)
    runs[0] = _Run(first.gap, since, first.until, first.net)
    runs[-1] = _Run(last.gap, runs[-1].since, until, last.net)
    return _Way(way.link, way.first, way.last, runs)


def _lanes(ways: Sequence[_Way]) -> dict[int, dict[tuple[str, ...], int]]:
    """A lane of its gap for each net: nets that would run over each other have different ones."""
    spans: dict[int, dict[tuple[str, ...], tuple[int, int]]] = defaultdict(dict)
    for run in (run for way in ways for run in way.runs):
        low, high = min(run.since, run.until), max(run.since, run.until)
        before = spans[run.gap].get(run.net, (low, high))
        spans[run.gap][run.net] = (min(low, before[0]), max(high, before[1]))
    found: dict[int, dict[tuple[str, ...], int]] = defaultdict(dict)
    for gap, nets in spans.items():
        ends: list[int] = []
        for net, (low, high) in sorted(nets.items(), key=lambda pair: (pair[1], pair[0])):
            lane = next((at for at, end in enumerate(ends) if end + PORT < low), len(ends))
            ends[lane:] = [high, *ends[lane + 1 :]]
            found[gap][net] = lane
    return found


def _measured(everybody: Sequence[str], rows: Levels, middles: Mapping[str, int], ways: Sequence[_Way]) -> Tree:
    """Heights at last: a gap is as high as its lanes ask for, and lines outside the cards widen the paper."""
    lanes = _lanes(ways)
    tops: list[int] = []
    y = EDGE
    for row in range(max(rows.values()) + 1):
        y += _height(lanes.get(row), between=row > 0)
        tops.append(y)
        y += HIGH
    y += _height(lanes.get(len(tops)), between=False)
    bent = [_bent(way, rows, middles, tops, lanes) for way in ways]
    left = min([x for line in bent for x, _ in line.points] + [EDGE])
    shift = max(EDGE - left, 0)
    lines = tuple(Line(line.link, tuple((x + shift, down) for x, down in line.points)) for line in bent)
    cards = tuple(
        Card(one, middles[one] - WIDE // 2 + shift, tops[rows[one]], rows[one])
        for one in sorted(everybody, key=lambda one: (rows[one], middles[one]))
    )
    right = max([card.x + WIDE for card in cards] + [x for line in lines for x, _ in line.points])
    return Tree(cards, lines, right + EDGE, y + EDGE)


def _height(lanes: Mapping[tuple[str, ...], int] | None, *, between: bool) -> int:
    many = max(lanes.values()) + 1 if lanes else 0
    return GAP + many * LANE if between or many else 0


def _bent(
    way: _Way,
    rows: Levels,
    middles: Mapping[str, int],
    tops: Sequence[int],
    lanes: Mapping[int, Mapping[tuple[str, ...], int]],
) -> Line:
    (one, above), (other, under) = way.first, way.last
    if not way.runs:
        y = tops[rows[one]] + HIGH // 2
        return Line(way.link, ((middles[one] + WIDE // 2, y), (middles[other] - WIDE // 2, y)))
    points = [(way.runs[0].since, tops[rows[one]] + (0 if above else HIGH))]
    for run in way.runs:
        floor = tops[run.gap - 1] + HIGH if run.gap else EDGE // 2
        y = floor + GAP // 2 + lanes[run.gap][run.net] * LANE
        points += [(run.since, y), (run.until, y)]
    points.append((way.runs[-1].until, tops[rows[other]] + (0 if under else HIGH)))
    return Line(way.link, tuple(points))

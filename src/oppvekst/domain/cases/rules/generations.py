"""Who stands in which generation of a family tree, and in what order: pure places, without size (bvl §§ 1-5, 9-4).

Rows follow descent. Within a row each person is drawn towards those she is tied to, partners and parents of the same child
most of all, and never nearer than one slot to her neighbour.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Sequence

from oppvekst.domain.cases.rules.kin import DESCENT, KINDS, PARENTHOOD, PARTNER, TREE, Link

SWEEPS, MOVES, LEAST = 16, 6, 1e-9
NEAR, FAR = 3.0, 1.0

type Levels = dict[str, int]
type Pulls = dict[str, list[tuple[str, float]]]
type Places = dict[str, float]


def families(persons: Sequence[str], links: Iterable[Link]) -> list[list[str]]:
    """Persons who are tied together, each group in the order given; the first person's group first."""
    near = _near(links)
    groups: list[list[str]] = []
    seen: set[str] = set()
    for person in persons:
        if person not in seen:
            group = _reached(person, near)
            seen |= group
            groups.append([one for one in persons if one in group])
    return groups


def levels(group: Sequence[str], links: Sequence[Link]) -> Levels:
    """The row of each, the eldest generation 0. A child always stands below every parent."""
    found = _first_guess(group, links)
    _below_parents(found, links)
    _beside_partner(found, links)
    top = min(found.values())
    return {person: level - top for person, level in found.items()}


def placed(group: Sequence[str], links: Sequence[Link], rows: Levels) -> Places:
    """Where each stands along her row, in slots: at least one apart, parents above their children."""
    order = [[one for one in group if rows[one] == row] for row in range(max(rows.values()) + 1)]
    pulls = _pulls(links, rows)
    places = {one: float(place) for row in order for place, one in enumerate(row)}
    _swept(order, places, pulls, sort=True)
    _shortened(order, pulls)
    places = {one: place for row in order for one, place in _indexed(row).items()}
    _swept(order, places, pulls, sort=False)
    return places


def _swept(order: list[list[str]], places: Places, pulls: Pulls, *, sort: bool) -> None:
    """Down and up through the rows: each as near to those who draw her as her neighbours let her."""
    for sweep in range(SWEEPS):
        for row in order if sweep % 2 == 0 else order[::-1]:
            wished = {one: _wish(one, places, pulls) for one in row}
            if sort:
                row.sort(key=lambda one: (wished[one], places[one]))
            places |= dict(zip(row, apart([wished[one] for one in row]), strict=True))


def _shortened(order: list[list[str]], pulls: Pulls) -> None:
    """Move one at a time to where her row's lines become shorter, until no move helps."""
    for _ in range(MOVES):
        before = [list(row) for row in order]
        at = {one: place for row in order for one, place in _indexed(row).items()}
        for row in order:
            for one in list(row):
                _moved(one, row, at, pulls)
        if order == before:
            return


def _moved(one: str, row: list[str], at: Places, pulls: Pulls) -> None:
    rest = [other for other in row if other != one]
    tries = [[*rest[:place], one, *rest[place:]] for place in range(len(row))]
    best = min(tries, key=lambda tried: _length(tried, at, pulls))
    if _length(best, at, pulls) < _length(row, at, pulls) - LEAST:
        row[:] = best
        at |= _indexed(best)


def _indexed(row: Sequence[str]) -> Places:
    return {one: place - (len(row) - 1) / 2 for place, one in enumerate(row)}


def _length(row: Sequence[str], at: Places, pulls: Pulls) -> float:
    """How long the lines from a row are, if it stood so."""
    here = _indexed(row)
    return sum(
        weight * abs(place - here.get(other, at[other]))
        for one, place in here.items()
        for other, weight in pulls.get(one, ())
    )


def apart(wished: Sequence[float]) -> list[float]:
    """The places nearest to those wished for that lie at least one apart, in the same order (least squares).

    >>> apart([0, 0, 0]), apart([0.0, 4.0])
    ([-1.0, 0.0, 1.0], [0.0, 4.0])
    """
    blocks: list[tuple[float, int]] = []
    for index, wish in enumerate(wished):
        total, size = wish - index, 1
        while blocks and blocks[-1][0] / blocks[-1][1] > total / size:
            before, width = blocks.pop()
            total, size = total + before, size + width
        blocks.append((total, size))
    level = [total / size for total, size in blocks for _ in range(size)]
    return [place + index for index, place in enumerate(level)]


def _near(links: Iterable[Link]) -> dict[str, list[str]]:
    near: dict[str, list[str]] = defaultdict(list)
    for link in links:
        near[link.one].append(link.other)
        near[link.other].append(link.one)
    return near


def _reached(person: str, near: dict[str, list[str]]) -> set[str]:
    found, coming = {person}, deque([person])
    while coming:
        fresh = [one for one in near[coming.popleft()] if one not in found]
        found |= set(fresh)
        coming.extend(fresh)
    return found


def _first_guess(group: Sequence[str], links: Sequence[Link]) -> Levels:
    """Out from the first person, a step down for each child and up for each parent."""
    steps: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for link in links:
        down = KINDS[link.kind].down or 0
        steps[link.one].append((link.other, down))
        steps[link.other].append((link.one, -down))
    found, coming = {group[0]: 0}, deque([group[0]])
    while coming:
        here = coming.popleft()
        for other, down in steps[here]:
            if other not in found:
                found[other] = found[here] + down
                coming.append(other)
    return found


def _below_parents(found: Levels, links: Sequence[Link]) -> None:
    """Push down whoever stands beside or above a forebear. Ends even if the ties should go in a ring."""
    descent = [link for link in links if link.kind in DESCENT]
    for _ in found:
        moved = False
        for link in descent:
            least = found[link.one] + 1
            if found[link.other] < least and link.one != link.other:
                found[link.other], moved = least, True
        if not moved:
            return


def _beside_partner(found: Levels, links: Sequence[Link]) -> None:
    """Bring somebody down to her partner's row, where her own children leave room for it."""
    children = defaultdict(list)
    for link in links:
        if link.kind in DESCENT:
            children[link.one].append(link.other)
    for _ in range(2):
        for link in links:
            if link.kind == PARTNER and found[link.one] != found[link.other]:
                upper, lower = sorted((link.one, link.other), key=lambda one: found[one])
                if all(found[child] > found[lower] for child in children[upper]):
                    found[upper] = found[lower]


def _pulls(links: Sequence[Link], rows: Levels) -> Pulls:
    """Who draws whom, and how hard: those of one row, and those who have a child together, the hardest."""
    pulls: Pulls = defaultdict(list)
    parents: dict[str, list[str]] = defaultdict(list)
    for link in links:
        _pull(pulls, link.one, link.other, NEAR if rows[link.one] == rows[link.other] else FAR)
        if link.kind in PARENTHOOD:
            parents[link.other].append(link.one)
    for both in {tuple(pair) for pair in parents.values() if len(pair) > 1}:
        for other in both[1:]:
            _pull(pulls, both[0], other, NEAR)
    return pulls


def _pull(pulls: Pulls, one: str, other: str, weight: float) -> None:
    pulls[one].append((other, weight))
    pulls[other].append((one, weight))


def _wish(one: str, places: Places, pulls: Pulls) -> float:
    drawn = pulls.get(one)
    if not drawn:
        return places[one]
    return sum(places[other] * weight for other, weight in drawn) / sum(weight for _, weight in drawn)


def of_tree(links: Iterable[Link]) -> list[Link]:
    """The ties a family tree draws."""
    return [link for link in links if link.kind in TREE]

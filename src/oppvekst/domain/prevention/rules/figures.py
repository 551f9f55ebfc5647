"""Figures that give nobody away: a number below five is not told, and neither is what would let it be counted out.

Hiding a small number is not enough when the total stands beside it: the one hidden is what the others leave. So the smallest
of the larger numbers is hidden with it, until every small one could be at least two numbers to whoever knows the rest.

A zero is told where it stands for nobody at all: that no discussion was held, or nobody reached, is about no person. A zero in
a row of a table where somebody is counted is about them: if the school's one call is known, «none about violence» says what it
was not. There it is hidden as any small number, and «under 5» in a row may be nobody.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import inf
from typing import Final

FEWEST: Final = 5
UNDER: Final = "under 5"
FIVE_OR_MORE: Final = "5 eller flere"
NOT_TOLD: Final = "vises ikke"


@dataclass(frozen=True)
class Bounds:
    """The least and the most that a hidden number can be, as far as the reader is told."""

    least: float
    most: float


# What each word tells whoever reads it.
TELLS: Final[dict[str, Bounds]] = {
    UNDER: Bounds(0, FEWEST - 1),
    FIVE_OR_MORE: Bounds(FEWEST, inf),
    NOT_TOLD: Bounds(0, inf),
}


@dataclass(frozen=True)
class Told:
    """A table as it may be shown: a number or a word for every row, and for the total."""

    rows: dict[str, str]
    total: str


def told(number: int) -> str:
    """One number by itself: of nobody there is nothing to give away.

    >>> told(0), told(4), told(11)
    ('0', 'under 5', '11')
    """
    return UNDER if 0 < number < FEWEST else str(number)


def told_table(rows: Mapping[str, int]) -> Told:
    """The rows of a table whose numbers add up to a total that is shown too.

    >>> told_table({"a": 3, "b": 9, "c": 12})
    Told(rows={'a': 'under 5', 'b': '5 eller flere', 'c': '12'}, total='24')
    >>> told_table({"a": 1, "b": 2}).total, told_table({"a": 0, "b": 0}).rows
    ('under 5', {'a': '0', 'b': '0'})
    """
    total = sum(rows.values())
    if not total:
        return Told(dict.fromkeys(rows, told(0)), told(0))
    shown = {name: _in_row(number) for name, number in rows.items()}
    if total < FEWEST:
        return Told(dict.fromkeys(rows, UNDER), UNDER)
    larger = sorted((name for name in rows if rows[name] >= FEWEST), key=lambda name: (rows[name], name))
    while given_away(shown, total) and larger:
        shown[larger.pop(0)] = FIVE_OR_MORE
    if given_away(shown, total):
        return Told(dict.fromkeys(rows, NOT_TOLD), told(total))
    return Told(shown, told(total))


def _in_row(number: int) -> str:
    """A number among others that are somebody: also nobody is hidden, since it tells where the others are."""
    return UNDER if number < FEWEST else str(number)


def given_away(shown: Mapping[str, str], total: int) -> list[str]:
    """Whose small number a reader who knows the total and the rest can work out, when somebody is counted there."""
    hidden = {name: TELLS[word] for name, word in shown.items() if word in TELLS}
    left = total - sum(int(word) for word in shown.values() if word not in TELLS)
    if not left:
        return []
    return [name for name, bounds in hidden.items() if shown[name] == UNDER and _one_answer(bounds, hidden, left)]


def _one_answer(bounds: Bounds, hidden: Mapping[str, Bounds], left: int) -> bool:
    least = left - (sum(each.most for each in hidden.values()) - bounds.most if _finite(hidden, bounds) else inf)
    most = left - (sum(each.least for each in hidden.values()) - bounds.least)
    return max(bounds.least, least) >= min(bounds.most, most)


def _finite(hidden: Mapping[str, Bounds], but: Bounds) -> bool:
    """Whether the others have a most; infinity cannot be taken from infinity."""
    others = list(hidden.values())
    others.remove(but)
    return all(each.most < inf for each in others)

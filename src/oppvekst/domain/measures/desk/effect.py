"""How a goal has stood over time as a small drawing, and the same in words: never a score of persons."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from oppvekst.domain.measures.models import Goal, GoalSeen

WIDTH, LEFT, RIGHT, TOP, STEP = 360, 84, 14, 14, 20
BOTTOM = TOP + STEP * (len(GoalSeen.Stand) - 1)
HEIGHT = BOTTOM + 14


@dataclass(frozen=True, slots=True)
class Spot:
    """One evaluation of the goal, with its place in the drawing."""

    on: date
    word: str
    words: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Effect:
    """What the template draws, and tells beside it."""

    spots: tuple[Spot, ...]
    levels: tuple[tuple[str, int], ...]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = WIDTH - RIGHT

    @property
    def line(self) -> str:
        """The points of the line, as SVG writes them."""
        return " ".join(f"{spot.x},{spot.y}" for spot in self.spots)

    @property
    def latest(self) -> Spot:
        return self.spots[-1]

    @property
    def turned(self) -> str:
        """Which way it went last, in a word; nothing after the first time."""
        if len(self.spots) < 2:
            return ""
        *_rest, (before, last) = pairwise(self.spots)
        return "Bedre enn sist" if last.y < before.y else "Som sist" if last.y == before.y else "Verre enn sist"


def effect(goal: Goal) -> Effect | None:
    """The goal through its evaluations, the oldest first; nothing until it has been looked at."""
    looked = sorted(goal.seen.all(), key=lambda one: (one.evaluation.on, one.evaluation.at))
    if not looked:
        return None
    first, last = goal.set_on, max(one.evaluation.on for one in looked)
    spots = tuple(
        Spot(one.evaluation.on, one.get_stand_display(), one.words, _x(one.evaluation.on, first, last), _y(one.stand))
        for one in looked
    )
    levels = tuple((stand.label, _y(stand.value)) for stand in reversed(GoalSeen.Stand))
    return Effect(spots, levels)


def _x(on: date, first: date, last: date) -> int:
    span = max((last - first).days, 1)
    return LEFT + 12 + (WIDTH - RIGHT - LEFT - 24) * max((on - first).days, 0) // span


def _y(stand: int) -> int:
    return BOTTOM - STEP * (stand - 1)

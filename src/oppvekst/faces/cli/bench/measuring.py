"""The watch: a statement under the policies and its floor, turn and turn about, and what a quarter of the times are below.

Both run on one connection in one transaction, so that what disturbs the machine disturbs both. Planning is included:
the desk sends every statement anew. Reading the answer is included, Python's work with it is not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any

from django.db import connection, transaction

QUARTER = 0.25


@dataclass(frozen=True)
class Asked:
    """A statement as a page sent it."""

    statement: str
    values: Any

    @property
    def reads(self) -> bool:
        """Whether it leaves everything as it was."""
        return self.statement.lstrip().lower().startswith("select") and "for update" not in self.statement.lower()


@dataclass(frozen=True)
class Timing:
    """One statement beside its floor, in milliseconds."""

    statement: str
    ms: float
    floor_ms: float
    same: bool = True

    @property
    def ratio(self) -> float:
        """How many times the floor."""
        return self.ms / self.floor_ms if self.floor_ms else 0.0


@dataclass
class Result:
    """One operation."""

    name: str
    who: str
    timings: list[Timing] = field(default_factory=list)
    per: str = "operation"
    # Entering is paid once a request, and has no counterpart by hand; the whole is the page as the desk makes it.
    entering_ms: float = 0.0
    whole_ms: float = 0.0

    @property
    def ms(self) -> float:
        """All its statements."""
        return sum(each.ms for each in self.timings)

    @property
    def floor_ms(self) -> float:
        """All their floors."""
        return sum(each.floor_ms for each in self.timings)

    @property
    def ratio(self) -> float:
        """How many times the floor."""
        return self.ms / self.floor_ms if self.floor_ms else 0.0

    @property
    def entered_ratio(self) -> float:
        """How many times the floor, with entering counted in."""
        return (self.ms + self.entering_ms) / self.floor_ms if self.floor_ms else 0.0

    @property
    def same(self) -> bool:
        """Whether both sides answered the same, so that like was measured with like."""
        return all(each.same for each in self.timings)


@contextmanager
def listening() -> Iterator[list[Asked]]:
    """What is asked of the database meanwhile."""
    heard: list[Asked] = []

    def hear(execute: Any, statement: str, values: Any, many: bool, context: Any) -> Any:
        heard.append(Asked(statement, values))
        return execute(statement, values, many, context)

    with connection.execute_wrapper(hear):
        yield heard


def beside(asked: Asked, floor: Asked, *, role: str, owner: str, rounds: int) -> Timing:
    """Measure a statement as ``role`` and its floor as ``owner``."""
    times: dict[str, list[float]] = {role: [], owner: []}
    answers: dict[str, Sequence[Any]] = {}
    for _ in range(rounds):
        for who, what in ((role, asked), (owner, floor)):
            put_on(who)
            spent, answers[who] = _once(what)
            times[who].append(spent)
    return Timing(asked.statement, quarter(times[role]), quarter(times[owner]), _alike(*answers.values()))


def timed(work: Callable[[], object]) -> float:
    """How many milliseconds it takes."""
    begun = perf_counter()
    work()
    return (perf_counter() - begun) * 1000


def put_on(role: str) -> None:
    """Go on in that role."""
    with connection.cursor() as cursor:
        cursor.execute("select set_config('role', %s, true)", [role])


def quarter(times: Sequence[float]) -> float:
    """The 25th percentile: what the machine can when it is left alone."""
    return sorted(times)[int(len(times) * QUARTER)]


def _once(asked: Asked) -> tuple[float, Sequence[Any]]:
    if asked.reads:
        return _ask(asked)
    with transaction.atomic():
        found = _ask(asked)
        transaction.set_rollback(True)
    return found


def _ask(asked: Asked) -> tuple[float, Sequence[Any]]:
    """Past Django, whose own time would make everything look more alike than it is."""
    cursor = connection.connection.cursor()
    begun = perf_counter()
    cursor.execute(asked.statement, asked.values)
    rows = cursor.fetchall() if cursor.description else ()
    return (perf_counter() - begun) * 1000, rows


def _alike(one: Sequence[Any], other: Sequence[Any]) -> bool:
    return len(one) == len(other) and sorted(map(repr, one)) == sorted(map(repr, other))

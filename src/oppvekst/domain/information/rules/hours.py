"""From openings to moments: when a line is open, as spans of real time.

Spans are kept in UTC. Two times of the same zone are otherwise compared by the wall clock, which twice a year is wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from oppvekst.domain.information.rules.lines import MIDNIGHT, Channel, Closure, Line
from oppvekst.law.calendar import OSLO

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of time, the end not included."""

    start: datetime
    end: datetime

    def holds(self, at: datetime) -> bool:
        """Whether the moment lies in it."""
        return self.start <= at < self.end


def whole(first: date, last: date) -> Span:
    """All of the days from ``first`` to ``last``."""
    return Span(_moment(first, MIDNIGHT), _moment(last + DAY, MIDNIGHT))


def open_spans(
    line: Line, closures: Iterable[Closure], first: date, last: date, channel: Channel = Channel.VOICE
) -> list[Span]:
    """When the line's own openings and closures say that it is open, from ``first`` to ``last``."""
    days = list(_days(first, last))
    opened = [_span(day, each.start, each.end) for each in line.by(channel) for day in days if each.counts_on(day)]
    return without(merged(opened), closed_spans(line.id, closures, first, last))


def closed_spans(line: str, closures: Iterable[Closure], first: date, last: date) -> list[Span]:
    """When a closure keeps the line closed."""
    own = [closure for closure in closures if closure.line == line]
    days = list(_days(first, last))
    return merged(_span(day, each.start, each.end) for each in own for day in days if each.counts_on(day))


def merged(spans: Iterable[Span]) -> list[Span]:
    """The same time as few spans in order, where those that touch have become one."""
    result: list[Span] = []
    for span in sorted(spans):
        if result and span.start <= result[-1].end:
            result[-1] = Span(result[-1].start, max(result[-1].end, span.end))
        elif span.start < span.end:
            result.append(span)
    return result


def without(spans: Sequence[Span], holes: Sequence[Span]) -> list[Span]:
    """The time of ``spans`` that lies in no hole; both are already merged."""
    return [piece for span in spans for piece in _cut(span, holes)]


def _cut(span: Span, holes: Sequence[Span]) -> Iterator[Span]:
    start = span.start
    for hole in holes:
        if hole.end <= start or hole.start >= span.end:
            continue
        if hole.start > start:
            yield Span(start, hole.start)
        start = hole.end
    if start < span.end:
        yield Span(start, span.end)


def _days(first: date, last: date) -> Iterator[date]:
    return (first + DAY * number for number in range((last - first).days + 1))


def _span(day: date, start: time, end: time) -> Span:
    # An hour that the clock shows twice counts from the first time to the last: nobody is left without an answer.
    return Span(_moment(day, start), _moment(day + DAY if end == MIDNIGHT else day, end.replace(fold=1)))


def _moment(day: date, clock: time) -> datetime:
    wall = datetime.combine(day, clock, OSLO)
    moment = wall.astimezone(UTC)
    if moment.astimezone(OSLO).replace(tzinfo=None) == wall.replace(tzinfo=None):
        return moment
    return _leap(wall)


def _leap(wall: datetime) -> datetime:
    """The clock never shows this time: it means the moment when the clock jumps past it."""
    after = wall.replace(fold=0).astimezone(UTC).astimezone(OSLO)
    return after.replace(minute=0, second=0, microsecond=0).astimezone(UTC)

"""Whom to call at a given moment: the open lines for one kind of caller, in the order to try them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from oppvekst.domain.information.rules.defaults import NATIONAL_LINES
from oppvekst.domain.information.rules.hours import Span, closed_spans, merged, open_spans, whole, without
from oppvekst.domain.information.rules.lines import SERVICE, WEEKEND, Channel, Closure, Kind, Line, Who, public_holiday
from oppvekst.domain.information.rules.saying import Say, as_written
from oppvekst.domain.information.rules.sentences import Because, sentence
from oppvekst.law.calendar import OSLO, oslo_date

AHEAD = timedelta(days=15)
"""A line that is still open after so many days is said to be open without end."""

FOR_A_CHILD = (
    Kind.CHILD_ALARM,
    Kind.DUTY,
    Kind.ON_CALL,
    Kind.FOSTER_ON_CALL,
    Kind.MEDICAL,
    Kind.POLICE,
    Kind.AMBULANCE,
)
FOR_ADULTS = (Kind.FOSTER_ON_CALL, Kind.DUTY, Kind.ON_CALL, Kind.CHILD_ALARM, Kind.MEDICAL, Kind.POLICE, Kind.AMBULANCE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One number to call now. ``open_until`` is empty where no end is in sight.

    Where the line has a chat, either ``chat_until`` says how long it stays open or ``chat_from`` when it next opens.
    """

    line: Line
    who: Who
    open_until: datetime | None
    because: Because
    detail: str = ""
    chat_until: datetime | None = None
    chat_from: datetime | None = None

    @property
    def name(self) -> str:
        """Who answers."""
        return self.line.name

    @property
    def phone(self) -> str:
        """The number as people write it."""
        return self.line.phone

    @property
    def why(self) -> str:
        """Why just this number, to the one who asks."""
        return self.why_said(as_written)

    def why_said(self, say: Say) -> str:
        """The same in the reader's language."""
        return say(sentence(self.line.kind, self.who, self.because)) % {
            "detail": say(self.detail) if self.detail else ""
        }

    def to_plain(self, say: Say = as_written) -> dict[str, str | None]:
        """The public form, the same for the page's JSON door and the command."""
        until = self.open_until.isoformat() if self.open_until else None
        return {"name": self.name, "phone": self.phone, "open_until": until, "why": self.why_said(say)}


def phone_now(who: Who, *, at: datetime, lines: Iterable[Line], closures: Iterable[Closure] = ()) -> list[Answer]:
    """Whom to call at that moment, first the one to try first (bvl § 15-3 (4)).

    The service answers at all times: the on-call line is open whenever the duty line is not. A child always sees
    116 111.
    """
    if at.tzinfo is None:
        raise ValueError("et tidspunkt uten tidssone kan bety to øyeblikk")
    today = oslo_date(at)
    board = Board(who, lines, closures, today, today + AHEAD)
    answers = (board.answer(line, at.astimezone(UTC)) for line in board.lines)
    return sorted(filter(None, answers), key=_in_order)


def answered(who: Who, lines: Iterable[Line], closures: Iterable[Closure], first: date, last: date) -> list[Span]:
    """When at least one of the service's own lines answers this caller: all the time, if bvl § 15-3 (4) is kept."""
    board = Board(who, lines, closures, first, last)
    return merged(span for line in board.lines if line.kind in SERVICE for span in board.open(line))


def with_national(lines: Iterable[Line]) -> list[Line]:
    """The lines and the national ones they lack: a municipality may edit those, never take them away."""
    own = list(lines)
    kinds = {line.kind for line in own}
    return [*own, *(line for line in NATIONAL_LINES if line.kind not in kinds)]


def _in_order(answer: Answer) -> int:
    return (FOR_A_CHILD if answer.who is Who.CHILD else FOR_ADULTS).index(answer.line.kind)


class Board:
    """The lines for one kind of caller, and when they are open within some days."""

    def __init__(self, who: Who, lines: Iterable[Line], closures: Iterable[Closure], first: date, last: date) -> None:
        self.who, self.closures = who, tuple(closures)
        self.first, self.last, self.all = first, last, whole(first, last)
        mine = with_national(line for line in lines if who in line.audience)
        self.lines = [line for line in mine if who in line.audience]
        self.duty = [line for line in self.lines if line.kind is Kind.DUTY]

    def answer(self, line: Line, at: datetime) -> Answer | None:
        """What to say about a line at that moment; nothing if it is closed."""
        now = _holding(self.open(line), at)
        if now is None and not (line.kind is Kind.CHILD_ALARM and self.who is Who.CHILD):
            return None
        because, detail = self._because(line, at) if now else (Because.SAID_CLOSED, "")
        chats = self._spans(line, Channel.CHAT)
        chat = _holding(chats, at)
        return Answer(
            line=line, who=self.who, because=because, detail=detail, open_until=self._until(now),
            chat_until=self._until(chat), chat_from=None if chat else _next(chats, at),
        )  # fmt: skip

    def open(self, line: Line) -> list[Span]:
        """When the line is answered. An on-call line fills every hour that the duty line leaves open."""
        own = self._spans(line, Channel.VOICE)
        if line.kind is not Kind.ON_CALL:
            return own
        rest = without([self.all], merged(span for duty in self.duty for span in self._spans(duty, Channel.VOICE)))
        return without(merged(own + rest), closed_spans(line.id, self.closures, self.first, self.last))

    def _spans(self, line: Line, channel: Channel) -> list[Span]:
        return open_spans(line, self.closures, self.first, self.last, channel)

    def _until(self, span: Span | None) -> datetime | None:
        return span.end.astimezone(OSLO) if span and span.end < self.all.end else None

    def _because(self, line: Line, at: datetime) -> tuple[Because, str]:
        if line.kind is not Kind.ON_CALL or any(_holding(self.open(duty), at) for duty in self.duty):
            return Because.OPEN, ""
        day = oslo_date(at)
        if name := public_holiday(day):
            return Because.HOLIDAY, name
        if reason := self._closure(at, day):
            return Because.CLOSURE, reason
        return (Because.WEEKEND if day.isoweekday() in WEEKEND else Because.OUTSIDE_HOURS), ""

    def _closure(self, at: datetime, day: date) -> str:
        duty = {line.id for line in self.duty}
        mine = (each for each in self.closures if each.line in duty)
        return next((each.reason for each in mine if _holding(closed_spans(each.line, [each], day, day), at)), "")


def _holding(spans: Sequence[Span], at: datetime) -> Span | None:
    return next((span for span in spans if span.holds(at)), None)


def _next(spans: Sequence[Span], at: datetime) -> datetime | None:
    return next((span.start.astimezone(OSLO) for span in spans if span.start > at), None)

"""A case through time as a drawing: lanes in the order of the law, bars and points, and the same as a dated list.

The drawing is SVG without a view box: all places along the time axis are in per cent, so it follows the width of the
page without scripts and without style attributes.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.dates import MONTHS_3

from oppvekst.ground.web.words import day_in_words

TOP, ROW, BAR = 28, 34, 22

# key, Norwegian name: the order in which the law lets them come.
LANES = (
    ("concern", "Meldinger"),
    ("investigation", "Undersøkelser"),
    ("decision", "Vedtak"),
    ("measure", "Tiltak"),
    ("home", "Bor hos"),
    ("talk", "Samtaler"),
    ("limit", "Frister"),
)
BARS = {"investigation": "ll-inv", "measure": "ll-measure", "home": "ll-home"}
POINTS = {"concern": "ll-concern", "decision": "ll-decision", "talk": "ll-talk", "limit": "ll-limit"}
COLOURS = {"concern": "sun", "investigation": "sun", "measure": "accent", "limit": "warning"}


@dataclass(frozen=True, slots=True)
class Happening:
    """One mark: `what` is the sentence of the list, `short` the words inside a bar, `mood` planned, acute or away."""

    lane: str
    start: dt.date
    what: str
    end: dt.date | None = None
    short: str = ""
    mood: str = ""
    running: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A happening with its place in the drawing."""

    number: int
    lane: int
    kind: str
    css: str
    x: str
    width: str
    y: int
    middle: int
    label: str
    short: str


@dataclass(frozen=True, slots=True)
class Lane:
    name: str
    rows: int
    y: int


@dataclass(frozen=True, slots=True)
class Lifeline:
    """Everything that `web/_lifeline.html` draws."""

    lanes: tuple[Lane, ...]
    marks: tuple[Mark, ...]
    ticks: tuple[tuple[str, str], ...]
    today: str
    rest: str
    height: int
    bottom: int
    rows: tuple[dict[str, object], ...]

    @property
    def depth(self) -> int:
        return self.bottom - TOP


@dataclass(frozen=True, slots=True)
class _Span:
    since: dt.date
    until: dt.date
    today: dt.date

    def place(self, day: dt.date) -> float:
        inside = min(max(day, self.since), self.until)
        return 100 * (inside - self.since).days / max((self.until - self.since).days, 1)


def lifeline(happenings: Iterable[Happening], *, today: dt.date) -> Lifeline:
    """The drawing of a case. Lanes without marks are left out."""
    known = sorted(happenings, key=lambda one: (one.start, one.lane))
    span = _span(known, today)
    used = [(key, name) for key, name in LANES if any(one.lane == key for one in known)]
    lanes: list[Lane] = []
    marks: list[Mark] = []
    y = TOP
    for index, (key, name) in enumerate(used):
        rows = _rows([(at, one) for at, one in enumerate(known) if one.lane == key], today)
        marks += [_mark(one, at, index, y + row * ROW, span) for row, run in enumerate(rows) for at, one in run]
        lanes.append(Lane(name, len(rows), y))
        y += len(rows) * ROW
    here = span.place(today)
    return Lifeline(
        lanes=tuple(lanes),
        marks=tuple(sorted(marks, key=lambda mark: (mark.lane, mark.number))),
        ticks=_ticks(span),
        today=_percent(here),
        rest=_percent(100 - here),
        height=y + 2,
        bottom=y,
        rows=_list(known, today),
    )


def _span(known: Sequence[Happening], today: dt.date) -> _Span:
    first = min([one.start for one in known], default=today)
    last = max([one.end or one.start for one in known], default=today)
    length = max((max(last, today) - min(first, today)).days, 60)
    margin = dt.timedelta(days=max(length // 25, 3))
    return _Span(min(first, today) - margin, max(last, today) + margin, today)


def _rows(lane: list[tuple[int, Happening]], today: dt.date) -> list[list[tuple[int, Happening]]]:
    """Bars that overlap in time lie in rows under each other; points share one row."""
    rows: list[list[tuple[int, Happening]]] = []
    for numbered in lane:
        free = (row for row in rows if _point(numbered[1]) or _end(row[-1][1], today) < numbered[1].start)
        row = next(free, None)
        if row is None:
            rows.append([numbered])
        else:
            row.append(numbered)
    return rows


def _point(one: Happening) -> bool:
    return one.lane not in BARS


def _end(one: Happening, today: dt.date) -> dt.date:
    return one.end or (max(today, one.start) if one.running else one.start)


def _mark(one: Happening, number: int, lane: int, y: int, span: _Span) -> Mark:
    x, end = span.place(one.start), span.place(_end(one, span.today))
    wide = max(end - x, 0.6)
    return Mark(
        number=number,
        lane=lane,
        kind="point" if _point(one) else "bar",
        css=_css(one, span.today),
        x=_percent(x),
        width=_percent(wide),
        y=y + (ROW - BAR) // 2,
        middle=y + ROW // 2,
        label=_label(one, span.today),
        short=one.short if _fits(one.short, wide) else "",
    )


def _fits(words: str, wide: float) -> bool:
    """Whether the words have room in a bar when the drawing is as narrow as it is shown (about 640 points)."""
    return len(words) * 6.6 + 16 <= wide * 6.4


def _css(one: Happening, today: dt.date) -> str:
    moods = {"planned": "ll-planned", "away": "ll-away", "acute": "ll-decision-acute"}
    if one.mood in moods:
        return moods[one.mood]
    if one.lane == "talk" and one.start > today:
        return "ll-talkplan"
    return BARS.get(one.lane) or POINTS[one.lane]


def _label(one: Happening, today: dt.date) -> str:
    start = day_in_words(one.start, today=today)
    if one.end and one.end != one.start:
        return f"{start} til {day_in_words(one.end, today=today)}: {one.what}"
    return f"Fra {start}: {one.what}" if one.running else f"{start}: {one.what}"


def _ticks(span: _Span) -> tuple[tuple[str, str], ...]:
    """Years, or months when the whole case is younger than a year and a half."""
    days = (span.until - span.since).days
    step = 12 if days > 540 else 1 if days < 260 else 2
    first = dt.date(span.since.year, 1, 1)
    found = []
    for months in range(step, 12 * 40, step):
        day = dt.date(first.year + months // 12, months % 12 + 1, 1)
        if day > span.until:
            break
        if day > span.since:
            found.append((_percent(span.place(day)), _tick_name(day, step)))
    return tuple(found)


def _tick_name(day: dt.date, step: int) -> str:
    return str(day.year) if step == 12 or day.month == 1 else str(MONTHS_3[day.month])


def _list(known: Sequence[Happening], today: dt.date) -> tuple[dict[str, object], ...]:
    rows = [
        {
            "id": f"h{number}",
            "at": one.start,
            "text": one.what,
            "note": f"til {day_in_words(one.end, today=today)}" if one.end and one.end != one.start else "",
            "colour": COLOURS.get(one.lane, "neutral"),
        }
        for number, one in enumerate(known)
    ]
    return tuple(reversed(rows))


def _percent(value: float) -> str:
    return f"{value:.2f}%"

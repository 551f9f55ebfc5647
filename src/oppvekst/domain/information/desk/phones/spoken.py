"""Hours, days and answers in the editor's words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from oppvekst.domain.information import models, rules
from oppvekst.domain.information.queries.hours import Day, Kept, opening_of
from oppvekst.domain.information.queries.phones import Phones
from oppvekst.domain.information.rules.hours import Span
from oppvekst.domain.information.rules.lines import Channel, Kind, Who, public_holiday
from oppvekst.domain.information.rules.timetable import NAMES
from oppvekst.domain.information.rules.week import Holidays, Week, week_of, write_times
from oppvekst.ground.web.words import day_in_words, moment_in_words
from oppvekst.law.calendar import OSLO, oslo_date

WHO = {
    Who.CHILD: _("Et barn"), Who.PARENT: _("En forelder"), Who.WORRIED: _("En som er bekymret"),
    Who.PROFESSIONAL: _("En som jobber med barn"), Who.FOSTER_PARENT: _("En fosterforelder"),
}  # fmt: skip
ON_HOLIDAYS = {Holidays.CLOSED: _("stengt"), Holidays.AS_USUAL: _("som på ukedagen")}
AHEAD, FARTHEST = 90, 400
HOLIDAYS_AHEAD = 190


@dataclass(frozen=True, slots=True)
class WeekRow:
    """A day of the week and its hours; beside them the hours that are tried out, where they differ."""

    day: str
    times: str
    drafted: str


def week_rows(kept: Kept, channel: Channel, *, today: date) -> list[WeekRow]:
    """The ordinary week as a table."""
    now = _in_words(kept.week(channel, today=today), kept.line, channel)
    rows = kept.drafted(channel)
    new = _in_words(week_of(map(opening_of, rows)), kept.line, channel) if rows else now
    return [
        WeekRow(capfirst(gettext(name)), old, later if later != old else "")
        for name, old, later in zip(NAMES, now, new, strict=True)
    ]


def period(rows: Iterable[models.Opening]) -> str:
    """From when a week is in force, and to when."""
    first = next(iter(rows), None)
    if first is None or not (first.valid_from or first.valid_to):
        return ""
    said = []
    if first.valid_from:
        said.append(gettext("fra %(day)s") % {"day": day_in_words(first.valid_from)})
    if first.valid_to:
        said.append(gettext("til og med %(day)s") % {"day": day_in_words(first.valid_to)})
    return " ".join(said)


@dataclass(frozen=True, slots=True)
class DayRow:
    """A day of its own as the page shows it."""

    day: date
    name: str
    times: str
    is_draft: bool
    ids: list[UUID]


def day_rows(days: Iterable[Day]) -> list[DayRow]:
    """Days with hours of their own, or closed."""
    return [
        DayRow(
            each.day, each.reason or public_holiday(each.day),
            _times((row.start, row.end) for row in each.openings) or _closed(each), each.is_draft,
            [row.id for row in (*each.openings, *each.closures)],
        )
        for each in days
    ]  # fmt: skip


def holidays_ahead(kept: Kept, *, today: date) -> list[dict[str, Any]]:
    """The public holidays of the next half year that nobody has given hours of their own."""
    known = {each.day for each in kept.days(today=today)}
    week = [opening_of(each) for each in kept.ordinary()]
    days = (today + timedelta(days=number) for number in range(HOLIDAYS_AHEAD))
    return [
        {"day": day, "name": name, "times": _times((each.start, each.end) for each in week if each.counts_on(day))}
        for day in days
        if (name := public_holiday(day)) and day not in known
    ]


def shut_words(line: models.PhoneLine, row: models.Closure) -> str:
    """«24. desember fra klokka 12.00 (julaften)»."""
    closure = rules.Closure(
        line=line.code, first=row.first, last=row.last, start=row.start, end=row.end, reason=row.reason, yearly=row.yearly
    )  # fmt: skip
    alone = rules.Line(id=line.code, kind=Kind.MEDICAL, name=line.name, phone=line.phone)
    said = rules.closed_days(alone, [closure], today=row.first)
    return said[0] if said else row.reason


@dataclass(frozen=True, slots=True)
class Asked:
    """One kind of caller at one moment: whom the page would answer with, and without the drafts."""

    who: Any
    answers: list[dict[str, Any]]
    before: list[dict[str, Any]]

    @property
    def is_changed(self) -> bool:
        """Whether the drafts make a difference to this caller."""
        return [each["phone"] for each in self.answers] != [each["phone"] for each in self.before] or [
            each["until"] for each in self.answers
        ] != [each["until"] for each in self.before]


def asked(drafted: Phones, published: Phones, *, at: datetime) -> list[Asked]:
    """Every kind of caller at that moment."""
    return [Asked(name, _answers(drafted, who, at), _answers(published, who, at)) for who, name in WHO.items()]


def unanswered(found: Phones, *, today: date, also: Iterable[date] = ()) -> list[str]:
    """When nobody in the service would answer somebody (D08, bvl § 15-3 (4)); nothing, if the law is kept."""
    last = min(max([today + timedelta(days=AHEAD), *also]), today + timedelta(days=FARTHEST))
    spans: dict[Span, list[str]] = {}
    for who, name in WHO.items():
        for span in rules.unanswered(who, found.lines, found.closures, today, last):
            spans.setdefault(span, []).append(str(name))
    return [_told(span, names) for span, names in sorted(spans.items())]


def _told(span: Span, names: list[str]) -> str:
    about = {"start": moment_in_words(span.start), "end": moment_in_words(span.end)}
    when = gettext("Fra %(start)s til %(end)s svarer ingen i tjenesten") % about
    whom = "." if len(names) == len(WHO) else f": {', '.join(names).lower()}."
    return when + whom


def _answers(found: Phones, who: Who, at: datetime) -> list[dict[str, Any]]:
    return [
        {"name": each.name, "phone": each.phone, "why": each.why, "until": _until(each, at)}
        for each in found.to_call(who, at=at)
    ]


def _until(answer: rules.Answer, at: datetime) -> str:
    if answer.because == "said-closed":
        return ""
    if answer.open_until is None:
        return gettext("hele døgnet")
    local = answer.open_until.astimezone(OSLO)
    same = oslo_date(local) == oslo_date(at)
    clock = gettext("klokka %(time)s") % {"time": f"{local:%H.%M}"}
    return gettext("til %(moment)s") % {"moment": clock if same else moment_in_words(local, today=oslo_date(at))}


def _in_words(week: Week, line: models.PhoneLine, channel: Channel) -> list[str]:
    closed = gettext("stengt")
    if line.kind == Kind.ON_CALL and channel is Channel.VOICE:
        closed = gettext("når barnevernstjenesten har stengt")
    own = write_times(week.on_holidays)
    said = [write_times(times) or closed for times in week.days]
    return [*said, own or (closed if week.holidays is Holidays.CLOSED else str(ON_HOLIDAYS[week.holidays]))]


def _times(times: Iterable[Any]) -> str:
    return write_times(tuple(sorted(times)))


def _closed(day: Day) -> str:
    parts = [(each.start, each.end) for each in day.closures]
    whole = write_times(tuple(parts)) == "hele døgnet"
    return gettext("stengt") if whole else gettext("stengt %(times)s") % {"times": _times(parts)}

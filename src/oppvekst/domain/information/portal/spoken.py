"""Answers as they are said on a page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from django.utils.formats import date_format
from django.utils.translation import gettext, gettext_lazy

from oppvekst.domain.information import rules
from oppvekst.domain.information.rules.lines import SERVICE, Kind
from oppvekst.law.calendar import OSLO, oslo_date

# The address says it in the reader's language, so that a link can be read aloud: /hvem-kan-jeg-ringe/?for=barn
WHO = {
    "voksen": rules.Who.WORRIED,
    "barn": rules.Who.CHILD,
    "forelder": rules.Who.PARENT,
    "ansatt": rules.Who.PROFESSIONAL,
    "fosterhjem": rules.Who.FOSTER_PARENT,
}
LABELS = {
    "voksen": gettext_lazy("voksne"),
    "barn": gettext_lazy("barn og unge"),
    "forelder": gettext_lazy("foreldre"),
    "ansatt": gettext_lazy("ansatte"),
    "fosterhjem": gettext_lazy("fosterhjem"),
}
REASSURANCE = {
    rules.Who.CHILD: gettext_lazy("Du trenger ikke vite hva du skal si. Du gjør ikke noe galt når du ringer."),
    rules.Who.PARENT: gettext_lazy("Du kan ringe for å få råd, også uten å si hvem du er."),
    rules.Who.WORRIED: gettext_lazy(
        "Du trenger ikke være sikker. Vi lytter, og finner ut sammen med deg hva som bør skje. "
        "Du kan ringe uten å si hvem du er."
    ),
    rules.Who.PROFESSIONAL: gettext_lazy("Er du i tvil om du skal melde, kan du drøfte det med oss først."),
    rules.Who.FOSTER_PARENT: gettext_lazy("Ring heller én gang for mye. Vi er her for dere og barnet."),
}


ADULT = "voksen"


def word_of(asked: str) -> str:
    """The kind of caller that an address names; whoever it does not know is a worried adult."""
    return asked if asked in WHO else ADULT


@dataclass(frozen=True, slots=True)
class Choice:
    """One kind of caller that the page can answer."""

    word: str
    label: str
    current: bool


def choices(current: str) -> list[Choice]:
    """Whom the answer can be shown for, the present one marked."""
    return [Choice(word, str(label), word == current) for word, label in LABELS.items()]


@dataclass(frozen=True, slots=True)
class Spoken:
    """One answer with its hours in words."""

    answer: rules.Answer
    until: str
    chat: str
    reassurance: str

    @property
    def name(self) -> str:
        """Who answers."""
        return self.answer.name

    @property
    def phone(self) -> str:
        """The number."""
        return self.answer.phone

    @property
    def why(self) -> str:
        """Why just this number."""
        return self.answer.why_said(gettext)

    @property
    def ring(self) -> str:
        """«Ring barnevernvakten»."""
        name = self.name
        return gettext("Ring %(name)s") % {"name": name[:1].lower() + name[1:]}


def answers(found: Iterable[rules.Answer], *, at: datetime) -> list[Spoken]:
    """The answers for a page, in their order."""
    return [Spoken(each, _until(each, at), _chat(each, at), str(REASSURANCE[each.who])) for each in found]


def service_answer(found: list[Spoken]) -> Spoken | None:
    """The service's own line among the answers."""
    return next((each for each in found if each.answer.line.kind in SERVICE), None)


def alarm_answer(found: list[Spoken]) -> Spoken | None:
    """The children's alarm phone among the answers."""
    return next((each for each in found if each.answer.line.kind is Kind.CHILD_ALARM), None)


@dataclass(frozen=True, slots=True)
class Hours:
    """A line in the list of all hours."""

    line: rules.Line
    rows: list[str]
    chat: list[str]
    closed: list[str]
    special: list[str] = field(default_factory=list)


def hours(lines: Iterable[rules.Line], closures: list[rules.Closure], *, today: date) -> list[Hours]:
    """All lines with their hours in words, the service's own first."""
    order = list(Kind)
    return [
        Hours(
            line,
            _rows(line, today, rules.Channel.VOICE),
            _rows(line, today, rules.Channel.CHAT),
            rules.closed_days(line, closures, today=today, say=gettext),
            rules.special_days(line, closures, today=today, say=gettext),
        )
        for line in sorted(lines, key=lambda line: order.index(line.kind))
    ]


@dataclass(frozen=True, slots=True)
class Source:
    """Where the hours of some lines come from, and when somebody last checked."""

    names: str
    source: str
    checked_on: date


def sources(found: Iterable[Hours]) -> list[Source]:
    """The sources of the hours, each once; hours that nobody has checked name none."""
    checked: dict[tuple[str, date], list[str]] = {}
    for line in (each.line for each in found):
        if line.checked_on:
            checked.setdefault((line.source, line.checked_on), []).append(line.name)
    return [Source(", ".join(names), source, day) for (source, day), names in checked.items()]


def duty_hours(found: list[Hours]) -> Hours | None:
    """The service's daytime hours among them."""
    return next((each for each in found if each.line.kind is Kind.DUTY), None)


def now_in_words(at: datetime) -> str:
    """«Lørdag 21. november, klokka 21.40»."""
    local = at.astimezone(OSLO)
    said = gettext("%(day)s, klokka %(time)s") % {"day": date_format(local, "l j. F"), "time": local.strftime("%H.%M")}
    return said[:1].upper() + said[1:]


def _rows(line: rules.Line, today: date, channel: rules.Channel) -> list[str]:
    return [str(row) for row in rules.timetable(line, today=today, channel=channel, say=gettext)]


def _until(answer: rules.Answer, at: datetime) -> str:
    if answer.because == "said-closed":
        return ""
    if answer.open_until is None:
        return gettext("Åpent hele døgnet")
    return gettext("Åpent nå, til %(moment)s") % {"moment": _moment(answer.open_until, at)}


def _chat(answer: rules.Answer, at: datetime) -> str:
    if answer.chat_until:
        return gettext("Åpen nå, til %(moment)s.") % {"moment": _moment(answer.chat_until, at)}
    if answer.chat_from:
        return gettext("Åpner %(moment)s.") % {"moment": _moment(answer.chat_from, at)}
    return ""


def _moment(moment: datetime, at: datetime) -> str:
    clock = gettext("klokka %(time)s") % {"time": moment.strftime("%H.%M")}
    days = (oslo_date(moment) - oslo_date(at)).days
    if days == 0:
        return clock
    day = gettext("i morgen") if days == 1 else date_format(moment, "l" if days < 7 else "l j. F")
    return f"{day} {clock}"

"""The box «Hvem kan jeg ringe nå?»: the same on every page, fed by one question that only a page with the box asks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from oppvekst.domain.information import queries
from oppvekst.domain.information.portal import spoken
from oppvekst.domain.information.rules.lines import SERVICE
from oppvekst.ground.web.reader import language_of, number_of
from oppvekst.law.calendar import OSLO, oslo_date


@dataclass(frozen=True, slots=True)
class Box:
    """Whom one kind of caller can call now: first the one to try first."""

    first: spoken.Spoken
    others: list[spoken.Spoken]
    word: str

    @property
    def alarm(self) -> spoken.Spoken | None:
        """The children's alarm phone."""
        return spoken.alarm_answer([self.first, *self.others])

    @property
    def service(self) -> spoken.Spoken | None:
        """The service's own line."""
        return spoken.service_answer([self.first, *self.others])

    @property
    def emergency(self) -> list[spoken.Spoken]:
        """The others, without the service's own lines: what to show where there is little room."""
        return [each for each in self.others if each.answer.line.kind not in SERVICE]


class Calls:
    """The phones of the municipality that a request asks, at this moment, in the reader's language."""

    def __init__(self, municipality: int, language: str, at: datetime) -> None:
        self.municipality, self.language, self.at = municipality, language, at.astimezone(OSLO)
        self._boxes: dict[str, Box] = {}

    @cached_property
    def phones(self) -> queries.Phones:
        """Everything about the phones; asked for when the first box is shown, and only then."""
        return queries.phones(self.municipality, language=self.language)

    def box(self, word: str) -> Box:
        """The box for one kind of caller, by the word that addresses use."""
        if word not in self._boxes:
            found = self.phones.to_call(spoken.WHO[word], at=self.at)
            first, *others = spoken.answers(found, at=self.at)
            self._boxes[word] = Box(first, others, word)
        return self._boxes[word]

    @property
    def adult(self) -> Box:
        """For somebody who is worried."""
        return self.box("voksen")

    @property
    def child(self) -> Box:
        """For a child: 116 111 is always among them."""
        return self.box("barn")

    @property
    def professional(self) -> Box:
        """For somebody who works with children."""
        return self.box("ansatt")

    @cached_property
    def hours(self) -> list[spoken.Hours]:
        """All lines with their hours."""
        return spoken.hours(self.phones.lines, self.phones.closures, today=self.today)

    @property
    def duty(self) -> spoken.Hours | None:
        """The service's daytime hours."""
        return spoken.duty_hours(self.hours)

    @property
    def sources(self) -> list[spoken.Source]:
        """Where the hours come from, and when somebody last checked."""
        return spoken.sources(self.hours)

    @property
    def now(self) -> str:
        """The moment in words."""
        return spoken.now_in_words(self.at)

    @property
    def today(self) -> date:
        """The day in Norway."""
        return oslo_date(self.at)


def calls_of(request: HttpRequest) -> Calls:
    """The phones of a request, once for all who show them."""
    known: Calls | None = getattr(request, "calls", None)
    if known is None or known.language != language_of(request):
        known = Calls(number_of(request), language_of(request), timezone.now())
        request.calls = known  # type: ignore[attr-defined]
    return known


def calls(request: HttpRequest) -> dict[str, Any]:
    """Context processor: the box for every page of the portal, whichever room it belongs to."""
    return (
        {"calls": calls_of(request)}
        if settings.FACE in ("portal", "mypage") and hasattr(request, "municipality")
        else {}
    )

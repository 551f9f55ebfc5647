"""Whom to call now, and when a message will be read: the page never pretends to be watched."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest

from oppvekst.domain.concerns.portal.steps import Kind
from oppvekst.domain.concerns.rules.message import Who
from oppvekst.domain.information import queries, rules
from oppvekst.domain.information.rules import Kind as LineKind
from oppvekst.law.calendar import oslo_date

CALLERS = {
    Who.CHILD: rules.Who.CHILD, Who.YOUTH: rules.Who.CHILD, Who.PARENT: rules.Who.PARENT, Who.PUBLIC: rules.Who.PROFESSIONAL,
}  # fmt: skip


@dataclass(frozen=True)
class Calls:
    """The numbers for one kind of writer at one moment."""

    police: rules.Answer | None
    service: rules.Answer | None
    alarm: rules.Answer | None
    hours: tuple[str, ...]


def calls_now(request: HttpRequest, kind: Kind | None, *, at: datetime) -> Calls:
    """Whom this writer can call at that moment, and the hours when messages are read."""
    number = request.municipality.number  # type: ignore[attr-defined]
    who = CALLERS.get(kind.who, rules.Who.WORRIED) if kind else rules.Who.WORRIED
    lines, closures = queries.lines_for(number), queries.closures_for(number)
    found = {answer.line.kind: answer for answer in rules.phone_now(who, at=at, lines=lines, closures=closures)}
    duty = next((line for line in lines if line.kind is LineKind.DUTY), None)
    hours = rules.timetable(duty, today=oslo_date(at)) if duty else []
    return Calls(
        found.get(LineKind.POLICE), found.get(LineKind.DUTY) or found.get(LineKind.ON_CALL),
        found.get(LineKind.CHILD_ALARM), tuple(map(str, hours)),
    )  # fmt: skip

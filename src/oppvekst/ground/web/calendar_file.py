"""What leaves the house for a calendar that others may read: a word, a time, perhaps a place, and a name that tells nothing.

There is no way to put a name, a case, an address of ours or any more words into it: the calendar on the kitchen wall, the
shared calendar at work and the phone's lock screen show everything that stands in it (bvl § 13-1).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final
from uuid import UUID

from django.http import HttpResponse
from icalendar import Calendar, Event

SUBJECT: Final = "Møte"
FILE_NAME: Final = "mote.ics"
# Of days that help is given: a weekend is no meeting.
APPOINTMENT: Final = "Avtale"
APPOINTMENTS_NAME: Final = "avtaler.ics"
MAKER: Final = "-//Oppvekst//Kalender//NO"


@dataclass(frozen=True, kw_only=True)
class Neutral:
    """All that a calendar is told. ``uid`` is one receiver's own: drawn, or a digest that only one with the ids can trace."""

    uid: UUID
    starts_at: datetime
    ends_at: datetime
    sent_at: datetime
    place: str = ""
    sequence: int = 0
    cancelled: bool = False


def calendar_file(one: Neutral) -> bytes:
    """The file (RFC 5545): the same ``uid`` each time, so that a change moves the entry and a cancellation takes it away."""
    return _file([one], "CANCEL" if one.cancelled else "PUBLISH", SUBJECT)


def calendar_of_many(entries: Iterable[Neutral]) -> bytes:
    """Several in one file, those that are called off too, so that they are taken away."""
    return _file(entries, "PUBLISH", APPOINTMENT)


def as_calendar(one: Neutral) -> HttpResponse:
    """The file as an answer, under a name that tells nothing either."""
    return _answer(calendar_file(one), FILE_NAME)


def as_calendar_of_many(entries: Iterable[Neutral]) -> HttpResponse:
    """Several as an answer."""
    return _answer(calendar_of_many(entries), APPOINTMENTS_NAME)


def _file(entries: Iterable[Neutral], method: str, word: str) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", MAKER)
    calendar.add("version", "2.0")
    calendar.add("method", method)
    for one in entries:
        calendar.add_component(_entry(one, word))
    return bytes(calendar.to_ical())


def _entry(one: Neutral, word: str) -> Event:
    event = Event()
    event.add("uid", str(one.uid))
    event.add("summary", word)
    event.add("dtstamp", one.sent_at.astimezone(UTC))
    event.add("dtstart", one.starts_at.astimezone(UTC))
    event.add("dtend", one.ends_at.astimezone(UTC))
    event.add("sequence", one.sequence)
    event.add("status", "CANCELLED" if one.cancelled else "CONFIRMED")
    event.add("class", "PRIVATE")
    if one.place:
        event.add("location", one.place)
    return event


def _answer(file: bytes, name: str) -> HttpResponse:
    return HttpResponse(
        file, content_type="text/calendar; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"},
    )  # fmt: skip

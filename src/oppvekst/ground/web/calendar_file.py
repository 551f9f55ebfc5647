"""What leaves the house for a calendar that others may read: a word, a time, perhaps a place, and a name that is random.

There is no way to put a name, a case, an address of ours or any more words into it: the calendar on the kitchen wall, the
shared calendar at work and the phone's lock screen show everything that stands in it (bvl § 13-1).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final
from uuid import UUID

from django.http import HttpResponse
from icalendar import Calendar, Event

SUBJECT: Final = "Møte"
FILE_NAME: Final = "mote.ics"
MAKER: Final = "-//Oppvekst//Kalender//NO"


@dataclass(frozen=True, kw_only=True)
class Neutral:
    """All that a calendar is told. ``uid`` is made by chance for one receiver, and is the id of nothing."""

    uid: UUID
    starts_at: datetime
    ends_at: datetime
    sent_at: datetime
    place: str = ""
    sequence: int = 0
    cancelled: bool = False


def calendar_file(one: Neutral) -> bytes:
    """The file (RFC 5545): the same ``uid`` each time, so that a change moves the entry and a cancellation takes it away."""
    calendar, event = Calendar(), Event()
    calendar.add("prodid", MAKER)
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if one.cancelled else "PUBLISH")
    event.add("uid", str(one.uid))
    event.add("summary", SUBJECT)
    event.add("dtstamp", one.sent_at.astimezone(UTC))
    event.add("dtstart", one.starts_at.astimezone(UTC))
    event.add("dtend", one.ends_at.astimezone(UTC))
    event.add("sequence", one.sequence)
    event.add("status", "CANCELLED" if one.cancelled else "CONFIRMED")
    event.add("class", "PRIVATE")
    if one.place:
        event.add("location", one.place)
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def as_calendar(one: Neutral) -> HttpResponse:
    """The file as an answer, under a name that tells nothing either."""
    return HttpResponse(
        calendar_file(one), content_type="text/calendar; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{FILE_NAME}"', "Cache-Control": "no-store"},
    )  # fmt: skip

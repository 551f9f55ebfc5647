"""What rings and nobody has taken, with the child it is about as far as one may see it."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse

from oppvekst.domain.concerns.desk import spoken
from oppvekst.domain.concerns.models import Concern
from oppvekst.domain.concerns.queries import concerns_by_id
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.agenda.models import Alarm
from oppvekst.ground.agenda.worklist import untaken


def ringing(by: Actor, *, today: date, about: UUID | None = None) -> list[dict[str, Any]]:
    """For ``desk/_alarms.html``: all that rings, or what rings about one concern."""
    if not by.may("alarm.take"):
        return []
    alarms = [alarm for alarm in untaken(by) if about in (None, alarm.subject)]
    concerns = concerns_by_id({alarm.subject for alarm in alarms}) if alarms else {}
    return [_row(alarm, concerns.get(alarm.subject), today) for alarm in alarms]


def _row(alarm: Alarm, concern: Concern | None, today: date) -> dict[str, Any]:
    return {
        "take": reverse("desk:concern-alarm", args=[alarm.id]), "raised_at": alarm.raised_at,
        "name": spoken.child_name(concern) if concern else alarm.words, "what": spoken.title(concern) if concern else "",
        "age": spoken.child_age(concern, today=today) if concern else "",
    }  # fmt: skip

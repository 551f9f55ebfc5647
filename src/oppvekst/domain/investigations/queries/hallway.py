"""Home visits that are being written, and whether what lies on a phone may still be opened by this log-in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from oppvekst.domain.investigations.models import HallwayText, HallwayVisit
from oppvekst.domain.investigations.rules.hallway import TEXTS
from oppvekst.ground.access.actor import Actor
from oppvekst.law.refusals import NotFound

MOST = 50


@dataclass(frozen=True, slots=True)
class LogIn:
    """The log-in of this request: what the phone's key is made for, and how long at most."""

    id: UUID
    until: datetime
    lasts: timedelta


def get_visit(visit_id: UUID) -> HallwayVisit:
    """A visit being written, if its case is there for this person (bvl § 13-1)."""
    found = HallwayVisit.objects.select_related("case__child", "investigation").filter(id=visit_id).first()
    if found is None:
        raise NotFound("Vi finner ikke dette hjemmebesøket.")
    return found


def visits_of(investigation_id: UUID) -> QuerySet[HallwayVisit]:
    """Visits of the investigation that are not finished, the newest first."""
    return HallwayVisit.objects.filter(investigation_id=investigation_id, finished_at=None).order_by("-begun_at", "id")[
        :MOST
    ]


def my_visits(by: Actor) -> QuerySet[HallwayVisit]:
    """Visits that this person began and has not finished, the newest first."""
    mine = HallwayVisit.objects.filter(municipality_id=by.municipality, begun_by=by.person, finished_at=None)
    return mine.select_related("case__child").order_by("-begun_at", "id")[:MOST]


def standing_text(visit: HallwayVisit) -> HallwayText | None:
    """The text that stands, or nothing before the first."""
    return visit.texts.filter(aside=False, version=visit.version).first() if visit.version else None


def visit_texts(text: HallwayText | None) -> dict[str, str]:
    """The parts of a text by name; empty when there is none."""
    return {name: getattr(text, name) if text else "" for name in TEXTS}


def texts_stood(visit: HallwayVisit, version: int) -> dict[str, str]:
    """The parts as they stood at a version."""
    return visit_texts(visit.texts.filter(aside=False, version=version).first())


def texts_aside(visit: HallwayVisit) -> QuerySet[HallwayText]:
    """What stands aside and waits for a choice, the oldest first."""
    return visit.texts.filter(aside=True, settled=False).order_by("sent_at", "id")


def waiting(visits: Iterable[HallwayVisit]) -> set[UUID]:
    """Which of the visits have two texts that wait for a choice."""
    asides = HallwayText.objects.filter(visit__in=[visit.id for visit in visits], aside=True, settled=False)
    return set(asides.values_list("visit_id", flat=True))


def log_in_here() -> LogIn:
    """The log-in that this request was proven by."""
    with connection.cursor() as cursor:
        cursor.execute("select id, until, lasts from access.log_in_here()")
        found = cursor.fetchone()
    if found is None:
        raise NotFound("Ingen er logget inn her.")
    return LogIn(*found)


def goes_on_here(log_in: UUID) -> bool:
    """Whether an earlier log-in of the same person is carried on by this one: locked and opened anew on the same device."""
    with connection.cursor() as cursor:
        cursor.execute("select access.log_in_goes_on(%s)", [log_in])
        return bool((cursor.fetchone() or (False,))[0])

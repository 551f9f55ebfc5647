"""Work with others, noted as it was done: a team's meeting, a project, a visit. No child is in it."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from oppvekst.domain.prevention.models import Activity
from oppvekst.domain.prevention.queries import get_activity
from oppvekst.domain.prevention.rules import ACTIVITIES, Made, check_activity, cleaned_activity
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.acts import act
from oppvekst.law.citation import bvl
from oppvekst.law.refusals import NotAllowed

ARRANGE = "group.arrange"
LAW = bvl("15-1", 1)
GONE = "Denne er tatt bort."


def note_activity(made: Made, *, by: Actor, at: datetime, activity_id: UUID | None = None) -> UUID:
    """Note what was done with others, or mend what was noted (bvl § 15-1)."""
    made = cleaned_activity(made)
    check_activity(made)
    with act("activity.noted", by=by, at=at, right=ARRANGE, law=LAW) as entry:
        row = _standing(activity_id, by=by) if activity_id else _new(by=by, at=at)
        for name, value in _columns(made).items():
            setattr(row, name, value)
        if activity_id:
            row.save(update_fields=tuple(_columns(made)))
        else:
            row.save(force_insert=True)
        entry.about(row.id, says=f"{ACTIVITIES[made.kind]} ble {'rettet' if activity_id else 'ført'}.")
    return row.id


def take_back_activity(activity_id: UUID, *, by: Actor, at: datetime) -> None:
    """It was noted by mistake: it is counted no more."""
    with act("activity.taken_back", by=by, at=at, right=ARRANGE, law=LAW) as entry:
        row = _standing(activity_id, by=by)
        row.taken_back_at = at
        row.save(update_fields=("taken_back_at",))
        entry.about(row.id, says="En aktivitet ble tatt bort.")


def restore_activity(activity_id: UUID, *, by: Actor, at: datetime) -> None:
    """It was taken back by mistake: it is counted again."""
    with act("activity.restored", by=by, at=at, right=ARRANGE, law=LAW) as entry:
        row = get_activity(activity_id, by=by)
        row.taken_back_at = None
        row.save(update_fields=("taken_back_at",))
        entry.about(row.id, says="En aktivitet ble satt tilbake.")


def _standing(activity_id: UUID, *, by: Actor) -> Activity:
    row = get_activity(activity_id, by=by)
    if row.taken_back_at:
        raise NotAllowed(GONE)
    return row


def _new(*, by: Actor, at: datetime) -> Activity:
    return Activity(id=uuid4(), municipality_id=by.municipality, noted_at=at, noted_by=by.person)


def _columns(made: Made) -> dict[str, Any]:
    return asdict(made) | {"members": list(made.members), "themes": list(made.themes)}

"""Noting a discussion that was held, mending it the same day, and keeping one by name only as long as the family agrees.

No act here touches a case or a concern: a worry becomes a concern when somebody sends one, in their own name (bvl § 13-2).
"""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4, uuid5

from oppvekst.domain.prevention.actions.arrive import once
from oppvekst.domain.prevention.models import AgreedDiscussion, HeldDiscussion
from oppvekst.domain.prevention.queries import get_agreed, get_discussion, names_taking_part
from oppvekst.domain.prevention.rules import (
    SECRECY,
    Agreed,
    Held,
    check_agreed,
    check_held,
    cleaned_discussion,
    refuse_unmendable,
)
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import oslo_date
from oppvekst.law.citation import bvl
from oppvekst.law.refusals import NotAllowed

ANSWER = "request.answer"
LAW = bvl("15-1", 1)
ENDED = "Samtykket er trukket, og det som sto her, er tatt bort."


def note_discussion(held: Held, *, sheet: str = "", by: Actor, at: datetime) -> UUID:
    """Note an anonymous discussion (bvl § 15-1). The journal says that one was held, and nothing of what it was about.

    The same ``sheet`` sent twice with the same answers is one discussion. Two calls may well be noted alike, each on a sheet of
    its own; and who goes back and writes another on the same sheet has noted another.
    """
    columns = _columns(held, by=by, at=at)
    row = HeldDiscussion(
        id=_of_sheet(sheet, held, by) if sheet else uuid4(), municipality_id=by.municipality, noted_at=at, noted_by=by.person,
        **columns,
    )  # fmt: skip
    with once(), act("discussion.noted", by=by, at=at, right=ANSWER, law=LAW) as entry:
        row.save(force_insert=True)
        entry.about(row.id, says="En anonym drøfting ble ført.")
    return row.id


def mend_discussion(discussion_id: UUID, held: Held, *, by: Actor, at: datetime) -> None:
    """Mend a discussion the same day: by who noted it, and nobody else."""
    columns = _columns(held, by=by, at=at)
    with act("discussion.mended", by=by, at=at, right=ANSWER, law=LAW) as entry:
        row = _mendable(discussion_id, by=by, at=at)
        _store(row, columns)
        entry.about(row.id, says="En anonym drøfting ble rettet.")


def take_back_discussion(discussion_id: UUID, *, by: Actor, at: datetime) -> None:
    """Take a discussion back the same day: it is counted no more, and its words are gone."""
    with act("discussion.taken_back", by=by, at=at, right=ANSWER, law=LAW) as entry:
        row = _mendable(discussion_id, by=by, at=at)
        _store(row, {"taken_back_at": at, "words": "", "kept_reason": "", "kept_as": []})
        entry.about(row.id, says="En anonym drøfting ble tatt bort.")


def note_agreed(agreed: Agreed, *, by: Actor, at: datetime) -> UUID:
    """Note a discussion by name that the family has agreed to, with who said yes and when (bvl § 13-1)."""
    agreed = cleaned_discussion(agreed)
    check_agreed(agreed, today=oslo_date(at))
    with act("discussion.agreed", by=by, at=at, right=ANSWER, law=SECRECY) as entry:
        row = AgreedDiscussion(
            id=uuid4(), municipality_id=by.municipality, noted_at=at, noted_by=by.person, **asdict(agreed)
        )  # fmt: skip
        row.save(force_insert=True)
        entry.about(row.id, says="En drøfting med samtykke ble ført.")
    return row.id


def withdraw_agreement(discussion_id: UUID, *, by: Actor, at: datetime) -> None:
    """The family takes its consent back: who it was about and what was said are gone, the day stands (bvl § 13-1)."""
    with act("discussion.agreement_withdrawn", by=by, at=at, right=ANSWER, law=SECRECY) as entry:
        row = get_agreed(discussion_id, by=by)
        if row.withdrawn_on:
            raise NotAllowed(ENDED)
        _store(row, {"withdrawn_on": oslo_date(at), "about": "", "consent_by": "", "words": ""})
        entry.about(row.id, says="Et samtykke til drøfting med navn ble trukket.")


def _of_sheet(sheet: str, held: Held, by: Actor) -> UUID:
    """An id that nobody can make of somebody else's sheet, nor guess another's row by."""
    answers = json.dumps(asdict(held), sort_keys=True, default=str)
    return uuid5(by.person, f"{by.municipality} {sheet} {answers}")


def _columns(held: Held, *, by: Actor, at: datetime) -> dict[str, Any]:
    """What is stored: what the words looked like when they are kept, and no reason where none was called for."""
    today = oslo_date(at)
    held = cleaned_discussion(held)
    found = check_held(held, known=names_taking_part(by, today=today), today=today)
    kept_as = list(dict.fromkeys(one.looks.value for one in found))
    reason = held.kept_reason if found else ""
    return asdict(held) | {"advice": list(held.advice), "kept_reason": reason, "kept_as": kept_as}


def _mendable(discussion_id: UUID, *, by: Actor, at: datetime) -> HeldDiscussion:
    """Whoever may not change a row may not hold it either: the database would say that it is not there."""
    _refuse_unmendable(get_discussion(discussion_id, by=by), by=by, at=at)
    row = get_discussion(discussion_id, by=by, lock=True)
    _refuse_unmendable(row, by=by, at=at)
    return row


def _refuse_unmendable(row: HeldDiscussion, *, by: Actor, at: datetime) -> None:
    refuse_unmendable(
        own=row.noted_by == by.staff_id, noted_on=oslo_date(row.noted_at), today=oslo_date(at),
        taken_back=row.taken_back_at is not None,
    )  # fmt: skip


def _store(row: HeldDiscussion | AgreedDiscussion, columns: dict[str, Any]) -> None:
    for name, value in columns.items():
        setattr(row, name, value)
    row.save(update_fields=tuple(columns))

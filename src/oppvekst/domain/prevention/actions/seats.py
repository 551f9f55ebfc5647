"""Who has a place in a group: confirmed by a call, signed off, or waiting again."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from oppvekst.domain.prevention.actions.limits import limits_of_sign_up
from oppvekst.domain.prevention.models import SignUp
from oppvekst.domain.prevention.queries import get_group, get_sign_up
from oppvekst.domain.prevention.rules import CALL_BACK, CONFIRMED, NEW, SIGN_UPS, SignUpFacts
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.agenda.planned import settle
from oppvekst.ground.journal.acts import act

ANSWER = "request.answer"
LAW = str(CALL_BACK.citation)


def confirm_place(sign_up_id: UUID, *, by: Actor, at: datetime) -> None:
    """We have called the family, and the place is theirs. There are no more places than the group has."""
    with act("sign_up.confirmed", by=by, at=at, right=ANSWER, law=LAW) as entry:
        row = _move(sign_up_id, "confirm", by=by, at=at)
        entry.about(row.id, says="En familie fikk plassen sin bekreftet.")


def withdraw_sign_up(sign_up_id: UUID, *, by: Actor, at: datetime) -> None:
    """The family is not coming after all. The next on the list moves up."""
    with act("sign_up.withdrawn", by=by, at=at, right=ANSWER, law=LAW) as entry:
        row = _move(sign_up_id, "withdraw", by=by, at=at)
        entry.about(row.id, says="En familie ble meldt av.")


def restore_sign_up(sign_up_id: UUID, *, by: Actor, at: datetime) -> None:
    """It was noted by mistake: the family stands where it stood, and is to be called."""
    with act("sign_up.restored", by=by, at=at, right=ANSWER, law=LAW) as entry:
        row = _move(sign_up_id, "restore", by=by, at=at)
        entry.about(row.id, says="En påmelding ble satt tilbake som ny.")


def _move(sign_up_id: UUID, step: str, *, by: Actor, at: datetime) -> SignUp:
    """One at a time: whoever gives away a place holds the group until it is done."""
    group = get_group(get_sign_up(sign_up_id, by=by).group_id, by=by, lock=True)
    row = get_sign_up(sign_up_id, by=by)
    confirmed = SignUp.objects.filter(group=group, state=CONFIRMED).count()
    row.state = SIGN_UPS.take(row.state, step, SignUpFacts(seats=group.seats, confirmed=confirmed))
    row.answered_at = None if row.state == NEW else at
    row.save(update_fields=("state", "answered_at"))
    settle(limits_of_sign_up(row))
    return row

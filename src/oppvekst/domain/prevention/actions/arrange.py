"""Arranging a guidance group: planned as a draft, published, changed, taken down."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from oppvekst.domain.prevention.models import Group, SignUp
from oppvekst.domain.prevention.queries import get_group
from oppvekst.domain.prevention.rules import CALL_BACK, CONFIRMED, Planned, check_group
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import oslo_date
from oppvekst.law.refusals import Incomplete, NotAllowed

ARRANGE = "group.arrange"
LAW = str(CALL_BACK.citation)


def arrange_group(planned: Planned, *, by: Actor, at: datetime, group_id: UUID | None = None) -> UUID:
    """Plan a new group. Nobody outside sees it before it is published."""
    planned = _stripped(planned)
    check_group(planned)
    with act("group.arranged", by=by, at=at, right=ARRANGE, law=LAW) as entry:
        group = Group(id=group_id or uuid4(), municipality_id=by.municipality, **_columns(planned))
        group.save(force_insert=True)
        entry.about(group.id, says="En veiledningsgruppe ble planlagt.")
    return group.id


def change_group(group_id: UUID, planned: Planned, *, by: Actor, at: datetime) -> None:
    """Change a group; those who have a confirmed place keep it."""
    planned = _stripped(planned)
    with act("group.changed", by=by, at=at, right=ARRANGE, law=LAW) as entry:
        group = get_group(group_id, by=by, lock=True)
        check_group(planned, confirmed=SignUp.objects.filter(group=group, state=CONFIRMED).count())
        columns = _columns(planned)
        for name, value in columns.items():
            setattr(group, name, value)
        group.save(update_fields=tuple(columns))
        entry.about(group.id, says="En veiledningsgruppe ble endret.")


def publish_group(group_id: UUID, *, by: Actor, at: datetime) -> None:
    """Open a group for sign-ups on the public pages."""
    with act("group.published", by=by, at=at, right=ARRANGE, law=LAW) as entry:
        group = get_group(group_id, by=by, lock=True)
        _refuse_unready(group, at)
        _show(group, published=True)
        entry.about(group.id, says="En veiledningsgruppe ble åpnet for påmelding.")


def take_down_group(group_id: UUID, *, by: Actor, at: datetime) -> None:
    """Take a group off the public pages. Those who have signed up are kept."""
    with act("group.taken_down", by=by, at=at, right=ARRANGE, law=LAW) as entry:
        group = get_group(group_id, by=by, lock=True)
        _show(group, published=False)
        entry.about(group.id, says="En veiledningsgruppe ble tatt ned fra de åpne sidene.")


def _refuse_unready(group: Group, at: datetime) -> None:
    if group.ends_on < oslo_date(at):
        raise NotAllowed("Gruppa er ferdig, og kan ikke åpnes for påmelding.")
    lacking = {name: sentence for name, sentence in NEEDED.items() if not str(getattr(group, name)).strip()}
    if lacking:
        raise Incomplete(lacking)


NEEDED = {
    "place": "Skriv hvor gruppa møtes, før den åpnes for påmelding.",
    "about": "Skriv hva gruppa er, før den åpnes for påmelding.",
}


def _show(group: Group, *, published: bool) -> None:
    group.published = published
    group.save(update_fields=("published",))


def _columns(planned: Planned) -> dict[str, Any]:
    return asdict(planned) | {"languages": list(planned.languages)}


def _stripped(planned: Planned) -> Planned:
    return replace(
        planned, title=planned.title.strip(), about=planned.about.strip(), place=planned.place.strip()
    )  # fmt: skip

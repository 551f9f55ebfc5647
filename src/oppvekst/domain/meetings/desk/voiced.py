"""What the meetings tell of the child's voice: what it wanted raised, in what way it wanted to be there, and whether it came."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from oppvekst.domain.meetings.models import ChildWish, Meeting
from oppvekst.domain.meetings.queries.voice import came, meetings_with_child
from oppvekst.domain.meetings.rules import AHEAD, COMES, KINDS, Comes, Kind
from oppvekst.domain.meetings.rules.guards import CHILD_ASKED
from oppvekst.ground.web.frame import known
from oppvekst.ground.web.voice import Line, Missing, Voiced
from oppvekst.law.calendar import oslo_date

STAGE = "Møter"
ASKED = "Hva barnet vil ta opp i møtet, og om det vil komme"


def voiced(case_id: UUID, today: date) -> Iterator[Voiced]:
    """Each meeting, oldest first. A child that nobody has asked is asked for while the meeting lies ahead (bvl § 1-4)."""
    for one in meetings_with_child(case_id):
        wish = next(iter(one.wishes.all()), None)
        if wish or one.state in AHEAD or one.held_on:
            yield _meeting(one, wish)


def _meeting(one: Meeting, wish: ChildWish | None) -> Voiced:
    title, reason = KINDS[Kind(one.group.kind)].title, one.group.not_asked_reason
    lacks = one.state in AHEAD and wish is None and not reason
    return Voiced(
        stage=STAGE, step=title, at=oslo_date(one.starts_at), href=known("meeting", one.id), asked=ASKED if wish else "",
        said=wish.words if wish else "", more=tuple(_more(one, wish)), missing=(_lack(one),) if lacks else (),
    )  # fmt: skip


def _more(one: Meeting, wish: ChildWish | None) -> Iterator[Line]:
    if wish is None and one.group.not_asked_reason:
        yield Line("Ikke spurt", one.group.not_asked_reason)
    if wish:
        yield Line("Ønsket", COMES[Comes(wish.comes)])
    if wish and wish.by_whom:
        yield Line("Sier det for barnet", wish.by_whom)
    there = came(one)
    if there is not None:
        little = wish is not None and wish.comes == Comes.PART
        yield Line("Møtet", ("Var med litt" if little else "Var med") if there else "Kom ikke")


def _lack(one: Meeting) -> Missing:
    href = known("meeting-ask-child", one.id)
    return Missing(
        title=CHILD_ASKED.refusal, note=str(CHILD_ASKED.citation), word="Mangler:", href=href,
        act="Spør barnet" if href else "",
    )  # fmt: skip

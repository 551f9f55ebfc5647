"""Guidance groups: what the public reads of them, and at the desk who has signed up, as numbers and as a list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db import connection
from django.db.models import Count, Q, QuerySet, Sum

from oppvekst.domain.prevention.models import Group, SignUp
from oppvekst.domain.prevention.queries.requests import must_see
from oppvekst.domain.prevention.rules import (
    CONFIRMED,
    NEW,
    WITHDRAWN,
    GroupStanding,
    seated,
    standing_of,
)
from oppvekst.ground.access.actor import Actor
from oppvekst.law.refusals import NotFound

NO_GROUP = "Vi finner ikke denne gruppa."


@dataclass(frozen=True)
class Seat:
    """A sign-up, and whether there is a place for it."""

    sign_up: SignUp
    has_place: bool

    @property
    def waits(self) -> bool:
        """On the waiting list."""
        return not self.has_place and self.sign_up.state != WITHDRAWN


@dataclass(frozen=True)
class Figures:
    """A group in numbers, of those who have not signed off."""

    families: int = 0
    confirmed: int = 0
    waiting: int = 0
    adults: int = 0
    children_to_mind: int = 0
    interpreters: dict[str, int] = field(default_factory=dict)


def published_group(municipality: int, group_id: UUID) -> Group:
    """A group as everybody may read it."""
    found = Group.objects.filter(id=group_id, municipality_id=municipality, published=True).first()
    if found is None:
        raise NotFound(NO_GROUP)
    return found


def held_groups(municipality: int, *, today: date) -> list[Group]:
    """The published groups that are not over, the first to begin first."""
    rows = Group.objects.filter(municipality_id=municipality, published=True, ends_on__gte=today)
    return list(rows.order_by("starts_on", "title", "id"))


def standings(groups: Sequence[Group], *, today: date) -> dict[UUID, GroupStanding]:
    """How each published group stands, in one question. The portal reads no sign-up, and is told a number."""
    taken = _seats_taken([group.id for group in groups]) if groups else {}
    return {group.id: _standing(group, taken.get(group.id, 0), today) for group in groups}


def get_group(group_id: UUID, *, by: Actor, lock: bool = False) -> Group:
    """The group, for whoever arranges groups; ``lock`` lets one at a time give away its places."""
    must_see(by)
    rows = Group.objects.select_for_update() if lock else Group.objects.all()
    found = rows.filter(id=group_id, municipality_id=by.municipality).first()
    if found is None:
        raise NotFound(NO_GROUP)
    return found


def groups(by: Actor) -> QuerySet[Group]:
    """All groups of this municipality with their numbers (``new``, ``confirmed``, ``adults``), the latest first."""
    must_see(by)
    coming = ~Q(sign_ups__state=WITHDRAWN)
    return (
        Group.objects.filter(municipality_id=by.municipality)
        .annotate(
            new=Count("sign_ups", filter=Q(sign_ups__state=NEW)),
            confirmed=Count("sign_ups", filter=Q(sign_ups__state=CONFIRMED)),
            coming_adults=Sum("sign_ups__adults", filter=coming, default=0),
            coming_children=Sum("sign_ups__children_to_mind", filter=coming, default=0),
        )
        .order_by("-starts_on", "title", "id")
    )


def get_sign_up(sign_up_id: UUID, *, by: Actor) -> SignUp:
    """One sign-up with its group, if it is there for you."""
    must_see(by)
    rows = SignUp.objects.select_related("group").filter(id=sign_up_id, municipality_id=by.municipality)
    found = rows.first()
    if found is None:
        raise NotFound("Vi finner ikke denne påmeldingen.")
    return found


def sign_ups_by_id(ids: Iterable[UUID]) -> dict[UUID, SignUp]:
    """The sign-ups that a worklist points at with their groups, in one question; none when nothing is asked."""
    wanted = list(ids)
    rows = SignUp.objects.select_related("group").filter(id__in=wanted) if wanted else ()
    return {found.id: found for found in rows}


def seats(group: Group) -> list[Seat]:
    """Everybody who has signed up for a group, in the order they came, each with a place or without."""
    rows = list(SignUp.objects.filter(group=group).order_by("received_at", "id"))
    return list(map(Seat, rows, seated([row.state for row in rows], group.seats)))


def figures(found: Iterable[Seat]) -> Figures:
    """The numbers of a group: families, adults, children to mind, and who needs which interpreter."""
    coming = [seat for seat in found if seat.sign_up.state != WITHDRAWN]
    return Figures(
        families=len(coming),
        confirmed=sum(seat.sign_up.state == CONFIRMED for seat in coming),
        waiting=sum(seat.waits for seat in coming),
        adults=sum(seat.sign_up.adults for seat in coming),
        children_to_mind=sum(seat.sign_up.children_to_mind for seat in coming),
        interpreters=dict(Counter(seat.sign_up.interpreter for seat in coming if seat.sign_up.interpreter)),
    )


def _standing(group: Group, taken: int, today: date) -> GroupStanding:
    return standing_of(
        starts_on=group.starts_on, ends_on=group.ends_on, seats=group.seats, taken=taken, today=today
    )  # fmt: skip


def _seats_taken(group_ids: list[UUID]) -> dict[UUID, int]:
    with connection.cursor() as cursor:
        cursor.execute("select group_id, taken from access.seats_taken(%s)", [group_ids])
        return dict(cursor.fetchall())

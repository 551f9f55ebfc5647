"""Whom a concern can be given to: staff of this municipality with a duty today that works with concerns."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from oppvekst.ground.access.models import Duty
from oppvekst.ground.database.logins import CASE_HATS


def colleagues(municipality: int, *, today: date) -> list[tuple[UUID, str]]:
    """Who may be given a concern, by name, each with her roles."""
    roles: dict[tuple[UUID, str], list[str]] = {}
    for duty in _duties(municipality, today).filter(role__hat__in=CASE_HATS):
        roles.setdefault((duty.staff_id, duty.staff.name), []).append(duty.role.title.lower())
    return [
        (staff_id, f"{name}, {' og '.join(sorted(titles))}")
        for (staff_id, name), titles in sorted(roles.items(), key=_name)
    ]


def deciders(municipality: int, *, today: date) -> list[dict[str, str]]:
    """The leader and the deputy with their phones: who may make an emergency decision (bvl § 4-2)."""
    found = (
        _duties(municipality, today).filter(role__name__in=("leader", "deputy")).order_by("-role__name", "staff__name")
    )
    return [{"role": duty.role.name, "name": duty.staff.name, "phone": duty.staff.pager} for duty in found]


def _duties(municipality: int, today: date) -> QuerySet[Duty]:
    current = Q(valid_from__lte=today) & (Q(valid_to=None) | Q(valid_to__gte=today))
    return Duty.objects.filter(current, municipality_id=municipality).select_related("staff", "role")


def _name(entry: tuple[tuple[UUID, str], list[str]]) -> str:
    return entry[0][1]

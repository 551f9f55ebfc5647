"""Who works here: whom work may be given to, and who somebody is, by name."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from oppvekst.ground.access.models import Duty, Staff
from oppvekst.ground.database.logins import CASE_HATS


def duties(municipality: int, *, today: date) -> QuerySet[Duty]:
    """The dated appointments that hold today, each with its person and role."""
    current = Q(valid_from__lte=today) & (Q(valid_to=None) | Q(valid_to__gte=today))
    return Duty.objects.filter(current, municipality_id=municipality).select_related("staff", "role")


def colleagues(municipality: int, *, today: date) -> list[tuple[UUID, str]]:
    """Who works with cases here today, by name, each with her roles."""
    roles: dict[tuple[str, UUID], list[str]] = {}
    for duty in duties(municipality, today=today).filter(role__hat__in=CASE_HATS):
        roles.setdefault((duty.staff.name, duty.staff_id), []).append(duty.role.title.lower())
    return [(staff_id, f"{name}, {' og '.join(sorted(titles))}") for (name, staff_id), titles in sorted(roles.items())]


def everybody(municipality: int, *, today: date) -> list[tuple[UUID, str]]:
    """Everybody who works here today, whatever she does, by name."""
    return sorted(
        {
            (duty.staff.name, duty.staff_id): (duty.staff_id, duty.staff.name)
            for duty in duties(municipality, today=today)
        }.values(),
        key=lambda one: one[1],
    )


def names(staff_ids: Iterable[UUID | None]) -> dict[UUID, str]:
    """Who they are, in one question; none when nobody is asked for."""
    wanted = {staff_id for staff_id in staff_ids if staff_id}
    return dict(Staff.objects.filter(id__in=wanted).values_list("id", "name")) if wanted else {}

"""Who may decide tonight: for the form of the night when the system is down."""

from __future__ import annotations

from datetime import date

from oppvekst.ground.access.colleagues import duties


def deciders(municipality: int, *, today: date) -> list[dict[str, str]]:
    """The leader and the deputy with their phones: who may make an emergency decision (bvl § 4-2)."""
    found = duties(municipality, today=today).filter(role__name__in=("leader", "deputy"))
    ordered = found.order_by("-role__name", "staff__name")
    return [{"role": duty.role.name, "name": duty.staff.name, "phone": duty.staff.pager} for duty in ordered]

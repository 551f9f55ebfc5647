"""Setting up a service: municipality, roles with their rights, staff and their duties. Done by the owner, not at a desk."""

from __future__ import annotations

from datetime import date

from django.db.models.functions import Now

from oppvekst.ground.access.models import Duty, Municipality, Right, Role, Service, Staff, Team
from oppvekst.ground.access.rights import ROLES
from oppvekst.ground.access.ways_in import ClaimRole
from oppvekst.law.refusals import NotFound


def add_municipality(number: int, name: str, *, service: Service | None = None, theme: str = "solvik") -> Municipality:
    """Add a municipality with its own roles; safe to repeat. A shared service is given as ``service``."""
    found = Municipality.objects.filter(number=number).first()
    if found is None:
        service = service or Service.objects.create(name=f"Barneverntjenesten i {name}")
        found = Municipality.objects.create(number=number, name=name, service=service, theme=theme)
    install_roles(found)
    return found


def install_roles(municipality: Municipality) -> None:
    """Give a municipality the roles it lacks. What it has changed itself stays as it is."""
    for name, start in ROLES.items():
        if not Role.objects.filter(municipality=municipality, name=name).exists():
            role = Role.objects.create(municipality=municipality, name=name, title=start.title, hat=start.hat)
            Right.objects.bulk_create(
                Right(municipality=municipality, role=role, name=right) for right in sorted(start.rights)
            )


def appoint(
    staff: Staff, role: str, *, municipality: Municipality, since: date, until: date | None = None,
    team: Team | None = None, decision: str = "tilsatt",
) -> Duty:  # fmt: skip
    """Appoint a person to a role from a date (bvl § 15-3): dated, and kept with its decision."""
    return Duty.objects.create(
        municipality=municipality, staff=staff, team=team, valid_from=since, valid_to=until, decision=decision,
        role=Role.objects.get(municipality=municipality, name=role),
    )  # fmt: skip


def claim_role(municipality: int, value: str, role: str) -> None:
    """Let a value of the log-in provider's give a role, for the day somebody logs in with it; safe to repeat."""
    wanted = _role(municipality, role)
    if not ClaimRole.objects.filter(role=wanted, value=value, ended_at=None).exists():
        ClaimRole.objects.create(municipality_id=municipality, role=wanted, value=value)


def unclaim_role(municipality: int, value: str, role: str) -> None:
    """Let the value give the role no more. The row stays, with the moment it ended."""
    ClaimRole.objects.filter(role=_role(municipality, role), value=value, ended_at=None).update(ended_at=Now())


def _role(municipality: int, name: str) -> Role:
    found = Role.objects.filter(municipality_id=municipality, name=name).first()
    if found is None:
        raise NotFound(f"Kommune {municipality:04d} har ingen rolle {name}. Legg til kommunen med «oppvekst init».")
    return found

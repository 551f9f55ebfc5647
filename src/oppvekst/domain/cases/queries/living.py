"""Where the child lives, who has parental responsibility, and whether the child understands: as it stands on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from oppvekst.domain.cases.models import Party, Residence, Responsibility, Understanding


@dataclass(frozen=True)
class Held:
    """Whether somebody has parental responsibility, from where we know it, and when that was looked up."""

    holds: bool | None
    source: str = ""
    checked_on: date | None = None
    since: date | None = None


def residences(case_id: UUID) -> list[Residence]:
    """Everything that is written about where the child lives, the newest day first."""
    rows = Residence.objects.filter(case_id=case_id).select_related("person")
    return list(rows.order_by("-valid_from", "-noted_at"))


def residence_on(case_id: UUID, day: date) -> Residence | None:
    """Where the child lives on that day, or None when nobody has written it (barnelova §§ 36, 37)."""
    return next((row for row in residences(case_id) if row.valid_from <= day), None)


def responsibilities(case_id: UUID) -> list[Responsibility]:
    """Everything that is written about who has parental responsibility, the newest day first."""
    rows = Responsibility.objects.filter(case_id=case_id).select_related("person")
    return list(rows.order_by("-valid_from", "-noted_at"))


def responsibility_on(case_id: UUID, day: date) -> dict[UUID, Held]:
    """Who has parental responsibility on that day, by person (barnelova § 30; bvl § 12-2).

    What was said when the person was written into the case holds until something is written with a day of its own.
    """
    found: dict[UUID, Held] = {}
    for row in responsibilities(case_id):
        if row.valid_from <= day and row.person_id not in found:
            found[row.person_id] = Held(row.holds, row.source, row.checked_on, row.valid_from)
    for party in Party.objects.filter(case_id=case_id, valid_to=None):
        if party.person_id not in found:
            known = party.parental_responsibility if party.source.strip() else None
            found[party.person_id] = Held(known, party.source, party.valid_from, party.valid_from)
    return found


def understanding_on(case_id: UUID, day: date) -> Understanding | None:
    """The newest assessment of whether the child understands what the case is about (bvl § 12-3 (1))."""
    rows = Understanding.objects.filter(case_id=case_id, assessed_on__lte=day)
    return rows.order_by("-assessed_on", "-noted_at").first()

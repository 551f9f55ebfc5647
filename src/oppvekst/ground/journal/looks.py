"""Looks: each view of a case, a concern or a search is written down in the same transaction that shows it (bvl § 13-1)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.models import Look


def look(
    kind: str, *, by: Actor, at: datetime, subject: UUID | None = None, case_id: UUID | None = None, terms: str = ""
) -> None:
    """Write down that ``by`` saw something. The public and the clock are nobody, and see nothing."""
    Look.objects.create(
        municipality_id=by.municipality, at=at, kind=kind, subject=subject, case_id=case_id, actor=by.person, hat=by.hat,
        terms=terms[:500],
    )  # fmt: skip

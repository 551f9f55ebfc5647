"""One at a time: an act on an investigation holds its row until it is done."""

from __future__ import annotations

from uuid import UUID

from oppvekst.domain.investigations.models import Investigation
from oppvekst.domain.investigations.queries import get_investigation
from oppvekst.law.citation import bvl
from oppvekst.law.refusals import NotAllowed


def held(investigation_id: UUID) -> Investigation:
    """The investigation, for whoever may see it; one who acts at the same moment waits here."""
    Investigation.objects.select_for_update(of=("self",)).filter(id=investigation_id).values_list("id").first()
    return get_investigation(investigation_id)


def going_on(investigation_id: UUID) -> Investigation:
    """The same, refused when it has ended: what is collected after that belongs to something else (bvl § 2-5)."""
    found = held(investigation_id)
    if found.concluded_on:
        raise NotAllowed("Undersøkelsen er avsluttet. Det som kommer nå, føres i saken.", bvl("2-5"))
    return found

"""What every page of this room shares: that it was seen, and where an act leads when it is done."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from oppvekst.domain.homes import queries
from oppvekst.domain.homes.models import Offer
from oppvekst.ground.journal.looks import look
from oppvekst.ground.web.frame import DONE, DeskRequest, now


def seen(request: DeskRequest, offer_id: UUID) -> Offer:
    """The offer, if it is there for this person, who has then seen it (bvl § 13-1)."""
    offer = queries.get_offer(offer_id, by=request.actor)
    look("offer", by=request.actor, at=now(), subject=offer.id)
    return offer


def lead_on(offer_id: UUID, done: str) -> HttpResponse:
    """To the offer, with a word about what was done."""
    return redirect(f"{reverse('desk:offer', args=[offer_id])}?{DONE}={done}")

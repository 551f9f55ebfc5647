"""An act on an offer that asks something first."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse

from oppvekst.domain.homes import queries
from oppvekst.domain.homes.actions import FOLLOW_UP
from oppvekst.domain.homes.desk import frame, page
from oppvekst.domain.homes.models import Offer
from oppvekst.ground.web.acting import Act
from oppvekst.ground.web.frame import today


class OfferAct(Act[Offer]):
    """One act on an offer; it asks again when a colleague has acted since the form was opened."""

    template = "homes/desk/act.html"
    right = FOLLOW_UP

    def find(self, offer_id: UUID) -> Offer:
        return frame.seen(self.request, offer_id)

    def head(self, found: Offer) -> dict[str, Any]:
        return page.head(found, today=today(), act=self.heading)

    def home(self, found: Offer, done: str) -> HttpResponse:
        return frame.lead_on(found.id, done)

    def changed(self, found: Offer) -> bool:
        return self.request.POST.get("sett") != queries.stand_of(found)

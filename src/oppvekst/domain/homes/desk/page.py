"""Everything the page of one offer shows, gathered in a fixed number of questions."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from oppvekst.domain.homes import queries
from oppvekst.domain.homes.actions import FOLLOW_UP
from oppvekst.domain.homes.desk import spoken
from oppvekst.domain.homes.desk.forms import NoteForm
from oppvekst.domain.homes.desk.steps import next_steps
from oppvekst.domain.homes.desk.wanted_page import busy_with
from oppvekst.domain.homes.models import Offer
from oppvekst.ground.access.actor import Actor
from oppvekst.law.calendar import oslo_date

LIST = _("Hjem")


def context(offer: Offer, by: Actor, *, today: date, note: NoteForm | None = None) -> dict[str, Any]:
    """The whole page."""
    holder = queries.names_of([offer.assignee]).get(offer.assignee, "") if offer.assignee else ""
    return {
        **head(offer, today=today), "reaching": spoken.reaching(offer), "offered": spoken.offered(offer),
        "required": spoken.required(offer), **next_steps(offer, by, holder=holder), "holder": holder,
        "mine": offer.assignee == by.staff_id, "events": events(offer), "busy": busy_with(offer), "may": by.may(FOLLOW_UP),
        "note": note or NoteForm(initial={"note": offer.note}),
    }  # fmt: skip


def head(offer: Offer, *, today: date, act: Any = "") -> dict[str, Any]:
    """Name, wish and limit: on top of the offer and of every act on it."""
    here = reverse("desk:offer", args=[offer.id])
    crumbs = [(LIST, reverse("desk:offers")), (offer.reference, here if act else "")]
    return {
        "offer": offer, "wish": spoken.wish(offer), "state": spoken.state(offer), "limit": limit(offer), "today": today,
        "mark": queries.stand_of(offer), "here": here, "crumbs": [*crumbs, (act, "")] if act else crumbs,
    }  # fmt: skip


def limit(offer: Offer) -> dict[str, Any] | None:
    """The first contact: when, how it was counted, and when it was kept. Nothing when it ended without one."""
    if offer.closed_at and not offer.contacted_at:
        return None
    due = queries.contact_limit(offer)
    kept = oslo_date(offer.contacted_at) if offer.contacted_at else None
    return {"due": due.due, "steps": due.steps, "kept_on": kept, "law": gettext("egen praksis")}


def events(offer: Offer) -> list[dict[str, Any]]:
    """What has happened, oldest first."""
    happened: list[tuple[datetime | None, Any]] = [
        (offer.received_at, _("Kom fra de åpne sidene")),
        (offer.contacted_at, _("Vi hadde kontakt")),
        (offer.closed_at, capfirst(gettext("avsluttet: %(how)s") % {"how": spoken.outcome(offer)})),
    ]
    return [{"at": at, "text": text} for at, text in happened if at]

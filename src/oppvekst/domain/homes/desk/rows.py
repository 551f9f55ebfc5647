"""The list: its views, its filter, and one line of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Case, Count, F, Q, QuerySet, Value, When
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from oppvekst.domain.homes import queries
from oppvekst.domain.homes.desk import spoken
from oppvekst.domain.homes.models import Offer
from oppvekst.domain.homes.rules import CLOSED, CONTACTED, OPEN
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.web.words import day_in_words
from oppvekst.law.calendar import oslo_date

SHOW = "vis"
# A reference is not broken over two lines.
UNBROKEN = "\N{NON-BREAKING HYPHEN}"


@dataclass(frozen=True)
class View:
    """One view of the list, with its own address."""

    key: str
    label: Any
    which: Q
    none: Any


def views(by: Actor) -> tuple[View, ...]:
    """The views this person may choose among; the first is what is not ended."""
    running = Q(state__in=(OPEN, CONTACTED))
    return (
        View("", _("Ikke avsluttet"), running, _("Ingen venter på dere nå.")),
        View("nye", _("Nye"), Q(state=OPEN), _("Alle har hørt fra dere.")),
        View("kontakt", _("I kontakt"), Q(state=CONTACTED), _("Dere er ikke i kontakt med noen nå.")),
        View("mine", _("Mine"), running & Q(assignee=by.staff_id), _("Du har ingen nå.")),
        View("avsluttet", _("Avsluttet"), Q(state=CLOSED), _("Ingen er avsluttet ennå.")),
    )


def in_order(found: QuerySet[Offer]) -> QuerySet[Offer]:
    """Who has waited longest without hearing from us stands first, then those we are in touch with; the ended newest first."""
    stands = Case(When(state=OPEN, then=Value(0)), When(state=CONTACTED, then=Value(1)), default=Value(2))
    return found.order_by(stands, F("closed_at").desc(nulls_last=True), "received_at", "id")


def tabs(found: QuerySet[Offer], all_views: tuple[View, ...], chosen: View, kept: str) -> list[dict[str, Any]]:
    """The views with how many there are in each, in one question. ``kept`` is the rest of the filter."""
    asked = {f"n{place}": Count("id", filter=view.which) for place, view in enumerate(all_views)}
    counted = found.order_by().aggregate(**asked)
    return [
        {
            "label": view.label, "href": _href(view, kept), "here": view is chosen, "count": counted[f"n{place}"],
        }
        for place, view in enumerate(all_views)
    ]  # fmt: skip


def row(offer: Offer, *, names: dict[UUID, str], me: UUID | None, today: date) -> dict[str, Any]:
    """A line for ``web/_row.html``."""
    told = {
        "href": reverse("desk:offer", args=[offer.id]), "name": offer.name, "what": _what(offer, names, me), "tags": (),
        "act": gettext("Se") if offer.state == CLOSED else gettext("Følg opp"),
    }  # fmt: skip
    if offer.state == OPEN:
        limit = queries.contact_limit(offer)
        return {**told, "due": limit.due, "steps": limit.steps, "why": " ".join(limit.steps)}
    return {**told, "when": _when(offer, today)}


def _what(offer: Offer, names: dict[UUID, str], me: UUID | None) -> str:
    """«Besøkshjem. Solvik sentrum. Hos Randi Lunde. 7K3M-Q9TR-2BXD»."""
    holder = ""
    if offer.assignee and offer.state != CLOSED:
        holder = (
            gettext("Hos deg")
            if offer.assignee == me
            else gettext("Hos %(name)s") % {"name": names.get(offer.assignee, gettext("en kollega"))}
        )
    return ". ".join(
        filter(None, [str(spoken.kind(offer)), offer.area, holder, offer.reference.replace("-", UNBROKEN)])
    )


def _when(offer: Offer, today: date) -> str:
    if offer.closed_at:
        day = day_in_words(oslo_date(offer.closed_at), today=today)
        return gettext("Avsluttet %(day)s: %(how)s") % {"day": day, "how": spoken.outcome(offer)}
    assert offer.contacted_at
    return gettext("Kontakt %(day)s") % {"day": day_in_words(oslo_date(offer.contacted_at), today=today)}


def _href(view: View, kept: str) -> str:
    chosen = f"{SHOW}={view.key}" if view.key else ""
    return "?" + "&".join(filter(None, [chosen, kept]))

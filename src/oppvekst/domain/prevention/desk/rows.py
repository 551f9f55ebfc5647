"""The list of requests: its views, its filter, and one line of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.db.models import Case, Count, F, Q, QuerySet, Value, When
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from oppvekst.domain.prevention import queries
from oppvekst.domain.prevention.desk import spoken
from oppvekst.domain.prevention.models import Request
from oppvekst.domain.prevention.rules import ANSWERED, CLOSED, OPEN
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.web.words import day_in_words
from oppvekst.law.calendar import oslo_date

SHOW = "vis"
KIND_MARKS = {
    "discussion": {"label": _("Uten navn"), "colour": "info", "icon": "shield-lock"},
    "visit": {"label": _("Besøk"), "colour": "neutral", "icon": "calendar"},
}


@dataclass(frozen=True)
class View:
    """One view of the list, with its own address."""

    key: str
    label: Any
    which: Q
    none: Any


def views(by: Actor) -> tuple[View, ...]:
    """The views this person may choose among; the first is what is not ended."""
    running = Q(state__in=(OPEN, ANSWERED))
    return (
        View("", _("Ikke avsluttet"), running, _("Ingen venter på dere nå.")),
        View("apne", _("Ring tilbake"), Q(state=OPEN), _("Alle er ringt tilbake.")),
        View("svart", _("Svart"), Q(state=ANSWERED), _("Ingen er bare svart.")),
        View("mine", _("Mine"), running & Q(assignee=by.staff_id), _("Du har ingen nå.")),
        View("avsluttet", _("Avsluttet"), Q(state=CLOSED), _("Ingen er avsluttet ennå.")),
    )


def in_order(found: QuerySet[Request]) -> QuerySet[Request]:
    """Who has waited longest for a call stands first, then those we have answered; the ended newest first."""
    stands = Case(When(state=OPEN, then=Value(0)), When(state=ANSWERED, then=Value(1)), default=Value(2))
    return found.order_by(stands, F("closed_at").desc(nulls_last=True), "received_at", "id")


def tabs(
    found: QuerySet[Request], all_views: tuple[View, ...], chosen: View, kept: dict[str, str]
) -> list[dict[str, Any]]:
    """The views with how many there are in each, in one question. ``kept`` is the rest of the filter."""
    asked = {f"n{place}": Count("id", filter=view.which) for place, view in enumerate(all_views)}
    counted = found.order_by().aggregate(**asked)
    return [
        {
            "label": view.label, "here": view is chosen, "count": counted[f"n{place}"],
            "href": "?" + urlencode({**({SHOW: view.key} if view.key else {}), **kept}),
        }
        for place, view in enumerate(all_views)
    ]  # fmt: skip


def row(request: Request, *, names: dict[UUID, str], me: UUID | None, today: date) -> dict[str, Any]:
    """A line for ``web/_row.html``."""
    told = {
        "href": reverse("desk:request", args=[request.id]), "name": spoken.title(request), "tags": [KIND_MARKS[request.kind]],
        "what": _what(request, names, me, today), "act": gettext("Se") if request.state == CLOSED else gettext("Åpne"),
    }  # fmt: skip
    if request.state == OPEN:
        limit = queries.call_back_limit(request)
        return {**told, "due": limit.due, "steps": limit.steps, "why": " ".join(limit.steps)}
    return {**told, "when": _when(request, today)}


def _what(request: Request, names: dict[UUID, str], me: UUID | None, today: date) -> str:
    return ". ".join(filter(None, [spoken.about(request, today=today), _holder(request, names, me), request.reference]))


def _holder(request: Request, names: dict[UUID, str], me: UUID | None) -> str:
    if not request.assignee or request.state == CLOSED:
        return ""
    if request.assignee == me:
        return gettext("Hos deg")
    return gettext("Hos %(name)s") % {"name": names.get(request.assignee, gettext("en kollega"))}


def _when(request: Request, today: date) -> str:
    if request.closed_at:
        return f"{spoken.outcome(request)}, {day_in_words(oslo_date(request.closed_at), today=today)}"
    assert request.answered_at
    return gettext("Svart %(day)s") % {"day": day_in_words(oslo_date(request.answered_at), today=today)}

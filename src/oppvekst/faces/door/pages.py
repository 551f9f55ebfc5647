"""What the door says when somebody does not come in: what happened, and what to do now."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from oppvekst.ground.web.errors import reference_of

log = logging.getLogger("oppvekst.door")


@dataclass(frozen=True)
class Page:
    """A reason for not coming in, in words."""

    name: str
    code: int
    title: Any
    happened: Any
    do: tuple[Any, ...]


CANCELLED = Page(
    "cancelled", 200, _("Innloggingen er avbrutt"), _("Du er ikke logget inn."),
    (_("Logg inn på nytt når du er klar."),),
)  # fmt: skip
UNKNOWN = Page(
    "unknown",
    403,
    _("Du har ingen rolle her i dag"),
    _("Innloggingen gikk bra, men tjenesten har ikke registrert at du arbeider her akkurat nå."),
    (
        _("Er du nyansatt eller vikar, så be lederen din registrere deg med rolle og datoer."),
        _("Har du flere brukere, så logg ut der du logget inn, og kom tilbake med den riktige."),
    ),
)
STALE = Page(
    "stale",
    400,
    _("Innloggingen er brukt eller for gammel"),
    _("Hver innlogging gjelder én gang og i ti minutter, og bare i den nettleseren der den ble begynt."),
    (
        _("Logg inn på nytt. Da går det som regel bra."),
        _("Skjer det igjen, må nettleseren godta informasjonskapsler fra denne siden."),
    ),
)
DOWN = Page(
    "down",
    503,
    _("Innloggingen svarer ikke"),
    _("Vi får ikke kontakt med kommunens innlogging. Ingenting er gått tapt."),
    (
        _("Vent et par minutter, og prøv på nytt."),
        _("Varer det, så oppgi referansenummeret nedenfor til dem som drifter innloggingen."),
        _("Må du ta imot en bekymringsmelding nå, så bruk papirskjemaet, og før den inn etterpå."),
    ),
)


def turned_away(request: HttpRequest, page: Page, why: str = "") -> HttpResponse:
    """The page, with a reference that the log also has. The log never says who it was."""
    reference = reference_of(request)
    log.warning("%s %s %s", reference, page.name, why)
    context = {"page": page, "reference": reference, "again": settings.DOOR_URL}
    response = render(request, "door/turned_away.html", context, status=page.code)
    response.headers["Cache-Control"] = "no-store"
    return response

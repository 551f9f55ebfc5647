"""What My page says when somebody does not come in: what happened, and what to do now. Never who it was."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from oppvekst.ground.web.errors import reference_of

AGAIN = _("Prøv på nytt")
log = logging.getLogger("oppvekst.mypage")


@dataclass(frozen=True)
class Page:
    """A reason for not coming in, in words. ``again``: where the button leads."""

    name: str
    code: int
    title: Any
    happened: Any
    do: tuple[Any, ...]
    again: str = "/"
    button: Any = AGAIN


CANCELLED = Page(
    "cancelled", 200, _("Innloggingen er avbrutt"), _("Du er ikke logget inn."), (_("Logg inn når du er klar."),)
)
STALE = Page(
    "stale",
    400,
    _("Innloggingen er brukt eller for gammel"),
    _("Hver innlogging gjelder én gang og i ti minutter, og bare i den nettleseren der den ble begynt."),
    (_("Logg inn på nytt. Da går det som regel bra."),),
)
DOWN = Page(
    "down",
    503,
    _("ID-porten svarer ikke"),
    _("Vi får ikke kontakt med innloggingen akkurat nå. Ingenting er gått tapt."),
    (_("Vent litt, og prøv på nytt."), _("Haster det, så ring oss.")),
)
TOO_LOW = Page(
    "too-low",
    403,
    _("Du må logge inn på en sikrere måte"),
    _(
        "Det gikk bra å logge inn, men voksne må bruke en innlogging på nivå høyt for å komme inn her. "
        "Det er for å passe på det som handler om barna."
    ),
    (
        _("Logg inn på nytt med BankID, Buypass eller Commfides."),
        _("Har du ikke noe av det, så ring oss. Du kan få det du har rett til, på andre måter."),
    ),
    "/logg-inn/?som=voksen",
    _("Logg inn på nivå høyt"),
)
NO_CODE = Page(
    "no-code",
    403,
    _("Koden virker ikke"),
    _("Koden er brukt, den er for gammel, eller den er skrevet feil."),
    (
        _("Se om du har skrevet den riktig. Små og store bokstaver er det samme."),
        _("En kode virker én gang, og i en uke. Be den du fikk den av, om en ny."),
    ),
)


def turned_away(request: HttpRequest, page: Page, why: str = "") -> HttpResponse:
    """The page, with a reference that the log also has. The log never says who it was."""
    reference = reference_of(request)
    log.warning("%s %s %s", reference, page.name, why)
    return render(request, "mypage/turned_away.html", {"page": page, "reference": reference}, status=page.code)

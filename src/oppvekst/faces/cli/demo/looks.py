"""How the neighbour looks: a colour and arms of its own, so that a visitor sees that the house can be anybody's."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from oppvekst.domain.information.actions.appearance import change_appearance
from oppvekst.domain.information.rules.appearance import Look
from oppvekst.faces.cli.demo.staff import HOSTS, NORDVAG
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.access.models import Municipality

ARMS = Path(__file__).with_name("nordvag.svg")
AREAS = ("Nordvåg sentrum", "Ytre Nordvåg", "Skarsvika", "Fagerneset")


def dress(municipality: Municipality, *, at: datetime, by: Actor) -> None:
    """Give it its host name, and the neighbour its look; Solvik shows the house's own."""
    Municipality.objects.filter(number=municipality.number).update(host=HOSTS.get(municipality.number, ""))
    if municipality.number == NORDVAG:
        change_appearance(nordvag(), by=by, at=at)


def nordvag() -> Look:
    """The neighbour's own look."""
    return Look(
        accent="#2f4a8a", arms=ARMS.read_text(encoding="utf-8"), service_name="Barnevernet", languages=("nb", "nn"),
        areas=AREAS,
    )  # fmt: skip

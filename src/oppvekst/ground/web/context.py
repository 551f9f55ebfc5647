"""What every template knows: which face this is, whose house, and which rooms have a door here. Reads no table."""

from dataclasses import dataclass, field, replace
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

# Solvik and Nordvåg: the demo says so on every public page.
INVENTED = (9998, 9997)
SHIELD = "web/crests/shield.html"
CRESTS = {"nordvag": "web/crests/nordvag.html"}
LAYOUTS = {"desk": "desk/base.html"}


@dataclass(frozen=True, slots=True)
class Signboard:
    """What stands over the door: the municipality's name, crest, colour and the numbers to call. Plain data."""

    name: str = ""
    number: int = 0
    service: str = "Barnevernstjenesten"
    theme: str = "solvik"
    crest: str = SHIELD
    phone: str = ""
    oncall_name: str = "Barnevernvakten"
    oncall_phone: str = ""
    address: str = ""
    invented: bool = False
    links: dict[str, str] = field(default_factory=dict)

    @property
    def full_name(self) -> str:
        return f"{self.name} kommune" if self.number else self.name

    @property
    def stylesheet(self) -> str:
        return f"css/theme-{self.theme}.css"

    @property
    def icon(self) -> str:
        return f"icon-{self.theme}.svg"


@dataclass(frozen=True, slots=True)
class RailDoor:
    """One room on the desk's rail. `rooms` are the first words of the url names that light it up."""

    url_name: str
    label: Any
    icon: str
    icon_on: str
    rooms: tuple[str, ...]
    count: str = ""


RAIL = (
    RailDoor("desk:my-day", _("Min dag"), "sun", "sun-fill", ("my-day",), "my_day"),
    RailDoor("desk:concerns", _("Meldinger"), "inbox", "inbox-fill", ("concern",), "concerns"),
    RailDoor("desk:cases", _("Saker"), "folder", "folder-fill", ("case", "investigation"), "cases"),
)


def house(request: HttpRequest) -> dict[str, Any]:
    """Context processor. A view's own values win over these."""
    actor = getattr(request, "actor", None)
    return {
        "face": settings.FACE,
        "layout": LAYOUTS.get(settings.FACE, "portal/base.html"),
        "municipality": signboard(request),
        "actor": actor if settings.FACE == "desk" else None,
        "hats": tuple(getattr(actor, "hats", {}).items()),
        "rail": rail(request) if settings.FACE == "desk" else (),
    }


def signboard(request: HttpRequest | None) -> Signboard:
    """The signboard of the municipality that the face has put on the request, over what the settings say.

    Reads only what is already in memory, so that an error page can use it when the database is gone.
    """
    known = Signboard(**getattr(settings, "SIGNBOARD", {}))
    place = getattr(request, "municipality", None)
    phones = getattr(request, "house_phones", {})
    return replace(known, **_of_municipality(place), **phones) if place else replace(known, **phones)


def _of_municipality(place: Any) -> dict[str, Any]:
    lines = getattr(place, "address_lines", None) or []
    return {
        "name": place.name,
        "number": place.number,
        "theme": place.theme,
        "address": "\n".join(lines),
        "invented": place.number in INVENTED,
        "crest": CRESTS.get(place.theme, SHIELD),
    }


def rail(request: HttpRequest) -> list[dict[str, Any]]:
    """The doors that exist in this process, in order; the one where the reader stands is marked."""
    here = request.resolver_match.url_name or "" if request.resolver_match else ""
    counts = getattr(request, "rail_counts", {})
    return [
        {"url": url, "door": door, "here": here.startswith(door.rooms), "count": counts.get(door.count)}
        for door in RAIL
        if (url := _url(door.url_name))
    ]


def _url(name: str) -> str | None:
    try:
        return reverse(name)
    except NoReverseMatch:
        return None

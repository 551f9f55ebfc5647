"""What every template knows: which face this is, whose house, and which rooms have a door here. Reads no table."""

from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import NoReverseMatch, reverse
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from oppvekst.ground.database import logins
from oppvekst.ground.web.stamp import stamp, without_cookie

# Solvik and Nordvåg: the demo says so on every public page.
INVENTED = (9998, 9997)
SHIELD = "web/crests/shield.html"
CRESTS = {"nordvag": "web/crests/nordvag.html"}
OWN_ARMS = "web/crests/own.html"
SERVICE, ON_CALL = _("Barnevernstjenesten"), _("Barnevernvakten")
LAYOUTS = {"desk": "desk/base.html"}


@dataclass(frozen=True, slots=True)
class Signboard:
    """What stands over the door: the municipality's name, crest, colour and the numbers to call. Plain data."""

    name: str = ""
    number: int = 0
    service: Any = SERVICE
    theme: str = "solvik"
    crest: str = SHIELD
    phone: str = ""
    oncall_name: Any = ON_CALL
    oncall_phone: str = ""
    address: str = ""
    invented: bool = False
    links: dict[str, str] = field(default_factory=dict)
    # Addresses of what the municipality has made its own, and the languages it offers; empty means the house's.
    own_stylesheet: str = ""
    arms: str = ""
    languages: tuple[str, ...] = ()

    @property
    def full_name(self) -> str:
        return f"{self.name} kommune" if self.number else self.name

    @property
    def stylesheet(self) -> str:
        return f"css/theme-{self.theme}.css"

    @property
    def stylesheets(self) -> list[str]:
        """The theme, and over it the municipality's own colour."""
        return [static(self.stylesheet), *([self.own_stylesheet] if self.own_stylesheet else [])]

    @property
    def icon(self) -> str:
        return f"icon-{self.theme}.svg"

    @property
    def icon_address(self) -> str:
        return self.arms or static(self.icon)

    @property
    def spoken(self) -> list[tuple[str, str]]:
        """The languages of the house that are offered here, with each one's own name for itself."""
        return [(code, str(name)) for code, name in settings.LANGUAGES if not self.languages or code in self.languages]


@dataclass(frozen=True, slots=True)
class RailDoor:
    """One room on the desk's rail. `rooms` are the first words of the url names that light it up."""

    url_name: str
    label: Any
    icon: str
    icon_on: str
    rooms: tuple[str, ...]
    count: str = ""
    # The hats that can use it; to others the door is not there.
    hats: tuple[str, ...] = logins.ALL_HATS
    # A right that one who wears the hat may lack, as the deputy does.
    right: str = ""


# Everything that hangs on a case is found by way of it.
OF_A_CASE = (
    "case", "investigation", "needs", "child-talk", "trusted", "withholding", "consent", "decision", "appeal", "stay", "costs",
    "measure", "meeting", "hallway", "supervision", "asked-home",
)  # fmt: skip
RAIL = (
    RailDoor("desk:my-day", _("Min dag"), "sun", "sun-fill", ("my-day",), "my_day"),
    RailDoor(
        "desk:concerns", _("Meldinger"), "inbox", "inbox-fill", ("concern",), "concerns", logins.HATS, "concern.assess"
    ),
    RailDoor("desk:cases", _("Saker"), "folder", "folder-fill", OF_A_CASE, "cases", logins.HATS),
    RailDoor(
        "desk:offers",
        _("Hjem"),
        "house-heart",
        "house-heart-fill",
        ("offer", "wanted"),
        "offers",
        (logins.HOMES, logins.WIDE),
    ),
    RailDoor(
        "desk:catalogue",
        _("Katalogen"),
        "hand-heart",
        "hand-heart",
        ("catalogue",),
        "catalogue",
        (*logins.CASE_HATS, logins.HOMES),
    ),
    RailDoor(
        "desk:website",
        _("Nettsider"),
        "globe",
        "globe-fill",
        ("website", "page", "phone", "point", "appearance"),
        "website",
        (logins.EDITOR, logins.WIDE),
        "information.edit",
    ),
    RailDoor(
        "desk:requests",
        _("Forebygging"),
        "person-chat",
        "person-chat",
        ("request", "group", "sign-up", "school-contact", "discussion", "activity", "activities", "prevention"),
        "requests",
        (logins.PREVENTION, logins.WIDE),
    ),
    RailDoor(
        "desk:sample",
        _("Stikkprøve"),
        "magnifying-glass",
        "magnifying-glass",
        ("sample",),
        "sample",
        right="audit.draw",
    ),
    RailDoor("desk:archive", _("Arkiv"), "folder", "folder-fill", ("archive",), "archive", right="archive.work"),
    RailDoor(
        "desk:service",
        _("Tjenesten"),
        "briefcase",
        "briefcase",
        ("service",),
        "service",
        (logins.WIDE,),
        "service.oversee",
    ),
    RailDoor("desk:looks", _("Innsyn"), "eye", "eye", ("look",), "looks", right="looks.review"),
)


def house(request: HttpRequest) -> dict[str, Any]:
    """Context processor. A view's own values win over these."""
    actor = getattr(request, "actor", None)
    return {
        **form_stamp(),
        "face": settings.FACE,
        "layout": LAYOUTS.get(settings.FACE, "portal/base.html"),
        "municipality": signboard(request),
        "actor": actor if settings.FACE == "desk" else None,
        "hats": tuple(getattr(actor, "hats", {}).items()),
        "rail": rail(request) if settings.FACE == "desk" else (),
        "idle_seconds": int(settings.IDLE.total_seconds()) if settings.FACE == "desk" else 0,
        "lock_door": f"{settings.DOOR_URL}?{urlencode({'til': _url('desk:back') or '/'})}",
        "sees_children": getattr(actor, "hat", "") not in logins.OTHER_HATS,
        "emergencies": getattr(actor, "emergencies", ()),
    }


def form_stamp() -> dict[str, str]:
    """At the portal, what `{% csrf_token %}` writes is a stamp of the time: there is no cookie to compare with."""
    return {"csrf_token": stamp(now())} if without_cookie() else {}


def signboard(request: HttpRequest | None) -> Signboard:
    """The signboard of the municipality that the face has put on the request, over what the settings say.

    Reads only what is already in memory, so that an error page can use it when the database is gone.
    """
    known = Signboard(**getattr(settings, "SIGNBOARD", {}))
    place = getattr(request, "municipality", None)
    own = _of_municipality(place) if place else {}
    hung = {**own, **getattr(request, "signboard", {})}
    if hung.get("arms"):
        hung["crest"] = OWN_ARMS
    return replace(known, **hung)


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
    actor = getattr(request, "actor", None)
    hat: str = getattr(actor, "hat", "")
    rights: frozenset[str] = getattr(actor, "rights", frozenset())
    return [
        {"url": url, "door": door, "here": here.startswith(door.rooms), "count": counts.get(door.count)}
        for door in RAIL
        if (not hat or (hat in door.hats and door.right in ("", *rights))) and (url := _url(door.url_name))
    ]


def _url(name: str) -> str | None:
    try:
        return reverse(name)
    except NoReverseMatch:
        return None

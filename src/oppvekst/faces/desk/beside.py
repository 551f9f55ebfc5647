"""Work that stands beside the children's cases: who offers a home, who asks the preventive service, what is to be edited.

Those who wear these hats alone see no case, and the database refuses them every table of one: nothing here asks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.text import capfirst

from oppvekst.domain.homes.queries import offers_by_id, wanted_by_id
from oppvekst.domain.homes.rules import in_one_line
from oppvekst.domain.measures.queries import agreements_by_id
from oppvekst.domain.prevention.queries import requests_by_id, sign_ups_by_id
from oppvekst.ground.agenda.models import Item
from oppvekst.ground.web.frame import known


@dataclass(frozen=True)
class About:
    """What a line is about: whose name stands first, and what it is."""

    name: str
    what: str = ""


type Known = Mapping[UUID, About]


def offers(ids: Iterable[UUID]) -> Known:
    """Offers of a home, by name; what they wish to be, the task says."""
    return {offer.id: About(offer.name, offer.area) for offer in offers_by_id(ids).values()}


def wanted(ids: Iterable[UUID]) -> Known:
    """Homes that colleagues ask for, by who asks: whose it is, nobody here knows."""
    found = wanted_by_id(ids).values()
    return {one.id: About(one.asked_by_name, in_one_line(one.kind, one.age, one.often)) for one in found}


def requests(ids: Iterable[UUID]) -> Known:
    """Wishes for a talk, which have no name, and for a visit, by who asks."""
    found = requests_by_id(ids).values()
    return {one.id: About(one.body or capfirst(one.get_kind_display()), one.reference) for one in found}


def sign_ups(ids: Iterable[UUID]) -> Known:
    """Places in a group, by the name that was left."""
    return {one.id: About(one.name, one.group.title) for one in sign_ups_by_id(ids).values()}


def agreements(ids: Iterable[UUID]) -> Known:
    """Framework agreements, by the provider they are with."""
    return {one.id: About(one.provider.name, one.title) for one in agreements_by_id(ids).values()}


# Subject kind -> the page of one, and the list it stands on.
PAGES = {
    "offer": ("offer", "offers"), "request": ("request", "requests"), "sign_up": ("sign-up", "groups"), "page": ("page", "pages"),
    "agreement": ("catalogue-agreement", "catalogue-providers"), "wanted": ("wanted-home", "wanted-homes"),
}  # fmt: skip
KINDS = tuple(PAGES)
# Subject kind -> who knows what it is about. A kind that nobody tells of stands with its title alone.
ROOMS: dict[str, Callable[[Iterable[UUID]], Known]] = {
    "offer": offers, "request": requests, "sign_up": sign_ups, "agreement": agreements,
    "wanted": wanted,
}  # fmt: skip


def about(items: Sequence[Item]) -> Known:
    """Every subject of these that stands beside the cases: one question a kind, however many there are."""
    found: dict[UUID, About] = {}
    for kind, room in ROOMS.items():
        ids = {item.subject for item in items if item.subject_kind == kind}
        found |= room(ids) if ids else {}
    return found


def href(item: Item) -> str:
    """Where it is done."""
    one, several = PAGES[item.subject_kind]
    return known(one, item.subject) or known(several) or known("my-day")

"""Where the invented places lie: kilometres east and north of Solvik church. A municipality puts its own in their stead."""

from __future__ import annotations

from collections.abc import Mapping
from math import hypot
from typing import Final, NamedTuple


class Place(NamedTuple):
    """A postal code, and where its middle lies."""

    name: str
    east: float
    north: float


PLACES: Final[Mapping[str, Place]] = {
    "9998": Place("Solvik", 0.0, 0.0),
    "9999": Place("Lyngheia", 3.2, 2.4),
    "9996": Place("Hessdal", -6.0, 8.0),
    "9995": Place("Ytterøya", -11.5, -3.0),
    "9994": Place("Fjordbotn", 9.0, 12.0),
    "9997": Place("Nordvåg", 14.0, 22.5),
    "9993": Place("Vågsnes", 19.5, 27.0),
    "9992": Place("Indre Nordvåg", 24.0, 16.5),
}


def kilometres(one: str, other: str) -> float | None:
    """How far it is between two postal codes in a straight line, or None where one is not on the list.

    >>> kilometres("9998", "9999"), kilometres("9998", "0000")
    (4.0, None)
    """
    if one not in PLACES or other not in PLACES:
        return None
    here, there = PLACES[one], PLACES[other]
    return round(hypot(here.east - there.east, here.north - there.north), 1)


def distances(postal_code: str) -> dict[str, float]:
    """Every place on the list with how far it is; none from a place we do not know."""
    found = {other: kilometres(postal_code, other) for other in PLACES}
    return {other: km for other, km in found.items() if km is not None}


def distance_words(km: float | None) -> str:
    """How far, as one says it.

    >>> distance_words(0.0), distance_words(4.0), distance_words(None)
    ('i samme område', '4 km', '')
    """
    if km is None:
        return ""
    return "i samme område" if km < 1 else f"{km:.0f} km"


def place_name(postal_code: str) -> str:
    """What the place is called; the code itself where we do not know it."""
    return PLACES[postal_code].name if postal_code in PLACES else postal_code

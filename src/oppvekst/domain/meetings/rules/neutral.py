"""What may leave the house about a meeting where others can read it: a word that tells nothing (bvl § 13-1)."""

from __future__ import annotations

from typing import Final


def place_outside(place: str, *, telling: bool) -> str:
    """The place as it stands in a calendar: not at all when the place itself tells who one meets.

    >>> place_outside("Barneverntjenesten, Torget 1", telling=True), place_outside("Rådhuset, rom 4", telling=False)
    ('', 'Rådhuset, rom 4')
    """
    told = any(word in place.casefold() for word in TELLING)
    return "" if telling or told else place.strip()


# Words in a place that tell by themselves, also when nobody has ticked the box.
TELLING: Final = ("barnevern", "krisesenter", "bup", "psykiatri", "nav ", "familievern", "ruspoliklinikk", "nemnd")

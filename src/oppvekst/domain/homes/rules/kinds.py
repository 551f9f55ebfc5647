"""What somebody may offer to be, and what each kind of offer is asked about: never more than that kind needs."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Kind(StrEnum):
    """What somebody offers to be."""

    VISITING_HOME = "visiting_home"
    FOSTER_HOME = "foster_home"
    SUPPORT_CONTACT = "support_contact"
    SUPERVISION_PERSON = "supervision_person"


# The word in an address, at the portal and in the desk's filter.
WORDS_IN_ADDRESS: Final = {
    "besokshjem": Kind.VISITING_HOME, "fosterhjem": Kind.FOSTER_HOME, "stottekontakt": Kind.SUPPORT_CONTACT,
    "tilsynsperson": Kind.SUPERVISION_PERSON,
}  # fmt: skip

# A child comes to stay: who else lives there matters, and nothing but how many they are is asked.
AT_HOME: Final = frozenset({Kind.VISITING_HOME, Kind.FOSTER_HOME})

HOUSEHOLD: Final = ("adults", "children_0_5", "children_6_12", "children_13_17")

OFFERED: Final[dict[Kind, tuple[str, ...]]] = {
    Kind.VISITING_HOME: ("days", "often", "ages", "siblings", "animals", "wheelchair", "languages"),
    Kind.FOSTER_HOME: ("stay", "ages", "siblings", "animals", "wheelchair", "languages"),
    Kind.SUPPORT_CONTACT: ("days", "often", "ages", "languages"),
    Kind.SUPERVISION_PERSON: ("days", "several", "languages"),
}
CHOICES: Final[dict[str, frozenset[str]]] = {
    "days": frozenset({"weekdays", "weekends", "holidays"}),
    "often": frozenset({"weekly", "fortnightly", "monthly", "unknown"}),
    "stay": frozenset({"long", "short", "at_once", "unknown"}),
    "ages": frozenset({"0_5", "6_12", "13_17"}),
    "animals": frozenset({"none", "dog", "cat", "other"}),
}


def asks_household(kind: Kind) -> bool:
    """Whether this kind is asked how many live in the home.

    >>> asks_household(Kind.FOSTER_HOME), asks_household(Kind.SUPPORT_CONTACT)
    (True, False)
    """
    return kind in AT_HOME

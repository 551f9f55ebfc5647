"""What people are to each other: the kinds of ties around a child, in words both ways, and the ties that cannot be.

Help is looked for first in the child's own family and network (bvl §§ 1-5, 9-4).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Circle(StrEnum):
    """Where in the network map somebody stands."""

    FAMILY = "family"
    LEISURE = "leisure"
    SCHOOL = "school"
    PROFESSIONAL = "professional"


CIRCLES = {
    Circle.FAMILY: "Familie",
    Circle.LEISURE: "Venner og fritid",
    Circle.SCHOOL: "Skole og barnehage",
    Circle.PROFESSIONAL: "Fagfolk",
}


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of tie, read from the first person to the second, and back. ``down``: how many generations below."""

    key: str
    there: str
    back: str
    circle: Circle = Circle.FAMILY
    down: int | None = None


PARENT, ADOPTIVE, FOSTER, STEP, GRANDPARENT = "parent", "adoptive", "foster", "step", "grandparent"
PARTNER, SIBLING, RELATIVE = "partner", "sibling", "relative"
FRIEND, NEIGHBOUR, COACH, ADULT = "friend", "neighbour", "coach", "adult"
TEACHER, PROFESSIONAL = "teacher", "professional"

KINDS: dict[str, Kind] = {
    kind.key: kind
    for kind in (
        Kind(PARENT, "forelder til", "barn av", down=1),
        Kind(ADOPTIVE, "adoptivforelder til", "adoptivbarn av", down=1),
        Kind(FOSTER, "fosterforelder til", "fosterbarn hos", down=1),
        Kind(STEP, "steforelder til", "stebarn av", down=1),
        Kind(GRANDPARENT, "besteforelder til", "barnebarn av", down=2),
        Kind(PARTNER, "ektefelle eller samboer med", "ektefelle eller samboer med", down=0),
        Kind(SIBLING, "søsken til", "søsken til", down=0),
        Kind(RELATIVE, "i slekt med", "i slekt med"),
        Kind(FRIEND, "venn av", "venn av", Circle.LEISURE),
        Kind(NEIGHBOUR, "nabo til", "nabo til", Circle.LEISURE),
        Kind(COACH, "trener eller leder for", "er med hos", Circle.LEISURE),
        Kind(ADULT, "viktig voksen for", "har som viktig voksen", Circle.LEISURE),
        Kind(TEACHER, "lærer eller ansatt på skolen eller i barnehagen til", "elev eller barn hos", Circle.SCHOOL),
        Kind(PROFESSIONAL, "fagperson for", "får hjelp av", Circle.PROFESSIONAL),
    )
}
TREE = frozenset(key for key, kind in KINDS.items() if kind.down is not None)
DESCENT = frozenset(key for key, kind in KINDS.items() if kind.down)
BOTH_WAYS = frozenset({PARTNER, SIBLING, RELATIVE, FRIEND, NEIGHBOUR})
# By birth or by adoption: what makes two children full or half siblings.
PARENTHOOD = frozenset({PARENT, ADOPTIVE})


@dataclass(frozen=True, slots=True)
class Link:
    """One tie as the rules see it: from whom, to whom, of what kind, and whether it is over."""

    one: str
    other: str
    kind: str
    key: str = ""
    over: bool = False
    place: str = ""


def impossible(new: Link, links: Iterable[Link]) -> str:
    """Why this tie cannot be, in a sentence, or nothing: nobody is her own forebear, and nothing is written twice.

    >>> impossible(Link("barn", "mormor", PARENT), [Link("mormor", "mor", PARENT), Link("mor", "barn", PARENT)])
    'Da ville en person bli sin egen forelder eller besteforelder. Se om retningen er snudd.'
    """
    known = list(links)
    if new.one == new.other:
        return "Velg to forskjellige personer."
    if any(_same(new, link) for link in known):
        return "Dette båndet står der allerede."
    if new.kind in DESCENT and new.one in _below(new.other, known):
        return "Da ville en person bli sin egen forelder eller besteforelder. Se om retningen er snudd."
    return ""


def siblings(one: str, other: str, links: Iterable[Link]) -> str:
    """What two children of the same parents are to each other, as far as their parents are written down.

    >>> siblings("Jonas", "Leah", [Link("mor", "Jonas", PARENT), Link("mor", "Leah", PARENT), Link("Ronny", "Leah", PARENT)])
    'søsken'
    >>> siblings("a", "b", [Link(p, c, PARENT) for p, c in (("m", "a"), ("m", "b"), ("f", "a"), ("g", "b"))])
    'halvsøsken'
    """
    parents = _parents(links)
    mine, yours = parents.get(one, frozenset()), parents.get(other, frozenset())
    if not mine & yours:
        return ""
    if len(mine & yours) > 1:
        return "helsøsken"
    return "halvsøsken" if len(mine) > 1 and len(yours) > 1 else "søsken"


def circle_of(kinds: Iterable[str]) -> Circle:
    """The circle of somebody with these ties to the child: family before all else.

    >>> circle_of([TEACHER, RELATIVE]), circle_of([TEACHER])
    (<Circle.FAMILY: 'family'>, <Circle.SCHOOL: 'school'>)
    """
    there = {KINDS[kind].circle for kind in kinds}
    return next((circle for circle in Circle if circle in there), Circle.FAMILY)


def _same(new: Link, link: Link) -> bool:
    if link.kind != new.kind or link.over:
        return False
    ways = {(link.one, link.other)} | ({(link.other, link.one)} if new.kind in BOTH_WAYS else set())
    return (new.one, new.other) in ways


def _below(person: str, links: list[Link]) -> set[str]:
    """Everybody who descends from somebody."""
    found: set[str] = set()
    coming = [person]
    while coming:
        here = coming.pop()
        for link in links:
            if link.one == here and link.kind in DESCENT and link.other not in found:
                found.add(link.other)
                coming.append(link.other)
    return found


def _parents(links: Iterable[Link]) -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for link in links:
        if link.kind in PARENTHOOD:
            found[link.other] = found.get(link.other, frozenset()) | {link.one}
    return found

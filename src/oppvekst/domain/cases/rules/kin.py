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
    """A kind of tie, read from the first person to the second, and back; what each is, in a word.

    ``down``: how many generations below the first the second is.
    """

    key: str
    there: str
    back: str
    short: tuple[str, str]
    circle: Circle = Circle.FAMILY
    down: int | None = None


PARENT, ADOPTIVE, FOSTER, STEP, GRANDPARENT = "parent", "adoptive", "foster", "step", "grandparent"
PARTNER, SIBLING, RELATIVE = "partner", "sibling", "relative"
FRIEND, NEIGHBOUR, COACH, ADULT = "friend", "neighbour", "coach", "adult"
TEACHER, PROFESSIONAL = "teacher", "professional"

KINDS: dict[str, Kind] = {
    kind.key: kind
    for kind in (
        Kind(PARENT, "forelder til", "barn av", ("forelder", "barn"), down=1),
        Kind(ADOPTIVE, "adoptivforelder til", "adoptivbarn av", ("adoptivforelder", "adoptivbarn"), down=1),
        Kind(FOSTER, "fosterforelder til", "fosterbarn hos", ("fosterforelder", "fosterbarn"), down=1),
        Kind(STEP, "steforelder til", "stebarn av", ("steforelder", "stebarn"), down=1),
        Kind(GRANDPARENT, "besteforelder til", "barnebarn av", ("besteforelder", "barnebarn"), down=2),
        Kind(PARTNER, "ektefelle eller samboer med", "ektefelle eller samboer med", ("partner", "partner"), down=0),
        Kind(SIBLING, "søsken til", "søsken til", ("søsken", "søsken"), down=0),
        Kind(RELATIVE, "i slekt med", "i slekt med", ("slekt", "slekt")),
        Kind(FRIEND, "venn av", "venn av", ("venn", "venn"), Circle.LEISURE),
        Kind(NEIGHBOUR, "nabo til", "nabo til", ("nabo", "nabo"), Circle.LEISURE),
        Kind(COACH, "trener eller leder for", "er med hos", ("trener", "deltaker"), Circle.LEISURE),
        Kind(ADULT, "viktig voksen for", "har som viktig voksen", ("viktig voksen", "barn"), Circle.LEISURE),
        Kind(
            TEACHER,
            "lærer eller ansatt på skole eller i barnehage for",
            "elev eller barn hos",
            ("lærer", "elev"),
            Circle.SCHOOL,
        ),
        Kind(PROFESSIONAL, "fagperson for", "får hjelp av", ("fagperson", "får hjelp"), Circle.PROFESSIONAL),
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


def relation(one: str, child: str, links: Iterable[Link]) -> str:
    """What somebody is to the child in a word, as far as the ties tell; nearest first, and nothing when they do not.

    >>> ties = [Link("Gro", "Tor", ADOPTIVE), Link("Tor", "Emil", PARENT), Link("Amalie", "Tor", SIBLING)]
    >>> relation("Tor", "Emil", ties), relation("Gro", "Emil", ties), relation("Amalie", "Emil", ties)
    ('forelder', 'besteforelder', 'tante eller onkel')
    """
    known = [link for link in links if not link.over]
    for link in known:
        if {link.one, link.other} == {one, child}:
            return KINDS[link.kind].short[0 if link.one == one else 1]
    if common := siblings(one, child, known):
        return common
    parents = _parents(known)
    mine = parents.get(child, frozenset())
    if any(one in parents.get(parent, frozenset()) for parent in mine):
        return "besteforelder"
    beside = [link for link in known if {link.one, link.other} & mine and one in (link.one, link.other)]
    words = {SIBLING: "tante eller onkel", PARTNER: "forelders partner"}
    return next((words[link.kind] for link in beside if link.kind in words), "")


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

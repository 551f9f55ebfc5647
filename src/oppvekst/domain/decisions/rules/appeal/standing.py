"""Who may appeal against what, and to whom: the county governor, the tribunal, or the tribunal directly (bvl §§ 12-9, 14-8)."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from oppvekst.law.citation import Citation, bvl, fvl
from oppvekst.law.verdict import Verdict

# Decisions that are tried by the tribunal at once, by whoever wants it: nothing is lodged with the service.
STRAIGHT_TO_TRIBUNAL: Final = frozenset({"4-2", "4-3", "4-4", "4-5", "4-6", "7-7"})
# What a child may appeal against at any age, party or not.
CHILD_AT_ANY_AGE: Final = frozenset({"3-2", "3-3", "5-5"})
MOVE: Final = "5-5"


class Body(StrEnum):
    """Who tries the appeal."""

    COUNTY_GOVERNOR = "county_governor"
    TRIBUNAL = "tribunal"


class Appellant(StrEnum):
    """As whom somebody appeals."""

    PARTY = "party"
    CHILD = "child"
    FOSTER_PARENTS = "foster_parents"
    INFORMED = "informed"
    OTHER = "other"


BODIES: Final = {Body.COUNTY_GOVERNOR: "statsforvalteren", Body.TRIBUNAL: "barneverns- og helsenemnda"}
APPELLANTS: Final = {
    Appellant.PARTY: "part i saken",
    Appellant.CHILD: "barnet selv",
    Appellant.FOSTER_PARENTS: "fosterforeldrene",
    Appellant.INFORMED: "forelder som er orientert, men ikke part",
    Appellant.OTHER: "en annen som saken har noe å si for",
}


@dataclass(frozen=True)
class Way:
    """Where an appeal goes, and whether it is lodged with us: our examination comes first, or not at all."""

    body: Body
    lodged_with_us: bool
    sentence: str
    citation: Citation


_GOVERNOR = Way(
    Body.COUNTY_GOVERNOR,
    True,
    "Klagen går til statsforvalteren. Den leveres til oss, og vi ser på saken på nytt først.",
    bvl("12-9") & fvl("32"),
)
_MOVED = Way(
    Body.TRIBUNAL,
    True,
    "Klagen går til barneverns- og helsenemnda. Den leveres til oss, og vi ser på saken på nytt først.",
    bvl("5-5") & bvl("9-8", 2) & bvl("14-8", 2),
)
_DIRECT = Way(
    Body.TRIBUNAL,
    False,
    "Vedtaket prøves av barneverns- og helsenemnda direkte. Loven setter ingen frist, og vi skal ikke behandle klagen først. "
    "Hjelp den som klager med å sende klagen til nemnda i dag.",
    bvl("14-23") & bvl("12-9"),
)


def way_of(section: str) -> Way:
    """Where an appeal against a decision by that section goes (bvl §§ 5-5, 12-9, 14-8, 14-23).

    >>> way_of("3-1").body, way_of("5-5").body, way_of("4-2").lodged_with_us
    (<Body.COUNTY_GOVERNOR: 'county_governor'>, <Body.TRIBUNAL: 'tribunal'>, False)
    """
    if section in STRAIGHT_TO_TRIBUNAL:
        return _DIRECT
    return _MOVED if section == MOVE else _GOVERNOR


def may_appeal(
    appellant: Appellant, sections: Collection[str], *, over_standing: bool = False, interest: str = ""
) -> Verdict:
    """Whether whoever appeals may, against a decision by these sections (fvl § 28; bvl §§ 9-8, 12-3 a).

    ``over_standing``: the appeal is over not having been treated as a party. ``interest``: how the decision touches her.
    """
    if appellant is Appellant.PARTY:
        return Verdict(True, "En part kan klage på vedtaket.", fvl("28", 1))
    if appellant is Appellant.CHILD:
        return _child(sections)
    if appellant is Appellant.FOSTER_PARENTS:
        return _foster_parents(sections)
    if appellant is Appellant.INFORMED:
        return _informed(over_standing)
    return _other(interest)


def _child(sections: Collection[str]) -> Verdict:
    law = bvl("12-3 a")
    if CHILD_AT_ANY_AGE & {*sections}:
        return Verdict(True, "Barnet kan klage på dette vedtaket selv, uansett alder.", law)
    told = (
        "Et barn som ikke er part, kan klage selv på vedtak etter §§ 3-2 og 3-3 og på flytting etter § 5-5. På dette "
        "vedtaket kan "
        "barnet klage når det er part. Vurder om barnet forstår hva saken gjelder og skal være part, og fortell at det alltid "
        "kan si fra til statsforvalteren."
    )
    return Verdict(False, told, law & bvl("12-3"))


def _foster_parents(sections: Collection[str]) -> Verdict:
    law = bvl("9-8", 2)
    if MOVE in sections:
        return Verdict(True, "Fosterforeldrene kan klage på vedtak om å flytte barnet.", law & bvl("5-5"))
    told = "Fosterforeldre kan klage på vedtak om å flytte barnet (§ 5-5), og ikke på andre vedtak i saken."
    return Verdict(False, told, law)


def _informed(over_standing: bool) -> Verdict:
    law = fvl("28", 1) & bvl("12-2")
    if over_standing:
        return Verdict(True, "Forelderen kan klage på at han eller hun ikke er behandlet som part.", law)
    told = (
        "En forelder som bare er orientert, er ikke part og kan ikke klage på selve vedtaket. Forelderen kan klage på at han "
        "eller hun ikke er behandlet som part. Spør om det er det klagen gjelder."
    )
    return Verdict(False, told, law)


def _other(interest: str) -> Verdict:
    law = fvl("28", 1)
    if interest.strip():
        return Verdict(True, "Den som har rettslig klageinteresse, kan klage.", law)
    return Verdict(
        False,
        "Skriv hva vedtaket har å si for den som klager. Bare den det gir rettslig klageinteresse, kan klage.",
        law,
    )

"""What kinds of meetings there are, and the themes that consent is given for (bvl § 15-8; fvl § 13 a)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from oppvekst.law.citation import Citation, Mark, bvl, fvl


class Kind(StrEnum):
    """What those who meet are to each other."""

    COORDINATION = "coordination"
    COUNCIL = "council"
    NETWORK = "network"
    COOPERATION = "cooperation"


@dataclass(frozen=True)
class KindOf:
    """A kind in words: what it is called, and what it is for."""

    title: str
    about: str
    law: Citation
    coordinated: bool = False


KINDS: Final[dict[Kind, KindOf]] = {
    Kind.COORDINATION: KindOf(
        "Ansvarsgruppe", "Flere tjenester hjelper barnet over tid. Én koordinerer, og alle vet hvem som gjør hva.",
        bvl("15-8"), coordinated=True,
    ),
    Kind.COUNCIL: KindOf(
        "Familieråd", "Familien og nettverket lager sin egen plan. En koordinator utenfra forbereder, og vi går ut av rommet.",
        bvl("1-5", 1) & bvl("1-4"), coordinated=True,
    ),
    Kind.NETWORK: KindOf("Nettverksmøte", "Familien og dem som står dem nær, sammen med oss.", bvl("1-5", 1)),
    Kind.COOPERATION: KindOf(
        "Samarbeidsmøte", "Vi og én eller flere tjenester: skole, barnehage, helsestasjon, BUP, NAV eller familievern.",
        bvl("15-8"),
    ),
}  # fmt: skip


class Theme(StrEnum):
    """What is talked of, in parts that consent can be given to one by one."""

    OCCASION = "occasion"
    SCHOOL = "school"
    HEALTH = "health"
    MENTAL_HEALTH = "mental_health"
    HOME = "home"
    LEISURE = "leisure"
    WORK = "work"


THEMES: Final[dict[Theme, str]] = {
    Theme.OCCASION: "Hvorfor vi møtes",
    Theme.SCHOOL: "Skole og barnehage",
    Theme.HEALTH: "Helse",
    Theme.MENTAL_HEALTH: "Psykisk helse",
    Theme.HOME: "Hjemme",
    Theme.LEISURE: "Fritid og nettverk",
    Theme.WORK: "Foreldrenes arbeid og økonomi",
}
# About a grown-up's own life: the other parent's consent to the child's matters does not cover it.
OF_A_PARENT: Final = frozenset({Theme.WORK})


class Comes(StrEnum):
    """Whether the child comes to the meeting, in the child's own choice (bvl § 1-4)."""

    ALL = "all"
    PART = "part"
    NO = "no"
    BY_ANOTHER = "by_another"


COMES: Final[dict[Comes, str]] = {
    Comes.ALL: "Vil være med hele møtet",
    Comes.PART: "Vil være med litt",
    Comes.BY_ANOTHER: "Vil at en annen sier det",
    Comes.NO: "Vil ikke komme",
}

SHARING_LAW: Final = bvl("13-1") & fvl("13 a")
# The age at which a child's own consent to sharing is asked for stands in no text.
OWN_CONSENT_AGE: Final = 15
OWN_CONSENT_MARK: Final = Mark.C
ADULT: Final = 18

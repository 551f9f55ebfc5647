"""Drug tests in an institution: by written consent or by the tribunal (bvl §§ 6-2 (5), 10-7, 10-13), and the protocol of each.

Who must consent, by age and by who has the care, is read from the consent matrix: it is the same table for every act.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from oppvekst.law.citation import Citation, bvl
from oppvekst.law.machine import Guard

# Stays under another Act (1.2) have rules of their own: chapter 10 speaks of institutions of the child welfare service.
INSTITUTION: Final = "1.1"
FEWEST_WORDS: Final = 3


class Basis(StrEnum):
    """What a stay in an institution rests on."""

    CONSENT = "6-1"
    VOLUNTARY = "3-2"
    TRIBUNAL = "6-2"
    CARE = "5-1"
    EMERGENCY = "4-4"


@dataclass(frozen=True)
class OnBasis:
    """A basis in words, with its section, and whether the tribunal decided it."""

    title: str
    law: Citation
    decided: bool = False


BASES: Final[dict[Basis, OnBasis]] = {
    Basis.CONSENT: OnBasis("Samtykke: fra 15 år er barnets eget skriftlige ja nok", bvl("6-1", 1)),
    Basis.VOLUNTARY: OnBasis("Frivillig opphold utenfor hjemmet", bvl("3-2")),
    Basis.TRIBUNAL: OnBasis("Nemndas vedtak uten samtykke", bvl("6-2"), decided=True),
    Basis.CARE: OnBasis("Omsorgsovertakelse", bvl("5-1"), decided=True),
    Basis.EMERGENCY: OnBasis("Akuttvedtak om institusjon", bvl("4-4")),
}

BY_CONSENT: Final = bvl("10-7", 3)
BY_TRIBUNAL: Final = bvl("6-2", 5) & bvl("10-13")
PROTOCOL: Final = bvl("10-16", 1)
FOLLOWED: Final = bvl("10-16", 1)

NOBODY_ASKED: Final = "Ingen er spurt om samtykke til prøver ennå."
SERVICE_LACKS: Final = "Tjenesten har omsorgen og må selv si ja, skriftlig."
TEXT: Final = (
    "Institusjonen kan be om prøver for å se om det er brukt rusmidler, når det er nødvendig for å gi forsvarlig omsorg, "
    "beskyttelse og behandling. Prøvene er frivillige. Samtykket er skriftlig og kan trekkes når som helst, uten å si hvorfor. "
    "Da tas det ingen flere prøver."
)
OUR_READING: Final = (
    "Loven sier at institusjonen sender protokollen til tjenesten og statsforvalteren, og at barnet og foreldrene kan klage til "
    "statsforvalteren. At tjenesten selv tar det opp når grunnlaget mangler, og hvor fort, er vår tolkning."
)


@dataclass(frozen=True, kw_only=True)
class StayFacts:
    """What is asked before it is written what a stay rests on, and what the tribunal has said of tests."""

    today: date
    category: str = INSTITUTION
    closed: bool = False
    basis: str = ""
    decided_on: date | None = None
    reference: str = ""
    tests_decided: bool = False


@dataclass(frozen=True, kw_only=True)
class ProtocolFacts:
    """What is asked of a protocol: what it tells, what the test rested on, and what has been done with it."""

    today: date
    category: str = INSTITUTION
    happened_on: date | None = None
    received_on: date | None = None
    about: str = ""
    against_will: bool = False
    without_basis: bool = False
    done_about: str = ""
    read: bool = False
    followed: bool = False
    words: str = ""
    governor_known: bool = False


type StayGuard = Guard[StayFacts]
type ProtocolGuard = Guard[ProtocolFacts]

IS_A_STAY: StayGuard = Guard(
    "institution",
    lambda facts: facts.category == INSTITUTION,
    "Dette gjelder bare opphold i barnevernsinstitusjon.",
    bvl("10-7", 1),
)
NOT_OVER: StayGuard = Guard(
    "not_over", lambda facts: not facts.closed, "Oppholdet er avsluttet. Det blir stående som det er.", bvl("12-4")
)
KNOWN: StayGuard = Guard(
    "basis", lambda facts: facts.basis in set(Basis), "Velg hva oppholdet bygger på.", bvl("12-4"), field="basis"
)
DAY: StayGuard = Guard(
    "decided_on",
    lambda facts: not _decided(facts) or (facts.decided_on is not None and facts.decided_on <= facts.today),
    "Skriv dagen nemnda bestemte det. Den kan ikke være fram i tid.",
    bvl("12-4"),
    field="decided_on",
)
NUMBER: StayGuard = Guard(
    "reference",
    lambda facts: not _decided(facts) or bool(facts.reference.strip()),
    "Skriv nummeret på saken i nemnda.",
    bvl("12-4"),
    field="reference",
)
ONLY_IN_6_2: StayGuard = Guard(
    "tests_only_in_6_2",
    lambda facts: not facts.tests_decided or facts.basis == Basis.TRIBUNAL,
    "Bare nemnda kan bestemme prøver uten samtykke, og bare i et vedtak etter § 6-2.",
    BY_TRIBUNAL,
    field="tests_decided",
)

CAME: ProtocolGuard = Guard(
    "received_on",
    lambda facts: facts.received_on is not None and facts.received_on <= facts.today,
    "Skriv dagen protokollen kom. Den kan ikke være fram i tid.",
    PROTOCOL,
    field="received_on",
)
BEFORE_IT_CAME: ProtocolGuard = Guard(
    "happened_on",
    lambda facts: (
        facts.happened_on is not None and (facts.received_on is None or facts.happened_on <= facts.received_on)
    ),
    "Skriv dagen det skjedde. Den kan ikke være etter at protokollen kom.",
    PROTOCOL,
    field="happened_on",
)
TOLD: ProtocolGuard = Guard(
    "about",
    lambda facts: len(facts.about.split()) >= FEWEST_WORDS,
    "Skriv med en setning hva protokollen gjelder.",
    PROTOCOL,
    field="about",
)
TRIBUNAL_SAID: ProtocolGuard = Guard(
    "no_tribunal_basis",
    lambda facts: not (facts.against_will and facts.without_basis) or bool(facts.done_about.strip()),
    "Nemnda har ikke bestemt prøver uten samtykke. Skriv hva dere gjør med det: hva institusjonen svarer, hva ungdommen sier, "
    "og om statsforvalteren vet det.",
    BY_TRIBUNAL,
    field="done_about",
    interpretation=OUR_READING,
)
YES_WAS_SAID: ProtocolGuard = Guard(
    "no_consent",
    lambda facts: facts.against_will or not facts.without_basis or bool(facts.done_about.strip()),
    "Ikke alle som må, har samtykket skriftlig til prøver. Skriv hva dere gjør med det.",
    BY_CONSENT,
    field="done_about",
    interpretation=OUR_READING,
)
UNREAD: ProtocolGuard = Guard("unread", lambda facts: not facts.read, "Protokollen er lest.", PROTOCOL)
READ_FIRST: ProtocolGuard = Guard(
    "read_first", lambda facts: facts.read, "Les protokollen først, og skriv at den er lest.", PROTOCOL
)
OPEN: ProtocolGuard = Guard("open", lambda facts: not facts.followed, "Protokollen er fulgt opp.", FOLLOWED)
HOW: ProtocolGuard = Guard(
    "how",
    lambda facts: len(facts.words.split()) >= FEWEST_WORDS,
    "Skriv hvordan protokollen er fulgt opp.",
    FOLLOWED,
    field="words",
)
GOVERNOR: ProtocolGuard = Guard(
    "governor",
    lambda facts: not facts.without_basis or facts.governor_known,
    "Svar på om dere har kontaktet statsforvalteren.",
    FOLLOWED,
    field="governor",
    interpretation=OUR_READING,
)

TO_WRITE_BASIS: Final = (IS_A_STAY, NOT_OVER, KNOWN, DAY, NUMBER, ONLY_IN_6_2)
TO_RECEIVE: Final = (CAME, BEFORE_IT_CAME, TOLD, TRIBUNAL_SAID, YES_WAS_SAID)
TO_READ: Final = (UNREAD,)
TO_FOLLOW: Final = (READ_FIRST, OPEN, HOW, GOVERNOR)


def _decided(facts: StayFacts) -> bool:
    return facts.basis in set(Basis) and BASES[Basis(facts.basis)].decided


def may_test_against_will(*, basis: str, decided_on: date | None, tests_decided: bool, on: date) -> bool:
    """Whether the tribunal had said so in its § 6-2 decision on the day of the test (bvl §§ 6-2 (5), 10-13).

    >>> decided = date(2027, 2, 1)
    >>> may_test_against_will(basis="6-2", decided_on=decided, tests_decided=True, on=date(2027, 2, 8))
    True
    >>> may_test_against_will(basis="6-2", decided_on=decided, tests_decided=True, on=date(2027, 1, 31))
    False
    >>> may_test_against_will(basis="6-1", decided_on=None, tests_decided=False, on=date(2027, 2, 8))
    False
    """
    return basis == Basis.TRIBUNAL and tests_decided and decided_on is not None and decided_on <= on

"""What is required of each kind, with where it stands (D32, D69-D72).

Sentences are said to the public, in Bokmål; the doors say them in the reader's language. The regulations that the Act's
own sections point to are named in ``source``: our citations hold statutes.
"""

from __future__ import annotations

from dataclasses import dataclass

from oppvekst.domain.homes.rules.kinds import AT_HOME, Kind
from oppvekst.domain.information.rules.saying import marked as _
from oppvekst.law.citation import Citation, Mark, bvl

ALL = frozenset(Kind)


@dataclass(frozen=True)
class Requirement:
    """One thing that is required, of whom, when it is asked for, and what it rests on."""

    id: str
    kinds: frozenset[Kind]
    says: str
    citation: Citation | None = None
    source: str = ""
    mark: Mark = Mark.A
    # Said before anything is sent: what one must know to decide.
    before_sending: bool = False


A_YEAR = Requirement(
    "a_year", frozenset({Kind.VISITING_HOME}),
    _("Du er med i minst ett år, én eller flere helger i måneden. Ukedager og ferier kan også være aktuelt."),
    source="kommunal praksis", mark=Mark.B, before_sending=True,
)  # fmt: skip
BED = Requirement(
    "bed", frozenset({Kind.VISITING_HOME}), _("Du har en ekstra seng. Du trenger ingen utdanning."),
    source="kommunal praksis", mark=Mark.B,
)  # fmt: skip
CHILD_BY_CHILD = Requirement(
    "child_by_child", frozenset({Kind.FOSTER_HOME}),
    _("Et fosterhjem blir godkjent for ett bestemt barn, av kommunen som har omsorgen for barnet."),
    bvl("9-5"), source="fosterhjemsforskriften §§ 5-6", before_sending=True,
)  # fmt: skip
TRAINING = Requirement(
    "training", frozenset({Kind.FOSTER_HOME}), _("Du får opplæring først. Den er obligatorisk."),
    source="fosterhjemsforskriften § 4", before_sending=True,
)  # fmt: skip
INDEPENDENT = Requirement(
    "independent", frozenset({Kind.SUPERVISION_PERSON}),
    _("Du er uavhengig av fosterhjemmet og av barnevernstjenesten."),
    bvl("9-10"), source="fosterhjemsforskriften § 17", before_sending=True,
)  # fmt: skip
FOUR_VISITS = Requirement(
    "four_visits", frozenset({Kind.SUPERVISION_PERSON}),
    _("Du besøker barnet, vanligvis fire ganger i året, og skriver en rapport etter hvert besøk."),
    bvl("9-10"), source="fosterhjemsforskriften §§ 18-19", before_sending=True,
)  # fmt: skip
PATIENCE = Requirement(
    "patience", frozenset({Kind.SUPPORT_CONTACT}),
    _("Du møter barnet fast, og er der over tid. Vi avtaler sammen hvor ofte og hvor lenge."),
    source="kommunal praksis", mark=Mark.C, before_sending=True,
)  # fmt: skip
CERTIFICATE_LATER = Requirement(
    "certificate_later", ALL,
    _("Vi ber om politiattest senere, og bare av den som får tilbud om oppdraget. Ikke send den nå."),
    bvl("12-11"), source="politiattestforskriften § 8", before_sending=True,
)  # fmt: skip
THREE_MONTHS = Requirement(
    "three_months", ALL, _("Når vi ber om politiattesten, kan den ikke være eldre enn tre måneder."),
    bvl("12-11"), source="politiattestforskriften § 8", before_sending=True,
)  # fmt: skip
EXTENDED = Requirement(
    "extended", AT_HOME,
    _("Når barn sover hos deg, skal politiattesten være uttømmende og utvidet."),
    bvl("12-11", 6), source="politiregisterloven § 41, politiattestforskriften § 4",
)  # fmt: skip
CHILD_CARE = Requirement(
    "child_care", ALL - AT_HOME, _("Politiattesten er en barneomsorgsattest."),
    bvl("12-11", 1), source="politiregisterloven § 39, politiattestforskriften §§ 1 og 5",
)  # fmt: skip
OTHERS_AT_HOME = Requirement(
    "others_at_home", AT_HOME, _("Vi vurderer om andre voksne i hjemmet også skal vise attest."),
    bvl("12-11", 6), source="politiattestforskriften § 4",
)  # fmt: skip
KEPT = Requirement(
    "kept", ALL, _("Vi låser attesten inn så lenge du har oppdraget. Så blir den makulert."),
    bvl("12-11"), source="politiattestforskriften § 9",
)  # fmt: skip

REQUIREMENTS: tuple[Requirement, ...] = (
    A_YEAR, BED, CHILD_BY_CHILD, TRAINING, INDEPENDENT, FOUR_VISITS, PATIENCE, CERTIFICATE_LATER, THREE_MONTHS, EXTENDED,
    CHILD_CARE, OTHERS_AT_HOME, KEPT,
)  # fmt: skip


def requirements_of(kind: Kind, *, before_sending: bool = False) -> tuple[Requirement, ...]:
    """What is required of that kind; or only what must be said before anything is sent (politiattestforskriften § 8).

    >>> [each.id for each in requirements_of(Kind.VISITING_HOME, before_sending=True)]
    ['a_year', 'certificate_later', 'three_months']
    """
    return tuple(each for each in REQUIREMENTS if kind in each.kinds and (each.before_sending or not before_sending))

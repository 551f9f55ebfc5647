"""Reversal of our own decision without an appeal (*omgjøring*, fvl § 35): the grounds as data, and what each demands."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from oppvekst.domain.decisions.rules.appeal.facts import Outcome
from oppvekst.law.citation import Citation, fvl
from oppvekst.law.machine import Guard, Step
from oppvekst.law.refusals import NotFound


@dataclass(frozen=True)
class ReversalGround:
    """One ground of fvl § 35: its words, where it stands, what must be written, and whether the decision is annulled by it."""

    code: str
    title: str
    asks: str
    citation: Citation
    annuls: bool = False


NOT_TO_DETRIMENT: Final = "not_to_detriment"
NOT_REACHED: Final = "not_reached"
INVALID: Final = "invalid"
OTHER_LAW: Final = "other_law"

REVERSAL_GROUNDS: Final = (
    ReversalGround(
        NOT_TO_DETRIMENT,
        "Endringen er ikke til skade for noen som vedtaket retter seg mot eller direkte tilgodeser",
        "Skriv hvem vedtaket gjelder, og hvorfor ingen av dem kommer dårligere ut. Ta barnet med.",
        fvl("35", 1, letter="a"),
    ),
    ReversalGround(
        NOT_REACHED,
        "Ingen har fått underretning om vedtaket ennå",
        "Skriv hvordan dere vet at underretningen ikke er kommet fram til noen.",
        fvl("35", 1, letter="b"),
    ),
    ReversalGround(
        INVALID,
        "Vedtaket må anses ugyldig",
        "Skriv hva feilen er, og hvorfor den kan ha virket inn på innholdet.",
        fvl("35", 1, letter="c") & fvl("41"),
        annuls=True,
    ),
    ReversalGround(
        OTHER_LAW,
        "Annen lov, vedtaket selv eller alminnelige regler gir adgang til å endre det",
        "Skriv hvilken bestemmelse eller hvilket forbehold i vedtaket.",
        fvl("35", 5),
    ),
)
_BY_CODE: Final[Mapping[str, ReversalGround]] = {ground.code: ground for ground in REVERSAL_GROUNDS}


def reversal_ground(code: str) -> ReversalGround:
    """The ground with that code (fvl § 35)."""
    if code not in _BY_CODE:
        raise NotFound(f"«{code}» er ingen grunn til å gjøre om et vedtak.")
    return _BY_CODE[code]


@dataclass(frozen=True, kw_only=True)
class ReversalFacts:
    """What a reversal asks about."""

    signed: bool = True
    ground: str = ""
    reasons: str = ""
    anybody_reached: bool = False
    harmed: bool = False
    decided_by_appeal_body: str = ""
    appeal_open: bool = False
    told: str = ""


_LAW: Final = fvl("35")

REVERSAL_SIGNED: Guard[ReversalFacts] = Guard(
    "nothing_to_reverse",
    lambda facts: facts.signed,
    "Det er bare et vedtak som er truffet, som kan gjøres om. Et utkast endres i utkastet.",
    _LAW,
)
REVERSAL_OURS: Guard[ReversalFacts] = Guard(
    "decision_of_appeal_body",
    lambda facts: facts.decided_by_appeal_body != Outcome.CHANGED,
    "Klageinstansen har endret vedtaket. Det er deres vedtak nå, og vi kan ikke gjøre det om. Ta kontakt med klageinstansen.",
    _LAW,
    interpretation="Loven taler om eget vedtak. Der klageinstansen har truffet et nytt, leser vi det slik at det er deres.",
)
REVERSAL_NO_APPEAL: Guard[ReversalFacts] = Guard(
    "appeal_is_open",
    lambda facts: not facts.appeal_open,
    "Det ligger en klage på vedtaket. Undersøk den; er den begrunnet, endres vedtaket som svar på klagen.",
    fvl("33", 2) & _LAW,
)
REVERSAL_GROUND: Guard[ReversalFacts] = Guard(
    "reversal_ground_missing",
    lambda facts: facts.ground in _BY_CODE,
    "Velg hvilken grunn loven gir for å gjøre om vedtaket.",
    _LAW,
    field="ground",
)
REVERSAL_HARMS_NOBODY: Guard[ReversalFacts] = Guard(
    "reversal_to_detriment",
    lambda facts: facts.ground != NOT_TO_DETRIMENT or not facts.harmed,
    "Endringen er til skade for noen vedtaket gjelder. Da må det være en annen grunn til å gjøre det om.",
    fvl("35", 1, letter="a"),
    field="ground",
)
REVERSAL_NOT_REACHED: Guard[ReversalFacts] = Guard(
    "somebody_was_reached",
    lambda facts: facts.ground != NOT_REACHED or not facts.anybody_reached,
    "Minst én har fått underretning om vedtaket. Da gjelder ikke denne grunnen.",
    fvl("35", 1, letter="b"),
    field="ground",
)
REVERSAL_REASONS: Guard[ReversalFacts] = Guard(
    "reversal_reasons_missing",
    lambda facts: bool(facts.reasons.strip()),
    "Skriv hvorfor vedtaket gjøres om, etter den grunnen du har valgt.",
    fvl("24") & _LAW,
    field="reasons",
)
REVERSAL_TOLD: Guard[ReversalFacts] = Guard(
    "reversal_notice_missing",
    lambda facts: facts.ground == NOT_REACHED or bool(facts.told.strip()),
    "Skriv når partene fikk varsel om at vedtaket kan bli gjort om, eller hvorfor de ikke skulle ha det.",
    fvl("16"),
    field="told",
)
REVERSE: Step[ReversalFacts] = Step(
    "reverse",
    frozenset({"signed", "notified", "appeal_period", "appealed", "final"}),
    "reversed",
    _LAW,
    (
        REVERSAL_SIGNED,
        REVERSAL_OURS,
        REVERSAL_NO_APPEAL,
        REVERSAL_GROUND,
        REVERSAL_HARMS_NOBODY,
        REVERSAL_NOT_REACHED,
        REVERSAL_REASONS,
        REVERSAL_TOLD,
    ),
    "Gjør om vedtaket",
)
REVERSAL_RIGHT: Final = "decision.sign"

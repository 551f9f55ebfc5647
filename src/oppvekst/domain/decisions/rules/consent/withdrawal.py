"""A yes is taken back: it counts at once, and what the service may lawfully do then is assessed the same day."""

from __future__ import annotations

from dataclasses import dataclass

from oppvekst.domain.decisions.rules.consent.kinds import KINDS, Kind
from oppvekst.law.citation import Citation, bvl


@dataclass(frozen=True)
class Way:
    """One lawful way on after a withdrawal. ``reserved``: the leader or the deputy decides it."""

    key: str
    title: str
    law: Citation
    reserved: bool = False


OTHER = Way("other_help", "Tilby annen hjelp som familien vil ha", bvl("3-1"))
END = Way("end", "Avslutte tiltaket", bvl("3-1"))
HOME = Way("end_and_move_home", "Avslutte oppholdet, og barnet flytter hjem", bvl("3-2"), reserved=True)
STAY = Way("4-3", "Midlertidig flytteforbud", bvl("4-3"), reserved=True)
ORDER = Way("3-4", "Be nemnda pålegge hjelpetiltak", bvl("3-4"))
CARE = Way("5-1 f-g", "Be nemnda om omsorgsovertakelse", bvl("5-1", 1, "f-g"))
EMERGENCY = Way("4-2", "Akuttvedtak om omsorgsovertakelse", bvl("4-2"), reserved=True)
HELD = Way(
    "6-1-2",
    "Institusjonen holder barnet tilbake i inntil tre uker, hvis det var satt som vilkår på forhånd og oppholdet er ment å "
    "vare minst tre måneder",
    bvl("6-1", 2), reserved=True,
)  # fmt: skip

NO_MORE_TESTS = Way("no_more_tests", "Prøvene stopper med en gang, og institusjonen får vite det i dag", bvl("10-7", 3))

AT_HOME = (OTHER, ORDER, CARE, EMERGENCY, END)
AWAY = (STAY, ORDER, CARE, EMERGENCY, HOME)


def ways_on(kind: Kind) -> tuple[Way, ...]:
    """What may lawfully be done when a yes to this is taken back (bvl §§ 3-1, 3-4, 4-2, 4-3, 5-1, 6-1 (2))."""
    if kind is Kind.INSTITUTION:
        return (HELD, *AWAY)
    if KINDS[kind].away:
        return AWAY
    if kind is Kind.DRUG_TEST:
        return (NO_MORE_TESTS,)
    return AT_HOME if kind is Kind.HELP else (END,)


def rings(kind: Kind) -> bool:
    """Whether the on-call service must see it at once: a child away from home may be fetched tonight (bvl § 15-3 (4))."""
    return KINDS[kind].away


FREE = (
    "Samtykke er frivillig, og kan trekkes når som helst. Det gjelder fra det øyeblikket det blir trukket, også en kveld "
    "eller i en helg."
)

"""What can be done when voluntary help has lost its consent, assessed the same day (bvl §§ 3-1, 3-4)."""

from __future__ import annotations

from dataclasses import dataclass

from oppvekst.domain.measures.rules.orders import ORDERS, could_be_ordered
from oppvekst.law.citation import Citation, bvl


@dataclass(frozen=True)
class Alternative:
    """One way on, in a sentence, with its section."""

    sentence: str
    law: Citation


OTHER_HELP = Alternative("Tilby annen hjelp som familien vil ha.", bvl("3-1"))
NOTHING = Alternative("Ingenting mer. Da avsluttes hjelpen, og det skrives hvorfor det er forsvarlig.", bvl("3-1"))
CANNOT_BE_ORDERED = Alternative("Denne hjelpen kan ikke pålegges.", bvl("3-4", 1))


def alternatives(category: str) -> tuple[Alternative, ...]:
    """Other help, an order by the tribunal where this can be ordered, or nothing.

    >>> [str(one.law) for one in alternatives("5.4")]
    ['bvl § 3-1', 'bvl § 3-4 (1) c', 'bvl § 3-1']
    """
    return (OTHER_HELP, *(_order(category) or (CANNOT_BE_ORDERED,)), NOTHING)


def _order(category: str) -> tuple[Alternative, ...]:
    return tuple(
        Alternative(f"Be nemnda om pålegg: {ORDERS[what].title.lower()}, {ORDERS[what].longest}.", ORDERS[what].law)
        for what in could_be_ordered(category)
    )

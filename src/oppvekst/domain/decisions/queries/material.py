"""What the case already holds for each part of a decision: only what is there, with where it comes from.

It is offered and put in by a person. Nothing is written into a decision by itself: what a part must answer is why this child,
and no copy of the file says that (bvl § 12-5).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from oppvekst.domain.decisions.models import Decision
from oppvekst.domain.decisions.rules.sections import FACTS


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of the case: for which part, what they are, and the words themselves."""

    section: str
    title: str
    text: str


def material(decision: Decision) -> dict[str, list[Piece]]:
    """What can be put in, by part."""
    found: dict[str, list[Piece]] = {}
    for piece in _pieces(decision):
        if piece.text.strip():
            found.setdefault(piece.section, []).append(piece)
    return found


def _pieces(decision: Decision) -> Iterator[Piece]:
    yield from _of_investigation(decision)


def _of_investigation(decision: Decision) -> Iterator[Piece]:
    investigation = decision.investigation
    if investigation is None:
        return
    yield Piece(FACTS, "Hvorfor undersøkelsen ble åpnet", investigation.reasons)
    yield Piece(FACTS, "Spørsmålene i undersøkelsesplanen", investigation.plan.get("questions", ""))
    yield Piece(FACTS, "Kildene i undersøkelsesplanen", investigation.plan.get("sources", ""))

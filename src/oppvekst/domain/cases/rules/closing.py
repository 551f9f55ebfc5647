"""When a case may be closed: nothing is going on in it, in any room (bvl §§ 2-1, 2-5, 8-1, 12-9).

A room that holds a case open says so with a ``Holding``; the face gathers them, so that no room knows the later ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from uuid import UUID

from oppvekst.law.citation import Citation, bvl
from oppvekst.law.refusals import NotAllowed

LAW = bvl("12-4")


@dataclass(frozen=True)
class Holding:
    """One thing that holds a case open, in a sentence, with the section and the page where it can be done."""

    sentence: str
    citation: Citation
    page: str = ""
    subject: UUID | None = None


class Holds(Protocol):
    """What one room says of a case."""

    def __call__(self, case_id: UUID, *, today: date) -> Iterable[Holding]: ...


def must_wait(standing: Sequence[Holding]) -> NotAllowed | None:
    """The refusal, with everything that stands in the way.

    >>> must_wait([]) is None
    True
    >>> must_wait([Holding("Undersøkelsen pågår.", bvl("2-5"))]).sentence
    'Saken kan ikke avsluttes ennå. Undersøkelsen pågår.'
    """
    if not standing:
        return None
    citation = standing[0].citation
    for one in standing[1:]:
        citation = citation & one.citation
    return NotAllowed(f"Saken kan ikke avsluttes ennå. {' '.join(one.sentence for one in standing)}", citation)

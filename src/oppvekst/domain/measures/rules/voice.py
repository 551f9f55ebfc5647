"""Whether the child's voice is in the plan for the help, and in the look at whether it works (bvl §§ 1-4, 8-1)."""

from dataclasses import dataclass
from typing import Final

from oppvekst.law.citation import Citation, bvl, medv


@dataclass(frozen=True)
class Lack:
    """One thing that is missing, in words, with the section."""

    sentence: str
    citation: Citation


_IN_PLAN: Final = bvl("1-4") & bvl("8-1", 2)
_IN_EVALUATION: Final = bvl("1-4", 1) & bvl("8-1", 1) & medv("6")

IN_PLAN: Final = Lack("Skriv barnets egne ord i tiltaksplanen.", _IN_PLAN)
HEARD_WITHOUT_WORDS: Final = Lack(
    "Barnet er hørt, men det står ikke hva det sa. Skriv det ned som en samtale.", _IN_EVALUATION
)
NOT_HEARD: Final = Lack("Hør barnet om hjelpen virker, eller skriv hvorfor det ikke er hørt.", _IN_EVALUATION)


def lacks_in_plan(child_words: str) -> tuple[Lack, ...]:
    """What a plan lacks of the child's voice.

    >>> lacks_in_plan("Jeg vil ha samme støttekontakt."), len(lacks_in_plan(" "))
    ((), 1)
    """
    return () if child_words.strip() else (IN_PLAN,)


def lacks_in_evaluation(*, heard: bool, words: str, reason: str, talked: bool = False) -> tuple[Lack, ...]:
    """What an evaluation lacks: the child's words, or why it was not heard. ``talked``: a talk is written since that day."""
    if talked:
        return ()
    if heard:
        return () if words.strip() else (HEARD_WITHOUT_WORDS,)
    return () if reason.strip() else (NOT_HEARD,)

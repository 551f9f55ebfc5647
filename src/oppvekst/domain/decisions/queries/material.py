"""What the case already holds for each part of a decision: only what is there, with where it comes from.

It is offered and put in by a person. Nothing is written into a decision by itself: what a part must answer is why this child,
and no copy of the file says that (bvl § 12-5).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from oppvekst.domain.decisions.models import Decision
from oppvekst.domain.decisions.rules.sections import ASSESSMENT, CHILD, FACTS
from oppvekst.domain.investigations.models import Investigation
from oppvekst.domain.investigations.queries import assessment_of, needs_of, talks_of_case, words_to_show
from oppvekst.domain.investigations.rules import summary
from oppvekst.domain.investigations.rules.frame import FACTS as KNOWN
from oppvekst.domain.investigations.rules.frame import TEXTS
from oppvekst.law.calendar import in_words, oslo_date

ASSESSED = TEXTS["assessment"]


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
    yield from _of_child(decision)
    if decision.investigation:
        yield from _of_needs(decision.investigation)
        yield from _of_investigation(decision.investigation)


def _of_child(decision: Decision) -> Iterator[Piece]:
    """The child's own words as a copy of a decision may tell them, and the weight that was given (bvl § 1-4).

    Words that are kept from the parents for now are not offered: a decision goes to the parents.
    """
    for said in words_to_show(decision.case_id):
        day = in_words(oslo_date(said.held_at))
        yield Piece(CHILD, f"Barnets egne ord {day}", f"«{said.text.strip()}» ({day})")
    for talk in talks_of_case(decision.case_id):
        if not any(kept.words_too for kept in talk.withholdings.all()):
            yield Piece(CHILD, f"Vekten etter samtalen {in_words(oslo_date(talk.held_at))}", talk.weight)


def _of_needs(investigation: Investigation) -> Iterator[Piece]:
    """What the assessment of the child's needs says, theme by theme: facts with their sources, and what was made of them."""
    assessment = assessment_of(investigation.id)
    for chapter in summary(needs_of(assessment.id)) if assessment else ():
        for section, heading, name in ((FACTS, KNOWN, "Opplysninger"), (ASSESSMENT, ASSESSED, "Vurdering")):
            told = [text for part in chapter.parts for title, text in part.paragraphs if title == heading]
            yield Piece(section, f"{name}: {chapter.title.lower()}", "\n\n".join(told))


def _of_investigation(investigation: Investigation) -> Iterator[Piece]:
    yield Piece(FACTS, "Hvorfor undersøkelsen ble åpnet", investigation.reasons)

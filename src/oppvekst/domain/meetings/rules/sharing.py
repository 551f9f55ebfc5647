"""Who may know what: consent for one receiver and one theme, from everybody it concerns (bvl § 13-1; fvl § 13 a)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from oppvekst.domain.meetings.rules.kinds import ADULT, OF_A_PARENT, OWN_CONSENT_AGE, Theme
from oppvekst.law.calendar import in_words


class Standing(StrEnum):
    """How a member stands to the case, which decides what must be consented to."""

    OURS = "ours"  # of the service: what one needs to know in one's work (fvl § 13 b no. 3)
    CHILD = "child"
    PARENT = "parent"  # with parental responsibility
    FAMILY = "family"
    BODY = "body"  # another service, or somebody contracted


@dataclass(frozen=True, kw_only=True)
class Giver:
    """One whose consent is asked for: a parent with parental responsibility, or the child by age."""

    id: UUID
    name: str
    child: bool = False
    years: int | None = None


@dataclass(frozen=True, kw_only=True)
class Yes:
    """One consent: from whom, about what, from when, and until when if it has been taken back."""

    giver: UUID
    theme: str
    given_on: date
    withdrawn_on: date | None = None

    def holds(self, on: date) -> bool:
        """From the day it is given, and no longer from the day it is taken back."""
        return self.given_on <= on and (self.withdrawn_on is None or on < self.withdrawn_on)


class Answer(StrEnum):
    """What a cell of the table says."""

    ENTITLED = "entitled"
    YES = "yes"
    LACKING = "lacking"
    WITHDRAWN = "withdrawn"
    CHILD = "child"


@dataclass(frozen=True)
class Cell:
    """Whether one member may know of one theme on a day, in a word and a sentence."""

    theme: Theme
    answer: Answer
    words: str

    @property
    def may(self) -> bool:
        """Whether it may be told."""
        return self.answer in {Answer.ENTITLED, Answer.YES}


NOBODY = "Ingen i saken er ført med foreldreansvar. Da er det ingen som kan samtykke ennå."


def who_consents(parents: Iterable[Giver], child: Giver | None) -> tuple[Giver, ...]:
    """Whose consent is asked for: parents with responsibility, the child too from 15, the child alone from 18 (fvl § 13 a).

    >>> from uuid import UUID
    >>> mother, son = Giver(id=UUID(int=1), name="Mor"), Giver(id=UUID(int=2), name="Iver", child=True, years=10)
    >>> [one.name for one in who_consents([mother], son)]
    ['Mor']
    >>> [one.name for one in who_consents([mother], Giver(id=UUID(int=2), name="Iver", child=True, years=15))]
    ['Mor', 'Iver']
    """
    years = child.years if child and child.years is not None else 0
    if child and years >= ADULT:
        return (child,)
    return (*parents, *([child] if child and years >= OWN_CONSENT_AGE else ()))


def cell(
    theme: Theme, standing: Standing, *, member: UUID | None, givers: Sequence[Giver], said: Iterable[Yes], on: date
) -> Cell:
    """Whether this member may know of this theme on that day (bvl § 13-1; fvl §§ 13 a, 13 b)."""
    if standing is Standing.OURS:
        return Cell(theme, Answer.ENTITLED, "Arbeider med saken hos oss.")
    if standing is Standing.CHILD:
        return Cell(theme, Answer.CHILD, "Får det som er skrevet til barnet.")
    if standing is Standing.PARENT and theme not in OF_A_PARENT:
        return Cell(theme, Answer.ENTITLED, "Har foreldreansvar.")
    asked = [one for one in givers if one.id != member]
    if not asked:
        own = standing is Standing.PARENT
        return Cell(
            theme, Answer.ENTITLED if own else Answer.LACKING, "Gjelder bare denne forelderen." if own else NOBODY
        )
    return _by_consent(theme, asked, [one for one in said if one.theme == theme], on)


def _by_consent(theme: Theme, asked: Sequence[Giver], said: Sequence[Yes], on: date) -> Cell:
    holding = {one.giver: one for one in said if one.holds(on)}
    lacking = [one for one in asked if one.id not in holding]
    if not lacking:
        last = max(holding[one.id].given_on for one in asked)
        return Cell(theme, Answer.YES, f"Samtykke fra {_names(asked)}, {in_words(last)}.")
    back = [one for one in lacking if any(yes.giver == one.id and yes.withdrawn_on for yes in said)]
    if back:
        day = max(yes.withdrawn_on for yes in said if yes.withdrawn_on and yes.giver in {one.id for one in back})
        return Cell(theme, Answer.WITHDRAWN, f"{_names(back)} trakk samtykket {in_words(day)}.")
    return Cell(theme, Answer.LACKING, f"Mangler samtykke fra {_names(lacking)}.")


def known(cells: Iterable[Cell]) -> tuple[Theme, ...]:
    """The themes that may be told."""
    return tuple(one.theme for one in cells if one.may)


def stopped(name: str, standing: Standing, cells: Sequence[Cell]) -> str:
    """Why nothing is sent to this member, or nothing: another body must be allowed to know that we meet at all.

    The family's own people are told time and place without more; one whose consent is taken back is told nothing.
    """
    occasion = next(one for one in cells if one.theme is Theme.OCCASION)
    if standing in {Standing.OURS, Standing.CHILD, Standing.PARENT} or occasion.may:
        return ""
    if occasion.answer is Answer.WITHDRAWN or standing is Standing.BODY:
        return f"{name} får ikke vite om møtet. {occasion.words}"
    return ""


def _names(givers: Sequence[Giver]) -> str:
    names = [one.name for one in givers]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} og {names[-1]}"

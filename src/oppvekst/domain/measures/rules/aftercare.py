"""Help after 18 (*ettervern*): the youth is asked in good time, and once more before the day (bvl § 3-6 (2))."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from oppvekst.domain.measures.rules.limits import OF_AGE, asked_before_18, turns
from oppvekst.law import calendar
from oppvekst.law.calendar import in_words

# The task comes when the next look at the help is so near the seventeenth birthday: not on the list of a five-year-old's.
AHEAD_YEARS: Final = 1


class Wants(StrEnum):
    """What the youth wants when it is asked."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


WANTS: Final[dict[Wants, str]] = {
    Wants.YES: "Vil ha hjelp etter 18 år",
    Wants.NO: "Vil ikke ha hjelp etter 18 år, slik det ser ut nå",
    Wants.UNSURE: "Vet ikke ennå",
}


@dataclass(frozen=True, kw_only=True)
class AftercareFacts:
    """What the task asks about: when the help that runs began, when it is looked at again, and what is done already."""

    born: date | None
    running_since: date | None = None
    looked_at_again: date | None = None
    talked_on: tuple[date, ...] = ()
    decided_on: date | None = None


@dataclass(frozen=True)
class Asking:
    """One of the two times the youth is asked: the day, how it was reached, and when it was done."""

    again: bool
    due: date
    steps: tuple[str, ...]
    done_on: date | None = None


def askings(facts: AftercareFacts) -> tuple[Asking, ...]:
    """When the youth with running help is to be asked about the time after 18, and what of it is done (bvl § 3-6 (2)).

    >>> born = date(2009, 4, 10)
    >>> young = AftercareFacts(born=born, running_since=date(2025, 9, 1), looked_at_again=date(2025, 12, 1))
    >>> [one.due for one in askings(young)]
    [datetime.date(2026, 4, 10)]
    """
    if facts.born is None or facts.running_since is None or facts.running_since >= turns(facts.born, OF_AGE):
        return ()
    first, again = asked_before_18(facts.born)
    seen = facts.looked_at_again or facts.running_since
    if first > calendar.add(seen, years=AHEAD_YEARS):
        return ()
    talked = facts.decided_on or min(facts.talked_on, default=None)
    asked = Asking(False, max(first, facts.running_since), _steps(facts.born, first), talked)
    if talked is None:
        return (asked,)
    later = facts.decided_on or _since(again, facts.talked_on)
    return asked, Asking(True, max(again, facts.running_since), _steps(facts.born, again), later)


def _since(day: date, talked: Sequence[date]) -> date | None:
    return min((one for one in talked if one >= day), default=None)


def _steps(born: date, day: date) -> tuple[str, ...]:
    return (
        f"Ungdommen fyller 18 år {in_words(turns(born, OF_AGE))}. Loven sier i god tid før, og setter ingen dag.",
        f"Tjenestens egen dag er {in_words(day)}: ved 17 år, og igjen et halvt år før 18.",
    )

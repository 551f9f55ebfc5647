"""Who may be told who has seen the case, and in which words (bvl §§ 12-3, 12-6, 13-1; personvernforordningen artikkel 15).

No text says how such a list is to look: by role and day, without names, is our reading (C). The court of the European
Union has held that who works there is not told as a matter of course, and a name can be a threat to whoever bears it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from oppvekst.domain.cases.rules.looking import sight_of
from oppvekst.law.calendar import oslo_date
from oppvekst.law.citation import bvl
from oppvekst.law.refusals import NotAllowed

PARTY_AT = 15
CHILD = "child"
PARENTS = frozenset({"mother", "father", "other_parent"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Asker:
    """The party as far as it decides whether she may be told."""

    part: str
    years: int | None = None
    responsible: bool | None = None
    held_back: bool = False
    uninformed: bool = False

    @property
    def parent(self) -> bool:
        """Whether it is one of the child's parents."""
        return self.part in PARENTS


def hindrance(asker: Asker) -> NotAllowed | None:
    """Why this party is not told now, or nothing.

    >>> hindrance(Asker(part="child", years=15))
    >>> hindrance(Asker(part="child", years=14)).sentence
    'Barnet er part fra det er 15 år. Snakk med barnet om hvem som vet hva, i stedet for å gi et utdrag.'
    """
    if asker.part == CHILD:
        told = "Barnet er part fra det er 15 år. Snakk med barnet om hvem som vet hva, i stedet for å gi et utdrag."
        return None if (asker.years or 0) >= PARTY_AT else NotAllowed(told, bvl("12-3"))
    if not asker.parent:
        return NotAllowed(
            "Bare barnet fra det er 15 år, og foreldre med foreldreansvar, kan få et utdrag.", bvl("12-3")
        )
    if asker.held_back:
        told = "Alt til foreldrene holdes tilbake i denne saken. Et utdrag kan gis når sperren er løftet."
        return NotAllowed(told, bvl("12-6"))
    if asker.uninformed:
        told = "Det er bestemt at denne forelderen ikke skal informeres. Da gis det heller ikke noe utdrag."
        return NotAllowed(told, bvl("12-2", 2))
    if not asker.responsible:
        told = "Det er ikke avklart at hun eller han har foreldreansvar. Skriv det inn under «Mennesker» først."
        return NotAllowed(told, bvl("12-2"))
    return None


@dataclass(frozen=True, slots=True)
class Told:
    """One line of one day: which role, why it was there, and what it saw, as keys of the letter's sentences."""

    who: str
    why: str
    name: str
    what: tuple[str, ...]

    def to_plain(self) -> dict[str, object]:
        """As it is kept and set."""
        return {"who": self.who, "why": self.why, "name": self.name, "what": list(self.what)}


@dataclass(frozen=True, slots=True)
class Look:
    """A look as far as the words need it."""

    at: datetime
    kind: str
    title: str
    why: str
    name: str = ""


def told(looks: Iterable[Look], *, to_parent: bool) -> tuple[list[tuple[date, list[Told]]], int]:
    """The looks by day and role, and how many are left out because they would tell of somebody or something else."""
    every = list(looks)
    kept = [look for look in every if _may_be_told(look.kind, to_parent=to_parent)]
    days = [(day, _lines(list(found))) for day, found in groupby(kept, key=lambda look: oslo_date(look.at))]
    return days, len(every) - len(kept)


def _may_be_told(kind: str, *, to_parent: bool) -> bool:
    sight = sight_of(kind)
    return bool(sight and sight.told and not (to_parent and sight.not_to_parents))


def _lines(looks: list[Look]) -> list[Told]:
    """Each role once a day, whatever the number of times: how often somebody looked tells the reader nothing."""
    found: dict[tuple[str, str, str], list[str]] = {}
    for look in looks:
        keys = found.setdefault((look.title, look.why, look.name), [])
        sight = sight_of(look.kind)
        if sight and sight.told not in keys:
            keys.append(sight.told)
    return [Told(*who, tuple(what)) for who, what in found.items()]

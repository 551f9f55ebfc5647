"""What the preventive service does with others: district teams, competence projects and information. Never about one child.

One kind of row with kinds: they differ in what they are called, not in what is asked of them (bvl § 15-1).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from oppvekst.domain.homes.rules import Looks, identifying, one_line
from oppvekst.domain.prevention.rules.asked import LINE
from oppvekst.domain.prevention.rules.discussions import BODIES, MOST_MINUTES, NEVER
from oppvekst.domain.prevention.rules.themes import THEMES
from oppvekst.law.refusals import Incomplete

MOST_REACHED: Final = 5000


class ActivityKind(StrEnum):
    """What was done."""

    TEAM = "district_team"
    COMPETENCE = "competence"
    VISIT = "visit"
    PARENTS = "parents"
    RIGHTS = "rights"
    REFUGEES = "refugees"
    OTHER = "other"


ACTIVITIES: Final[dict[str, str]] = {
    ActivityKind.TEAM: "Møte i et bydelsteam",
    ActivityKind.COMPETENCE: "Kompetansetiltak for ansatte",
    ActivityKind.VISIT: "Besøk hos ansatte",
    ActivityKind.PARENTS: "Foreldremøte",
    ActivityKind.RIGHTS: "Informasjon til barn om rettighetene deres",
    ActivityKind.REFUGEES: "Informasjon til familier som er nye i Norge",
    ActivityKind.OTHER: "Annet informasjonsarbeid",
}
# Those who sit in a team come from somewhere, and parents and children are not among them.
SERVICES: Final = {code: name for code, name in BODIES.items() if code not in {"parent", "youth", "private"}}


@dataclass(frozen=True, kw_only=True)
class Made:
    """One meeting, visit or project, with who was there as kinds of bodies and how many it reached."""

    kind: str
    title: str
    area: str = ""
    held_on: date
    ends_on: date | None = None
    members: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    reached: int = 0
    minutes: int


def cleaned_activity(made: Made) -> Made:
    """On one line each, without what cannot be seen."""
    return replace(made, title=one_line(made.title), area=one_line(made.area))


def check_activity(made: Made) -> None:
    """Refuse what is no code, what is too long, and a title with a number or a date of birth in it, field by field."""
    lacking = {**dict(_codes(made)), **dict(_words(made)), **dict(_numbers(made))}
    if lacking:
        raise Incomplete(lacking)


def _codes(made: Made) -> Iterator[tuple[str, str]]:
    if made.kind not in ACTIVITIES:
        yield "kind", "Velg hva dere gjorde."
    if not set(made.members) <= SERVICES.keys() or (made.kind == ActivityKind.TEAM and not made.members):
        yield "members", "Velg hvem som var med i teamet."
    if not made.themes or not set(made.themes) <= THEMES.keys():
        yield "themes", "Velg minst ett tema."


def _words(made: Made) -> Iterator[tuple[str, str]]:
    if not made.title:
        yield "title", "Skriv hva det var, for eksempel «Foreldremøte for førsteklasse»."
    for name in ("title", "area"):
        found = {one.looks for one in identifying(getattr(made, name))}
        if len(getattr(made, name)) > LINE:
            yield name, f"Det er plass til {LINE} tegn."
        elif Looks.NUMBER in found:
            yield name, NEVER
        elif found & {Looks.BORN, Looks.PHONE}:
            yield name, "Her står en dato eller et telefonnummer. Skriv bare hva det var."


def _numbers(made: Made) -> Iterator[tuple[str, str]]:
    if made.ends_on and made.ends_on < made.held_on:
        yield "ends_on", "Siste dag kan ikke være før første dag."
    if not 0 <= made.reached <= MOST_REACHED:
        yield "reached", f"Skriv omtrent hvor mange dere nådde, fra 0 til {MOST_REACHED}."
    if not 1 <= made.minutes <= MOST_MINUTES * 20:
        yield "minutes", "Skriv hvor mange minutter dere brukte."

"""Why somebody sees a case, or does not: the database's own reasons, in words (bvl § 13-1; fvl §§ 6-9, 13 b)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TypedDict
from uuid import UUID

from django.db import connection

# The part of a rule's name before the full stop -> what it is in words, and the section it rests on.
RULES: dict[str, tuple[str, str]] = {
    "wide": ("Rollen ser alle saker i kommunen", "bvl § 15-3"),
    "team": ("Rollen ser teamets åpne saker", "bvl § 13-1"),
    "grant.assigned": ("Har saken", "fvl § 13 b"),
    "grant.intake": ("Behandler en melding om barnet", "fvl § 13 b"),
    "grant.colleague": ("Arbeider sammen med den som har saken", "fvl § 13 b"),
    "grant.substitute": ("Er setteleder i saken", "fvl § 9"),
    "grant.sample": ("Trukket i en stikkprøve: kan lese, ikke endre", "fvl § 13 b"),
    "grant.closed": ("Leser en avsluttet sak, med en grunn", "fvl § 13 b"),
    "grant.archive": ("Arbeider med arkivet: kan lese, ikke endre", "fvl § 13 b"),
    "emergency": ("Nødtilgang", "bvl § 13-1"),
    "provisional": ("Gjør det som ikke kan vente, tross sperre", "fvl § 7"),
    "bar.disqualified": ("Inhabil", "fvl § 6"),
    "bar.locked": ("Saken er låst for denne personen", "bvl § 13-1"),
    "bar.lifted": ("Var sperret fra saken", "fvl § 6"),
    "undecided": ("Lederen er inhabil: kan forberede, ikke avgjøre", "fvl § 6 (3)"),
    "hired": ("Innleid fra privat: kan forberede, ikke avgjøre", "bvl § 15-7"),
    "role": ("Rollen ser ingen saker", "bvl § 13-1"),
    "nothing": ("Ingenting gir tilgang til saken", "bvl § 13-1"),
    "duty": ("Har ingen tjeneste i kommunen i dag", "bvl § 13-1"),
}
GIVES, REFUSES = "gives", "refuses"


class PlainReason(TypedDict):
    """A reason as the public interface writes it."""

    hat: str
    role: str
    rule: str
    effect: str
    since: str | None
    until: str | None
    message: str
    words: str
    law: str


@dataclass(frozen=True)
class Reason:
    """One rule that gives, refuses, gave once, will give, or limits what she may do there."""

    hat: str
    title: str
    rule: str
    effect: str
    since: datetime | None
    until: datetime | None
    words: str

    @property
    def says(self) -> str:
        """The rule in words."""
        return RULES[self.rule][0]

    @property
    def law(self) -> str:
        """The section it rests on."""
        return RULES[self.rule][1]

    def to_plain(self) -> PlainReason:
        """As data."""
        since, until = (moment.isoformat() if moment else None for moment in (self.since, self.until))
        return {
            "hat": self.hat, "role": self.title, "rule": self.rule, "effect": self.effect, "since": since, "until": until,
            "message": self.says, "words": self.words, "law": self.law,
        }  # fmt: skip


def seen_in(reasons: Iterable[Reason]) -> dict[str, bool]:
    """Hat -> whether the case is seen in it: something gives, and nothing refuses."""
    effects: dict[str, set[str]] = {}
    for reason in reasons:
        effects.setdefault(reason.hat, set()).add(reason.effect)
    return {hat: GIVES in found and REFUSES not in found for hat, found in effects.items() if hat}


def explained(number: str, about: UUID) -> list[Reason]:
    """What the actor may be told of why this colleague sees a case, or does not. Nothing is also an answer."""
    return _asked("select * from access.explain(%s, %s)", number, about)


def reasons(about: UUID, case_id: UUID) -> list[Reason]:
    """Every reason there is; for the owner, who answers the operator."""
    return _asked("select * from access.reasons(%s, %s)", about, case_id)


def _asked(question: str, *values: str | UUID) -> list[Reason]:
    with connection.cursor() as cursor:
        cursor.execute(question, values)
        found = [Reason(row[0] or "", row[1] or "", *row[2:]) for row in cursor.fetchall()]
    order = {effect: place for place, effect in enumerate((REFUSES, GIVES, "limits", "later", "past"))}
    return sorted(found, key=lambda one: (one.title, order[one.effect], one.rule))

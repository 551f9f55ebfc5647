"""What must be in place before a child comes to somebody, as the coordinator says that it is, each with its day.

The certificate itself is shown to whoever asked for it and is locked away (politiattestforskriften § 9): here stands only that
it was shown, and when.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from oppvekst.domain.homes.rules.kinds import Kind
from oppvekst.law.citation import Citation, Mark, bvl
from oppvekst.law.refusals import Incomplete

_HOME, _ALONE = frozenset({Kind.VISITING_HOME}), frozenset({Kind.SUPPORT_CONTACT})
PRACTICE: Final = "Loven har ingen egen regel om dette. Det er tjenestens egen praksis."
LONGEST_AGO: Final = timedelta(days=366 * 20)


@dataclass(frozen=True)
class InPlace:
    """One thing that must be in place, what it rests on, and how sure we are of it."""

    id: str
    kinds: frozenset[Kind]
    asks: str
    says: str
    citation: Citation | None = None
    source: str = ""
    mark: Mark = Mark.A
    interpretation: str = ""

    @property
    def note(self) -> str:
        """Where it stands, and what in it is our reading."""
        return " ".join(filter(None, [f"{self.rests_on}." if self.rests_on else "", self.interpretation]))

    @property
    def rests_on(self) -> str:
        """Where it stands; nothing, where it is only ours."""
        return ", ".join(filter(None, [str(self.citation) if self.citation else "", self.source]))


IN_PLACE: Final = (
    InPlace(
        "certificate", _HOME, "Når ble uttømmende og utvidet politiattest vist?", "Uttømmende og utvidet politiattest er vist",
        bvl("12-11", 6), "politiattestforskriften § 4",
        interpretation="At et besøkshjem med overnatting er et avlastningstiltak etter forskriften § 4, er vår tolkning. "
        "Det er den strengeste lesningen.",
    ),
    InPlace(
        "household", _HOME, "Når ble andre i husstanden vurdert?", "Det er vurdert om andre i husstanden skal vise attest",
        bvl("12-11", 6), "politiattestforskriften § 4 (3)",
    ),
    InPlace(
        "approved", _HOME, "Når godkjente tjenesten hjemmet etter samtale og besøk?",
        "Tjenesten har snakket med dem, vært på besøk og godkjent hjemmet", mark=Mark.C, interpretation=PRACTICE,
    ),
    InPlace(
        "child_care", _ALONE, "Når ble barneomsorgsattest vist?", "Barneomsorgsattest er vist", bvl("12-11", 1),
        "politiregisterloven § 39",
    ),
    InPlace(
        "talked", _ALONE, "Når snakket tjenesten med dem, og fant at det passer?",
        "Tjenesten har snakket med dem, og funnet at det passer", mark=Mark.C, interpretation=PRACTICE,
    ),
)  # fmt: skip
_BY_ID: Final = {one.id: one for one in IN_PLACE}


def in_place_for(kind: str) -> tuple[InPlace, ...]:
    """What must be in place for that kind, in order (bvl § 12-11).

    >>> [one.id for one in in_place_for("support_contact")]
    ['child_care', 'talked']
    """
    return tuple(one for one in IN_PLACE if kind in one.kinds)


def not_in_place(kind: str, told: Mapping[str, object]) -> tuple[str, ...]:
    """What the coordinator has not said is there.

    >>> not_in_place("support_contact", {"talked": "2026-10-01"})
    ('child_care',)
    """
    return tuple(one.id for one in in_place_for(kind) if not told.get(one.id))


def lacking_words(ids: Collection[str]) -> str:
    """What is not there yet, in words.

    >>> lacking_words(["child_care"])
    'Koordinatoren har ikke skrevet dette ennå: barneomsorgsattest er vist.'
    """
    told = [_BY_ID[one].says for one in ids]
    return f"Koordinatoren har ikke skrevet dette ennå: {'; '.join(f'{says[0].lower()}{says[1:]}' for says in told)}."


def check_in_place(kind: str, told: Mapping[str, date], *, today: date) -> None:
    """Refuse a day that is to come, or is long ago; each is told at its field (politiattestforskriften § 8)."""
    wrong = {
        one.id: "Skriv dagen det skjedde. Den kan ikke være fram i tid."
        for one in in_place_for(kind)
        if one.id in told and not today - LONGEST_AGO <= told[one.id] <= today
    }
    if wrong:
        raise Incomplete(wrong, bvl("12-11"))

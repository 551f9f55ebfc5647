"""The child's voice in a case: how the child took part, and what is still missing before anything is decided."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from oppvekst.domain.investigations.rules.talks import TalkFacts, talk_lacks
from oppvekst.law.citation import Citation, bvl, medv
from oppvekst.law.codes import Code, CodeList
from oppvekst.law.refusals import Incomplete

_2026 = date(2026, 1, 1)

PARTICIPATIONS: Final = CodeList(
    "Barnets medvirkning",
    "Statistisk sentralbyrå, Kodelister.md, versjon 4.0.1 (6. desember 2025)",
    (
        Code("1.1", "Barnet medvirket ved samtale", valid_from=_2026),
        Code("1.2", "Barnet medvirket ved representant", needs_text=True, valid_from=_2026),
        Code("1.3", "Barnet medvirket ved observasjon", needs_text=True, valid_from=_2026),
        Code("1.4", "Barnet medvirket ved andre uttrykk", needs_text=True, valid_from=_2026),
        Code("2.1", "Barnet har ikke fått anledning til å medvirke", needs_text=True, valid_from=_2026),
        Code("2.2", "Barnet ønsket ikke å medvirke", needs_text=True, valid_from=_2026),
    ),
)
BY_TALK: Final = "1.1"
NOT_HEARD: Final = frozenset({"2.1", "2.2"})
_LAW = bvl("1-4") & medv("6")


@dataclass(frozen=True, kw_only=True)
class ParticipationFacts:
    """How the child took part in an investigation, as it is told to the register, and the words that belong to it."""

    code: str = ""
    participation_reasons: str = ""
    talks_written: int = 0


@dataclass(frozen=True)
class Lack:
    """One thing that is missing: in words, the section, and in which talk (by its place in the row that was asked about)."""

    sentence: str
    citation: Citation
    field: str = ""
    talk: int | None = None


@dataclass(frozen=True)
class Voice:
    """Whether the child's voice is complete, and what is missing."""

    missing: tuple[Lack, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether nothing is missing."""
        return not self.missing


def child_voice(talks: Sequence[TalkFacts], participation: ParticipationFacts | None) -> Voice:
    """What is missing of the child's voice (bvl § 1-4; medvirkningsforskriften § 6): each talk whole, or a reason for none.

    ``participation``: of the investigation, or None where none is asked about.
    """
    code = participation.code if participation else ""
    missing = [
        Lack(guard.refusal, guard.citation, guard.field or "", place)
        for place, talk in enumerate(talks)
        for guard in talk_lacks(talk)
    ]
    if not talks and not (participation and code and code != BY_TALK):
        missing.insert(
            0, Lack("Snakk med barnet, eller skriv hvorfor det ikke er hørt eller ikke ville.", _LAW, "talk")
        )
    if participation and not code:
        missing.append(Lack("Sett koden for hvordan barnet har medvirket.", _LAW, "code"))
    return Voice(tuple(missing))


def refuse_participation(facts: ParticipationFacts, *, on: date) -> None:
    """Refuse a code that is not in force, has no words where words are asked for, or says a talk that is not written."""
    if not facts.code:
        raise Incomplete({"code": "Velg hvordan barnet har medvirket."}, _LAW, because=("participation_code",))
    code = PARTICIPATIONS.require(facts.code, on=on)
    if code.needs_text and not facts.participation_reasons.strip():
        told = "Skriv hvorfor barnet ikke er hørt." if facts.code in NOT_HEARD else "Skriv hvordan barnet medvirket."
        raise Incomplete({"reasons": told}, _LAW, because=("participation_reasons",))
    if facts.code == BY_TALK and not facts.talks_written:
        raise Incomplete(
            {"code": "Ingen samtale med barnet er skrevet ned. Skriv den ned først, eller velg en annen kode."},
            _LAW, because=("no_talk",),
        )  # fmt: skip

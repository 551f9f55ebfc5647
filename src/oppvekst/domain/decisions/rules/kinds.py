"""What kinds of decision (*enkeltvedtak*) the service makes, and what follows from the kind (bvl §§ 2-5, 3-1 to 3-6, 5-5)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from oppvekst.domain.decisions.rules.categories import PLACEMENTS

type Basis = dict[str, str]


class Kind(StrEnum):
    """Every kind: what the law calls it, not what it costs the family."""

    MEASURE = "measure"
    MEASURE_CHANGE = "measure_change"
    MEASURE_END = "measure_end"
    DISMISSAL = "dismissal"
    DISMISSAL_REOPEN = "dismissal_reopen"
    APPLICATION_REFUSED = "application_refused"
    PLAN_REFUSED = "plan_refused"
    AFTERCARE = "aftercare"
    MOVE = "move"


@dataclass(frozen=True)
class OfKind:
    """A kind as the desk offers it, with the legal basis it normally has (register: *Lovhjemmel*)."""

    title: str
    basis: Basis
    grants_help: bool = False
    ends_investigation: bool = False
    by_tribunal: bool = False


def basis(section: str, paragraph: str = "", letter: str = "") -> Basis:
    """A legal basis as the register writes it: act, chapter, section, paragraph and letter.

    >>> basis("3-1", "1")["chapter"]
    '3'
    """
    return {
        "law": "BVL2021",
        "chapter": section.split("-", maxsplit=1)[0],
        "section": section,
        "paragraph": paragraph,
        "letter": letter,
    }


KINDS: Final[dict[Kind, OfKind]] = {
    Kind.MEASURE: OfKind("Hjelpetiltak", basis("3-1", "1"), grants_help=True, ends_investigation=True),
    Kind.MEASURE_CHANGE: OfKind("Endring av hjelpetiltak", basis("3-1", "1"), grants_help=True),
    Kind.MEASURE_END: OfKind("Avslutning av hjelpetiltak", basis("8-1", "1")),
    Kind.DISMISSAL: OfKind("Henleggelse av undersøkelsen", basis("2-5", "2"), ends_investigation=True),
    Kind.DISMISSAL_REOPEN: OfKind(
        "Henleggelse med mulig ny undersøkelse innen seks måneder", basis("2-5", "3"), ends_investigation=True
    ),
    Kind.APPLICATION_REFUSED: OfKind("Avslag på søknad om hjelp", basis("3-1", "1")),
    Kind.PLAN_REFUSED: OfKind("Avslag på individuell plan", basis("15-9")),
    Kind.AFTERCARE: OfKind("Ettervern", basis("3-6", "1"), grants_help=True),
    Kind.MOVE: OfKind("Flytting av barn under omsorg", basis("5-5"), by_tribunal=True),
}

# How the investigation is normally concluded by each kind that ends one (register: *Undersøkelse/Konklusjon*).
CODE_OF: Final[dict[Kind, str]] = {Kind.MEASURE: "1", Kind.DISMISSAL: "3", Kind.DISMISSAL_REOPEN: "4"}

# The main basis and up to three more (register: *JmfrLovhjemmel*).
MOST_BASES: Final = 4


def in_words(one: Basis) -> str:
    """A legal basis as people read it.

    >>> in_words(basis("3-1", "1"))
    'barnevernsloven § 3-1 første ledd'
    """
    ordinals = ("", "første", "andre", "tredje", "fjerde", "femte", "sjette", "sjuende", "åttende")
    paragraph = one.get("paragraph", "")
    told = f"barnevernsloven § {one['section']}"
    if paragraph.isdigit() and int(paragraph) < len(ordinals):
        told += f" {ordinals[int(paragraph)]} ledd"
    return f"{told} bokstav {one['letter']}" if one.get("letter") else told


def beyond_help_at_home(category: str, consent_ground: str) -> bool:
    """Whether it goes further than voluntary help at home, so that milder ways must be weighed in writing (bvl § 1-5 (2))."""
    return category in PLACEMENTS or consent_ground == "order"

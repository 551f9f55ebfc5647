"""The catalogue of help (*tilbud*): what an offer must say of itself, and whether it fits a child, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from oppvekst.domain.decisions.rules import CATEGORIES
from oppvekst.domain.prevention.rules import LANGUAGES
from oppvekst.law.calendar import in_words
from oppvekst.law.citation import bvl
from oppvekst.law.codes import Code
from oppvekst.law.refusals import Incomplete, NotFound

DAYS: Final[dict[str, str]] = {
    "mon": "mandag", "tue": "tirsdag", "wed": "onsdag", "thu": "torsdag", "fri": "fredag", "sat": "lørdag", "sun": "søndag",
}  # fmt: skip
OLDEST: Final = 25
IN_A_ROW: Final = 3
MOST_PLACES: Final = 999
LINE, WORDS = 200, 4_000
# Waits for a place, has one, or has left it.
WAITS, HAS, LEFT = "waits", "has", "left"
HELP = bvl("3-1")


@dataclass(frozen=True, kw_only=True)
class Said:
    """An offer as its editor has written it."""

    name: str
    about: str
    category: str
    category_words: str = ""
    provider: str
    age_from: int | None = None
    age_to: int | None = None
    languages: tuple[str, ...] = ()
    interpreter: bool = False
    days: tuple[str, ...] = ()
    postal_code: str = ""
    district: str = ""
    capacity: int | None = None
    others: int = 0
    price: str = ""
    valid_from: date
    valid_to: date | None = None


def check_offer(said: Said, *, taken: int = 0, changed: bool = True) -> None:
    """Refuse what cannot stand in the catalogue, field by field; ``taken`` are the places that children have now."""
    lacking = {**dict(_amiss(said, taken)), **dict(_code_amiss(said, changed=changed))}
    if lacking:
        raise Incomplete(lacking)


def code_refusal(category: str, since: date, until: date | None) -> str:
    """Why an offer cannot stand beneath this code on these days; nothing when it can.

    >>> code_refusal("8.2", date(2025, 1, 1), date(2025, 12, 31))
    ''
    >>> code_refusal("8.2", date(2026, 1, 1), None)
    'Koden 8.2 gjelder ikke lenger. Den gjaldt til og med onsdag 31. desember 2025. Velg en kode som gjelder.'
    """
    try:
        code = CATEGORIES.get(category)
    except NotFound:
        return "Koden finnes ikke i den offisielle lista over tiltak. Velg en kode."
    return _too_early(code, since) or _too_late(code, since, until)


def _too_early(code: Code, since: date) -> str:
    if code.valid_from and since < code.valid_from:
        day = in_words(code.valid_from)
        return f"Koden {code.code} gjelder først fra {day}. La tilbudet gjelde fra den dagen, eller velg en annen kode."
    return ""


def _too_late(code: Code, since: date, until: date | None) -> str:
    if code.valid_to is None:
        return ""
    day = in_words(code.valid_to)
    if since > code.valid_to:
        return f"Koden {code.code} gjelder ikke lenger. Den gjaldt til og med {day}. Velg en kode som gjelder."
    if until is None or until > code.valid_to:
        return f"Koden {code.code} gjelder til og med {day}. Sett en siste dag for tilbudet som ikke er senere."
    return ""


def _code_amiss(said: Said, *, changed: bool) -> Iterator[tuple[str, str]]:
    refusal = code_refusal(said.category, said.valid_from, said.valid_to) if said.category else "Velg en kode."
    # What stood there when the code was retired may be ended, and not be given other dates under it.
    if refusal and changed:
        yield "category", refusal
    elif not refusal and CATEGORIES.get(said.category).needs_text and not said.category_words.strip():
        yield "category_words", "Skriv hva slags hjelp det er. Registeret krever en presisering av denne koden."


def _amiss(said: Said, taken: int) -> Iterator[tuple[str, str]]:
    if not said.name.strip():
        yield "name", "Skriv hva tilbudet heter."
    if not said.about.strip():
        yield "about", "Skriv hva tilbudet er, med vanlige ord."
    if max(len(said.name), len(said.district), len(said.price)) > LINE or len(said.about) > WORDS:
        yield "about", f"Det er plass til {LINE} tegn på en linje, og {WORDS} tegn om tilbudet."
    if said.age_from is not None and said.age_to is not None and said.age_to < said.age_from:
        yield "age_to", "Den høyeste alderen kan ikke være lavere enn den laveste."
    if said.postal_code and not (len(said.postal_code) == 4 and said.postal_code.isdecimal()):
        yield "postal_code", "Et postnummer har fire siffer."
    if said.valid_to and said.valid_to < said.valid_from:
        yield "valid_to", "Siste dag kan ikke være før første dag."
    yield from _places_amiss(said, taken)


def _places_amiss(said: Said, taken: int) -> Iterator[tuple[str, str]]:
    if said.capacity is None:
        return
    if said.capacity < taken:
        yield "capacity", f"{taken} barn har plass nå. Det kan ikke bli færre plasser enn det."
    elif said.others + taken > said.capacity:
        yield "others", "Det er ikke så mange plasser igjen når barna som har plass, er regnet med."


def months_left(since: date, until: date | None, *, today: date) -> str:
    """When an offer is to be had, told before it is kept.

    >>> months_left(date(2026, 1, 1), None, today=date(2026, 11, 24))
    'Tilbudet står i katalogen nå, uten sluttdag.'
    """
    if until and until < today:
        return f"Tilbudet gikk ut {in_words(until)}. Det står bare under «også gamle»."
    end = f"til og med {in_words(until)}" if until else "uten sluttdag"
    if since > today:
        return f"Tilbudet kommer i katalogen {in_words(since)}, og står der {end}."
    return f"Tilbudet står i katalogen nå, {end}."


def age_words(youngest: int | None, oldest: int | None) -> str:
    """For whom, by age.

    >>> age_words(0, 4), age_words(12, None), age_words(None, None)
    ('0–4 år', 'fra 12 år', 'alle aldre')
    """
    if youngest is None and oldest is None:
        return "alle aldre"
    if oldest is None:
        return f"fra {youngest} år"
    return f"til {oldest} år" if youngest is None else f"{youngest}–{oldest} år"


def day_words(days: list[str] | tuple[str, ...]) -> str:
    """Which days.

    >>> day_words(["tue", "thu"]), day_words([]), day_words(["fri", "sat", "sun"])
    ('tirsdag og torsdag', 'dager etter avtale', 'fredag til søndag')
    """
    order = list(DAYS)
    told = [order.index(day) for day in order if day in days]
    if len(told) >= IN_A_ROW and told[-1] - told[0] == len(told) - 1:
        return f"{DAYS[order[told[0]]]} til {DAYS[order[told[-1]]]}"
    return _listed([DAYS[order[at]] for at in told]) or "dager etter avtale"


def language_words(languages: list[str] | tuple[str, ...], *, interpreter: bool = False) -> str:
    """Which languages, and that an interpreter can be used.

    >>> language_words(["nb", "ti"], interpreter=True)
    'norsk og tigrinja, eller med tolk'
    """
    told = _listed([LANGUAGES[code] for code in LANGUAGES if code in languages]) or "norsk"
    return f"{told}, eller med tolk" if interpreter else told


def free_words(free: int | None, waiting: int) -> str:
    """How many places there are.

    >>> free_words(None, 0), free_words(1, 0), free_words(0, 3)
    ('ingen grense for antall', '1 ledig plass', 'ingen ledig plass, 3 venter')
    """
    if free is None:
        return "ingen grense for antall"
    if free > 0:
        return f"{free} ledig plass" if free == 1 else f"{free} ledige plasser"
    return f"ingen ledig plass, {waiting} venter" if waiting else "ingen ledig plass"


def _listed(words: list[str]) -> str:
    return " og ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))

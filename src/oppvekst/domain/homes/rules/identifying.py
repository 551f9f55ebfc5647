"""Words that look as if they tell who it is about. A warning, never a silent drop: the writer mends it, or says why it stays.

The gentle stop of the public forms finds identity numbers; what is written about somebody who shall not be known has more
ways of giving them away. A warning too many costs a glance, one too few costs a family its trust (bvl § 13-1).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from oppvekst.domain.homes.rules.sensitive import looks_sensitive


class Looks(StrEnum):
    """What the words look like."""

    NUMBER = "number"
    BORN = "born"
    PHONE = "phone"
    ADDRESS = "address"
    PLACE = "place"
    NAME = "name"
    CASE = "case"


LOOKS_LIKE: Final[dict[Looks, str]] = {
    Looks.NUMBER: "et fødselsnummer",
    Looks.BORN: "en fødselsdato",
    Looks.PHONE: "et telefonnummer",
    Looks.ADDRESS: "en adresse",
    Looks.PLACE: "en skole eller barnehage",
    Looks.NAME: "et navn",
    Looks.CASE: "et saksnummer",
}


@dataclass(frozen=True)
class Found:
    """One thing that may tell who it is. An identity number is never repeated; what is ``sure`` no reason can keep."""

    looks: Looks
    words: str = ""
    sure: bool = False

    @property
    def sentence(self) -> str:
        """«Selam» ser ut som et navn."""
        return f"«{self.words}» ser ut som {LOOKS_LIKE[self.looks]}." if self.words else "Her står et fødselsnummer."


_MONTHS: Final = "jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|nov|des"
_BORN: Final = re.compile(
    r"(?<![\d.:])(?:0?[1-9]|[12]\d|3[01])(?:(?P<sign>[./\-])(?:0?[1-9]|1[0-2])(?P=sign)(?:(?:19|20)\d\d|\d\d)"
    r"| (?:0?[1-9]|1[0-2]) (?:19|20)\d\d"
    rf"|\. ?(?:{_MONTHS})\w*(?: (?:19|20)\d\d)?)(?!\d)"
    r"|(?<!\d)(?:19|20)\d\d-[01]\d-[0-3]\d(?!\d)",
    re.IGNORECASE,
)
_PHONE: Final = re.compile(r"(?<![\d.])(?:(?:\+|00)\d{2} ?)?\d(?:[ \u00a0]?\d){7}(?![\d.])")
_STREET: Final = (
    r"veien|vegen|vei|veg|gata|gaten|gate|plassen|plass|stien|bakken|svingen|tunet|åsen|haugen|allé|alléen|torget|"
    r"kroken|lia|jordet|kollen"
)
_ADDRESS: Final = re.compile(rf"\w+(?: ?(?:{_STREET})) \d{{1,3}} ?[A-Za-z]?(?!\w)", re.IGNORECASE)
_PLACE: Final = re.compile(
    r"\b[A-ZÆØÅ][\wæøå\-]+ (?:(?:barne|ungdoms|videregående |oppvekst)?(?:skole|skule)|barnehage|barnehagen|skolen|sfo|SFO)\b"
)
# A year and a number, but no pair of years.
_CASE: Final = re.compile(r"(?<![\d-])20\d\d-(?!(?:19|20)\d\d(?!\d))\d{4}(?![\d-])")
_WORD: Final = re.compile(r"[^\W\d_][\w'’\-]*")
_JOINED: Final = re.compile(r"[-'’]")
# After these a new sentence begins, and its first word has a capital whatever it is.
_SENTENCE: Final = re.compile(r"(?:^|[.!?:;\n«\"(–-])\s*$")
# Written with a capital, and nobody's name.
NOBODY: Final = frozenset({
    "Barnevernet", "Barnevernstjenesten", "Barnevernvakta", "Bufdir", "Bufetat", "Familievernet", "Familievernkontoret",
    "Gud", "Helsestasjonen", "Internett", "Islam", "Kirken", "Kommunen", "Nav", "Norge", "Norden", "Europa", "Politiet",
    "Ramadan", "Roblox", "Skolen", "Snapchat", "Statsforvalteren", "Tigrinja", "Ungdata", "Youtube", "De", "Dem",
    "Deres", "Dere", "Jul", "Påske",
})  # fmt: skip
# In the names of places, and told of any of them.
ANYWHERE: Final = frozenset(
    {"skole", "skule", "barnehage", "barneskole", "ungdomsskole", "sfo", "og", "nord", "sør", "øst", "vest"}
)
# Common first names, for the first word of a sentence, where a capital tells nothing.
ORDINARY: Final = frozenset({
    "Adam", "Ahmed", "Aisha", "Aksel", "Alexander", "Ali", "Amal", "Amanda", "Amina", "Amir", "Anders", "Andreas",
    "Ane", "Anette", "Anita", "Anja", "Anna", "Anne", "Ari", "Arne", "Astrid", "August", "Aurora", "Benjamin", "Bente",
    "Berit", "Birgit", "Bjarne", "Camilla", "Cecilie", "Christian", "Daniel", "David", "Ebba", "Eirik", "Eline",
    "Elias", "Elin", "Elise", "Ella", "Ellen", "Emil", "Emilie", "Emma", "Erik", "Eva", "Even", "Farida", "Fatima",
    "Filip", "Fredrik", "Frida", "Geir", "Gerd", "Grete", "Gunnar", "Hanna", "Hanne", "Hans", "Hassan", "Hedda",
    "Heidi", "Helene", "Henrik", "Hilde", "Ibrahim", "Ida", "Inga", "Inger", "Ingrid", "Isak", "Iver", "Ivar", "Jakob",
    "Jan", "Jens", "Johan", "Johanne", "John", "Jonas", "Jorunn", "Julia", "Julie", "Kari", "Karin", "Karl", "Kaspar",
    "Khadija", "Kim", "Kristian", "Kristin", "Kristoffer", "Lars", "Lea", "Leah", "Leif", "Liam", "Lina", "Linda",
    "Linn", "Linnea", "Lise", "Lucas", "Ludvig", "Lukas", "Mads", "Magnus", "Maja", "Malin", "Maria", "Mariam", "Marie",
    "Marit", "Markus", "Marte", "Martin", "Mathias", "Maryam", "Mats", "Merete", "Mia", "Mikkel", "Mohamed", "Mohammed",
    "Monica", "Morten", "Muhammad", "Nada", "Nils", "Noah", "Nora", "Odd", "Olav", "Ole", "Olena", "Olga", "Oliver",
    "Olivia", "Omar", "Oskar", "Osman", "Per", "Peder", "Petter", "Philip", "Ragnhild", "Randi", "Robert", "Rolf",
    "Sara", "Sarah", "Saga", "Sebastian", "Selam", "Sigrid", "Siri", "Sofia", "Sofie", "Solveig", "Stian", "Stine",
    "Svein", "Tesfay", "Thea", "Theodor", "Thomas", "Tiril", "Tobias", "Tommy", "Tone", "Tor", "Tora", "Torunn",
    "Trine", "Trond", "Tuva", "Ulrik", "Unni", "Vegard", "Vilde", "Viktor", "Ylva", "Yonas", "Yusuf", "Zahra", "Åse",
})  # fmt: skip


def identifying(text: str, known: Iterable[str] = (), places: Iterable[str] = ()) -> tuple[Found, ...]:
    """What in the text may tell who it is about; ``known`` are names of those who take part in something of ours.

    ``places`` are those that may not be told, where somebody's address is protected (bvl § 13-5 (3)).

    >>> [found.sentence for found in identifying("Mor til Selam, f. 3.4.2019, Fjordgata 12.")]
    ['«3.4.2019» ser ut som en fødselsdato.', '«Fjordgata 12» ser ut som en adresse.', '«Selam» ser ut som et navn.']
    >>> identifying("Snakket om søvn. Anbefalte helsestasjonen og faste kvelder.")
    ()
    """
    plain = unicodedata.normalize("NFKC", text)
    if looks_sensitive(plain, health=False):
        return (Found(Looks.NUMBER),)
    patterns = (
        (Looks.BORN, _BORN), (Looks.PHONE, _PHONE), (Looks.ADDRESS, _ADDRESS), (Looks.PLACE, _PLACE), (Looks.CASE, _CASE),
    )  # fmt: skip
    found = [Found(looks, hit[0].strip()) for looks, pattern in patterns for hit in pattern.finditer(plain)]
    elsewhere = " ".join(one.words for one in found)
    names = [
        one for one in _names(plain, _parts(known), _parts(places) - ANYWHERE) if one.sure or one.words not in elsewhere
    ]
    return tuple(dict.fromkeys([*found, *names]))


def _parts(names: Iterable[str]) -> frozenset[str]:
    """Every part of every name, in small letters: «Anna-Lise O'Hara» is four."""
    return frozenset(part.casefold() for name in names for word in name.split() for part in _JOINED.split(word) if part)


def _names(text: str, known: frozenset[str], places: frozenset[str]) -> Iterator[Found]:
    for hit in _WORD.finditer(text):
        word = hit[0].rstrip("'’-")
        parts, begins = _JOINED.split(word), bool(_SENTENCE.search(text[: hit.start()]))
        theirs = [part for part in parts if _is_known(part, known)]
        if theirs or any(_is_place(part, places) for part in parts):
            yield Found(Looks.NAME, word, sure=any(part[:1].isupper() for part in theirs))
        elif any(_is_name(part, begins=begins and not place) for place, part in enumerate(parts)):
            yield Found(Looks.NAME, word)


def _is_known(part: str, known: frozenset[str]) -> bool:
    """Of two letters only with a capital: «Bo» is somebody, and «bo» is not."""
    same = _genitive(part.casefold()) & known
    return any(len(one) > 2 or (len(one) == 2 and part[0].isupper()) for one in same)


def _is_place(part: str, places: frozenset[str]) -> bool:
    """The place, and what begins with it: a school is often called after where it is."""
    lower = part.casefold()
    return any(lower == place or (len(place) > 3 and lower.startswith(place)) for place in places)


def _is_name(part: str, *, begins: bool) -> bool:
    """A capital inside a sentence; at its beginning only a name that many have."""
    if not (part[:1].isupper() and part[1:].islower()) or part in NOBODY:
        return False
    return not begins or bool(_genitive(part) & ORDINARY)


def _genitive(word: str) -> set[str]:
    """The word, and the word without the s of whose something is."""
    return {word, word.removesuffix("s")}

"""Names as Norwegians spell them, ages as the law counts them («har fylt» is from the birthday), and what each kind of
address protection means."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from oppvekst.law.citation import Citation, Mark, bvl
from oppvekst.law.deadline import Limit

RULES: tuple[Limit, ...] = ()

# One sound, many spellings: Christoffer and Kristoffer, Aasen and Åsen, Thea and Tea.
SOUNDS = (
    ("aa", "å"), ("ae", "æ"), ("oe", "ø"), ("ä", "æ"), ("ö", "ø"), ("ch", "k"), ("ck", "k"), ("c", "k"), ("ph", "f"),
    ("th", "t"), ("w", "v"), ("z", "s"), ("q", "k"), ("x", "ks"), ("ie", "i"), ("y", "i"), ("hj", "j"), ("gj", "j"),
)  # fmt: skip
# Sámi, Polish, Icelandic and Turkish letters that have no accent to take off.
LETTERS = str.maketrans({"đ": "d", "ð": "d", "ŋ": "n", "ŧ": "t", "þ": "t", "ł": "l", "ı": "i"})
KEPT = str.maketrans({"å": "a1", "æ": "e1", "ø": "o1"})
BACK = {"a1": "a", "e1": "e", "o1": "o"}


def search_key(name: str) -> str:
    """A name as it sounds, for search: equal for spellings that Norwegians mix up.

    >>> search_key("Christoffer Aasen") == search_key("Kristoffer Åsen")
    True
    >>> search_key("  THEA   Bjørnstad ")
    'tea bjornstad'
    """
    key = unicodedata.normalize("NFC", name).casefold().translate(LETTERS)
    key = "".join(letter if letter in "åäö" else _plain(letter) for letter in key)
    for spelling, sound in SOUNDS:
        key = key.replace(spelling, sound)
    key = _plain(key.translate(KEPT))
    for mark, letter in BACK.items():
        key = key.replace(mark, letter)
    key = re.sub(r"([a-z])\1+", r"\1", key)
    return " ".join(re.sub(r"[^a-z0-9 ]+", " ", key).split())


def _plain(text: str) -> str:
    """Without accents: «é» -> «e»."""
    return "".join(letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))


def age(birth_date: date, *, today: date) -> int:
    """Whole years. Reached on the birthday itself; 29 February is reached on 1 March, as far as we know: no text says so.

    >>> age(date(2011, 11, 22), today=date(2026, 11, 22))
    15
    >>> age(date(2012, 2, 29), today=date(2027, 2, 28))
    14
    """
    return today.year - birth_date.year - ((today.month, today.day) < (birth_date.month, birth_date.day))


def age_in_words(birth_date: date | None, *, due_date: date | None = None, today: date) -> str:
    """Age as one says it: «7 år», «5 måneder», «ufødt», or nothing when it is not known."""
    if birth_date is None:
        return "ufødt" if due_date else ""
    years = age(birth_date, today=today)
    if years >= 2:
        return f"{years} år"
    months = (today.year - birth_date.year) * 12 + today.month - birth_date.month - (today.day < birth_date.day)
    return f"{months} måneder" if months != 1 else "1 måned"


class Way(StrEnum):
    """How a letter reaches somebody."""

    OPEN = "open"  # to the address
    ENTRUSTED = "entrusted"  # to the address, written by somebody it is entrusted to
    FORWARDED = "forwarded"  # by name alone: the register sends it on, and nobody here writes the address


@dataclass(frozen=True)
class Shield:
    """A kind of address protection: what it hides, from whom, and how letters go."""

    kind: int
    title: str
    means: tuple[str, ...]
    way: Way
    law: Citation
    sure: Mark
    # The municipality and the postal place too.
    hides_place: bool = True
    from_parents: bool = False
    # The police are told before it is set, changed or lifted, and it is looked at again (bvl § 13-5 (3)).
    police: bool = False
    reviewed: bool = False


CONFIDENTIAL, STRICT, HIDDEN = 1, 2, 3
SHIELDS: dict[int, Shield] = {
    CONFIDENTIAL: Shield(
        CONFIDENTIAL, "Fortrolig adresse",
        ("Adressen gis ikke til private eller til andre virksomheter.",
         "Ved skrivebordet ser bare den som er betrodd adressen, hvor det er. Tjenesten kan betro den til flere.",
         "Brev adresseres av en som er betrodd adressen."),
        Way.ENTRUSTED, bvl("13-1"), Mark.C, hides_place=False,
    ),
    STRICT: Shield(
        STRICT, "Strengt fortrolig adresse",
        ("Også kommunen og poststedet er hemmelig, og navnet kan være endret.",
         "Den som ikke har saken eller er betrodd adressen, finner ikke personen i søk.",
         "Brev sendes bare gjennom Folkeregisteret, uten adresse."),
        Way.FORWARDED, bvl("13-1"), Mark.C,
    ),
    HIDDEN: Shield(
        HIDDEN, "Adressen er skjult for foreldrene",
        ("Foreldrene er parter og ser saken, men har ikke rett til å vite hvor barnet bor.",
         "Ingen brev, kopier eller utdrag til foreldrene kan inneholde adressen, skolen eller annet som viser stedet.",
         "Politiet får vite om det før det settes, endres eller oppheves."),
        Way.ENTRUSTED, bvl("7-2", 3) & bvl("6-6", 2) & bvl("13-5", 3) & bvl("14-6", 2), Mark.A,
        from_parents=True, police=True, reviewed=True,
    ),
}  # fmt: skip
# What stands on the envelope below the name when nobody here may write the address. The register's own address is the
# municipality's to set up; none is invented here.
FORWARDING = ("Sendes videre av Folkeregisteret",)


def way_of(kinds: Iterable[int]) -> Way:
    """How a letter goes to somebody with these protections: the safest of their ways.

    >>> way_of([]), way_of([HIDDEN]), way_of([HIDDEN, STRICT])
    (<Way.OPEN: 'open'>, <Way.ENTRUSTED: 'entrusted'>, <Way.FORWARDED: 'forwarded'>)
    """
    return max((SHIELDS[kind].way for kind in kinds), key=tuple(Way).index, default=Way.OPEN)


def lacking(
    kind: int, *, tribunal: bool, words: str, review_on: date | None, police_told_on: date | None, today: date
) -> dict[str, str]:
    """What must be said before a protection is put on, by field (bvl §§ 7-2 (3), 13-5 (3)); empty when nothing lacks."""
    shield, found = SHIELDS[kind], {}
    if shield.from_parents != tribunal:
        found["source"] = "Skjult adresse er nemndas vedtak. Fortrolig og strengt fortrolig står i Folkeregisteret."
    if tribunal and not words.strip():
        found["words"] = "Skriv hvilket vedtak det er: nemndas saksnummer og dato."
    if shield.reviewed and (review_on is None or review_on <= today):
        found["review_on"] = "Velg en dag fram i tid da noen ser på vedtaket igjen."
    if shield.police and police_told_on is None:
        found["police_told_on"] = "Skriv når politiet fikk vite om det. De skal vite det før vedtaket settes i verk."
    return found

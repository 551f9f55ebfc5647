"""Names as Norwegians spell them, and ages as the law counts them: «har fylt» is from the birthday."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

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

"""The address of a page that an editor adds: readable, and nobody else's."""

from __future__ import annotations

import re

LONGEST = 80
PLAIN = {
    "ae": "æä",
    "o": "øöóòô",
    "a": "åá",
    "e": "éèê",
    "u": "ü",
    "s": "š",
    "c": "č",
    "z": "ž",
    "d": "đ",
    "n": "ŋ",
    "t": "ŧ",
}
LETTERS = {ord(letter): plain for plain, letters in PLAIN.items() for letter in letters}

# First words of addresses that are the house's own: a page there would never be reached.
TAKEN = frozenset({
    "barn-og-ungdom", "bekymring", "helse", "hvem-kan-jeg-ringe", "meld", "nettstedskart", "robots", "sitemap",
    "slik-jobber-vi", "sok", "static", "tilgjengelighet", "utseende", "veiviser", "nb", "nn", "en", "vis",
})  # fmt: skip
BEGINNINGS = {"question": "sporsmal-", "news": "nyhet-"}


def slug_of(title: str, kind: str = "page") -> str:
    """An address made of a title.

    >>> slug_of("Får vi hjelp på øya?"), slug_of("Er det farlig?", "question")
    ('far-vi-hjelp-pa-oya', 'sporsmal-er-det-farlig')
    """
    plain = re.sub(r"[^a-z0-9]+", "-", title.lower().translate(LETTERS)).strip("-")
    begins = BEGINNINGS.get(kind, "")
    return (plain if plain.startswith(begins) else begins + plain)[:LONGEST].strip("-")


def is_slug(text: str) -> bool:
    """Whether it can be an address: small letters, figures, and dashes between them.

    >>> is_slug("om-oss"), is_slug("Om oss"), is_slug("-om")
    (True, False, False)
    """
    return len(text) <= LONGEST and re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", text) is not None

"""Money in whole øre: read as people write it, told as they read it, and never a fraction (Norwegian number format)."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

MOST: Final = 100_000_000  # A million kroner: more than this is a slip of the finger.
_WRITTEN: Final = re.compile(r"(?P<whole>\d+|\d{1,3}(?:[ .]\d{3})+)(?:,(?P<rest>\d{1,2}|-))?")
# What people put around a sum, and the spaces that a computer puts between its groups.
_AROUND: Final = re.compile(r"^(?:kr|nok)?\.?\s*|\s*(?:kr|kroner|nok|,-)?\.?$")
_SPACES: Final = re.compile(r"\s")
NOT_A_SUM: Final = "Skriv beløpet i kroner med komma foran ørene, for eksempel 1 250,50."


def read_kroner(text: str) -> int:
    """A sum in øre from what a person wrote; a ``ValueError`` with a sentence when it is none.

    >>> read_kroner("1 250,50"), read_kroner("kr 400"), read_kroner("12.000,-"), read_kroner("99,9")
    (125050, 40000, 1200000, 9990)
    """
    found = _WRITTEN.fullmatch(_AROUND.sub("", _SPACES.sub(" ", text.strip().lower())))
    if found is None:
        raise ValueError(NOT_A_SUM)
    whole, rest = re.sub(r"\D", "", found["whole"]), (found["rest"] or "").replace("-", "")
    ore = int(Decimal(f"{whole}.{rest or '0'}") * 100)
    if ore > MOST:
        raise ValueError("Beløpet er for stort. Se etter om det er skrevet riktig.")
    return ore


def kroner(ore: int) -> str:
    """A sum as people read it.

    >>> kroner(125050).replace("\\N{NO-BREAK SPACE}", " "), kroner(-40000).replace("\\N{MINUS SIGN}", "-")
    ('1 250,50', '-400,00')
    """
    whole, rest = divmod(abs(ore), 100)
    told = f"{whole:,}".replace(",", "\N{NO-BREAK SPACE}") + f",{rest:02}"
    return f"\N{MINUS SIGN}{told}" if ore < 0 else told


def plain(ore: int) -> str:
    """A sum as a finance system reads it: no groups, a plain minus, two figures after the comma.

    >>> plain(125050), plain(-40005)
    ('1250,50', '-400,05')
    """
    whole, rest = divmod(abs(ore), 100)
    return f"{'-' if ore < 0 else ''}{whole},{rest:02}"

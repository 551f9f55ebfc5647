"""The text that goes with money to a bank, a shop or a club: nothing about who pays, and no child's name (bvl § 13-1)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

# Words that tell a bank or a club who pays.
_TELLING: Final = re.compile(
    r"barnevern\w*|\w*tiltak\w*|\w*vedtak\w*|bekymring\w*|sosialtjeneste\w*|fosterhjem\w*|\w*samtykke\w*", re.I
)
# What a spreadsheet would count as a formula, also in a cell that begins inside the text.
_FORMULA: Final = re.compile(r"(^|[;,|\t\r\n])\s*[=+\-@]")
_ELEVEN: Final = re.compile(r"(?<!\d)(?:\d[ .]?){10}\d(?!\d)")
_MONTHS: Final = frozenset(
    [
        "januar",
        "februar",
        "mars",
        "april",
        "mai",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "desember",
    ]
)


def tells(text: str, names: Iterable[str] = ()) -> str:
    """What a text to a bank, a shop or a club must not say, as a sentence; nothing when it is neutral (bvl § 13-1).

    >>> tells("Faktura 1043, treningsavgift høst", ["Emil Nygård"])
    ''
    >>> tells("Trening for Emil", ["Emil Nygård"])
    'Ta bort «Emil». Referansen er nok til at økonomi finner igjen linja.'
    >>> tells("Fra barneverntjenesten")
    'Ta bort «barneverntjenesten». Den som får pengene, skal ikke se hvem som betaler, eller hvorfor.'
    """
    if found := _TELLING.search(text):
        return f"Ta bort «{found[0]}». Den som får pengene, skal ikke se hvem som betaler, eller hvorfor."
    if _ELEVEN.search(text):
        return "Ta bort tallet på elleve siffer. Kontonummer og fødselsnummer skal ikke stå her."
    if _FORMULA.search(text):
        return (
            "Begynn teksten med en bokstav eller et tall, og bruk ikke =, +, - eller @ etter et komma eller semikolon."
        )
    known = {part.lower() for name in names for part in re.findall(r"\w+", name) if len(part) > 1} - _MONTHS
    named = next(
        (word for word in re.findall(r"\w+", text) if {word.lower(), word.lower().removesuffix("s")} & known), ""
    )
    return f"Ta bort «{named}». Referansen er nok til at økonomi finner igjen linja." if named else ""

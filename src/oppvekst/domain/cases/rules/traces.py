"""What shows who has spoken although no name stands there: it is pointed at, and a person decides (bvl § 12-6 (2))."""

from __future__ import annotations

import re

# Kinship, places in the week, clock times, ways to be reached, and what only one person does.
TRACES = (
    r"\b(mor|far)(mor|far)(a|en|s)?\b", r"\b(besteforeldre|beste(mor|far)|tante|onkel|søskenbarn|fetter|kusine)\w*",
    r"\b(nabo|naboen|lærer|læreren|trener|treneren|venninne|venninnen)\b",
    r"\b(man|tirs|ons|tors|fre|lør|søn)dag(er|en|ene|s)?\b",
    r"\b(klokka|klokken|kl\.?) ?\d{1,2}([.:]\d{2})?", r"\b([01]?\d|2[0-3]):[0-5]\d\b",
    r"(?<!\d)(\+47 ?)?\d{2}( ?\d{2}){3}(?!\d)", r"[\w.+-]+@[\w-]+\.[\w.-]+",
    r"\b(henter|passer|kjører|følger)\b", r"\b(ringte|skrev|fortalte) (fra|oss)\b",
)  # fmt: skip
TRACE = re.compile("|".join(TRACES), re.IGNORECASE)


def traces(text: str) -> tuple[str, ...]:
    """Words that may show who has spoken, each once, in the order they stand. Never certain, and never complete.

    >>> traces("Mormor henter henne på tirsdager. Ringte klokka 20.05 fra 00 00 24 24.")
    ('Mormor', 'henter', 'tirsdager', 'klokka 20.05', '00 00 24 24')
    >>> traces("Hun har blåmerker på armen.")
    ()
    """
    found = (hit.group(0) for hit in TRACE.finditer(text))
    return tuple({word.casefold(): word for word in reversed(list(found))}.values())[::-1]

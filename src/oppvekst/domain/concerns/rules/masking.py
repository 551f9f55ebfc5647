"""Paragraphs a person should look at before a family reads them: another child's, or the reporter's own traces.

It only points; a person decides, with a reason (bvl §§ 12-6, 13-1).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from oppvekst.domain.people.rules import search_key

# Words by which a family knows who is speaking: through whose wall, whose grandchild, who fetches on Tuesdays.
TRACES = (
    r"gjennom (\w+ )?\w*vegg\w*", r"fra (soverommet|balkongen|hagen|kjøkkenvinduet) (mitt|min|vår|vårt)", r"\bnabo\w*",
    r"\bjeg (henter|passer|kjører|bor|jobber|pleier)\b", r"\b(barnebarnet|datteren|sønnen|søsteren|broren|nevøen|niesen)"
    r" (mitt|min)\b", r"\b(hos|til) (oss|meg)\b", r"\bmin (elev|datter|sønn|nabo)\b", r"\beleven min\b",
)  # fmt: skip
TRACE = re.compile("|".join(TRACES), re.IGNORECASE)
# How a child is described when nobody knows the name: «den minste gutten i nummer 9».
NO_NAME = frozenset({
    "baby", "babyen", "barn", "barnet", "bror", "broren", "de", "den", "denne", "det", "ei", "eldste", "en", "et", "gutt",
    "gutten", "guttene", "jente", "jenta", "jentene", "lillebror", "lillesøster", "minste", "storebror", "storesøster",
    "søsken", "søster", "søsteren", "to", "tvilling", "tvillingene", "ufødt", "ukjent", "yngste",
})  # fmt: skip


def names_another(text: str, others: Iterable[str]) -> str:
    """The other child of the same sending that a paragraph names, by its first name; empty if none.

    >>> names_another("Leah sa at far slår.", ["Leah Moe Strand"])
    'Leah'
    >>> names_another("Han sov i timen, den minste gutten.", ["Leah Moe Strand", "", "Den minste gutten"])
    ''
    """
    firsts = (name.split()[0] for name in others if name.split() and name.split()[0].lower() not in NO_NAME)
    return next((first for first in firsts if re.search(rf"\b{re.escape(first)}s?\b", text, re.IGNORECASE)), "")


def may_show_reporter(text: str) -> str:
    """Words that may show a family who worried; empty if none. Never certain, and never complete.

    >>> may_show_reporter("Jeg hører det gjennom soveromsveggen min.")
    'gjennom soveromsveggen'
    >>> may_show_reporter("Jeg henter ham på tirsdager.")
    'Jeg henter'
    >>> may_show_reporter("Han har blåmerker på armen.")
    ''
    """
    found = TRACE.search(text)
    return found.group(0) if found else ""


def tells_where(text: str, hints: Iterable[str]) -> str:
    """The first of what was told of where a protected child is (the school, the street) that a paragraph names; else empty.

    >>> tells_where("Ho gjekk heim frå SOLVIK  skole.", ["Fjordgata 3", "Solvik skole"])
    'Solvik skole'
    >>> tells_where("Han sov i timen.", ["Solvik skole", ""])
    ''
    """
    said = search_key(text)
    return next((hint for hint in hints if len(search_key(hint)) > 3 and search_key(hint) in said), "")


def why_look(text: str, others: Iterable[str], *, protected: bool, places: Iterable[str] = ()) -> str:
    """Why somebody should look at a paragraph before the family reads it, in a sentence; empty if nothing points.

    ``protected`` is true when the reporter's name is kept from the family. ``places``: what tells where a child with
    protected address is.
    """
    if tells_where(text, places):
        return "Avsnittet kan vise hvor barnet er. Adressen er beskyttet."
    if other := names_another(text, others):
        return f"Avsnittet nevner {other}, som har sin egen journal."
    if protected and (trace := may_show_reporter(text)):
        return f"«{trace}» kan vise hvem som meldte."
    return ""

"""What people type, before anything reads it: what cannot be seen is taken out, everything else stays as written."""

from __future__ import annotations

import re

# Control characters, marks that turn the direction of the text after them, and spaces with no width: they show nothing and
# can hide much. Those that join letters in Persian and Indian scripts stay.
UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]")


def visible(text: str) -> str:
    """The text as it can be seen.

    >>> visible("Ing\\u202erid\\x00")
    'Ingrid'
    """
    return UNSEEN.sub("", text)


def one_line(text: str) -> str:
    """The same on one line.

    >>> one_line(" Ingrid  \\r\\n Ekeli ")
    'Ingrid Ekeli'
    """
    return " ".join(visible(text).split())

"""Sentences of the rules are written in Bokmål, and said in the reader's language by the door that shows them."""

from __future__ import annotations

from collections.abc import Callable

type Say = Callable[[str], str]
"""Turns a sentence in Bokmål into the reader's language; a door gives its own."""


def marked(sentence: str) -> str:
    """Marks a sentence for the translators, and leaves it as it is. Imported as ``_``, which their tool looks for."""
    return sentence


def as_written(sentence: str) -> str:
    """Says a sentence in Bokmål."""
    return sentence

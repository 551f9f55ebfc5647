"""In which language something is said: the reader's own, and Bokmål where it is lacking there."""

from __future__ import annotations

from typing import Any

BOKMAAL = "nb"


def said_in(row: Any, language: str, *columns: str) -> dict[str, str]:
    """What a row says in a language; each word in Bokmål, its own column, where the language lacks it."""
    own = row.other_languages.get(language, {})
    return {column: own.get(column) or getattr(row, column) for column in columns}

"""The words that every page starts with, read from the files they lie in."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from oppvekst.domain.information.rules.contents import Words, words

PAGES = Path(__file__).parent.parent / "templates" / "information" / "pages"


@cache
def original(slug: str, language: str) -> Words:
    """What the page says in that language before anybody has changed it."""
    return words((PAGES / f"{slug}.{language}.md").read_text(encoding="utf-8"))

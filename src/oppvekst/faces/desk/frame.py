"""What the face's own pages share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import NoReverseMatch, reverse

DONE = "gjort"


@dataclass(frozen=True)
class Notice:
    """A line on top of the next page about what was just done."""

    words: Any
    level_tag: str = "success"

    def __str__(self) -> str:
        return str(self.words)


def known(name: str, *args: Any) -> str:
    """The address of a page that a room may have, or nothing."""
    try:
        return reverse(f"desk:{name}", args=args)
    except NoReverseMatch:
        return ""

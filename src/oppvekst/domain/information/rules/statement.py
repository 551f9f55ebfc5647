"""The accessibility statement: what was tried, how, when, and what was found. Made of the tests' own results."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Something on a page that stands in somebody's way."""

    rule: str
    about: str
    page: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tested:
    """A page that was tried, in one language."""

    address: str
    language: str
    title: str = ""
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """All that was tried the last time."""

    tested_on: date
    tool: str
    browser: str
    standard: str
    widths: tuple[int, ...]
    pages: tuple[Tested, ...]

    @property
    def faults(self) -> list[Fault]:
        """Everything that was found, page by page."""
        return [
            Fault(rule=fault.rule, about=fault.about, page=page.address) for page in self.pages for fault in page.faults
        ]

    @property
    def languages(self) -> list[str]:
        """The languages that were tried."""
        return sorted({page.language for page in self.pages})

    @property
    def addresses(self) -> list[str]:
        """The pages that were tried, each once."""
        return list(dict.fromkeys(page.address for page in self.pages))


def from_plain(found: Mapping[str, Any]) -> Statement:
    """The statement from the file that the tests write.

    >>> from_plain({"tested_on": "2026-11-22", "tool": "axe-core", "browser": "", "standard": "WCAG 2.1 AA",
    ...             "widths": [320], "pages": [{"address": "/", "language": "nb", "faults": []}]}).addresses
    ['/']
    """
    pages = (
        Tested(
            address=page["address"], language=page["language"], title=page.get("title", ""),
            faults=tuple(Fault(rule=fault["rule"], about=fault["about"]) for fault in page["faults"]),
        )
        for page in found["pages"]
    )  # fmt: skip
    return Statement(
        tested_on=date.fromisoformat(found["tested_on"]), tool=found["tool"], browser=found["browser"],
        standard=found["standard"], widths=tuple(found["widths"]), pages=tuple(pages),
    )  # fmt: skip

"""A page as a screen reader tells it: one line for each thing it would say, in the order it would say them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from playwright.sync_api import Page

ROLE = re.compile(r'^(?P<role>[a-z]+)(?: "(?P<name>(?:[^"\\]|\\.)*)")?')
LEVEL = re.compile(r"\[level=(\d)\]")
# What is nothing without a name: a person who cannot see it would not know what it does.
NAMED = {"link", "button", "textbox", "checkbox", "radio", "combobox", "heading", "img", "table", "navigation"}


@dataclass(frozen=True)
class Line:
    """One thing that is said: what it is, its words, and for a heading its level."""

    role: str
    words: str
    level: int = 0


def aloud(page: Page) -> list[Line]:
    """What is read from the whole page, by the browser's own tree of names and roles."""
    told = (line.strip() for line in page.locator("body").aria_snapshot().splitlines())
    return [_line(line.removeprefix("- ")) for line in told if line.startswith("- ")]


def said(lines: list[Line]) -> str:
    """The same as one text, for looking for sentences in it."""
    return "\n".join(line.words for line in lines if line.words)


def stumbles(lines: list[Line]) -> list[str]:
    """Where a listener would be lost: no single main heading, a heading that skips a level, a thing without a name."""
    headings = [line for line in lines if line.role == "heading"]
    main = [line.words for line in headings if line.level == 1]
    lost = [] if len(main) == 1 else [f"{len(main)} hovedoverskrifter: {main}"]
    below = [line for line in headings if line.level]
    skips = [(one, two) for one, two in pairwise(below) if two.level > one.level + 1]
    lost += [f"fra {one.words!r} ({one.level}) til {two.words!r} ({two.level})" for one, two in skips]
    return lost + [f"{line.role} uten navn" for line in lines if line.role in NAMED and not line.words.strip()]


def _line(text: str) -> Line:
    text = text[1:-1].replace("''", "'") if text.startswith("'") else text
    found = ROLE.match(text)
    role, name = (found["role"], found["name"] or "") if found else ("text", text)
    level = LEVEL.search(text)
    after = text[found.end() :].partition(": ")[2] if found else ""
    # A name that is also its content is told once.
    return Line(role, (name or after).replace('\\"', '"'), int(level[1]) if level else 0)

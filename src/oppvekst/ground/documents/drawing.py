"""Pages of a document, drawn and made anew by a process of its own: foreign files are read where there is nothing to take.

The child has no key, no address of a database and no more memory or time than it needs; it gets content and gives bytes.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Any

PATIENCE = 120
PROGRAM = "oppvekst.ground.documents.paper"


class Undrawable(Exception):
    """The file cannot be read as pages: damaged, locked with a password, or far too large."""


@dataclass(frozen=True)
class Page:
    """One page as it lies: its size in points, and how many words can be read on it."""

    width: float
    height: float
    words: int


@dataclass(frozen=True)
class Anatomy:
    """What a document is made of, and what of it a copy will not have."""

    pages: tuple[Page, ...]
    comments: int = 0
    form: bool = False
    attachments: int = 0
    layers: bool = False


@dataclass(frozen=True)
class Cut:
    """What is to be left out: a whole page, a frame on it (parts of its width and height), or words wherever they stand."""

    label: str
    page: int | None = None
    frame: tuple[float, float, float, float] | None = None
    words: str = ""


@dataclass(frozen=True)
class Copy:
    """A copy, and how many places each cut was found in."""

    content: bytes
    places: tuple[int, ...] = field(default=())


def anatomy(content: bytes, kind: str) -> Anatomy:
    """What the document is made of."""
    told, _rest = _ask("anatomy", content, kind=kind)
    pages = tuple(Page(**page) for page in told.pop("pages"))
    return Anatomy(pages=pages, **told)


def page_picture(
    content: bytes, kind: str, page: int, *, comments: bool = False, cuts: Iterable[Cut] = ()
) -> bytes:  # fmt: skip
    """One page as PNG; with comments and what is filled in when it is read, without when it is marked."""
    shown = [asdict(cut) for cut in cuts]
    _told, picture = _ask("picture", content, kind=kind, page=page, comments=comments, cuts=shown)
    return picture


def copy(content: bytes, kind: str, cuts: Iterable[Cut], *, title: str, foot: str) -> Copy:
    """The document made anew without what is cut: drawn, painted over, and with only the words that are left."""
    told, made = _ask("copy", content, kind=kind, cuts=[asdict(cut) for cut in cuts], title=title, foot=foot)
    return Copy(made, tuple(told["places"]))


def places(content: bytes, kind: str, words: str) -> list[int]:
    """The pages where the words stand, one for each time."""
    told, _rest = _ask("places", content, kind=kind, words=words)
    return list(told["pages"])


def text(content: bytes, kind: str, page: int) -> str:
    """The words of one page as they can be read, to point at what somebody should look at."""
    told, _rest = _ask("text", content, kind=kind, page=page)
    return str(told["text"])


def _ask(task: str, content: bytes, **asked: Any) -> tuple[dict[str, Any], bytes]:
    """One line of JSON, then the content; and the same way back."""
    question = json.dumps({"task": task, **asked}).encode() + b"\n" + content
    line = [sys.executable, "-I", "-X", "utf8", "-m", PROGRAM]
    try:
        child = subprocess.run(line, input=question, capture_output=True, env={}, timeout=PATIENCE, check=False)
    except subprocess.TimeoutExpired as late:
        raise Undrawable("Det tok for lang tid å lese dokumentet.") from late
    head, _line, rest = child.stdout.partition(b"\n")
    if child.returncode or not head:
        # What the child says may hold words of the document, and goes nowhere.
        raise Undrawable("Dokumentet lar seg ikke lese som sider. Er det skadet, eller låst med passord?")
    return json.loads(head), rest

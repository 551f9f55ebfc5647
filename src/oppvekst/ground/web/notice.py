"""What is said on the next page when an act is done, and the way to undo it where there is one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Notice:
    """A line on top of the page. ``undo`` is the url name of the act that takes it back."""

    title: Any
    text: Any = ""
    colour: str = "success"
    undo: str = ""

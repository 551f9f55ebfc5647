"""A line under «Delt med deg» on the first page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Shared:
    """What it is, what is said of it, and where it leads."""

    title: str
    text: str
    at: datetime | None
    href: str

"""A line under «Delt med deg», on the first page of My page: each room tells its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Shared:
    """What it is, what is said of it, since when, and where it leads."""

    title: str
    text: str
    at: datetime | None
    href: str

"""What stands on My page: who one is to the service, and what the rooms have shared with just this person.

A room that shares something has a door ``mypage`` with a function ``shared()``; what it may show, the database decides.
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import Any

from oppvekst.domain.cases import mypage as cases

# Rooms that may have something to share, in the order it is shown.
ROOMS = ("cases", "investigations", "decisions", "measures", "meetings")


def me() -> list[cases.Me]:
    """Who one is to the service; nothing where no page has been opened."""
    return cases.me()


def shared() -> list[Any]:
    """Everything that is shared with this person, room by room."""
    doors = (f"oppvekst.domain.{room}.mypage" for room in ROOMS if find_spec(f"oppvekst.domain.{room}.mypage"))
    told = (getattr(import_module(door), "shared", None) for door in doors)
    return [each for tell in told if tell for each in tell()]

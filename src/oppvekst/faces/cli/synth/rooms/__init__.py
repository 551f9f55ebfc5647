"""What each room adds to an invented service: one file a room, named like it, found by being here.

A room may tell ``DESTINIES`` (ways through the service that end in it), ``NUMBERED`` (columns that the database counts
up) and ``DRAWN`` (columns that its actions draw by chance). A file may build on the scenes of the rooms before it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules
from random import Random
from typing import Any

from django.db.models import Model

from oppvekst.faces.cli.synth.life import Destiny


@dataclass(frozen=True)
class Numbered:
    """A number that the database gives: its series in the counter, what decides the year, and how it is written."""

    series: str
    moment: str
    written: str


def destinies() -> tuple[Destiny, ...]:
    """Every way through the service that a room tells."""
    return tuple(destiny for each in _rooms() for destiny in getattr(each, "DESTINIES", ()))


def numbered() -> dict[type[Model], Numbered]:
    """The tables whose rows the database numbers."""
    return {model: how for each in _rooms() for model, how in getattr(each, "NUMBERED", {}).items()}


def drawn() -> dict[tuple[type[Model], str], Callable[[Random], str]]:
    """The columns that actions draw by chance, and how."""
    return {column: how for each in _rooms() for column, how in getattr(each, "DRAWN", {}).items()}


def _rooms() -> list[Any]:
    return [import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__)]

"""Limits stand in two places of the same room: where they are written, and in its `RULES`. They must be the same limits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from oppvekst.law import limits
from oppvekst.law.deadline import Rule
from tools.documents.source import found, rooms


def listed() -> Iterator[tuple[str, Any]]:
    """What every room has in its `RULES`."""
    yield from (("law", limit) for limit in limits.RULES)
    for room in rooms():
        if find_spec(f"oppvekst.domain.{room}.rules"):
            yield from ((room, limit) for limit in getattr(import_module(f"oppvekst.domain.{room}.rules"), "RULES", ()))


def test_every_limit_that_a_room_writes_is_in_its_rules() -> None:
    known = {id(limit) for _, limit in listed()}
    kinds = {Rule, *(type(limit) for _, limit in listed())}
    forgotten = [f"{room}: {limit.id}" for kind in kinds for room, limit in found(kind) if id(limit) not in known]
    assert not forgotten, (
        "Legg dem i RULES i rommets rules: ellers står de i docs/deadlines.md uten at «oppvekst law» finner dem."
    )


def test_two_rooms_never_give_a_limit_the_same_id() -> None:
    homes: defaultdict[str, set[str]] = defaultdict(set)
    for room, limit in listed():
        homes[limit.id.lower()].add(room)
    shared = {limit_id: sorted(those) for limit_id, those in homes.items() if len(those) > 1}
    assert not shared, (
        "En ny versjon står i samme rom som den gamle; en annen frist får en annen id (docs/how-to/new-limit.md)."
    )

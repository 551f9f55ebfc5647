"""Limits stand in two places of the same room: where they are written, and in its `RULES`. They must be the same limits."""

from __future__ import annotations

from collections import defaultdict

from oppvekst.faces.cli.law import rulebook
from oppvekst.law.deadline import Rule
from tools.documents.source import found


def test_every_limit_that_a_room_writes_is_in_its_rules() -> None:
    listed = set(map(id, rulebook().rules))
    forgotten = [f"{room}: {rule.id} {rule.title}" for room, rule in found(Rule) if id(rule) not in listed]
    assert not forgotten, (
        "Legg dem i RULES i rommets rules: ellers står de i docs/deadlines.md uten at «oppvekst law» finner dem."
    )


def test_two_rooms_never_give_a_limit_the_same_id() -> None:
    rooms: defaultdict[str, set[str]] = defaultdict(set)
    for room, rule in found(Rule):
        rooms[rule.id.lower()].add(room)
    shared = {rule_id: sorted(those) for rule_id, those in rooms.items() if len(those) > 1}
    assert not shared, (
        "En ny versjon står i samme rom som den gamle; en annen frist får en annen id (docs/how-to/new-limit.md)."
    )

"""A condition asks about a fact that somebody fills in: one that nobody fills looks enforced, and is not."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from importlib import import_module
from pathlib import Path

import pytest

from tools.documents.source import rule_modules

DOMAIN = Path(import_module("oppvekst.domain").__path__[0])
# Facts of a room that is not built: when it is, it fills them in, and the line here goes.
WAIT_FOR = {"DecisionFacts.lapses_by_law": "emergencies"}


def facts() -> Iterator[tuple[type, str]]:
    for _room, module in rule_modules():
        for name, thing in vars(module).items():
            if name.endswith("Facts") and is_dataclass(thing) and getattr(thing, "__module__", "") == module.__name__:
                yield thing, name  # type: ignore[misc]


def given() -> set[str]:
    """Every name that a query or an action gives, in a call or in a dictionary that is spread into one."""
    named: set[str] = set()
    for path in DOMAIN.rglob("*.py"):
        if not {"queries", "actions"} & set(path.relative_to(DOMAIN).with_suffix("").parts):
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.keyword) and node.arg:
                named.add(node.arg)
            elif isinstance(node, ast.Dict):
                named |= {str(key.value) for key in node.keys if isinstance(key, ast.Constant)}
    return named


@pytest.mark.parametrize(("kind", "name"), sorted(facts(), key=lambda found: found[1]), ids=str)
def test_every_fact_that_a_step_asks_about_is_filled_in_by_a_query_or_an_action(kind: type, name: str) -> None:
    asked = {field.name for field in fields(kind)}
    waiting = {told.split(".")[1] for told in WAIT_FOR if told.startswith(f"{name}.")}
    assert asked - given() == waiting


def test_no_fact_waits_for_a_room_that_is_built() -> None:
    assert not [fact for fact, room in WAIT_FOR.items() if (DOMAIN / room).exists()]

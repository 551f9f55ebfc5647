"""The threat model names the test that stops each threat, and each of them is there."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache

from tests.house.source import ROOT

PAGE = (ROOT / "docs/threats.md").read_text("utf-8")
NAMED = re.compile(r"`([\w/.]+\.py)::(\w+)`")
STOPPED, NOT_STOPPED = PAGE.split("## Det som ikke stanses")
TRAPS = 36


def rows() -> Iterator[list[str]]:
    """Every row of every table, without its heading."""
    for line in STOPPED.splitlines():
        cells = [cell.strip() for cell in line.strip("| ").split(" | ")]
        if line.startswith("| ") and not line.startswith(("| ---", "| Hva", "| |")):
            yield cells


@cache
def names_in(path: str) -> frozenset[str]:
    """The tests of a file, by name."""
    tree = ast.parse((ROOT / path).read_text("utf-8"))
    return frozenset(node.name for node in tree.body if isinstance(node, ast.FunctionDef))


def test_every_test_that_the_threat_model_names_is_there() -> None:
    named = NAMED.findall(PAGE)
    assert len(named) > 80
    missing = [f"{path}::{name}" for path, name in named if not (ROOT / path).is_file() or name not in names_in(path)]
    assert missing == [], "docs/threats.md nevner prøver som ikke finnes"


def test_every_threat_says_who_would_do_it_and_what_stops_it() -> None:
    lacking = [cells[0] for cells in rows() if not NAMED.search(cells[-1]) or not all(cells)]
    assert lacking == []


def test_every_trap_has_its_test() -> None:
    numbered = [int(cells[0]) for cells in rows() if cells[0].isdigit()]
    assert numbered == list(range(1, TRAPS + 1))


def test_what_is_not_stopped_is_said() -> None:
    assert len(re.findall(r"^- \*\*", NOT_STOPPED, re.M)) > 8

"""The product's own files as the house tests read them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGE = ROOT / "src" / "oppvekst"
DOORS = ("desk", "mypage", "portal", "api", "cli", "jobs")

type Function = ast.FunctionDef | ast.AsyncFunctionDef


def files(*places: str) -> list[Path]:
    """Python files below these places of the package, without tests and migrations."""
    below = [path for place in places or (".",) for path in _files(PACKAGE / place)]
    return sorted(path for path in below if not {"tests", "migrations"} & set(path.relative_to(PACKAGE).parts))


def _files(place: Path) -> Iterator[Path]:
    yield from place.rglob("*.py") if place.is_dir() else (place.with_suffix(".py"),)


def named(path: Path) -> str:
    """A file as people say it: `domain/concerns/rules/life.py`."""
    return path.relative_to(PACKAGE).as_posix()


def tree(path: Path) -> ast.Module:
    """The syntax of a file."""
    return ast.parse(path.read_text("utf-8"))


def functions(path: Path) -> Iterator[Function]:
    """Every function of a file, methods and inner ones too."""
    for node in ast.walk(tree(path)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node


def room_and_file(path: Path) -> tuple[str, str]:
    """The room and the file of it that a path belongs to: `("concerns", "rules")`; two empty words outside rooms."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return (parts[1], parts[2]) if len(parts) > 2 and parts[0] == "domain" else ("", "")

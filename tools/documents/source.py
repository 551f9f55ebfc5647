"""What the documents are written from: the modules of the house, and what stands in them."""

from __future__ import annotations

import ast
import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import ModuleType

import oppvekst
from oppvekst.law.deadline import Limit, Rule

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGE = Path(str(oppvekst.__file__)).parent


@dataclass(frozen=True)
class Told:
    """A function or class with a docstring: where it stands, and what it says of itself."""

    path: str
    name: str
    line: int
    says: str


def rooms() -> list[str]:
    """The rooms that are built, by name."""
    return sorted(found.name for found in pkgutil.iter_modules(import_module("oppvekst.domain").__path__))


def modules(package: str) -> Iterator[ModuleType]:
    """A module and everything below it, without tests and migrations."""
    here = import_module(package)
    yield here
    for found in pkgutil.walk_packages(getattr(here, "__path__", ()), f"{package}."):
        if not {"tests", "migrations"} & set(found.name.split(".")):
            yield import_module(found.name)


def rule_modules() -> Iterator[tuple[str, ModuleType]]:
    """Every module where law is written, with the room it belongs to; what several rooms share belongs to `law`."""
    for module in modules("oppvekst.law"):
        yield "law", module
    for room in rooms():
        if (PACKAGE / "domain" / room / "rules").exists() or (PACKAGE / "domain" / room / "rules.py").exists():
            for module in modules(f"oppvekst.domain.{room}.rules"):
                yield room, module


def found[T](kind: type[T]) -> Iterator[tuple[str, T]]:
    """Everything of a kind that is made by name in the rules, with the room it belongs to."""
    for room, module in rule_modules():
        for name in _made(module):
            thing = getattr(module, name, None)
            if isinstance(thing, kind):
                yield room, thing


def rules() -> Iterator[tuple[str, Rule]]:
    """Every version of every limit, with the room it belongs to."""
    for room, limit in found(Limit):
        for rule in limit.versions:
            yield room, rule


def _made(module: ModuleType) -> Iterator[str]:
    """The names that a module gives value itself, in order; what it imports is another's."""
    for node in ast.parse(Path(str(module.__file__)).read_text("utf-8")).body:
        targets = (
            node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
        )
        yield from (target.id for target in targets if isinstance(target, ast.Name))


def python_files() -> Iterator[Path]:
    """Every source file of the product, without tests and migrations."""
    for path in sorted(PACKAGE.rglob("*.py")):
        if not {"tests", "migrations"} & set(path.relative_to(PACKAGE).parts):
            yield path


def trees() -> Iterator[tuple[Path, ast.Module]]:
    """Every source file with its syntax."""
    for path in python_files():
        yield path, ast.parse(path.read_text("utf-8"))


def told() -> Iterator[Told]:
    """Every function, class and module that says something of itself."""
    for path, tree in trees():
        where = path.relative_to(ROOT).as_posix()
        for node in ast.walk(tree):
            if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and (says := ast.get_docstring(node)):
                yield Told(where, node.name, node.lineno, says)

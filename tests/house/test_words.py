"""The words of the house: what the law says, said the same everywhere; and what a public name must tell of itself."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.db.models import Model

from tests.house.source import DOORS, PACKAGE, ROOT, Function, files, functions, named, room_and_file, tree
from tools.refused import ALONE, REFUSED, VERBS

# Names that a framework or a standard asks for, each with who asks.
ASKED_FOR = {
    "process_exception": "Djangos mellomvare",
    "process_view": "Djangos mellomvare",
    "process_request": "Djangos mellomvare",
    "process_response": "Djangos mellomvare",
    "process_lhs": "Djangos oppslag",
    "process_rhs": "Djangos oppslag",
    "status": "HTTP-svarets eget ord",
    "type": "HTML-feltets eget ord",
    "data": "Djangos skjema",
    "SYSTEM_USER": "maskinens bruker, ikke et barn eller en forelder",
    "_ensure_system_user": "maskinens bruker",
}
CLOCKS = {"now", "today", "utcnow", "localdate", "localtime", "fromtimestamp"}
# What runs when a person or the clock knocks: here, and only here, it becomes known what time it is.
KNOWS_THE_TIME = ("faces", "ground/web")


def test_no_name_is_a_word_the_glossary_refuses() -> None:
    refused = [f"{named(path)}: {name}" for path in _ours() for name in _names(tree(path)) if _refused(name)]
    assert not refused, "Hva som sies i stedet, står i docs/where-does-it-go.md under «Names»."


def test_no_act_is_named_by_a_verb_that_says_nothing() -> None:
    vague = [
        f"{named(path)}: {function.name}"
        for path in _ours()
        for function in functions(path)
        if _words(function.name)[:1] and _words(function.name)[0] in VERBS and function.name not in ASKED_FOR
    ]
    assert not vague, "Si det med lovens verb: docs/where-does-it-go.md, «Names»."


@pytest.mark.parametrize("model", [each for each in apps.get_models() if each.__module__.startswith("oppvekst.")])
def test_every_table_has_its_norwegian_term_and_says_what_it_holds(model: type[Model]) -> None:
    assert "verbose_name" in model._meta.original_attrs, f"{model.__name__} mangler verbose_name"
    assert model._meta.db_table_comment, f"{model.__name__} mangler db_table_comment"


def test_every_public_rule_question_and_act_says_what_it_is() -> None:
    silent = [
        f"{named(path)}: {function.name}"
        for path in files("law", "domain")
        if path.is_relative_to(PACKAGE / "law") or room_and_file(path)[1] in ("rules", "queries", "actions")
        for function in _public(tree(path))
        if not ast.get_docstring(function)
    ]
    assert not silent


def test_nobody_below_a_face_asks_what_time_it_is() -> None:
    asked = [
        f"{named(path)}:{call.lineno} {ast.unparse(call.func)}()"
        for path in files()
        if not _knows_the_time(path)
        for call in ast.walk(tree(path))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr in CLOCKS
        and not _of_our_own(call.func)
    ]  # fmt: skip
    assert not asked


def test_no_page_loads_anything_from_another_host() -> None:
    loads = re.compile(r"""<(?:script|link|img|iframe|source|use)\b[^>]*\b(?:src|href)=["'](?:https?:)?//""")
    assert not [named(path) for path in PACKAGE.rglob("*.html") if loads.search(path.read_text("utf-8"))]


def test_nothing_tells_of_the_machine_it_was_built_on() -> None:
    here = re.compile(r"(?<![\w/])/(?:root|home|work|Users)/\w")
    kept = [*files(), *(ROOT / "docs").rglob("*.md"), *ROOT.glob("*.md"), ROOT / "uv.lock", ROOT / "pyproject.toml"]
    assert not [path.relative_to(ROOT).as_posix() for path in kept if here.search(path.read_text("utf-8"))]


def test_the_lock_files_name_only_the_public_registries() -> None:
    hosts = set(re.findall(r'"(https?://[^/"]+)', (ROOT / "uv.lock").read_text("utf-8")))
    assert hosts <= {"https://pypi.org", "https://files.pythonhosted.org"}
    packages = (ROOT / "package-lock.json").read_text("utf-8")
    assert set(re.findall(r'"resolved": "(https?://[^/"]+)', packages)) <= {"https://registry.npmjs.org"}


def _ours() -> list[Path]:
    """Counterparties' own words stay untouched inside their adapter."""
    return [path for path in files() if not path.is_relative_to(PACKAGE / "adapters")]


def _names(module: ast.Module) -> Iterator[str]:
    """The names a file gives: of classes, functions, arguments, and what a module or a class holds."""
    for node in ast.walk(module):
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            yield node.name
        if isinstance(node, ast.arg):
            yield node.arg
        if isinstance(node, (ast.Module, ast.ClassDef)):
            yield from _held(node)


def _held(node: ast.Module | ast.ClassDef) -> Iterator[str]:
    for line in node.body:
        targets = (
            line.targets if isinstance(line, ast.Assign) else [line.target] if isinstance(line, ast.AnnAssign) else []
        )
        yield from (target.id for target in targets if isinstance(target, ast.Name))


def _refused(name: str) -> bool:
    if name in ASKED_FOR:
        return False
    return bool(REFUSED & set(_words(name))) or name.lower().strip("_") in ALONE


def _words(name: str) -> list[str]:
    """`HoldBack` and `hold_back` are both `hold`, `back`."""
    return [word.lower() for word in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-zæøå0-9]+", name)]


def _public(module: ast.Module) -> Iterator[Function]:
    for node in module.body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            yield node
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield from (
                each for each in node.body if isinstance(each, ast.FunctionDef) and not each.name.startswith("_")
            )


def _knows_the_time(path: Path) -> bool:
    return any(path.is_relative_to(PACKAGE / place) for place in KNOWS_THE_TIME) or room_and_file(path)[1] in DOORS


def _of_our_own(called: ast.Attribute) -> bool:
    """`self.today()` is a method of ours that says what it was told."""
    return isinstance(called.value, ast.Name) and called.value.id == "self"

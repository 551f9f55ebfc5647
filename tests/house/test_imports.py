"""The arrows of the house: who may know whom, and that no drawer is opened for what nobody bothered to name."""

from __future__ import annotations

import ast
import logging
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

from tests.house.source import PACKAGE, ROOT, files, named, tree

DRAWERS = {
    "base", "common", "constants", "core", "helper", "helpers", "lib", "managers", "misc", "mixins", "services",
    "shared", "signals", "stuff", "tools", "util", "utils",
}  # fmt: skip


@pytest.fixture
def loggers() -> Iterator[None]:
    """The linter silences every logger there was; what others listen to afterwards must be heard again."""
    heard = [logger for logger in logging.Logger.manager.loggerDict.values() if isinstance(logger, logging.Logger)]
    before = [(logger, logger.disabled) for logger in heard]
    yield
    for logger, disabled in before:
        logger.disabled = disabled


@pytest.mark.usefixtures("loggers")
def test_every_import_follows_the_arrows(capsys: pytest.CaptureFixture[str]) -> None:
    failed = lint_imports(config_filename=str(ROOT / ".importlinter"), no_cache=True, is_debug_mode=False)
    assert not failed, capsys.readouterr().out


def test_no_file_or_folder_is_a_drawer() -> None:
    opened = [path for path in PACKAGE.rglob("*") if path.stem.lower() in DRAWERS and path.suffix in ("", ".py")]
    assert not [path.relative_to(PACKAGE).as_posix() for path in opened]


def test_every_library_the_product_uses_is_asked_for_by_name() -> None:
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = [*asked["project"]["dependencies"], *asked["dependency-groups"]["demo"]]
    declared = {canonical(re.split(r"[\[<>=~ ]", line)[0]) for line in wanted}
    homes = packages_distributions()
    lent = {
        f"{named(path)}: {library}"
        for path in files()
        for library in _libraries(path)
        if not {canonical(home) for home in homes.get(library, [])} & declared
    }
    assert not lent, "brukes, men kommer bare med fordi andre trenger dem"


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _libraries(path: Path) -> set[str]:
    imported: set[str] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            imported |= {alias.name.split(".")[0] for alias in node.names}
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            imported.add(node.module.split(".")[0])
    return imported - sys.stdlib_module_names - {"oppvekst"}

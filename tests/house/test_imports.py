"""The arrows of the house: who may know whom, and that no drawer is opened for what nobody bothered to name."""

from __future__ import annotations

import pytest
from importlinter.cli import lint_imports

from tests.house.source import PACKAGE, ROOT

DRAWERS = {
    "base", "common", "constants", "core", "helper", "helpers", "lib", "managers", "misc", "mixins", "services",
    "shared", "signals", "stuff", "tools", "util", "utils",
}  # fmt: skip


def test_every_import_follows_the_arrows(capsys: pytest.CaptureFixture[str]) -> None:
    failed = lint_imports(config_filename=str(ROOT / ".importlinter"), no_cache=True, is_debug_mode=False)
    assert not failed, capsys.readouterr().out


def test_no_file_or_folder_is_a_drawer() -> None:
    opened = [path for path in PACKAGE.rglob("*") if path.stem.lower() in DRAWERS and path.suffix in ("", ".py")]
    assert not [path.relative_to(PACKAGE).as_posix() for path in opened]

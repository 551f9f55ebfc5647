"""The short run leaves something out; what lands a change never does (ADR 31)."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.thorough import LEFT_OUT
from tools.check import TESTS

ROOT = Path(__file__).resolve().parents[2]
# One folder is enough to know: it has a file that is thorough, and one that is not.
FOLDER = "tests/journeys"
ONE_THOROUGH, ANOTHER = f"{FOLDER}/test_story_1_ordinary_case.py", f"{FOLDER}/test_story_2_neighbour.py"


def gathered(*asked: str) -> str:
    """What would be run; however talkative whoever runs this wants it."""
    return subprocess.run(
        [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider", *asked],
        cwd=ROOT, env={**os.environ, "PYTEST_ADDOPTS": ""}, capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip


def test_what_lands_a_change_runs_every_test() -> None:
    assert "--all" in TESTS
    assert "make test ALL=1" in (ROOT / ".ci" / "run").read_text()


def test_the_short_run_leaves_out_the_thorough_ones_and_the_long_one_does_not() -> None:
    only = f"testpaths={FOLDER}"
    short, long = gathered("-o", only), gathered("-o", only, "--all")
    assert ANOTHER in short
    assert ONE_THOROUGH not in short
    assert ONE_THOROUGH in long


def test_a_test_that_is_named_is_run_whatever_it_asks() -> None:
    assert ONE_THOROUGH in gathered(ONE_THOROUGH)


@pytest.mark.parametrize("pattern", [pattern for patterns in LEFT_OUT.values() for pattern in patterns])
def test_what_is_left_out_is_there(pattern: str) -> None:
    assert list(ROOT.glob(pattern)), f"tests/thorough.py nevner {pattern}, og det er ingen slik fil."

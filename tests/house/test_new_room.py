"""`make new-room` keeps its promise: the room it writes stands in a copy of the house, and the house's own tests pass there."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree, ignore_patterns, rmtree

import pytest

from tests.house.source import ROOT

# What the copy is made of; the rest of the house takes no part.
PLACES = ("src", "tests", "tools", "docs")
FILES = (".importlinter", "conftest.py", "package.json", "package-lock.json", "pyproject.toml", "uv.lock")
BIN = Path(sys.executable).parent
NAME, THING, TERM = "gatherings", "family_gathering", "familiesamling"
# A step above all others, so that the test stands the day the last planned room is built.
PLANNED = re.compile(r"(contract:stairs\].*?layers =\n)", re.S)
OF_THE_HOUSE = ("rls", "keys", "words", "rights", "templates", "desk_strangers", "seen_by_whom")
# Those of them that a room can break, and of the stranger's one stranger: the whole would try the old rooms once more.
DECISIVE = (
    "gathering or every_table or every_public or every_right or no_name_is or it_is_decided or (finds_nothing and Ola)"
)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The house as it is now, with one room more planned than it has."""
    place = tmp_path_factory.mktemp("house")
    for folder in PLACES:
        copytree(ROOT / folder, place / folder, ignore=ignore_patterns("__pycache__", "browser", "fonts"))
    for name in FILES:
        (place / name).write_bytes((ROOT / name).read_bytes())
    contracts = place / ".importlinter"
    contracts.write_text(PLANNED.sub(rf"\1    ({NAME})\n", contracts.read_text("utf-8"), count=1), "utf-8")
    yield place
    rmtree(place)


def run(copy: Path, *command: str, **more: str) -> subprocess.CompletedProcess[str]:
    """A command in the copy, which reads the copy's code and keeps its database with the others of the tests."""
    ours = {"PYTHONPATH": f"{copy / 'src'}:{copy}", "PYTHONDONTWRITEBYTECODE": "1", "NO_COLOR": "1"}
    data = os.environ.get("OPPVEKST_TEST_DATA", str(ROOT / ".cache" / "tests"))
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    environment = {**inherited, **ours, "OPPVEKST_TEST_DATA": data, **more}
    return subprocess.run(command, cwd=copy, env=environment, capture_output=True, text=True, check=False)


def new_room(copy: Path, name: str, **more: str) -> subprocess.CompletedProcess[str]:
    return run(copy, sys.executable, "-m", "tools.new_room", name, **more)


def test_a_new_room_passes_the_tests_of_the_house_from_the_first_minute(copy: Path) -> None:
    made = new_room(copy, NAME, THING=THING, NORSK=TERM)
    assert made.returncode == 0, made.stdout + made.stderr
    room = f"src/oppvekst/domain/{NAME}"
    pages = sorted(str(page) for page in (copy / room).rglob("*.html"))
    assert len(pages) == 4
    for check in (
        (str(BIN / "ruff"), "check", "--no-cache", "src/oppvekst", "tests/house", "tools"),
        (str(BIN / "ruff"), "format", "--no-cache", "--check", "src/oppvekst", "tests/house"),
        (str(BIN / "djade"), "--target-version", "6.1", "--check", *pages),
        (str(BIN / "lint-imports"), "--no-cache"),
        _pytest(room, *(f"tests/house/test_{each}.py" for each in OF_THE_HOUSE), "-k", DECISIVE),
    ):
        done = run(copy, *check)
        assert done.returncode == 0, f"{' '.join(check[:6])}\n{done.stdout[-6000:]}{done.stderr[-2000:]}"


def test_the_generator_says_what_it_needs_and_makes_nothing(copy: Path) -> None:
    for name, given, said in (
        ("emergencies", {}, "NORSK=møte"),
        ("Meetings", {"NORSK": "møte"}, "små bokstaver"),
        ("concerns", {"NORSK": "bekymring"}, "finnes allerede"),
        ("parties", {"NORSK": "fest"}, "har ikke noe trinn i loven"),
        (NAME, {"NORSK": "tilsyn", "THING": "supervision"}, "sier for lite"),
    ):
        refused = new_room(copy, name, **given)
        assert refused.returncode == 2
        assert said in refused.stderr


def _pytest(*what: str) -> tuple[str, ...]:
    return (sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-x", "--tb=short", *what)

"""`make check`: every check by name, all of them run, and last which were not green. `--mend` mends what it can."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from tools.audit import NOT_ASKED

ROOT = Path(__file__).resolve().parent.parent
BIN = ROOT / ".venv" / "bin"
TEMPLATES = sorted(str(path) for path in (ROOT / "src").rglob("*.html"))
DJADE = (str(BIN / "djade"), "--target-version", "6.1")

CHECKS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("stil (ruff check)", (str(BIN / "ruff"), "check", "--quiet", ".")),
    ("form (ruff format)", (str(BIN / "ruff"), "format", "--check", "--quiet", ".")),
    ("maler (djade)", (*DJADE, "--check", *TEMPLATES)),
    ("typer (mypy)", (str(BIN / "mypy"), "src/oppvekst", "tools")),
    ("piler (import-linter)", (str(BIN / "lint-imports"), "--no-cache")),
    ("oversettelser", (sys.executable, "-m", "tools.translations")),
    ("kjente hull (uv audit)", (sys.executable, "-m", "tools.audit")),
)
MENDERS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("stil (ruff check)", (str(BIN / "ruff"), "check", "--quiet", "--fix", ".")),
    ("form (ruff format)", (str(BIN / "ruff"), "format", "--quiet", ".")),
    ("maler (djade)", (*DJADE, *TEMPLATES)),
)
# The rest of what a change must pass stands as tests: migrations, generated documents, keys, words, policies.
TESTS = (sys.executable, "-m", "pytest", "-n", "2", "--dist", "worksteal", "--all")


def main(arguments: Sequence[str]) -> int:
    """Run the checks, then the tests unless they are left out."""
    if "--mend" in arguments:
        return _all(MENDERS)
    broken = _all(CHECKS)
    if "--without-tests" in arguments:
        return broken
    tests = subprocess.run([*TESTS, *arguments], cwd=ROOT, env=_environment(), check=False).returncode
    return broken or tests


def _all(checks: Iterable[tuple[str, tuple[str, ...]]]) -> int:
    broken = [name for name, command in checks if not _run(name, command)]
    if broken:
        print(f"\nIkke grønt: {', '.join(broken)}.")
    return 1 if broken else 0


def _run(name: str, command: Sequence[str]) -> bool:
    began = time.monotonic()
    done = subprocess.run(command, cwd=ROOT, env=_environment(), capture_output=True, text=True, check=False)
    mark = {0: "✓", NOT_ASKED: "–"}.get(done.returncode, "✗")
    print(f"{mark} {name} ({time.monotonic() - began:.1f} s)", flush=True)
    if done.returncode:
        print((done.stdout + done.stderr).rstrip(), flush=True)
    return mark != "✗"


def _environment() -> dict[str, str]:
    ours = {"OPPVEKST_FACE": "owner", "OPPVEKST_DEMO": "1", "OPPVEKST_SECRET_KEY": "only-for-tests"}
    return {**os.environ, **ours, "NO_COLOR": "1"}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

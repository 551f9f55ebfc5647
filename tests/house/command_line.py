"""Runs ``oppvekst`` as an operator does: a process of its own, with nothing of the test's in its environment."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

MINE = ("OPPVEKST_", "DATABASE_URL_")


def environment(**settings: str) -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith(MINE)} | settings


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "oppvekst.faces.cli", *arguments]


def oppvekst(*arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(*arguments), env=environment(**settings), capture_output=True, text=True, timeout=300, check=False
    )


def done(*arguments: str, **settings: str) -> Any:
    """The one JSON value of a command that succeeds."""
    result = oppvekst(*arguments, "--json", **settings)
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout)


def refused(*arguments: str, **settings: str) -> dict[str, Any]:
    """The reasons of a command that is refused, which say the same in words."""
    result = oppvekst(*arguments, "--json", **settings)
    assert result.returncode == 2, (result.returncode, result.stderr)
    told: dict[str, Any] = json.loads(result.stdout)
    assert set(told) == {"error", "message", "law", "fields"}
    assert told["message"] and "Traceback" not in result.stderr
    in_words = oppvekst(*arguments, **settings)
    assert (in_words.returncode, in_words.stdout) == (2, "")
    assert told["message"] in in_words.stderr
    return told


def standards() -> Path:
    root = Path(__file__).parents[2]
    return Path(os.environ.get("OPPVEKST_STANDARDS") or root.parent / "shared" / "standards")

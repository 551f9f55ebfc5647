"""One demo a folder: who has it, and where it answers."""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def alone_in(folder: Path) -> Iterator[bool]:
    """Hold the folder; False if another demo does. The kernel lets go of it when its holder dies."""
    with (folder / "demo").open("a") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
            return
        where = folder / "where"
        where.unlink(missing_ok=True)
        try:
            yield True
        finally:
            where.unlink(missing_ok=True)


def tell(folder: Path, ports: dict[str, int]) -> None:
    """Write down where the demo answers, for whoever starts it once more."""
    fresh = folder / ".where"
    fresh.write_text(json.dumps({"process": os.getpid(), "ports": ports}))
    fresh.rename(folder / "where")


def told(folder: Path) -> dict[str, int] | None:
    """The ports of the demo that runs here; None while it is still starting."""
    try:
        ports: dict[str, int] = json.loads((folder / "where").read_text())["ports"]
    except FileNotFoundError:
        return None
    return ports

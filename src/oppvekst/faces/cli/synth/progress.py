"""A bar for whoever waits at a terminal, and nothing at all in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

type Bar = Callable[[str, int], AbstractContextManager[Callable[[int], None]]]


@contextmanager
def bar(words: str, total: int) -> Iterator[Callable[[int], None]]:
    """Say how far something has come: ``with bar("Rader", 100) as done: done(1)``."""
    from rich.console import Console
    from rich.progress import Progress

    console = Console(stderr=True)
    with Progress(console=console, disable=not sys.stderr.isatty(), transient=True) as shown:
        task = shown.add_task(words, total=total)
        yield lambda step: shown.advance(task, step)


@contextmanager
def quiet(words: str, total: int) -> Iterator[Callable[[int], None]]:
    """Say nothing."""
    yield lambda step: None

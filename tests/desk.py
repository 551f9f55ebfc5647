"""The desk as a browser meets it: a person logged in, at a time, with every page checked as it is fetched."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from oppvekst.domain.concerns.tests.desk import DESK, TUESDAY, Browser, browser, words
from tests.world import World

type Come = Callable[..., Browser]

__all__ = ["TUESDAY", "Browser", "Come", "opened_desk", "questions", "words"]


def opened_desk(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch, *, at: datetime = TUESDAY) -> Come:
    """The desk's face on that day; call the answer with a name, and perhaps a hat, to sit down at it."""
    settings.FACE, settings.ROOT_URLCONF = "desk", DESK
    monkeypatch.setattr(timezone, "now", lambda: at)
    return lambda name, hat=None: browser(world, name, hat)


def questions(one: Browser, address: str) -> int:
    """How many questions a page asks of the database."""
    with CaptureQueriesContext(connection) as asked:
        one.see(address)
    return len(asked)

from __future__ import annotations

import pytest

from oppvekst.ground.documents.tests.near import near


@pytest.fixture(autouse=True)
def drawn_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Documents are drawn in the test's own process: the child process has tests of its own."""
    near(monkeypatch)

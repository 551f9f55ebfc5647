"""For tests of what is done with documents: the drawing's own code, run here instead of in a process of its own.

The process itself, with its limits and what it says when it fails, is tried in `test_drawing`.
"""

from __future__ import annotations

import json
from typing import Any

import pytest

from oppvekst.ground.documents import drawing, paper


def near(monkeypatch: pytest.MonkeyPatch) -> None:
    """Draw here."""
    monkeypatch.setattr(drawing, "_ask", _ask)


def _ask(task: str, content: bytes, **asked: Any) -> tuple[dict[str, Any], bytes]:
    try:
        told, made = paper.answer(json.loads(json.dumps({"task": task, **asked})), content)
    except Exception as error:
        raise drawing.Undrawable("Dokumentet lar seg ikke lese som sider.") from error
    return json.loads(json.dumps(told)), made

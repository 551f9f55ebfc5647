"""What the last test of the public pages found, from the file that the test wrote."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from oppvekst.domain.information.rules.statement import Statement, from_plain

WRITTEN = Path(__file__).parent.parent / "rules" / "accessibility.json"


@cache
def accessibility() -> Statement:
    """The results that the accessibility statement tells of."""
    return from_plain(json.loads(WRITTEN.read_text(encoding="utf-8")))

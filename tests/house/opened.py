"""What one act opens in a case, and the name addresses give it.

One of each is opened in Kari's case: by the small service, so that its rows stand in the grid of who sees what, and by the
strangers' test, which then tries every address that names it. `make new-room` adds its room's; what cannot be opened in
a case alone (an investigation wants a concern) is told in `small_service` and in `karis` of the strangers' test.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from oppvekst.domain.decisions.actions import open_decision
from oppvekst.ground.access.actor import Actor

OPENED: dict[str, Callable[..., Any]] = {
    "decision_id": open_decision,
}


def one_of_each(case_id: UUID, *, by: Actor, at: datetime) -> dict[str, UUID]:
    """One of everything, by the name addresses give it."""
    return {name: open_one(case_id, by=by, at=at).id for name, open_one in OPENED.items()}

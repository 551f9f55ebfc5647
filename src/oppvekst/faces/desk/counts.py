"""What the rail counts: concerns nobody has taken, looks nobody has explained. Asked only when a page draws the rail."""

from __future__ import annotations

from django.http import HttpRequest

from oppvekst.domain.concerns.queries import inbox
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.reviewing import RIGHT
from oppvekst.ground.journal.unusual import unanswered


class RailCounts:
    """Answers like a dictionary, inside the request's transaction; a page without a rail asks nothing."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    def get(self, name: str) -> int | None:
        """How many are new behind this door; nothing instead of nought."""
        actor: Actor | None = getattr(self.request, "actor", None)
        if name == "looks" and actor and actor.may(RIGHT):
            return len(unanswered()) or None
        if name != "concerns" or actor is None:
            return None
        return inbox(actor).filter(handler=None).count() or None

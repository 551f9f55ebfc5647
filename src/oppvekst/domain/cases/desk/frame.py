"""What the pages of this room share: where an act leads, beside what every page at the desk shares."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from oppvekst.ground.web.frame import DONE, INCOMPLETE, DeskRequest, Notice, Stopped, now, put_back, today

__all__ = ["DONE", "INCOMPLETE", "DeskRequest", "Notice", "Stopped", "lead_on", "now", "put_back", "today"]


def lead_on(name: str, case_id: UUID, done: str) -> HttpResponse:
    """On to a page of the case, with a word about what was done."""
    return redirect(f"{reverse(f'desk:{name}', args=[case_id])}?{DONE}={done}")

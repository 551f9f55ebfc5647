"""A letter as an answer: shown in the browser, from where it is printed."""

from __future__ import annotations

from django.http import HttpResponse


def as_pdf(content: bytes, name: str) -> HttpResponse:
    """The letter under its name, on the screen and not in the folder of what has been fetched."""
    return HttpResponse(
        content, content_type="application/pdf", headers={"Content-Disposition": f'inline; filename="{name}"'}
    )

"""Giving content to a browser so that it is kept or shown as a picture, and never run."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from django.http import HttpResponse, StreamingHttpResponse

# A page of its own, in an empty room: no script, no form, no address of ours, whatever is in the file.
ALONE = "default-src 'none'; sandbox; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
GUARDS = {"Content-Security-Policy": ALONE, "X-Content-Type-Options": "nosniff", "X-Download-Options": "noopen"}


def attachment(content: Iterator[bytes], *, name: str, media_type: str, size: int) -> StreamingHttpResponse:
    """A file to keep. The length is said beforehand: a stream that breaks off shows as one that is not whole."""
    response = StreamingHttpResponse(_proven(content), content_type=media_type, headers=GUARDS)
    response.headers["Content-Length"] = str(size)
    response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
    # The keys were fetched before: nothing is asked of the database while it is sent.
    response.reads_no_rows = True  # type: ignore[attr-defined]
    return response


def picture(content: bytes) -> HttpResponse:
    """A page drawn by us, as PNG."""
    return HttpResponse(content, content_type="image/png", headers=GUARDS)


def _proven(content: Iterator[bytes]) -> Iterator[bytes]:
    """The first piece is opened before the answer begins, so that a broken file is an error page and no empty file."""
    first = next(content, b"")

    def rest() -> Iterator[bytes]:
        yield first
        yield from content

    return rest()

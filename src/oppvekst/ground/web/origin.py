"""Forms come from our own pages: at the desk by token, at the portal by what the browser itself says of where it was.

The portal knows nobody, so nothing is done in anybody's name there, and a cookie to guard it would be one cookie too many.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponseBase
from django.middleware.csrf import CsrfViewMiddleware

from oppvekst.ground.web.errors import csrf_failure
from oppvekst.ground.web.stamp import without_cookie

OUR_OWN = ("same-origin", "none")
READING = ("GET", "HEAD", "OPTIONS", "TRACE")


class SameOrigin(CsrfViewMiddleware):
    """Django's own guard, but for the portal, where it would set a cookie."""

    def process_request(self, request: HttpRequest) -> None:
        if not without_cookie():
            super().process_request(request)

    def process_view(self, request: HttpRequest, *called: Any) -> Any:
        if not without_cookie():
            return super().process_view(request, *called)
        return None if is_our_own(request) else csrf_failure(request)

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        return response if without_cookie() else super().process_response(request, response)


def is_our_own(request: HttpRequest) -> bool:
    """Whether a sending comes from a page of ours. A browser that says nothing of it is believed."""
    if request.method in READING:
        return True
    site = request.headers.get("Sec-Fetch-Site")
    if site:
        return site in OUR_OWN
    origin = request.headers.get("Origin")
    return not origin or urlsplit(origin).netloc == request.get_host()

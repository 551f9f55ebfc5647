"""How long a public page may be kept: shortly, and never past a whole minute, when a phone may open or close."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils import timezone
from django.utils.cache import patch_cache_control

MOST = 20
"""Seconds. An editor sees what she has published within that time; a crowd of readers costs one page."""


def kept_shortly(response: HttpResponse) -> HttpResponse:
    """The same page for everybody who asks within some seconds; what somebody has written to us is never among it."""
    patch_cache_control(response, public=True, max_age=seconds())
    return response


def seconds() -> int:
    """How many seconds until the page must be made again."""
    return min(MOST, 60 - timezone.now().second)

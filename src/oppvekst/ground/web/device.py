"""Which device a log-in is on: known again by a cookie, told in the words people use of it: «Firefox på Windows»."""

from __future__ import annotations

import secrets

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import gettext

# The more particular first: Edge says it is Chrome, and Chrome that it is Safari.
BROWSERS = (
    ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internett"), ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari"),
)  # fmt: skip
MACHINES = (
    ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("CrOS", "Chromebook"),
    ("Macintosh", "Mac"), ("Linux", "Linux"),
)  # fmt: skip


def in_words(said: str) -> str:
    """What a browser says of itself, in plain words and nothing more: no versions, so that an update is not a new device.

    >>> in_words("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0")
    'Firefox på Windows'
    >>> in_words("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Safari/604.1")
    'Safari på iPhone'
    >>> in_words("")
    'Ukjent enhet'
    """
    browser = next((name for mark, name in BROWSERS if mark in said), "")
    machine = next((name for mark, name in MACHINES if mark in said), "")
    if browser and machine:
        return gettext("%(browser)s på %(machine)s") % {"browser": browser, "machine": machine}
    return browser or machine or gettext("Ukjent enhet")


COOKIE = "__Host-enhet" if settings.BEHIND_TLS else "enhet"
A_YEAR = 365 * 24 * 60 * 60
LENGTH = 43


def key_of(request: HttpRequest) -> str:
    """What this browser is known again by: what it has kept, or something new for it to keep."""
    kept = request.COOKIES.get(COOKIE, "")
    return kept if len(kept) == LENGTH else secrets.token_urlsafe(32)


def remember(response: HttpResponseBase, key: str) -> None:
    """Let the browser keep it for a year. It opens nothing: it only tells a known device from a new one."""
    response.set_cookie(COOKIE, key, max_age=A_YEAR, httponly=True, samesite="Lax", secure=settings.BEHIND_TLS)

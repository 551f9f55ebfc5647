"""A service worker may serve no more of the desk than the one page that needs it."""

from collections.abc import MutableMapping

WORKER = "js/hallway-worker.js"
SCOPE = "/hjemmebesok/"


def add_headers(headers: MutableMapping[str, str], path: str, url: str) -> None:
    """Tell the browser how far the worker's file reaches, and hold the worker itself to our own addresses."""
    if url.endswith(WORKER):
        headers["Service-Worker-Allowed"] = SCOPE
        headers["Content-Security-Policy"] = "default-src 'self'"
        headers["Cache-Control"] = "no-cache"

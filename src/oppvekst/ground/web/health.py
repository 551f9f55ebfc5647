"""The health answer of every face, at ``/helse/``."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

from django.conf import settings
from django.db import Error, connection

PATH = "/helse/"


class Health:
    """WSGI around the whole face: a probe asks without a name and without TLS, which no middleware would let pass."""

    def __init__(self, application: Callable[..., Iterable[bytes]]) -> None:
        self.application = application

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        if environ.get("PATH_INFO") != PATH:
            return self.application(environ, start_response)
        alive = database_answers()
        status = "200 OK" if alive else "503 Service Unavailable"
        start_response(status, [("Content-Type", "application/json"), ("Cache-Control", "no-store")])
        return [json.dumps({"face": settings.FACE, "database": alive}).encode()]


def database_answers() -> bool:
    """Whether the database answers this face. A connection that died with an earlier server gets one more try."""
    return _answers() or _answers()


def _answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("select 1")
            return bool(cursor.fetchone())
    except Error:
        connection.close()
        return False

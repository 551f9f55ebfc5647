"""Sessions: opened by the door, entered by the desk, ended by their holder. The token itself is never stored."""

from __future__ import annotations

import hashlib
import secrets
from datetime import timedelta

from django.db import connection

WORKING_DAY = timedelta(hours=10)


def start(subject: str, *, lasts: timedelta = WORKING_DAY) -> str | None:
    """Open a session for the member of staff with this log-in name; the token, or None if nobody has it today.

    Only the door's login may: the desk process cannot make itself anybody.
    """
    token = secrets.token_urlsafe(32)
    digest = hashlib.sha256(token.encode()).digest()
    with connection.cursor() as cursor:
        cursor.execute(
            "select hat from access.start_session(%s, %s, make_interval(secs => %s))",
            [subject, digest, lasts.total_seconds()],
        )
        return token if cursor.fetchone() else None


def end() -> None:
    """End the session this transaction entered with."""
    with connection.cursor() as cursor:
        cursor.execute("select access.end_session()")


def change_hat(hat: str) -> bool:
    """Wear another of one's own hats from the next request on; False if it is not one's own."""
    with connection.cursor() as cursor:
        cursor.execute("select access.change_hat(%s)", [hat])
        return bool(cursor.fetchone()[0])

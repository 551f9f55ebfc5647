"""Sessions: opened by the door, entered by the desk, ended by their holder. The token itself is never stored."""

from __future__ import annotations

import hashlib
import secrets
from datetime import timedelta

from django.db import connection

WORKING_DAY = timedelta(hours=10)


def start(subject: str, *, lasts: timedelta = WORKING_DAY, municipality: int | None = None) -> str | None:
    """Open a session for the member of staff with this log-in name; the token, or None if nobody has it today.

    A session is in one municipality (bvl § 15-2): the one asked for if she works there today, else that of her first
    duty. Only the door's login may: the desk process cannot make itself anybody.
    """
    token = secrets.token_urlsafe(32)
    digest = hashlib.sha256(token.encode()).digest()
    with connection.cursor() as cursor:
        cursor.execute(
            "select hat from access.start_session(%s, %s, make_interval(secs => %s), %s::smallint)",
            [subject, digest, lasts.total_seconds(), municipality],
        )
        return token if cursor.fetchone() else None


def workplaces(subject: str) -> list[tuple[int, str]]:
    """The municipalities somebody works in today, by number and name: what the door lets her choose among."""
    with connection.cursor() as cursor:
        cursor.execute("select municipality, name from access.workplaces(%s)", [subject])
        return list(cursor.fetchall())


def end() -> None:
    """End the session this transaction entered with."""
    with connection.cursor() as cursor:
        cursor.execute("select access.end_session()")


def change_hat(hat: str) -> bool:
    """Wear another of one's own hats from the next request on; False if it is not one's own."""
    with connection.cursor() as cursor:
        cursor.execute("select access.change_hat(%s)", [hat])
        return bool(cursor.fetchone()[0])

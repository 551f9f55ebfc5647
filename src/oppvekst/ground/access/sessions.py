"""Sessions: opened by the door, entered by the desk, ended by their holder. The token itself is never stored."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connection

WORKING_DAY = timedelta(hours=10)
IDLE = timedelta(minutes=20)


@dataclass(frozen=True, slots=True)
class Open:
    """A log-in of one's own that is not ended: on which device, in which municipality, since when, last used when."""

    id: UUID
    device: str
    place: str
    started_at: datetime
    last_used_at: datetime
    here: bool
    strange: bool
    locked: bool


@dataclass(frozen=True, slots=True)
class Strange:
    """A log-in of one's own on a device that has not been seen before."""

    id: UUID
    device: str
    started_at: datetime


def start(
    subject: str, *, lasts: timedelta = WORKING_DAY, municipality: int | None = None, idle: timedelta = IDLE,
    device: str = "", device_key: str = "",
) -> str | None:  # fmt: skip
    """Open a session for the member of staff with this log-in name; the token, or None if nobody has it today.

    A session is in one municipality (bvl § 15-2): the one asked for if she works there today, else that of her first
    duty. Only the door's login may: the desk process cannot make itself anybody. ``device_key`` is what the browser
    keeps to be known again; without it no device is told apart.
    """
    token = secrets.token_urlsafe(32)
    known = _imprint(device_key) if device_key else None
    with connection.cursor() as cursor:
        cursor.execute(
            "select hat from access.begin_session(%s, %s, make_interval(secs => %s), %s::smallint, "
            "make_interval(secs => %s), %s, %s::bytea)",
            [subject, _imprint(token), lasts.total_seconds(), municipality, idle.total_seconds(), device, known],
        )
        return token if cursor.fetchone() else None


def workplaces(subject: str) -> list[tuple[int, str]]:
    """The municipalities somebody works in today, by number and name: what the door lets her choose among."""
    with connection.cursor() as cursor:
        cursor.execute("select municipality, name from access.workplaces(%s)", [subject])
        return list(cursor.fetchall())


def end() -> None:
    """End the session this transaction entered with."""
    _tell("select access.end_session()")


def lock() -> None:
    """Lock the session this transaction entered with: only logging in anew opens."""
    _tell("select access.lock_session()")


def change_hat(hat: str) -> bool:
    """Wear another of one's own hats from the next request on; False if it is not one's own."""
    return bool(_ask("select access.change_hat(%s)", hat))


def renew() -> str:
    """Give the session another token; the one it had opens nothing any more."""
    token = secrets.token_urlsafe(32)
    _tell("select access.renew_session(%s)", _imprint(token))
    return token


def mine() -> list[Open]:
    """The log-ins that are one's own and not ended, this one first."""
    with connection.cursor() as cursor:
        cursor.execute("select * from access.my_sessions()")
        return [Open(*row) for row in cursor.fetchall()]


def end_other(which: UUID | None = None) -> int:
    """End one other log-in of one's own, or all others; how many there were."""
    found: int = _ask("select access.end_my_sessions(%s)", which)
    return found


def strange() -> list[Strange]:
    """Log-ins of one's own on devices not seen before, which one has not said anything about yet."""
    with connection.cursor() as cursor:
        cursor.execute("select * from access.strange_devices()")
        return [Strange(*row) for row in cursor.fetchall()]


def answer(which: UUID, *, mine: bool) -> bool:
    """Say whether a new device is one's own; if it is not, what it had open is ended. False if there is no question."""
    return bool(_ask("select access.answer_device(%s, %s)", which, mine))


def whose(token: str) -> UUID | None:
    """Whose session it is or lately was, for whoever has its token."""
    found: UUID | None = _ask("select access.whose_session(%s)", token)
    return found


def _imprint(secret: str) -> bytes:
    return hashlib.sha256(secret.encode()).digest()


def _tell(statement: str, *values: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def _ask(statement: str, *values: Any) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return (cursor.fetchone() or (None,))[0]

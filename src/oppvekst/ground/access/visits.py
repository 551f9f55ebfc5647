"""Visits: log-ins of persons outside the service, at My page. Neither the token nor the identity number is stored."""

from __future__ import annotations

import hashlib
import secrets
from datetime import timedelta
from typing import Any

from django.db import connection

LASTS = timedelta(hours=2)
CODE_LASTS = timedelta(days=7)
# Letters and figures that are not mistaken for each other when somebody reads them aloud.
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
LETTERS, GROUP = 12, 4


def start(number: str, *, municipality: int, level: str) -> str:
    """Open a visit for whoever the provider says has this number; the token.

    It is opened whether we know the person or not: whether somebody is known to the service is told to nobody by
    whether they come in. Only the login of My page may.
    """
    token = secrets.token_urlsafe(32)
    _ask("select access.start_visit(%s, %s::smallint, %s, %s)", number, municipality, _imprint(token), level)
    return token


def start_by_code(code: str, *, municipality: int) -> str | None:
    """Open a visit with a code that was handed over in person; None when it is no code, too old or used."""
    token = secrets.token_urlsafe(32)
    found = _ask(
        "select access.start_visit_by_code(%s, %s::smallint, %s)", code_imprint(code), municipality, _imprint(token)
    )
    return token if found else None


def end() -> None:
    """End the visit this transaction entered with."""
    _ask("select access.end_visit()")


def new_code() -> str:
    """A code to hand over: «k7mw-92fx-hq3d»."""
    letters = "".join(secrets.choice(ALPHABET) for _ in range(LETTERS))
    return "-".join(letters[at : at + GROUP] for at in range(0, LETTERS, GROUP))


def code_imprint(code: str) -> bytes:
    """What is kept of a code, however it was typed."""
    return _imprint("".join(sign for sign in code.lower() if sign in ALPHABET))


def _imprint(secret: str) -> bytes:
    return hashlib.sha256(secret.encode()).digest()


def _ask(statement: str, *values: Any) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return bool((cursor.fetchone() or (False,))[0])

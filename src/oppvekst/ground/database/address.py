"""Where the database is: one URL a face, read from the environment (docs/operations.md)."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, unquote, urlsplit

from oppvekst.law.refusals import Incomplete

ENGINE = "django.db.backends.postgresql"


def variable(face: str) -> str:
    """The environment variable that names a face's database: ``desk`` -> ``DATABASE_URL_DESK``."""
    return f"DATABASE_URL_{face.upper()}"


def secret(name: str) -> str:
    """A secret from the environment, or from the file that ``NAME_FILE`` names, whose words no child inherits."""
    given, file = os.environ.get(name, ""), os.environ.get(f"{name}_FILE")
    if given or not file:
        return given
    try:
        return Path(file).read_text(encoding="utf-8").strip()
    except OSError as error:
        raise Incomplete({f"{name}_FILE": f"Filen {file} finnes ikke, eller kan ikke leses herfra."}) from error


def url(login: str, password: str, *, socket: str, database: str) -> str:
    """A URL for a login on a server that listens on a Unix socket only."""
    return f"postgresql://{login}:{quote(password, safe='')}@/{database}?host={quote(socket, safe='/')}"


def settings_for(face: str) -> dict[str, Any]:
    """Django's ``DATABASES['default']`` for the face of this process.

    A process is given its own URL and no other, so a hole in one face holds no other face's password.
    """
    return _from_url(secret(variable(face)))


def _from_url(text: str) -> dict[str, Any]:
    parts = urlsplit(text)
    query = parse_qs(parts.query)
    return {
        "ENGINE": ENGINE,
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or query.get("host", [""])[0],
        "PORT": str(parts.port or query.get("port", [""])[0]),
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        # Values never stand in the text of a statement: another connection of the same login can read that text.
        "OPTIONS": {"server_side_binding": True},
    }

"""Logging in without a provider: what the door asks of the database, one name, one key or one code at a time (ADR 25)."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import connection

from oppvekst.ground.access.visits import code_imprint, new_code

FIRST_CODE_LASTS = timedelta(days=2)
SPARES = 8


@dataclass(frozen=True, slots=True)
class Enrolling:
    """Who has a code from her leader, and makes her own way in."""

    staff_id: UUID
    subject: str
    name: str


@dataclass(frozen=True, slots=True)
class Key:
    """A passkey as the door checks it."""

    id: UUID
    subject: str
    public: bytes
    uses: int


@dataclass(frozen=True, slots=True)
class Secret:
    """A password's hash, the sealed secret of the code app, and how many seconds whoever guesses must wait."""

    id: UUID
    hashed: str
    app: bytes
    last_step: int
    wait: float


def sign_on(subject: str, name: str, claimed: list[str]) -> None:
    """Give the roles that the provider's word gives today, in a service that has said so; a new colleague is entered."""
    _ask("select access.sign_on(%s, %s, %s)", subject, name, claimed)


def enrolling(code: str) -> Enrolling | None:
    """Whose code it is, while it counts."""
    row = _row("select staff, subject, name from access.first_code(%s)", code_imprint(code))
    return Enrolling(*row) if row else None


def enrol_passkey(code: str, credential: bytes, public: bytes, *, device: str) -> list[str] | None:
    """Keep a passkey, and use the code up; the spare codes, to be shown once. None if the code no longer counts."""
    spares = [new_code() for _ in range(SPARES)]
    done = _ask(
        "select access.enrol_passkey(%s, %s, %s, %s, %s)",
        code_imprint(code),
        _imprints(spares),
        credential,
        public,
        device,
    )
    return spares if done else None


def enrol_password(code: str, hashed: str, app: bytes, *, step: int) -> list[str] | None:
    """Keep a password and a code app in place of those before; as for a passkey."""
    spares = [new_code() for _ in range(SPARES)]
    done = _ask(
        "select access.enrol_password(%s, %s, %s, %s, %s::bigint)",
        code_imprint(code),
        _imprints(spares),
        hashed,
        app,
        step,
    )
    return spares if done else None


def key(credential: bytes) -> Key | None:
    """The passkey of this name."""
    row = _row("select id, subject, public_part, uses from access.passkey(%s)", credential)
    return Key(row[0], row[1], bytes(row[2]), row[3]) if row else None


def key_used(which: UUID, count: int) -> bool:
    """Note that a passkey was used; False if its counter says that it is a copy."""
    return bool(_ask("select access.passkey_used(%s, %s::bigint)", which, count))


def secret(subject: str) -> Secret | None:
    """What is known of this log-in name; nothing for one without a password."""
    row = _row("select id, hashed, app, last_step, wait from access.password(%s)", subject)
    return Secret(row[0], row[1], bytes(row[2]), row[3], row[4]) if row else None


def tried(which: UUID, *, well: bool, step: int = 0) -> bool:
    """Note a try; whether it counts: the same code of the app counts once."""
    return bool(_ask("select access.password_tried(%s, %s, %s::bigint)", which, well, step))


def use_spare(which: UUID, code: str) -> bool:
    """Use a spare code up, if it is one."""
    return bool(_ask("select access.use_spare_code(%s, %s)", which, code_imprint(code)))


def _imprints(codes: list[str]) -> list[bytes]:
    return [hashlib.sha256(code.replace("-", "").encode()).digest() for code in codes]


def _row(statement: str, *values: Any) -> tuple[Any, ...] | None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        found: tuple[Any, ...] | None = cursor.fetchone()
        return found


def _ask(statement: str, *values: Any) -> Any:
    return (_row(statement, *values) or (None,))[0]

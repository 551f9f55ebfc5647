"""Drafts of public forms: kept in the database, sealed with a key in the writer's own cookie, gone after a day."""

from __future__ import annotations

import hashlib
import json
import secrets
from datetime import timedelta
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.db import connection
from django.http import HttpRequest, HttpResponse

COOKIE = "utkast"
LASTS = timedelta(hours=24)
KEY_BYTES = 32
NONCE_BYTES = 12

type Content = dict[str, Any]


def new_key() -> str:
    """A key for one draft. It is stored nowhere but in the writer's browser."""
    return secrets.token_hex(KEY_BYTES)


def load(key: str | None) -> Content:
    """The draft of this key, or an empty one if there is none, it is old, or the key is not one."""
    if not key or (secret := _secret(key)) is None:
        return {}
    with connection.cursor() as cursor:
        cursor.execute("select access.draft_load(%s)", [_hash(secret)])
        sealed = cursor.fetchone()[0]
    return _open(secret, bytes(sealed)) if sealed else {}


def save(key: str, content: Content) -> None:
    """Keep the draft for a day from now."""
    secret = bytes.fromhex(key)
    with connection.cursor() as cursor:
        cursor.execute(
            "select access.draft_save(%s, %s, make_interval(secs => %s))",
            [_hash(secret), _seal(secret, content), LASTS.total_seconds()],
        )


def drop(key: str | None) -> None:
    """Forget the draft: it was sent, or the writer left in a hurry."""
    if key and (secret := _secret(key)) is not None:
        with connection.cursor() as cursor:
            cursor.execute("select access.draft_drop(%s)", [_hash(secret)])


def key_of(request: HttpRequest) -> str | None:
    """The draft's key in this browser."""
    return request.COOKIES.get(COOKIE)


def remember(response: HttpResponse, key: str, *, secure: bool) -> None:
    """Give the browser the key until it is closed: a shared phone keeps nothing."""
    response.set_cookie(COOKIE, key, httponly=True, secure=secure, samesite="Strict")


def _secret(key: str) -> bytes | None:
    try:
        secret = bytes.fromhex(key)
    except ValueError:
        return None
    return secret if len(secret) == KEY_BYTES else None


def _hash(secret: bytes) -> bytes:
    return hashlib.sha256(b"draft" + secret).digest()


def _seal(secret: bytes, content: Content) -> bytes:
    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce + AESGCM(secret).encrypt(nonce, json.dumps(content).encode(), None)


def _open(secret: bytes, sealed: bytes) -> Content:
    try:
        content: Content = json.loads(AESGCM(secret).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], None))
    except InvalidTag:
        return {}
    return content

"""What must be remembered while somebody is at the provider. Their browser keeps it, signed."""

from __future__ import annotations

import secrets
from dataclasses import asdict, dataclass
from hmac import compare_digest

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

SALT = "oppvekst.handshake"
MINUTES = 10


def cookie() -> str:
    """What the browser keeps it under, at this face."""
    return f"__Host-{settings.FACE}" if settings.BEHIND_TLS else settings.FACE


@dataclass(frozen=True)
class Handshake:
    """One attempt to log in: ``state`` ties the answer to this browser, ``nonce`` ties the proof to this attempt, and
    ``verifier`` (PKCE) ties the code to both."""

    state: str
    nonce: str
    verifier: str
    onward: str
    asked: str = ""

    @classmethod
    def new(cls, onward: str, asked: str = "") -> Handshake:
        """A fresh attempt; ``onward`` is the page that was asked for, ``asked`` as whom."""
        return cls(secrets.token_urlsafe(32), secrets.token_urlsafe(32), secrets.token_urlsafe(64), onward, asked)

    @classmethod
    def of(cls, request: HttpRequest) -> Handshake | None:
        """The attempt this answer belongs to; None if it is too old, used, forged, or another browser's."""
        try:
            kept = signing.loads(request.COOKIES.get(cookie(), ""), salt=SALT, max_age=60 * MINUTES)
            found = cls(**kept)
        except (signing.BadSignature, TypeError):
            return None
        return found if compare_digest(found.state.encode(), request.GET.get("state", "").encode()) else None

    def keep(self, response: HttpResponse) -> None:
        """Let the browser keep it. Lax, for the answer comes by way of another site."""
        response.set_cookie(
            cookie(), signing.dumps(asdict(self), salt=SALT), max_age=60 * MINUTES,
            httponly=True, samesite="Lax", secure=settings.BEHIND_TLS,
        )  # fmt: skip


def forget(response: HttpResponse) -> None:
    """An attempt is for one answer only."""
    response.delete_cookie(cookie(), samesite="Lax")

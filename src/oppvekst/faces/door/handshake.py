"""What must be remembered while somebody is at the provider. Their browser keeps it, signed."""

from __future__ import annotations

import secrets
from dataclasses import asdict, dataclass
from hmac import compare_digest

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

COOKIE = "door"
SALT = "oppvekst.door.handshake"
MINUTES = 10


@dataclass(frozen=True)
class Handshake:
    """One attempt to log in: ``state`` ties the answer to this browser, ``nonce`` ties the proof to this attempt, and
    ``verifier`` (PKCE) ties the code to both."""

    state: str
    nonce: str
    verifier: str
    onward: str

    @classmethod
    def new(cls, onward: str) -> Handshake:
        """A fresh attempt; ``onward`` is the page at the desk that was asked for."""
        return cls(secrets.token_urlsafe(32), secrets.token_urlsafe(32), secrets.token_urlsafe(64), onward)

    @classmethod
    def of(cls, request: HttpRequest) -> Handshake | None:
        """The attempt this answer belongs to; None if it is too old, used, forged, or another browser's."""
        try:
            kept = signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=60 * MINUTES)
            found = cls(**kept)
        except (signing.BadSignature, TypeError):
            return None
        return found if compare_digest(found.state.encode(), request.GET.get("state", "").encode()) else None

    def keep(self, response: HttpResponse) -> None:
        """Let the browser keep it. Lax, for the answer comes by way of another site."""
        response.set_cookie(
            COOKIE, signing.dumps(asdict(self), salt=SALT), max_age=60 * MINUTES,
            httponly=True, samesite="Lax", secure=settings.BEHIND_TLS,
        )  # fmt: skip


def forget(response: HttpResponse) -> None:
    """An attempt is for one answer only."""
    response.delete_cookie(COOKIE, samesite="Lax")

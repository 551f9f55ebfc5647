"""What an attempt without a provider is held against: her browser keeps it, sealed, for ten minutes."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from oppvekst.faces.door import sealing

COOKIE = "__Host-egen" if settings.BEHIND_TLS else "egen"
MINUTES = 10


@dataclass(frozen=True)
class Attempt:
    """Where she was going, what a passkey must answer, and, while she makes her way in, who she is and her code app."""

    onward: str
    state: dict[str, Any] = field(default_factory=dict)
    who: str = ""
    app: str = ""

    @classmethod
    def of(cls, request: HttpRequest) -> Attempt | None:
        """The attempt of this browser; None if there is none, or it is too old or forged."""
        opened = sealing.opened(request.COOKIES.get(COOKIE, ""), seconds=60 * MINUTES)
        return cls(**json.loads(opened)) if opened else None

    def keep(self, response: HttpResponse) -> None:
        """Let the browser keep it."""
        response.set_cookie(
            COOKIE, sealing.sealed(json.dumps(asdict(self))), max_age=60 * MINUTES,
            httponly=True, samesite="Strict", secure=settings.BEHIND_TLS,
        )  # fmt: skip
        response.headers["Cache-Control"] = "no-store"

"""Somebody who works in more than one municipality says which one she logs in to (bvl § 15-2)."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

COOKIE = "door_choice"
SALT = "oppvekst.door.workplace"
MINUTES = 10


@dataclass(frozen=True)
class Choice:
    """Whom the provider vouched for, and where she was going: kept by her browser, signed, until she has chosen."""

    who: str
    onward: str

    @classmethod
    def of(cls, request: HttpRequest) -> Choice | None:
        """The choice this browser is to make; None if there is none, or it is too old or forged."""
        try:
            return cls(**signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=60 * MINUTES))
        except (signing.BadSignature, TypeError):
            return None

    def keep(self, response: HttpResponse) -> None:
        """Let the browser keep it."""
        response.set_cookie(
            COOKIE, signing.dumps(asdict(self), salt=SALT), max_age=60 * MINUTES,
            httponly=True, samesite="Lax", secure=settings.BEHIND_TLS,
        )  # fmt: skip


def forget(response: HttpResponse) -> None:
    """A choice is made once."""
    response.delete_cookie(COOKIE, samesite="Lax")


def ask(request: HttpRequest, places: list[tuple[int, str]]) -> HttpResponse:
    """The page with one button for each municipality. It names somebody's workplaces, so nothing keeps it."""
    response = render(request, "door/workplace.html", {"places": places})
    response.headers["Cache-Control"] = "no-store"
    return response

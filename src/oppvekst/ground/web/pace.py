"""Forms at the pace of people: whoever sends hundreds a minute is slowed down, and nobody's address is kept.

Two measures an address, in a table of its own that is forgotten by the hour: one for forms sent at once, as a program
does, and one for forms that somebody has had time to fill in. So a family behind the same address as a program is not
made to wait for it. The address itself is not stored: only its imprint, made with a key that changes every day.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from typing import Any

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from oppvekst.ground.database.acting import acting
from oppvekst.ground.web import errors
from oppvekst.ground.web.stamp import made_at

TIME_TO_FILL_IN = timedelta(seconds=4)


@dataclass(frozen=True, slots=True)
class Measure:
    """So many at once, then so many a second."""

    name: str
    at_once: int
    a_second: float


KNOCKED = ("portal", "mypage", "door")
AT_ONCE = Measure("at-once", 30, 0.5)
FILLED_IN = Measure("filled-in", 60, 2)


class Pace:
    """Middleware of the faces that anybody can knock at. Stands outside the request's transaction: what it counts is
    counted also when refused."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.FACE not in KNOCKED or request.method != "POST":
            return self.get_response(request)
        seconds = wait(request, at=timezone.now())
        return errors.too_many(request, seconds=ceil(seconds)) if seconds > 0 else self.get_response(request)


def wait(request: HttpRequest, *, at: datetime) -> float:
    """How many seconds the sender of this form must wait; none if it may go on."""
    measure = FILLED_IN if _filled_in(request, at) else AT_ONCE
    with acting(settings.FACE), connection.cursor() as cursor:
        asked: list[Any] = [_imprint(request, measure, at), float(measure.at_once), measure.a_second, at]
        cursor.execute("select access.pace(%s, %s, %s, %s)", asked)
        return float(cursor.fetchone()[0])


def _filled_in(request: HttpRequest, at: datetime) -> bool:
    made = made_at(request)
    return made is not None and at - made >= TIME_TO_FILL_IN


def _imprint(request: HttpRequest, measure: Measure, at: datetime) -> bytes:
    key = f"{settings.SECRET_KEY}{at:%Y-%m-%d}{measure.name}".encode()
    return hmac.new(key, address_of(request).encode(), hashlib.sha256).digest()


def address_of(request: HttpRequest) -> str:
    """Where the request came from; behind the municipality's own proxy, what the proxy saw."""
    seen = request.headers.get("X-Forwarded-For", "") if settings.BEHIND_PROXY else ""
    return seen.rpartition(",")[2].strip() or str(request.META.get("REMOTE_ADDR", ""))

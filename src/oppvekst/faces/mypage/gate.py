"""At My page: whose visit it is, and the way back to the first page when it is over."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils import translation

from oppvekst.domain.information.queries.appearance import sign_of
from oppvekst.ground.database.acting import VISIT

ENDED = "OV001"
OVER = "slutt"


class Gate:
    """Middleware just outside ``OneTransaction``, which has the database prove the visit."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        if settings.FACE != "mypage":
            raise MiddlewareNotUsed
        self.enter: Callable[[HttpRequest], HttpResponseBase] = inspect.unwrap(get_response)

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        try:
            return self.enter(request)
        except DatabaseError as error:
            if getattr(error.__cause__, "sqlstate", None) != ENDED:
                raise
            response = redirect(f"/?{OVER}=1")
            response.delete_cookie(VISIT, samesite="Lax")
            return response

    def process_view(self, request: HttpRequest, *called: Any) -> None:
        """Hang up whom to call, inside the request's transaction."""
        sign = sign_of(_number(request), language=translation.get_language() or settings.LANGUAGE_CODE)
        names = {"service": sign.service_name, "phone": sign.phone, "oncall_name": sign.oncall_name}
        told = {**names, "oncall_phone": sign.oncall_phone, "languages": sign.languages}
        request.signboard = {name: value for name, value in told.items() if value}  # type: ignore[attr-defined]


def visiting(request: HttpRequest) -> bool:
    """Whether somebody has entered: the database has proven the token, or we would not be here."""
    return bool(request.COOKIES.get(VISIT))


def _number(request: HttpRequest) -> int:
    number: int = request.municipality.number  # type: ignore[attr-defined]
    return number

"""Middleware: what hangs over the door of every page of the portal, asked for once and before anything can go wrong."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponseBase
from django.utils import translation

from oppvekst.domain.information.portal.looks import arms_address, stylesheet_address
from oppvekst.domain.information.queries.appearance import Sign, sign_of


class HangSignboard:
    """Stands inside ``Here``, which knows the municipality. An error page then has it in memory and asks nobody."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        if settings.FACE != "portal":
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        number = request.municipality.number  # type: ignore[attr-defined]
        request.signboard = hung(sign_of(number, language=translation.get_language() or settings.LANGUAGE_CODE))  # type: ignore[attr-defined]
        return self.get_response(request)


def hung(sign: Sign) -> dict[str, Any]:
    """The words and addresses that are known; where there is none, the house's own stay as they are."""
    known = {
        "own_stylesheet": stylesheet_address(sign), "arms": arms_address(sign), "service": sign.service_name,
        "languages": sign.languages, "phone": sign.phone, "oncall_name": sign.oncall_name,
        "oncall_phone": sign.oncall_phone,
    }  # fmt: skip
    return {name: value for name, value in known.items() if value}

"""What a public request says of its reader: which municipality she asks, and in which language she reads."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.utils import translation


def number_of(request: HttpRequest) -> int:
    """The municipality that is asked."""
    number: int = request.municipality.number  # type: ignore[attr-defined]
    return number


def language_of(request: HttpRequest) -> str:
    """The language the reader has chosen, which is the language of the address."""
    return translation.get_language() or settings.LANGUAGE_CODE

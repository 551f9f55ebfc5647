"""The municipality's own colour and arms as files that a browser may keep: a new look has a new address."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from oppvekst.domain.information.queries.appearance import Sign, look_of
from oppvekst.domain.information.rules import colours
from oppvekst.domain.information.rules.appearance import version_of
from oppvekst.ground.web.kept import kept_shortly
from oppvekst.ground.web.reader import number_of

YEAR = 31_536_000
# Also when somebody opens the drawing by itself: it can be looked at, and nothing else (rules.arms has washed it).
ONLY_LOOKED_AT = "default-src 'none'; style-src 'none'; sandbox"


@require_safe
def stylesheet(request: HttpRequest, version: str) -> HttpResponse:
    """The steps of the municipality's own colour, to be laid over the theme."""
    accent = look_of(number_of(request)).accent
    if not accent:
        raise Http404
    return _kept(colours.stylesheet(accent), version, "text/css; charset=utf-8")


@require_safe
def arms(request: HttpRequest, version: str) -> HttpResponse:
    """The municipality's arms."""
    drawing = look_of(number_of(request)).arms
    if not drawing:
        raise Http404
    response = _kept(drawing, version, "image/svg+xml")
    response.headers["Content-Security-Policy"] = ONLY_LOOKED_AT
    return response


def stylesheet_address(sign: Sign) -> str:
    """Where the colour lies; nothing where the house's own is used."""
    return _address("portal:stylesheet", version_of(colours.stylesheet(sign.accent))) if sign.accent else ""


def arms_address(sign: Sign) -> str:
    """Where the arms lie; nothing where the house's own crest is used."""
    return _address("portal:arms", sign.arms_version) if sign.arms_version else ""


def _address(name: str, version: str) -> str:
    """The same in every language, so that it is fetched once."""
    with translation.override(settings.LANGUAGE_CODE):
        return reverse(name, args=[version])


def _kept(text: str, version: str, content_type: str) -> HttpResponse:
    """For ever under its own name; under an old one, which a page may still carry, only shortly."""
    response = HttpResponse(text, content_type=content_type)
    if version != version_of(text):
        return kept_shortly(response)
    patch_cache_control(response, public=True, max_age=YEAR, immutable=True)
    return response

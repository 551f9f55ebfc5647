"""Where the pages of the house are: the fixed ones by their names, the others by their slugs."""

from __future__ import annotations

from collections.abc import Iterable

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse, translate_url
from django.utils import translation

from oppvekst.domain.information import queries
from oppvekst.domain.information.rules import doors
from oppvekst.domain.information.rules.markdown import Address
from oppvekst.ground.web.context import signboard

BY_NAME = {door.name: door for door in doors.DOORS}


def address_of_page(slug: str) -> str:
    """Where a page of this room is."""
    return reverse("portal:page", args=[slug])


def address_of_door(name: str) -> str | None:
    """Where a fixed page is; nothing while its room has no door there."""
    door = BY_NAME.get(name)
    try:
        return reverse(f"portal:{door.address_name}", kwargs=door.takes or None) if door else None
    except NoReverseMatch:
        return None


def addresses(index: queries.Index) -> Address:
    """How a text finds the pages it links to: the fixed ones, those that can be read, and those the menus lead to."""

    def found(slug: str) -> str | None:
        if slug in index.by_slug or slug in doors.STANDING:
            return address_of_page(slug)
        return address_of_door(slug)

    return found


def is_open(door: doors.Door) -> bool:
    """Whether a fixed page is there in this house."""
    return address_of_door(door.name) is not None


def in_languages(request: HttpRequest, names: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
    """Whole addresses of fixed pages (``door``) and pages (``page``) in each language offered here, for search engines."""
    kept = list(names)
    by_language = {}
    for code, _name in signboard(request).spoken:
        with translation.override(code):
            by_language[code] = [request.build_absolute_uri(_address(kind, name)) for kind, name in kept]
    return [dict(zip(by_language, row, strict=True)) for row in zip(*by_language.values(), strict=True)]


def in_this_language(address: str) -> str:
    """Where a page with a Bokmål address is for whoever reads now."""
    language = translation.get_language() or settings.LANGUAGE_CODE
    with translation.override(settings.LANGUAGE_CODE):
        return str(translate_url(address, language))


def _address(kind: str, name: str) -> str:
    return address_of_page(name) if kind == "page" else address_of_door(name) or "/"

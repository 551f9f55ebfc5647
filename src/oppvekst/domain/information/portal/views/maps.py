"""All the pages in one list: for people, and for search engines."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from oppvekst.domain.information import queries
from oppvekst.domain.information.models import Page
from oppvekst.domain.information.portal.addresses import address_of_door, address_of_page, in_languages, is_open
from oppvekst.domain.information.portal.reading import Reader
from oppvekst.domain.information.rules import doors
from oppvekst.ground.web.kept import kept_shortly


@dataclass(frozen=True, slots=True)
class Line:
    """A page in the list, with those that stand under it."""

    title: str
    address: str
    under: list[Line] = field(default_factory=list)


@require_safe
def sitemap_page(request: HttpRequest) -> HttpResponse:
    """Everything that can be read here, each page under the one it stands under."""
    reader = Reader(request)
    about = {
        "fixed": [Line(gettext(door.title), address_of_door(door.name) or "") for door in _listed()],
        "lines": _tree(reader.index, ""), "crumbs": reader.way(gettext("Alle sidene")),
    }  # fmt: skip
    return kept_shortly(render(request, "information/sitemap_page.html", about))


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """The same for search engines, every page with its addresses in all languages."""
    entries = Reader(request).index.entries
    names = [("door", door.name) for door in _listed()] + [("page", entry.slug) for entry in entries]
    changed = [None] * (len(names) - len(entries)) + [entry.published_at for entry in entries]
    rows = list(zip(in_languages(request, names), changed, strict=True))
    about = {"rows": rows, "first": settings.LANGUAGE_CODE}
    return kept_shortly(render(request, "information/sitemap.xml", about, content_type="application/xml"))


def _listed() -> list[doors.Door]:
    return [door for door in doors.DOORS if door.listed and is_open(door)]


def _tree(index: queries.Index, under: str, *above: str) -> list[Line]:
    """A circle of pages that stand under each other is cut where it closes."""
    kinds = (Page.Kind.PAGE, Page.Kind.QUESTION)
    mine = [each for each in index.entries if each.under == under and each.kind in kinds and each.slug not in above]
    return [Line(each.title, address_of_page(each.slug), _tree(index, each.slug, *above, each.slug)) for each in mine]

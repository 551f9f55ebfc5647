"""The site's search. It works without scripts, and nothing of what is asked is kept anywhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from oppvekst.domain.information import queries
from oppvekst.domain.information.models import Page
from oppvekst.domain.information.portal.addresses import address_of_door, address_of_page, is_open
from oppvekst.domain.information.portal.reading import Reader

LONGEST = 200
KINDS = {Page.Kind.QUESTION: gettext_lazy("Spørsmål og svar"), Page.Kind.NEWS: gettext_lazy("Nyhet")}
AUDIENCES = {
    Page.Audience.CHILDREN: gettext_lazy("For barn"),
    Page.Audience.YOUTH: gettext_lazy("For ungdom"),
    Page.Audience.PROFESSIONALS: gettext_lazy("For ansatte"),
    Page.Audience.HOMES: gettext_lazy("Bli med"),
}
PLACE = gettext_lazy("Kontakt")


@dataclass(frozen=True, slots=True)
class Found:
    """Something that was found, as the list shows it."""

    title: str
    lead: str
    address: str
    label: Any
    language: str


@require_safe
@never_cache
def search(request: HttpRequest) -> HttpResponse:
    """What is found for the words in the address; without words, the field alone."""
    reader, words = Reader(request), request.GET.get("q", "").replace("\x00", "").strip()[:LONGEST]
    hits = queries.search(reader.municipality, reader.language, words, say=gettext, is_open=is_open)
    about = {"words": words, "found": [_found(hit) for hit in hits], "crumbs": reader.way(gettext("Søk"))}
    return render(request, "information/search.html", about)


def _found(hit: queries.Hit) -> Found:
    address = (address_of_door(hit.slug) if hit.kind in ("door", "form") else None) or address_of_page(hit.slug)
    label = PLACE if hit.kind == "place" else KINDS.get(hit.kind) or AUDIENCES.get(hit.audience, "")  # type: ignore[call-overload]
    return Found(hit.title, hit.lead, "/" if hit.slug == "front" else address, label, hit.language)

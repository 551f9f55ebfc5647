"""How a page will look to its readers: the portal's own parts, in the text's language, on a page of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from oppvekst.domain.information import models
from oppvekst.domain.information.desk import spoken
from oppvekst.domain.information.desk.frame import editor
from oppvekst.domain.information.queries.editing import get_page, written_in
from oppvekst.domain.information.queries.pages import Text, index
from oppvekst.domain.information.rules import markdown
from oppvekst.domain.information.rules.doors import NAMES, STANDING
from oppvekst.ground.web.frame import DeskRequest, now
from oppvekst.law.refusals import NotFound

# A fixed page lies at the portal: here its link looks as it will, and stays where it is.
STAYS = "#innhold"


@dataclass(frozen=True, slots=True)
class Shown:
    """A text as the portal's parts show it."""

    text: Text
    body: SafeString
    note: str = ""


@require_safe
@editor
def preview(request: DeskRequest, slug: str, language: str) -> HttpResponseBase:
    """The draft, or any other version, as it will be read."""
    page = get_page(request.municipality.number, slug)
    if language not in spoken.LANGUAGES:
        raise NotFound("Dette språket har vi ikke.")
    known = written_in(page, language, at=now())
    number = request.GET.get("versjon", "")
    version = known.numbered(int(number)) if number.isascii() and number.isdecimal() else known.current
    if version is None:
        raise NotFound("Siden har ingen tekst på dette språket ennå.")
    with translation.override(language):
        return render(request, "information/desk/preview.html", _about(request, page, version, language))


def _about(request: DeskRequest, page: models.Page, version: models.PageVersion, language: str) -> dict[str, Any]:
    text = Text(
        slug=page.slug, kind=page.kind, audience=page.audience, under=page.under, title=version.title, lead=version.lead,
        language=language, wanted=language, body=version.body, reviewed_on=version.reviewed_on,
        published_at=version.publish_from,
    )  # fmt: skip
    pages = index(request.municipality.number, language)
    way = [(each.title, STAYS) for each in pages.way_to(page.slug)]
    return {
        "shown": Shown(text, SafeString(markdown.html(version.body, address=_address(set(pages.by_slug), language)))),
        "text": text, "version": version, "page": page, "crumbs": [(gettext("Forsiden"), STAYS), *way, (text.title, "")],
        "name": spoken.LANGUAGES[language], "is_draft": version.publish_from is None,
        "for_children": page.audience in spoken.FOR_CHILDREN,
        "back": f"{reverse('desk:page', args=[page.slug])}{'' if language == 'nb' else f'?sprak={language}'}",
    }  # fmt: skip


def _address(slugs: set[str], language: str) -> markdown.Address:
    def found(slug: str) -> str | None:
        if slug in slugs:
            return reverse("desk:page-preview", args=[slug, language])
        return STAYS if slug in NAMES or slug in STANDING else None

    return found

"""The front page, the municipality's own pages, and where to find it."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from oppvekst.domain.information import queries
from oppvekst.domain.information.models import Page
from oppvekst.domain.information.portal import spoken
from oppvekst.domain.information.portal.calls import calls_of
from oppvekst.domain.information.portal.reading import Reader, tiles
from oppvekst.ground.web.kept import kept_shortly

FOR_CHILDREN = (Page.Audience.CHILDREN, Page.Audience.YOUTH)
INDEXES = {"hjelp": "information/help.html", "bli-med": "information/homes.html"}


@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """Front page: whom to call now, then the three doors, then all the rest in short."""
    reader, calls = Reader(request), calls_of(request)
    asked = spoken.word_of(request.GET.get("for", ""))
    own = queries.front(reader.municipality, reader.language)
    return kept_shortly(render(request, "information/front.html", {
        "calls": calls, "call": calls.box(asked), "choices": spoken.choices(asked), "pieces": own.pieces,
        "visit": reader.show(own.pieces["visit"]) if "visit" in own.pieces else None,
        "welcome": reader.show(own.pieces["welcome"]) if "welcome" in own.pieces else None,
        "questions": reader.shown(own.questions), "news": own.news, "help": reader.index.under("hjelp"),
    }))  # fmt: skip


@require_safe
def how_we_work(request: HttpRequest) -> HttpResponse:
    """What happens now, with the limits of the law."""
    crumbs = Reader(request).way(gettext("Hva skjer nå?"))
    return kept_shortly(render(request, "information/how_we_work.html", {"crumbs": crumbs}))


@require_safe
def page(request: HttpRequest, slug: str) -> HttpResponse:
    """A page that the municipality has written, with what stands under it and its questions."""
    reader = Reader(request)
    text, questions = reader.page(slug)
    if text is None or text.kind == Page.Kind.PIECE:
        raise Http404
    about = {
        "text": text, "shown": reader.show(text), "crumbs": reader.crumbs(text), "questions": questions,
        "under": (under := reader.index.under(slug)), "tiles": tiles(under),
        "beside": reader.index.under(text.under) if text.under else [],
    }  # fmt: skip
    if text.audience in FOR_CHILDREN:
        return _for_children(request, {**about, "beside": reader.index.first_of(text.audience)})
    return kept_shortly(render(request, INDEXES.get(slug, "information/page.html"), about))


@require_safe
def find_us(request: HttpRequest) -> HttpResponse:
    """Where to find us, who does what, and others who help."""
    reader = Reader(request)
    text, questions = reader.page("kontakt")
    if text is None:
        raise Http404
    return kept_shortly(render(request, "information/contact.html", {
        "text": text, "shown": reader.show(text), "crumbs": reader.crumbs(text),
        "questions": questions, "points": queries.contact_points(reader.municipality, reader.language),
    }))  # fmt: skip


@never_cache
def _for_children(request: HttpRequest, about: dict[str, object]) -> HttpResponse:
    """No browser keeps a page that a child has read."""
    return render(request, "information/child_page.html", about)

"""The children's and the youths' own pages; kept by no browser."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from oppvekst.domain.information.models import Page
from oppvekst.domain.information.portal.calls import calls_of
from oppvekst.domain.information.portal.reading import Reader


@require_safe
@never_cache
def children(request: HttpRequest) -> HttpResponse:
    """For those from about eight to twelve."""
    return _page(request, "information/children.html", Page.Audience.CHILDREN)


@require_safe
@never_cache
def youth(request: HttpRequest) -> HttpResponse:
    """For those from about thirteen."""
    return _page(request, "information/youth.html", Page.Audience.YOUTH)


def _page(request: HttpRequest, template: str, audience: str) -> HttpResponse:
    calls = calls_of(request)
    return render(
        request, template, {"calls": calls, "call": calls.child, "more": Reader(request).index.first_of(audience)}
    )

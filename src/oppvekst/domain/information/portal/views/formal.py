"""What is asked of every public site: the accessibility statement, where to tell of a hole, and what robots may read."""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from oppvekst.domain.information import queries
from oppvekst.domain.information.portal.addresses import in_this_language
from oppvekst.domain.information.portal.reading import Reader
from oppvekst.ground.web.context import signboard
from oppvekst.ground.web.kept import kept_shortly

VALID = timedelta(days=180)


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """The accessibility statement, made of what the tests found."""
    statement = queries.accessibility()
    about = {
        "statement": statement, "tried": [in_this_language(address) for address in statement.addresses],
        "crumbs": Reader(request).way(gettext("Tilgjengelighetserklæring")),
    }  # fmt: skip
    return kept_shortly(render(request, "information/accessibility.html", about))


@require_safe
def security(request: HttpRequest) -> HttpResponse:
    """Where to tell of a hole in the house (RFC 9116)."""
    expires = timezone.now() + VALID
    lines = [
        f"Contact: {request.build_absolute_uri(reverse('portal:contact'))}",
        f"Expires: {expires:%Y-%m-%dT00:00:00Z}",
        f"Preferred-Languages: {', '.join(code for code, _ in signboard(request).spoken)}",
        f"Canonical: {request.build_absolute_uri(reverse('portal:security'))}",
    ]
    return kept_shortly(_text(lines))


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Search engines may read all but what somebody searches for and the box for others' pages."""
    closed = [reverse("portal:search"), reverse("portal:phones-box")]
    sitemap = request.build_absolute_uri(reverse("portal:sitemap"))
    return kept_shortly(_text(["User-agent: *", *(f"Disallow: {each}" for each in closed), f"Sitemap: {sitemap}"]))


def _text(lines: list[str]) -> HttpResponse:
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")

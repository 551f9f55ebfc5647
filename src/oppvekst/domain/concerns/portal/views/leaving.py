"""Leaving, in a hurry or not: what was typed is gone from the server, and the key from the browser (a phone may be shared)."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from oppvekst.domain.concerns.portal.draft import Draft
from oppvekst.domain.concerns.portal.visit import show
from oppvekst.ground.web import drafts


@csrf_exempt
@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """The quick exit. No token is asked for: a browser without scripts can send none, and only the draft's own page has
    the key, since the cookie goes with no request from another site.
    """
    return _forget(request, HttpResponse(status=204))


@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: HttpRequest) -> HttpResponse:
    """Delete what was written, after asking once."""
    if request.method != "POST":
        return show(request, "delete", Draft.of(request))
    return _forget(request, HttpResponseRedirect(reverse("portal:concern-start") + "?slettet=1", status=303))


def _forget(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    Draft(drafts.key_of(request)).forget()
    for cookie in (drafts.COOKIE, settings.CSRF_COOKIE_NAME):
        response.delete_cookie(cookie, samesite="Strict")
    return response

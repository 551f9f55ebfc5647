"""Addresses for the tests of the pages: the gallery, and doors with the names that the layouts look for."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from oppvekst.law.citation import bvl
from oppvekst.law.refusals import NotAllowed


def empty(request: HttpRequest) -> HttpResponse:
    return HttpResponse("")


def falls(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("noe vi ikke hadde tenkt på")


def refuses(request: HttpRequest) -> HttpResponse:
    raise NotAllowed("Meldingen er allerede henlagt.", bvl("2-1"))


DOORS = {
    "portal": ("front", "phones", "concern-start", "paper-form", "children"),
    "desk": ("my-day", "concerns", "cases", "search", "concern-new", "hat", "logout"),
}
handler400 = "oppvekst.ground.web.errors.bad_request"
handler403 = "oppvekst.ground.web.errors.permission_denied"
handler404 = "oppvekst.ground.web.errors.page_not_found"
handler500 = "oppvekst.ground.web.errors.server_error"
urlpatterns = [
    path("galleri/", include("oppvekst.ground.web.gallery.urls")),
    path("faller/", falls),
    path("nekter/", refuses),
    path("sprak/", empty, name="set_language"),
    *(
        path(f"{face}/", include(([path(f"{name}/", empty, name=name) for name in names], face)))
        for face, names in DOORS.items()
    ),
]

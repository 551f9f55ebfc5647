"""Addresses of the room at the portal; the face gathers them under the name ``portal``."""

from django.urls import path, re_path

from oppvekst.domain.homes.portal import views

urlpatterns = [
    path("bli-med/<slug:kind>/sok/", views.offer, name="offer"),
    re_path(
        r"^bli-med/(?P<kind>[a-z]+)/sok/kvittering/(?P<reference>[2-9A-HJ-NP-Z]{4}(?:-[2-9A-HJ-NP-Z]{4}){2})/$",
        views.receipt,
        name="offer-receipt",
    ),
]

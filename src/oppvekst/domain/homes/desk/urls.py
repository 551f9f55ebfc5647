"""Addresses of the room at the desk. None of them tells who it is about."""

from django.urls import path

from oppvekst.domain.homes.desk import views

ONE = "hjem/<uuid:offer_id>/"

urlpatterns = [
    path("hjem/", views.offers, name="offers"),
    path(ONE, views.offer, name="offer"),
    path(f"{ONE}ta/", views.take, name="offer-take"),
    path(f"{ONE}notat/", views.note, name="offer-note"),
    path(f"{ONE}kontakt/", views.Contacted.as_view(), name="offer-contacted"),
    path(f"{ONE}kontakt/angre/", views.contact_undone, name="offer-contact-undone"),
    path(f"{ONE}avslutt/", views.Close.as_view(), name="offer-close"),
    path(f"{ONE}apne/", views.reopen, name="offer-reopen"),
]

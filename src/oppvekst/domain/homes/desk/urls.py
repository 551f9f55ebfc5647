"""Addresses of the room at the desk. None of them tells who it is about."""

from django.urls import path

from oppvekst.domain.homes.desk import views, wanted

ONE = "hjem/<uuid:offer_id>/"
ASKED = "hjem/etterspurt/<uuid:wanted_id>/"

urlpatterns = [
    path("hjem/", views.offers, name="offers"),
    path(ONE, views.offer, name="offer"),
    path(f"{ONE}ta/", views.take, name="offer-take"),
    path(f"{ONE}notat/", views.note, name="offer-note"),
    path(f"{ONE}kontakt/", views.Contacted.as_view(), name="offer-contacted"),
    path(f"{ONE}kontakt/angre/", views.contact_undone, name="offer-contact-undone"),
    path(f"{ONE}avslutt/", views.Close.as_view(), name="offer-close"),
    path(f"{ONE}apne/", views.reopen, name="offer-reopen"),
    path("hjem/etterspurt/", wanted.wanted_homes, name="wanted-homes"),
    path(ASKED, wanted.wanted_home, name="wanted-home"),
    path(f"{ASKED}svar/<uuid:offer_id>/", wanted.Answer.as_view(), name="wanted-answer"),
    path(f"{ASKED}ingen/", wanted.SayNone.as_view(), name="wanted-none"),
    path(f"{ASKED}likevel-ikke/", wanted.SayCannot.as_view(), name="wanted-cannot"),
    path(f"{ASKED}fortalt/", wanted.wanted_told, name="wanted-told"),
    path(f"{ASKED}pa-plass/", wanted.SayInPlace.as_view(), name="wanted-in-place"),
]

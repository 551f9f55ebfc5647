"""Addresses of the room at the portal; the face gathers them under the name ``portal``."""

from django.urls import path

from oppvekst.domain.information.portal import views

urlpatterns = [
    path("", views.front, name="front"),
    path("hvem-kan-jeg-ringe/", views.phones, name="phones"),
    path("hvem-kan-jeg-ringe.json", views.phones_json, name="phones-json"),
    path("slik-jobber-vi/", views.how_we_work, name="how-we-work"),
    path("barn-og-ungdom/", views.children, name="children"),
    path("barn-og-ungdom/ungdom/", views.youth, name="youth"),
]

"""Addresses of the room at the portal; the face gathers them under the name ``portal``, this room's last of all."""

from django.urls import path

from oppvekst.domain.information.portal import looks, views
from oppvekst.domain.information.portal.guide import guide_urls

urlpatterns = [
    path("", views.front, name="front"),
    path("hvem-kan-jeg-ringe/", views.phones, name="phones"),
    path("hvem-kan-jeg-ringe/ark/", views.sheet, name="phones-sheet"),
    path("hvem-kan-jeg-ringe/boks/", views.box, name="phones-box"),
    path("hvem-kan-jeg-ringe.json", views.phones_json, name="phones-json"),
    path("slik-jobber-vi/", views.how_we_work, name="how-we-work"),
    path("barn-og-ungdom/", views.children, name="children"),
    path("barn-og-ungdom/ungdom/", views.youth, name="youth"),
    path("kontakt/", views.find_us, name="contact"),
    path("sok/", views.search, name="search"),
    path("nettstedskart/", views.sitemap_page, name="sitemap-page"),
    path("tilgjengelighet/", views.accessibility, name="accessibility"),
    path("sitemap.xml", views.sitemap, name="sitemap"),
    path("robots.txt", views.robots, name="robots"),
    path(".well-known/security.txt", views.security, name="security"),
    path("utseende/<slug:version>.css", looks.stylesheet, name="stylesheet"),
    path("utseende/<slug:version>.svg", looks.arms, name="arms"),
    *guide_urls,
    # Whatever the municipality has written; every address that somebody else owns stands before it.
    path("<slug:slug>/", views.page, name="page"),
]

"""Addresses of the room at the portal; the face gathers them under the name ``portal``."""

from django.urls import path, re_path

from oppvekst.domain.prevention.portal import views

urlpatterns = [
    path("forebyggende/droft/", views.discussion, name="discussion"),
    path("forebyggende/be-om-besok/", views.visit, name="visit"),
    path("forebyggende/kontakter/", views.contacts, name="school-contacts"),
    path("forebyggende/grupper/", views.groups, name="groups"),
    path("forebyggende/grupper/<uuid:group_id>/", views.group, name="group"),
    re_path(
        r"^forebyggende/kvittering/(?P<reference>[2-9A-HJ-NP-Z]{4}(?:-[2-9A-HJ-NP-Z]{4}){2})/$",
        views.receipt,
        name="request-receipt",
    ),
]

"""Addresses of the room at the desk; the face gathers them under the name ``desk``."""

from __future__ import annotations

from django.urls import path

from oppvekst.domain.investigations.desk import opening, views

urlpatterns = [
    path("meldinger/<uuid:concern_id>/undersokelse/", opening.open_page, name="investigation-open"),
    path("undersokelser/<uuid:investigation_id>/", views.investigation, name="investigation"),
    path("undersokelser/<uuid:investigation_id>/plan/", views.plan, name="investigation-plan"),
    path("undersokelser/<uuid:investigation_id>/utvid/", views.extend, name="investigation-extend"),
]

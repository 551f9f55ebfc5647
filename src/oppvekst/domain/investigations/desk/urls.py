"""Addresses of the room at the desk; the face gathers them under the name ``desk``."""

from __future__ import annotations

from django.urls import path

from oppvekst.domain.investigations.desk import opening, views

ONE = "undersokelser/<uuid:investigation_id>/"

urlpatterns = [
    path("meldinger/<uuid:concern_id>/undersokelse/", opening.Open.as_view(), name="investigation-open"),
    path(ONE, views.investigation, name="investigation"),
    path(f"{ONE}plan/", views.Plan.as_view(), name="investigation-plan"),
    path(f"{ONE}utvid/", views.Extend.as_view(), name="investigation-extend"),
]

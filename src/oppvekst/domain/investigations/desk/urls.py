"""Addresses of the room at the desk; the face gathers them under the name ``desk``."""

from __future__ import annotations

from django.urls import path

from oppvekst.domain.investigations.desk import adding, opening, views

CONCERN, ONE = "meldinger/<uuid:concern_id>/", "undersokelser/<uuid:investigation_id>/"

urlpatterns = [
    path(f"{CONCERN}undersokelse/", opening.Open.as_view(), name="investigation-open"),
    path(f"{CONCERN}legg-til/", adding.Add.as_view(), name="concern-add"),
    path(ONE, views.investigation, name="investigation"),
    path(f"{ONE}plan/", views.Plan.as_view(), name="investigation-plan"),
    path(f"{ONE}utvid/", views.Extend.as_view(), name="investigation-extend"),
]

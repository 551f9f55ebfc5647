"""Addresses of the room at the desk; the face gathers them under the name ``desk``."""

from __future__ import annotations

from django.urls import path

from oppvekst.domain.investigations.desk.views import investigation, opening

ONE = "undersokelser/<uuid:investigation_id>/"

urlpatterns = [
    path("meldinger/<uuid:concern_id>/undersokelse/", opening.Open.as_view(), name="investigation-open"),
    path(ONE, investigation.investigation, name="investigation"),
    path(f"{ONE}plan/", investigation.Plan.as_view(), name="investigation-plan"),
    path(f"{ONE}utvid/", investigation.Extend.as_view(), name="investigation-extend"),
]

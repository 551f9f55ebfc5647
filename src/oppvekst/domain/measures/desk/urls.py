"""Addresses of the room at the desk; the face gathers them under the name ``desk``."""

from __future__ import annotations

from django.urls import path

from oppvekst.domain.measures.desk.views import measure

urlpatterns = [
    path("saker/<uuid:case_id>/tiltak/", measure.listed, name="measure-list"),
    path("tiltak/<uuid:measure_id>/", measure.measure, name="measure"),
]

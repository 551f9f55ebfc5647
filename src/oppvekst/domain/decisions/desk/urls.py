"""Addresses of the room at the desk; the face gathers them under the name ``desk``."""

from __future__ import annotations

from django.urls import path

from oppvekst.domain.decisions.desk import views

urlpatterns = [
    path("saker/<uuid:case_id>/vedtak/", views.listed, name="decision-list"),
    path("vedtak/<uuid:decision_id>/", views.decision, name="decision"),
    path("vedtak/<uuid:decision_id>/avslutt/", views.End.as_view(), name="decision-end"),
]

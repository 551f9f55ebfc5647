"""Addresses of the room at the desk; the face gathers them under the name ``desk``."""

from __future__ import annotations

from django.urls import path

from oppvekst.domain.meetings.desk import views

urlpatterns = [
    path("saker/<uuid:case_id>/mote/", views.listed, name="meeting-list"),
    path("mote/<uuid:meeting_id>/", views.meeting, name="meeting"),
    path("mote/<uuid:meeting_id>/avslutt/", views.End.as_view(), name="meeting-end"),
]

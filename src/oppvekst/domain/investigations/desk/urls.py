"""Addresses of the room at the desk; the face gathers them under the name ``desk``."""

from __future__ import annotations

from django.urls import path

from oppvekst.domain.investigations.desk.views import investigation, needs, needs_acts, needs_theme, opening

ONE = "undersokelser/<uuid:investigation_id>/"

urlpatterns = [
    path("meldinger/<uuid:concern_id>/undersokelse/", opening.Open.as_view(), name="investigation-open"),
    path(ONE, investigation.investigation, name="investigation"),
    path(f"{ONE}plan/", investigation.Plan.as_view(), name="investigation-plan"),
    path(f"{ONE}utvid/", investigation.Extend.as_view(), name="investigation-extend"),
    path(f"{ONE}behov/", needs.Frame.as_view(), name="needs"),
    path(f"{ONE}behov/oppsummering/", needs.Summary.as_view(), name="needs-summary"),
    path(f"{ONE}behov/tidligere/", needs.Earlier.as_view(), name="needs-earlier"),
    path(f"{ONE}behov/opplysning/", needs_acts.AddFact.as_view(), name="needs-fact"),
    path(f"{ONE}behov/grunnlag/", needs_acts.Grounds.as_view(), name="needs-grounds"),
    path(f"{ONE}behov/<str:theme>/", needs_theme.ThemePage.as_view(), name="needs-theme"),
]

"""Addresses of the room at the desk; the face gathers them under the name ``desk``."""

from __future__ import annotations

from django.urls import path

from oppvekst.domain.investigations.desk.views import (
    investigation,
    needs,
    needs_acts,
    needs_theme,
    opening,
    talk_acts,
    talks,
    voice,
)

ONE = "undersokelser/<uuid:investigation_id>/"
CASE = "saker/<uuid:case_id>/"
TALK = "samtaler/<uuid:talk_id>/"
KEPT = "holdt-tilbake/<uuid:withholding_id>/"
TRUSTED = "tillitspersoner/<uuid:trusted_id>/"

of_talks = [
    path(f"{CASE}samtaler/", talks.talks, name="case-talks"),
    path(f"{CASE}samtaler/ny/", talks.New.as_view(), name="case-talk-new"),
    path(f"{CASE}tillitsperson/", voice.NameTrusted.as_view(), name="case-trusted"),
    path(f"{TRUSTED}attest/", voice.SeeCertificate.as_view(), name="trusted-certificate"),
    path(f"{TRUSTED}slutt/", voice.EndTrusted.as_view(), name="trusted-end"),
    path(f"{ONE}medvirkning/", voice.Participate.as_view(), name="investigation-participation"),
    path(TALK, talks.talk, name="child-talk"),
    path(f"{TALK}skriv/", talks.Mend.as_view(), name="child-talk-mend"),
    path(f"{TALK}les-tilbake/", talk_acts.ReadBack.as_view(), name="child-talk-read-back"),
    path(f"{TALK}egen-side/", talks.share, name="child-talk-share"),
    path(f"{TALK}egen-side/ta-bort/", talks.take_back, name="child-talk-take-back"),
    path(f"{TALK}tolkning/", talk_acts.Beside.as_view(), name="child-talk-beside"),
    path(f"{TALK}vekt/", talk_acts.Weigh.as_view(), name="child-talk-weigh"),
    path(f"{TALK}hold-tilbake/", talk_acts.KeepBack.as_view(), name="child-talk-keep-back"),
    path(f"{KEPT}fortsatt/", talk_acts.KeepOn.as_view(), name="withholding-keep-on"),
    path(f"{KEPT}opphev/", talk_acts.LetGo.as_view(), name="withholding-let-go"),
]

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
    *of_talks,
]

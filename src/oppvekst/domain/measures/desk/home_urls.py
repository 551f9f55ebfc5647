"""Addresses of a home that is asked for in a measure."""

from __future__ import annotations

from django.urls import path

from oppvekst.domain.measures.desk.views import home

ONE = "tiltak/<uuid:measure_id>/"
ASKED = "tiltak/hjem/<uuid:asked_home_id>/"

urlpatterns = [
    path(f"{ONE}hjem/", home.AskHome.as_view(), name="measure-home-ask"),
    path(ASKED, home.asked_home, name="asked-home"),
    path(f"{ASKED}ja/", home.AcceptHome.as_view(), name="asked-home-accept"),
    path(f"{ASKED}igjen/", home.AskHomeAgain.as_view(), name="asked-home-again"),
    path(f"{ASKED}trekk/", home.TakeBackHome.as_view(), name="asked-home-take-back"),
    path(f"{ASKED}slutt/", home.LetHomeGo.as_view(), name="asked-home-let-go"),
]

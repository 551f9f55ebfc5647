"""Addresses of each time help is given."""

from __future__ import annotations

from django.urls import path

from oppvekst.domain.measures.desk.views import answering, days, occasions, weekends

ONE = "tiltak/<uuid:measure_id>/"
OCCASION = "tiltak/gang/<uuid:occasion_id>/"

urlpatterns = [
    path(f"{ONE}gang/", occasions.PlanOne.as_view(), name="measure-occasion-new"),
    path(f"{ONE}helger/", weekends.PlanRow.as_view(), name="measure-occasion-row"),
    path(f"{ONE}dager/", days.ChooseReaders.as_view(), name="measure-days"),
    path(OCCASION, occasions.occasion, name="measure-occasion"),
    path(f"{OCCASION}holdt/", occasions.WriteHeld.as_view(), name="measure-occasion-held"),
    path(f"{OCCASION}ikke/", occasions.WriteNotHeld.as_view(), name="measure-occasion-not-held"),
    path(f"{OCCASION}avlys/", occasions.CallOff.as_view(), name="measure-occasion-call-off"),
    path(f"{OCCASION}flytt/", occasions.Move.as_view(), name="measure-occasion-move"),
    path(f"{OCCASION}svar/", answering.AnswerFamily.as_view(), name="measure-occasion-answer"),
    path(f"{OCCASION}til-hjemmet/", occasions.WriteSheet.as_view(), name="measure-occasion-sheet-write"),
    path(f"{OCCASION}ark/", occasions.sheet, name="measure-occasion-sheet"),
]

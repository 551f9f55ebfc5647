"""Addresses of «Sende vedtaket»."""

from __future__ import annotations

from django.urls import path

from oppvekst.domain.decisions.desk.views import child, sending

HERE = "vedtak/<uuid:decision_id>/send/"
ONE = f"{HERE}<uuid:addressee_id>/"

urlpatterns = [
    path("vedtak/<uuid:decision_id>/til-barnet/", child.TellChild.as_view(), name="decision-child"),
    path("vedtak/<uuid:decision_id>/til-barnet/ta-bort/", child.take_back, name="decision-child-take-back"),
    path("vedtak/til/<uuid:addressee_id>/", sending.of_addressee, name="decision-addressee"),
    path(HERE, sending.sending, name="decision-sending"),
    path(f"{HERE}alle.pdf", sending.printed, name="decision-print"),
    path(ONE, sending.Send.as_view(), name="decision-send"),
    path(f"{ONE}brev.pdf", sending.preview, name="decision-preview"),
    path(f"{ONE}kommet/", sending.Reached.as_view(), name="decision-reached"),
    path(f"{ONE}utelat/", sending.Withhold.as_view(), name="decision-withhold"),
    path(f"{ONE}fullmektig/", sending.Represent.as_view(), name="decision-represent"),
    path(f"{ONE}utelat/<uuid:withholding_id>/ta-inn/", sending.let_in, name="decision-let-in"),
]

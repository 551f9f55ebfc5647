"""Addresses of financial support at the desk: what a family asks for, what is to be paid, and the list that goes to finance."""

from __future__ import annotations

from django.urls import path

from oppvekst.domain.measures.desk.views import paying, payments, support

BASIS, PAYMENT = "tiltak/penger/<uuid:basis_id>/", "tiltak/utbetaling/<uuid:payment_id>/"

urlpatterns = [
    path("saker/<uuid:case_id>/tiltak/soknad/", support.Ask.as_view(), name="support-new"),
    path("tiltak/soknad/<uuid:support_id>/svar/", support.Answer.as_view(), name="support-answer"),
    path("tiltak/<uuid:measure_id>/penger/", payments.SetUp.as_view(), name="payment-basis-new"),
    path(BASIS, payments.basis, name="payment-basis"),
    path(f"{BASIS}ny/", payments.Pay.as_view(), name="payment-new"),
    path(f"{BASIS}stopp/", payments.Stop.as_view(), name="payment-stop"),
    path(f"{PAYMENT}godkjenn/", payments.Approve.as_view(), name="payment-approve"),
    path(f"{PAYMENT}avvis/", payments.Decline.as_view(), name="payment-decline"),
    path(f"{PAYMENT}rett/", payments.Correct.as_view(), name="payment-correct"),
    path("tiltak/utbetalinger/", paying.listed, name="payments"),
    path("tiltak/utbetalinger/send/", paying.send, name="payments-send"),
    path("tiltak/utbetalinger/<uuid:sending_id>/fil/", paying.file, name="payments-file"),
]

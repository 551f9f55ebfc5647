"""Addresses of appeals, stays, reversals and costs at the desk; the room's `urls` takes them in."""

from __future__ import annotations

from django.urls import path

from oppvekst.domain.decisions.desk.views import appeal, stay

DECISION, ONE = "vedtak/<uuid:decision_id>/", "klager/<uuid:appeal_id>/"

urlpatterns = [
    path(f"{DECISION}klage/", appeal.Receive.as_view(), name="appeal-new"),
    path(f"{DECISION}utsettelse/", stay.AskStay.as_view(), name="stay-new"),
    path(f"{DECISION}gjor-om/", stay.Reverse.as_view(), name="decision-reverse"),
    path(f"{DECISION}sakskostnader/", stay.Claim.as_view(), name="costs-new"),
    path(ONE, appeal.appeal, name="appeal"),
    path(f"{ONE}rett/", appeal.Correct.as_view(), name="appeal-correct"),
    path(f"{ONE}mangler/", appeal.Lacking.as_view(), name="appeal-lacking"),
    path(f"{ONE}i-tide/", appeal.Timely.as_view(), name="appeal-timely"),
    path(f"{ONE}for-sen/", appeal.Late.as_view(), name="appeal-late"),
    path(f"{ONE}undersok/", appeal.Examine.as_view(), name="appeal-examine"),
    path(f"{ONE}endre/", appeal.Change.as_view(), name="appeal-change"),
    path(f"{ONE}send/", appeal.SendOn.as_view(), name="appeal-send"),
    path(f"{ONE}avgjorelse/", appeal.RecordOutcome.as_view(), name="appeal-outcome"),
    path(f"{ONE}folg-opp/", appeal.FollowUp.as_view(), name="appeal-follow-up"),
    path(f"{ONE}avvis/", appeal.Reject.as_view(), name="appeal-reject"),
    path(f"{ONE}trekk/", appeal.Withdraw.as_view(), name="appeal-withdraw"),
    path(f"{ONE}forelopig-svar/", appeal.Interim.as_view(), name="appeal-interim"),
    path(f"{ONE}ny-behandling/", appeal.take_up_again, name="appeal-again"),
    path(f"{ONE}fortalt-om-sakskostnader/", appeal.tell_of_costs, name="appeal-costs-told"),
    path(f"{ONE}oversendelse.pdf", appeal.covering_letter, name="appeal-letter"),
    path(f"{ONE}forelopig-svar.pdf", appeal.interim_letter, name="appeal-interim-letter"),
    path("utsettelser/<uuid:stay_id>/", stay.DecideStay.as_view(), name="stay"),
    path("utsettelser/<uuid:stay_id>/over/", stay.EndStay.as_view(), name="stay-end"),
    path("sakskostnader/<uuid:costs_id>/", stay.DecideCosts.as_view(), name="costs"),
]

"""Addresses of the room at the desk; the face gathers them under the name ``desk``."""

from __future__ import annotations

from django.urls import path

from oppvekst.domain.measures.desk import catalogue_urls, home_urls, occasion_urls, payment_urls
from oppvekst.domain.measures.desk.views import (
    aftercare,
    appointments,
    evaluating,
    goals,
    institution,
    listing,
    measure,
    planning,
    steps,
    supervision,
)

ONE = "tiltak/<uuid:measure_id>/"
GOAL = "tiltak/mal/<uuid:goal_id>/"
APPOINTMENT = "tiltak/avtale/<uuid:appointment_id>/"
VISIT = "tiltak/tilsyn/<uuid:supervision_visit_id>/"
PROTOCOL = "tiltak/protokoll/<uuid:protocol_id>/"

urlpatterns = [
    *catalogue_urls.urlpatterns,
    *home_urls.urlpatterns,
    *occasion_urls.urlpatterns,
    *payment_urls.urlpatterns,
    path("saker/<uuid:case_id>/tiltak/", listing.listed, name="measure-list"),
    path("saker/<uuid:case_id>/tiltak/nytt/", listing.New.as_view(), name="measure-new"),
    path("saker/<uuid:case_id>/tiltak/plan/", planning.WriteCasePlan.as_view(), name="measure-case-plan"),
    path("saker/<uuid:case_id>/tiltak/etter-18/", aftercare.Talked.as_view(), name="measure-aftercare-talk"),
    path("vedtak/<uuid:decision_id>/tiltak/", listing.FromDecision.as_view(), name="measure-from-decision"),
    path(ONE, measure.measure, name="measure"),
    path(f"{ONE}rammer/", steps.ChangeTerms.as_view(), name="measure-terms"),
    path(f"{ONE}samtykke/", steps.AskConsent.as_view(), name="measure-ask-consent"),
    path(f"{ONE}vedtak/", steps.Decide.as_view(), name="measure-decide"),
    path(f"{ONE}palegg/", steps.DecideByOrder.as_view(), name="measure-order"),
    path(f"{ONE}start/", steps.Start.as_view(), name="measure-start"),
    path(f"{ONE}evaluer/", evaluating.Evaluate.as_view(), name="measure-evaluate"),
    path(f"{ONE}vent/", steps.Suspend.as_view(), name="measure-suspend"),
    path(f"{ONE}ta-opp/", steps.Resume.as_view(), name="measure-resume"),
    path(f"{ONE}trukket/", steps.Withdraw.as_view(), name="measure-withdraw"),
    path(f"{ONE}gatt-ut/", steps.Expire.as_view(), name="measure-expire"),
    path(f"{ONE}ble-ikke-noe-av/", steps.Abandon.as_view(), name="measure-abandon"),
    path(f"{ONE}plan/", planning.WritePlan.as_view(), name="measure-plan"),
    path(f"{ONE}mal/", goals.SetGoal.as_view(), name="measure-goal-new"),
    path(f"{ONE}avtale/", appointments.Make.as_view(), name="measure-appointment-new"),
    path(f"{GOAL}skriv-om/", goals.ChangeGoal.as_view(), name="measure-goal-change"),
    path(f"{GOAL}lukk/", goals.CloseGoal.as_view(), name="measure-goal-close"),
    path(f"{GOAL}ta-opp/", goals.ReopenGoal.as_view(), name="measure-goal-reopen"),
    path(f"{APPOINTMENT}avlys/", appointments.Cancel.as_view(), name="measure-appointment-cancel"),
    path(f"{APPOINTMENT}svar/", appointments.WriteResult.as_view(), name="measure-appointment-result"),
    path(f"{APPOINTMENT}fortalt/", appointments.TellSomebody.as_view(), name="measure-appointment-tell"),
    path(f"{ONE}tilsyn/plan/", supervision.WriteSupervisionPlan.as_view(), name="supervision-plan"),
    path(f"{ONE}tilsyn/besok/", supervision.PlanVisit.as_view(), name="supervision-visit-new"),
    path(f"{ONE}tilsyn/rapport/", supervision.SumUp.as_view(), name="supervision-sum-up"),
    path(VISIT, supervision.supervision_visit, name="supervision-visit"),
    path(f"{VISIT}skriv/", supervision.WriteVisit.as_view(), name="supervision-visit-write"),
    path(f"{VISIT}avlys/", supervision.CallOff.as_view(), name="supervision-visit-off"),
    path(f"{VISIT}gjort/", supervision.SettleToday.as_view(), name="supervision-visit-today"),
    path(
        "tiltak/tilsynsrapport/<uuid:supervision_summary_id>/",
        supervision.supervision_summary,
        name="supervision-summary",
    ),
    path(f"{ONE}opphold/", institution.WriteBasis.as_view(), name="measure-stay"),
    path(f"{ONE}prover/sporsmal/", institution.AskTests.as_view(), name="measure-tests-ask"),
    path(f"{ONE}prover/tjenesten/", institution.ServiceConsents.as_view(), name="measure-service-consents"),
    path(f"{ONE}prover/tjenesten/trekk/", institution.ServiceTakesBack.as_view(), name="measure-service-withdraws"),
    path(f"{ONE}prover/klart/", institution.ClearTests.as_view(), name="measure-tests-clear"),
    path(f"{ONE}protokoll/", institution.Receive.as_view(), name="measure-protocol-new"),
    path(f"{PROTOCOL}lest/", institution.ReadProtocol.as_view(), name="measure-protocol-read"),
    path(f"{PROTOCOL}fulgt-opp/", institution.FollowProtocol.as_view(), name="measure-protocol-follow"),
]

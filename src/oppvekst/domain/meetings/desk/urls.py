"""Addresses of the room at the desk; the face gathers them under the name ``desk``."""

from __future__ import annotations

from django.urls import path

from oppvekst.domain.meetings.desk.views import council, group, meeting, minutes, paper, plan

urlpatterns = [
    path("saker/<uuid:case_id>/moter/", group.listed, name="meeting-list"),
    path("saker/<uuid:case_id>/moter/ny/", group.Begin.as_view(), name="meeting-begin"),
    path("saker/<uuid:case_id>/hjelperne/", group.around, name="meeting-around"),
    path("saker/<uuid:case_id>/individuell-plan/", plan.plan, name="meeting-individual-plan"),
    path("saker/<uuid:case_id>/individuell-plan/onsket/", plan.Wish.as_view(), name="meeting-plan-wish"),
    path("saker/<uuid:case_id>/individuell-plan/samtykke/", plan.Consented.as_view(), name="meeting-plan-consent"),
    path("saker/<uuid:case_id>/individuell-plan/skriv/", plan.Write.as_view(), name="meeting-plan-write"),
    path("saker/<uuid:case_id>/individuell-plan/trukket/", plan.Withdrawn.as_view(), name="meeting-plan-withdraw"),
    path("moter/gruppe/<uuid:meeting_group_id>/", group.group, name="meeting-group"),
    path(
        "moter/gruppe/<uuid:meeting_group_id>/barnekoordinator/",
        group.ChildCoordinator.as_view(),
        name="meeting-child-coordinator",
    ),
    path("moter/gruppe/<uuid:meeting_group_id>/koordinator/", group.Coordinator.as_view(), name="meeting-coordinator"),
    path("moter/gruppe/<uuid:meeting_group_id>/deltaker/", group.AddMember.as_view(), name="meeting-add-member"),
    path("moter/gruppe/<uuid:meeting_group_id>/ikke-spurt/", group.NotAsked.as_view(), name="meeting-not-asked"),
    path("moter/gruppe/<uuid:meeting_group_id>/avslutt/", group.Close.as_view(), name="meeting-group-close"),
    path("moter/gruppe/<uuid:meeting_group_id>/nytt/", meeting.Plan.as_view(), name="meeting-plan"),
    path("moter/gruppe/<uuid:meeting_group_id>/familierad/", council.council, name="meeting-council"),
    path("moter/gruppe/<uuid:meeting_group_id>/sporsmal/", council.Question.as_view(), name="meeting-question"),
    path("moter/gruppe/<uuid:meeting_group_id>/papirer/", council.Papers.as_view(), name="meeting-papers"),
    path(
        "moter/gruppe/<uuid:meeting_group_id>/familiens-plan/",
        council.ReceivePlan.as_view(),
        name="meeting-family-plan",
    ),
    path("moter/gruppe/<uuid:meeting_group_id>/svar/", council.Answer.as_view(), name="meeting-answer"),
    path("moter/deltaker/<uuid:member_id>/", group.member, name="meeting-member"),
    path("moter/deltaker/<uuid:member_id>/samtykke/", group.RecordSharing.as_view(), name="meeting-sharing"),
    path("moter/deltaker/<uuid:member_id>/trukket/", group.Withdraw.as_view(), name="meeting-withdraw"),
    path("moter/deltaker/<uuid:member_id>/ikke-med/", group.EndMember.as_view(), name="meeting-end-member"),
    path("moter/<uuid:meeting_id>/", meeting.meeting, name="meeting"),
    path("moter/<uuid:meeting_id>/tid/", meeting.Move.as_view(), name="meeting-move"),
    path("moter/<uuid:meeting_id>/barnet/", meeting.AskChild.as_view(), name="meeting-ask-child"),
    path("moter/<uuid:meeting_id>/inviter/", meeting.Invite.as_view(), name="meeting-invite"),
    path("moter/<uuid:meeting_id>/holdt/", meeting.Held.as_view(), name="meeting-held"),
    path("moter/<uuid:meeting_id>/avlys/", meeting.Cancel.as_view(), name="meeting-cancel"),
    path("moter/<uuid:meeting_id>/referat/", minutes.Write.as_view(), name="meeting-minutes"),
    path("moter/<uuid:meeting_id>/avtale/", minutes.Agree.as_view(), name="meeting-agree"),
    path("moter/<uuid:meeting_id>/legg-fram/", minutes.LayForward.as_view(), name="meeting-lay-forward"),
    path("moter/<uuid:meeting_id>/svar/", minutes.Approval.as_view(), name="meeting-approval"),
    path("moter/<uuid:meeting_id>/godkjenn/", minutes.Approve.as_view(), name="meeting-approve"),
    path("moter/avtalt/<uuid:task_id>/", meeting.Done.as_view(), name="meeting-task"),
    path("moter/avtalt/<uuid:task_id>/ta-bort/", meeting.Drop.as_view(), name="meeting-drop"),
    path("moter/invitasjon/<uuid:invitation_id>/brev.pdf", paper.invitation, name="meeting-invitation-letter"),
    path("moter/invitasjon/<uuid:invitation_id>/mote.ics", paper.calendar, name="meeting-calendar"),
    path("moter/utdelt/<uuid:minutes_id>/brev.pdf", paper.minutes, name="meeting-minutes-letter"),
]

"""Addresses of the room at the desk; the face gathers them under the name ``desk``."""

from __future__ import annotations

from django.urls import path

from oppvekst.domain.investigations.desk.views import (
    asking,
    collected,
    experts,
    hallway,
    investigation,
    leading,
    needs,
    needs_acts,
    needs_theme,
    opening,
    plan,
    talk_acts,
    talks,
    telling,
    voice,
)

ONE = "undersokelser/<uuid:investigation_id>/"
CASE = "saker/<uuid:case_id>/"
TALK = "samtaler/<uuid:talk_id>/"
KEPT = "holdt-tilbake/<uuid:withholding_id>/"
TRUSTED = "tillitspersoner/<uuid:trusted_id>/"
ROW, NOTE = "undersokelser/planrad/<uuid:row_id>/", "undersokelser/notat/<uuid:note_id>/"
VISIT, DRAFT = "hjemmebesok/<uuid:investigation_id>/", "hjemmebesok/utkast/<uuid:visit_id>/"
ASKED, OPINION = "undersokelser/innhenting/<uuid:asked_id>/", "undersokelser/sakkyndig/<uuid:opinion_id>/"

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
    path(f"{ONE}utvid/", investigation.Extend.as_view(), name="investigation-extend"),
    path(f"{ONE}behov/", needs.Frame.as_view(), name="needs"),
    path(f"{ONE}behov/oppsummering/", needs.Summary.as_view(), name="needs-summary"),
    path(f"{ONE}behov/tidligere/", needs.Earlier.as_view(), name="needs-earlier"),
    path(f"{ONE}behov/opplysning/", needs_acts.AddFact.as_view(), name="needs-fact"),
    path(f"{ONE}behov/grunnlag/", needs_acts.Grounds.as_view(), name="needs-grounds"),
    path(f"{ONE}behov/<str:theme>/", needs_theme.ThemePage.as_view(), name="needs-theme"),
    *of_talks,
    path(f"{ONE}familien/", telling.TellFamily.as_view(), name="investigation-family"),
    path(
        "undersokelser/fortalt/<uuid:told_id>/ta-bort/",
        telling.TakeBack.as_view(),
        name="investigation-family-take-back",
    ),
    path(f"{ONE}utvidelse-fortalt/", leading.ExtensionTold.as_view(), name="investigation-extension-told"),
    path(f"{ONE}brudd/", leading.Breach.as_view(), name="investigation-breach"),
    path(f"{ONE}leder/", leading.Decide.as_view(), name="investigation-leader"),
    path(f"{ONE}oppsummer/", leading.BeginConcluding.as_view(), name="investigation-conclude"),
    path(f"{ONE}apne-igjen/", leading.Reopen.as_view(), name="investigation-reopen"),
    path(f"{ONE}apnes-ikke/", leading.LeaveClosed.as_view(), name="investigation-left-closed"),
    path(f"{ONE}plan/", plan.Plan.as_view(), name="investigation-plan"),
    path(f"{ONE}plan/rad/", plan.NewRow.as_view(), name="investigation-row-new"),
    path(f"{ONE}plan/versjoner/", plan.versions, name="investigation-plan-versions"),
    path(f"{ONE}plan/til-foreldrene/", plan.parents_paper, name="investigation-plan-paper"),
    path("undersokelser/planversjon/<uuid:version_id>/", plan.version, name="investigation-plan-version"),
    path(ROW, plan.row, name="investigation-row"),
    path(f"{ROW}gjort/", plan.RowDone.as_view(), name="investigation-row-done"),
    path(f"{ROW}flytt/", plan.RowMove.as_view(), name="investigation-row-move"),
    path(f"{ROW}ta-ut/", plan.RowStrike.as_view(), name="investigation-row-strike"),
    path(f"{ROW}fortalt/", plan.RowTold.as_view(), name="investigation-row-told"),
    path(f"{ONE}samlet/", collected.overview, name="investigation-collected"),
    path(f"{ONE}notater/", collected.notes, name="investigation-notes"),
    path(f"{ONE}notater/nytt/", collected.NewNote.as_view(), name="investigation-note-new"),
    path(NOTE, collected.note, name="investigation-note"),
    path(f"{NOTE}rett/", collected.CorrectNote.as_view(), name="investigation-note-correct"),
    path(f"{ONE}innhentet/", asking.listing, name="investigation-asked"),
    path(f"{ONE}innhentet/ny/", asking.Ask.as_view(), name="investigation-ask"),
    path(ASKED, asking.one, name="investigation-asked-one"),
    path(f"{ASKED}brev/", asking.letter, name="investigation-asked-letter"),
    path(f"{ASKED}svar/", asking.Answered.as_view(), name="investigation-asked-answered"),
    path(f"{ASKED}purr/", asking.Remind.as_view(), name="investigation-asked-remind"),
    path(f"{ASKED}trekk/", asking.Withdraw.as_view(), name="investigation-asked-withdraw"),
    path(f"{ASKED}fortalt/", asking.Told.as_view(), name="investigation-asked-told"),
    path(f"{ONE}sakkyndig/", experts.New.as_view(), name="investigation-expert-new"),
    path(OPINION, experts.one, name="investigation-expert"),
    path(f"{OPINION}mottatt/", experts.Received.as_view(), name="investigation-expert-received"),
    path(f"{OPINION}kommisjonen/", experts.Sent.as_view(), name="investigation-expert-sent"),
    path(f"{OPINION}merknad/", experts.Remark.as_view(), name="investigation-expert-remark"),
    path(f"{OPINION}til-side/", experts.Unused.as_view(), name="investigation-expert-unused"),
    # One folder of their own: the service worker reaches these pages and no other (ground/web/worker_scope.py).
    path("hjemmebesok/", hallway.listing, name="hallway"),
    path("hjemmebesok/skall/", hallway.shell, name="hallway-shell"),
    path("hjemmebesok/nokkel/", hallway.secret, name="hallway-secret"),
    path(VISIT, hallway.visit, name="hallway-visit"),
    path(f"{VISIT}send/", hallway.send, name="hallway-send"),
    path(f"{DRAFT}velg/", hallway.choose, name="hallway-choose"),
    path(f"{DRAFT}ferdig/", hallway.Finish.as_view(), name="hallway-finish"),
]

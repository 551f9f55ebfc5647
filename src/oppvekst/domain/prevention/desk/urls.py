"""Addresses of the room at the desk. None of them tells who it is about."""

from django.urls import path

from oppvekst.domain.prevention.desk.views import (
    activities,
    agreed,
    contacts,
    discussions,
    evenings,
    figures,
    groups,
    requests,
    seats,
)

ONE = "forebygging/<uuid:request_id>/"
GROUPS = "forebygging/grupper/"
GROUP = f"{GROUPS}<uuid:group_id>/"
SIGN_UP = f"{GROUPS}pameldt/<uuid:sign_up_id>/"
CONTACTS = "forebygging/kontakter/"
DISCUSSIONS = "forebygging/drofting/"
ONE_DISCUSSION = f"{DISCUSSIONS}<uuid:discussion_id>/"
AGREED = "forebygging/med-samtykke/"
ONE_AGREED = f"{AGREED}<uuid:agreed_id>/"
ACTIVITIES = "forebygging/arbeid/"
ONE_ACTIVITY = f"{ACTIVITIES}<uuid:activity_id>/"
FIGURES = "forebygging/tall/"
ONE_CONTACT = f"{CONTACTS}<uuid:contact_id>/"

urlpatterns = [
    path("forebygging/", requests.listed, name="requests"),
    path(ONE, requests.request_page, name="request"),
    path(f"{ONE}ta/", requests.take, name="request-take"),
    path(f"{ONE}svart/", requests.answer, name="request-answer"),
    path(f"{ONE}svart/angre/", requests.take_back_answer, name="request-answer-undone"),
    path(f"{ONE}avslutt/", requests.close, name="request-close"),
    path(f"{ONE}apne/", requests.reopen, name="request-reopen"),
    path(GROUPS, groups.listed, name="groups"),
    path(f"{GROUPS}ny/", groups.new, name="group-new"),
    path(GROUP, groups.group_page, name="group"),
    path(f"{GROUP}endre/", groups.change, name="group-change"),
    path(f"{GROUP}apne/", groups.publish, name="group-publish"),
    path(f"{GROUP}ta-ned/", groups.take_down, name="group-take-down"),
    path(SIGN_UP, seats.sign_up, name="sign-up"),
    path(f"{SIGN_UP}bekreft/", seats.confirm, name="sign-up-confirm"),
    path(f"{SIGN_UP}meld-av/", seats.withdraw, name="sign-up-withdraw"),
    path(f"{SIGN_UP}angre/", seats.restore, name="sign-up-restore"),
    path(CONTACTS, contacts.listed, name="school-contacts"),
    path(f"{CONTACTS}ny/", contacts.add, name="school-contact-new"),
    path(ONE_CONTACT, contacts.change, name="school-contact"),
    path(f"{ONE_CONTACT}ta-ned/", contacts.take_down, name="school-contact-take-down"),
    path(f"{ONE_CONTACT}vis/", contacts.publish, name="school-contact-publish"),
    path(f"{GROUP}oppmote/", evenings.evening, name="group-evening"),
    path(f"{GROUP}tolk/", evenings.interpreter, name="group-interpreter"),
    path(f"{GROUPS}tolk/<uuid:booking_id>/avbestill/", evenings.cancel, name="group-interpreter-cancel"),
    path(DISCUSSIONS, discussions.listed, name="discussions"),
    path(f"{DISCUSSIONS}ny/", discussions.new, name="discussion-new"),
    path(ONE_DISCUSSION, discussions.discussion, name="discussion"),
    path(f"{ONE_DISCUSSION}ta-bort/", discussions.take_back, name="discussion-take-back"),
    path(AGREED, agreed.listed, name="discussions-agreed"),
    path(f"{AGREED}ny/", agreed.new, name="discussion-agreed-new"),
    path(ONE_AGREED, agreed.one, name="discussion-agreed"),
    path(f"{ONE_AGREED}trekk/", agreed.withdraw, name="discussion-agreed-withdraw"),
    path(ACTIVITIES, activities.listed, name="activities"),
    path(f"{ACTIVITIES}ny/", activities.new, name="activity-new"),
    path(ONE_ACTIVITY, activities.activity, name="activity"),
    path(f"{ONE_ACTIVITY}ta-bort/", activities.take_back, name="activity-take-back"),
    path(f"{ONE_ACTIVITY}angre/", activities.restore, name="activity-restore"),
    path(FIGURES, figures.page, name="prevention-figures"),
    path(f"{FIGURES}fil/", figures.file, name="prevention-figures-file"),
]

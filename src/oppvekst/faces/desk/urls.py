"""Every address of this face: its own, and those of the rooms."""

from __future__ import annotations

from django.urls import include, path
from django.views.generic import RedirectView

from oppvekst.domain.cases.desk.urls import urls as cases
from oppvekst.domain.concerns.desk.urls import urlpatterns as concerns
from oppvekst.domain.decisions.actions import settle_consents
from oppvekst.domain.decisions.desk.consent_urls import answering
from oppvekst.domain.decisions.desk.urls import signing
from oppvekst.domain.decisions.desk.urls import urlpatterns as decisions
from oppvekst.domain.homes.desk.urls import urlpatterns as homes
from oppvekst.domain.information.desk.urls import urlpatterns as information
from oppvekst.domain.investigations.desk.urls import urlpatterns as investigations
from oppvekst.domain.investigations.queries import is_open
from oppvekst.domain.measures.actions import answers_changed, decision_signed
from oppvekst.domain.measures.desk.urls import urlpatterns as measures
from oppvekst.domain.meetings.desk.urls import urlpatterns as meetings
from oppvekst.domain.prevention.desk.urls import urlpatterns as prevention
from oppvekst.faces.desk import adding, awake, first_codes, hats, my_day, my_logins, search, service, week
from oppvekst.faces.desk.chapters import TELLINGS
from oppvekst.faces.desk.holding import HOLDING
from oppvekst.faces.desk.milestones import TOLD
from oppvekst.faces.desk.voices import VOICES

desk = [
    path("", RedirectView.as_view(pattern_name="desk:my-day"), name="first"),
    path("min-dag/", my_day.my_day, name="my-day"),
    path("min-dag/uke/", week.this_week, name="my-day-week"),
    path("min-dag/uke/<int:year>/<int:week>/", week.one_week, name="my-day-week-of"),
    path("min-dag/uke/reise/", week.travel, name="my-day-travel"),
    path("sok/", search.search, name="search"),
    path("tjenesten/", service.overview, name="service"),
    path("tjenesten/bak-tallet/<uuid:case_id>/", service.behind, name="service-behind"),
    path("rolle/", hats.change, name="hat"),
    path("logg-ut/", hats.log_out, name="logout"),
    path("logget-ut/", hats.logged_out, name="logged-out"),
    path("helse/", hats.health, name="health"),
    path("innlogginger/", my_logins.my_logins, name="my-logins"),
    path("innlogginger/avslutt/", my_logins.end, name="my-logins-end"),
    path("innlogginger/svar/", my_logins.answer, name="my-logins-answer"),
    path("innlogging-for-ansatte/", first_codes.first_codes, name="first-codes"),
    path("innlogginger/las/", awake.lock, name="lock"),
    path("innlogginger/i-bruk/", awake.still_here, name="still-here"),
    path("innlogginger/hvem/", awake.who, name="who"),
    path("innlogginger/tilbake/", awake.back, name="back"),
    path("innlogginger/fortsett/", awake.go_on, name="go-on"),
    *concerns,
    path("meldinger/<uuid:concern_id>/legg-til/", adding.Add.as_view(), name="concern-add"),
    path("meldinger/<uuid:concern_id>/til-tiltaket/", adding.AddToHelp.as_view(), name="concern-add-to-help"),
    *cases(*TELLINGS, investigating=is_open, told_line=TOLD, changed=settle_consents, voices=VOICES, holding=HOLDING),
    *investigations,
    *homes,
    *prevention,
    *information,
    *decisions,
    *signing(decision_signed),
    *answering(answers_changed),
    *measures,
    *meetings,
]
urlpatterns = [path("", include((desk, "desk")))]
handler400 = "oppvekst.ground.web.errors.bad_request"
handler403 = "oppvekst.ground.web.errors.permission_denied"
handler404 = "oppvekst.ground.web.errors.page_not_found"
handler500 = "oppvekst.ground.web.errors.server_error"

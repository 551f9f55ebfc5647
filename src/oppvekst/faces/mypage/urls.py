"""Every address of this face. The first page says the language; the ways in and out are the same in all of them."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from oppvekst.domain.cases.mypage import urlpatterns as cases
from oppvekst.domain.decisions.mypage import urlpatterns as decisions
from oppvekst.domain.investigations.mypage import urlpatterns as investigations
from oppvekst.domain.measures.mypage import urlpatterns as measures
from oppvekst.domain.meetings.mypage import urlpatterns as meetings
from oppvekst.faces.mypage import views

pages = [path("", views.front, name="front"), *cases, *investigations, *decisions, *measures, *meetings]
urlpatterns = [
    *i18n_patterns(path("", include((pages, "mypage"))), prefix_default_language=False),
    path("logg-inn/", views.log_in, name="log-in"),
    path("svar/", views.answer, name="answer"),
    path("kode/", views.code, name="code"),
    path("logg-ut/", views.log_out, name="log-out"),
]
handler400 = "oppvekst.ground.web.errors.bad_request"
handler403 = "oppvekst.ground.web.errors.permission_denied"
handler404 = "oppvekst.ground.web.errors.page_not_found"
handler500 = "oppvekst.ground.web.errors.server_error"

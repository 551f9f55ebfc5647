"""Every address of this face."""

from django.urls import path

from oppvekst.faces.door import own, views

app_name = "door"
urlpatterns = [
    path("", views.begin, name="begin"),
    path("egen/", own.log_in, name="own"),
    path("egen/ny/", own.enrol, name="enrol"),
    path("svar/", views.answer, name="answer"),
    path("kommune/", views.choose, name="choose"),
]
handler404 = "oppvekst.ground.web.errors.page_not_found"
handler500 = "oppvekst.ground.web.errors.server_error"

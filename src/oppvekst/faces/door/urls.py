"""Every address of this face."""

from django.urls import path

from oppvekst.faces.door import views

app_name = "door"
urlpatterns = [
    path("", views.begin, name="begin"),
    path("svar/", views.answer, name="answer"),
    path("kommune/", views.choose, name="choose"),
]
handler404 = "oppvekst.ground.web.errors.page_not_found"
handler500 = "oppvekst.ground.web.errors.server_error"

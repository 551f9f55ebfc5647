"""Addresses of the room at the portal; the face gathers them under the name ``portal``. None of them tells anything."""

from django.urls import path

from oppvekst.domain.concerns.portal import views

urlpatterns = [
    path("meld/", views.start, name="concern-start"),
    path("meld/sendt/", views.sent, name="concern-sent"),
    path("meld/kvittering/", views.receipt, name="concern-receipt"),
    path("meld/slett/", views.delete, name="concern-delete"),
    path("meld/forlat/", views.leave, name="concern-leave"),
    path("meld/skjema-paa-papir.pdf", views.paper_form, name="paper-form"),
    path("meld/<slug:kind>/", views.intro, name="concern-intro"),
    path("meld/<slug:kind>/ring/", views.call, name="concern-call"),
    path("meld/<slug:kind>/oppsummering/", views.summary, name="concern-summary"),
    path("meld/<slug:kind>/<slug:slug>/", views.step, name="concern-step"),
    path("meld/<slug:kind>/<slug:slug>/<int:number>/", views.person, name="concern-person"),
    path("meld/<slug:kind>/<slug:slug>/<int:number>/fjern/", views.remove, name="concern-remove"),
]

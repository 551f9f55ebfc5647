from django.urls import path

from oppvekst.ground.web.gallery import views

urlpatterns = [
    path("", views.gallery, name="gallery"),
    path("feil/<slug:key>/", views.error, name="gallery-error"),
    path("nekt/", views.refusal, name="gallery-refusal"),
    path("<slug:name>/", views.sample, name="gallery-sample"),
]

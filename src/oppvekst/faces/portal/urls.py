"""Every address of the public face, gathered from the rooms' doors."""

from django.urls import include, path
from django.views.i18n import set_language

from oppvekst.domain.concerns.portal.urls import urlpatterns as concerns
from oppvekst.domain.information.portal.urls import urlpatterns as information

urlpatterns = [
    path("", include(([*information, *concerns], "portal"))),
    path("sprak/", set_language, name="set_language"),
]

handler400 = "oppvekst.ground.web.errors.bad_request"
handler403 = "oppvekst.ground.web.errors.permission_denied"
handler404 = "oppvekst.ground.web.errors.page_not_found"
handler500 = "oppvekst.ground.web.errors.server_error"

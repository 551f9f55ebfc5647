"""Every address of the public face, gathered from the rooms' doors. The address says the language: Bokmål has no prefix."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from oppvekst.domain.concerns.portal.urls import urlpatterns as concerns
from oppvekst.domain.homes.portal.urls import urlpatterns as homes
from oppvekst.domain.information.portal.urls import urlpatterns as information
from oppvekst.domain.prevention.portal.urls import urlpatterns as prevention

# The pages that the municipality writes come last: their addresses are any word.
rooms = [*concerns, *homes, *prevention, *information]
urlpatterns = i18n_patterns(path("", include((rooms, "portal"))), prefix_default_language=False)

handler400 = "oppvekst.ground.web.errors.bad_request"
handler403 = "oppvekst.ground.web.errors.permission_denied"
handler404 = "oppvekst.ground.web.errors.page_not_found"
handler500 = "oppvekst.ground.web.errors.server_error"

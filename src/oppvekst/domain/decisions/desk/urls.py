"""Addresses of the room at the desk; the face gathers them under the name ``desk``."""

from __future__ import annotations

from django.urls import path

from oppvekst.domain.decisions.desk import appeal_urls
from oppvekst.domain.decisions.desk.sending_urls import urlpatterns as sending
from oppvekst.domain.decisions.desk.views import decision

ONE = "vedtak/<uuid:decision_id>/"

urlpatterns = [
    *appeal_urls.urlpatterns,
    path("saker/<uuid:case_id>/vedtak/", decision.listed, name="decision-list"),
    path(ONE, decision.decision, name="decision"),
    path(f"{ONE}varsel/", decision.GiveNotice.as_view(), name="decision-notice"),
    path(f"{ONE}uten-varsel/", decision.SkipNotice.as_view(), name="decision-skip-notice"),
    path(f"{ONE}klart/", decision.MakeReady.as_view(), name="decision-ready"),
    path(f"{ONE}tilbake/", decision.BackToDraft.as_view(), name="decision-redraft"),
    path(f"{ONE}undertegn/", decision.Sign.as_view(), name="decision-sign"),
    *sending,
]

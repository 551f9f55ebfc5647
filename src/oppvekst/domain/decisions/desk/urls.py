"""Addresses of the room at the desk; the face gathers them under the name ``desk``."""

from __future__ import annotations

from django.urls import URLPattern, path

from oppvekst.domain.decisions.desk import appeal_urls, consent_urls
from oppvekst.domain.decisions.desk.sending_urls import urlpatterns as sending
from oppvekst.domain.decisions.desk.views import beginning, decision, noticing, phrases, versions, writing
from oppvekst.domain.decisions.desk.views.noticing import Signed, nothing_more

ONE = "vedtak/<uuid:decision_id>/"

urlpatterns = [
    *appeal_urls.urlpatterns,
    *consent_urls.urlpatterns,
    path("saker/<uuid:case_id>/vedtak/", decision.listed, name="decision-list"),
    path("saker/<uuid:case_id>/vedtak/nytt/", beginning.begin, name="decision-begin"),
    path("saker/<uuid:case_id>/vedtak/nytt/<slug:choice>/", beginning.Begin.as_view(), name="decision-terms-new"),
    path(ONE, decision.decision, name="decision"),
    path(f"{ONE}skriv/", writing.write, name="decision-write"),
    path(f"{ONE}skriv/nytt/", writing.news, name="decision-news"),
    path(f"{ONE}skriv/<slug:section>/", writing.save, name="decision-save"),
    path(f"{ONE}skriv/<slug:section>/versjoner/", versions.versions, name="decision-versions"),
    path(f"{ONE}skriv/<slug:section>/velg/", versions.choose, name="decision-choose"),
    path(f"{ONE}rammer/", beginning.ChangeTerms.as_view(), name="decision-terms"),
    path(f"{ONE}slik-blir-det/", writing.preview, name="decision-text"),
    path(f"{ONE}mottaker/<uuid:addressee_id>/", noticing.ChangeStanding.as_view(), name="decision-standing"),
    path(f"{ONE}svar/<uuid:addressee_id>/", noticing.Answer.as_view(), name="decision-answer"),
    path(f"{ONE}varsel/", noticing.GiveNotice.as_view(), name="decision-notice"),
    path(f"{ONE}uten-varsel/", noticing.SkipNotice.as_view(), name="decision-skip-notice"),
    path(f"{ONE}klart/", decision.MakeReady.as_view(), name="decision-ready"),
    path(f"{ONE}tilbake/", decision.BackToDraft.as_view(), name="decision-redraft"),
    *sending,
    path("vedtaksfraser/", phrases.listed, name="phrases"),
    path("vedtaksfraser/ny/", phrases.Keep.as_view(), name="phrase-new"),
    path("vedtaksfraser/<uuid:phrase_id>/", phrases.Keep.as_view(), name="phrase"),
    path("vedtaksfraser/<uuid:phrase_id>/ta-ut/", phrases.retire, name="phrase-retire"),
]


def signing(then: Signed = nothing_more) -> list[URLPattern]:
    """The page where one signs; ``then`` is what the face lets later rooms do about a decision that is signed."""
    return [path(f"{ONE}undertegn/", noticing.Sign.as_view(then=then), name="decision-sign")]

"""Addresses of consents at the desk."""

from __future__ import annotations

from django.urls import path

from oppvekst.domain.decisions.desk.views import consent, consent_rules

ONE = "samtykke/<uuid:consent_text_id>/"

urlpatterns = [
    path("saker/<uuid:case_id>/samtykke/", consent.consents, name="consents"),
    path("saker/<uuid:case_id>/samtykke/nytt/", consent.Ask.as_view(), name="consent-new"),
    path("samtykke/regler/", consent_rules.consent_rules, name="consent-rules"),
    path("samtykke/regler/velg/", consent_rules.Rule.as_view(), name="consent-rule"),
    path(ONE, consent.consent, name="consent"),
    path(f"{ONE}endre/", consent.Change.as_view(), name="consent-change"),
    path(f"{ONE}lukk/", consent.Close.as_view(), name="consent-close"),
    path(f"{ONE}<uuid:person_id>/svar/", consent.Answer.as_view(), name="consent-answer"),
    path(f"{ONE}<uuid:person_id>/trekk/", consent.Withdraw.as_view(), name="consent-withdraw"),
    path(f"{ONE}<uuid:person_id>/skjema.pdf", consent.paper, name="consent-paper"),
    path("samtykke/svar/<uuid:consent_id>/", consent.After.as_view(), name="consent-after"),
]

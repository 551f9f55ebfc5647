"""Addresses of consents at the desk."""

from __future__ import annotations

from django.urls import URLPattern, path

from oppvekst.domain.decisions.desk.views import consent, consent_rules
from oppvekst.domain.decisions.desk.views.consent import Changed, nothing_more

ONE = "samtykke/<uuid:consent_text_id>/"

urlpatterns = [
    path("saker/<uuid:case_id>/samtykke/", consent.consents, name="consents"),
    path("saker/<uuid:case_id>/samtykke/nytt/", consent.Ask.as_view(), name="consent-new"),
    path("samtykke/regler/", consent_rules.consent_rules, name="consent-rules"),
    path("samtykke/regler/velg/", consent_rules.Rule.as_view(), name="consent-rule"),
    path(ONE, consent.consent, name="consent"),
    path(f"{ONE}endre/", consent.Change.as_view(), name="consent-change"),
    path(f"{ONE}lukk/", consent.Close.as_view(), name="consent-close"),
    path(f"{ONE}<uuid:person_id>/skjema.pdf", consent.paper, name="consent-paper"),
    path("samtykke/svar/<uuid:consent_id>/", consent.After.as_view(), name="consent-after"),
]


def answering(changed: Changed = nothing_more) -> list[URLPattern]:
    """The two pages where an answer is written; ``changed`` is what the face lets later rooms do about it."""
    return [
        path(f"{ONE}<uuid:person_id>/svar/", consent.Answer.as_view(changed_answer=changed), name="consent-answer"),
        path(
            f"{ONE}<uuid:person_id>/trekk/", consent.Withdraw.as_view(changed_answer=changed), name="consent-withdraw"
        ),
    ]

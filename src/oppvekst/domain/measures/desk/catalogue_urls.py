"""Addresses of the catalogue at the desk: what help there is, who gives it, and who else can help this child."""

from __future__ import annotations

from django.urls import path

from oppvekst.domain.measures.desk.views import catalogue, offers, providers

AN_OFFER, A_PROVIDER = "katalog/<uuid:offer_id>/", "katalog/leverandorer/<uuid:provider_id>/"
AN_AGREEMENT = "katalog/avtaler/<uuid:agreement_id>/"

urlpatterns = [
    path("saker/<uuid:case_id>/hvem-kan-hjelpe/", offers.who, name="measure-help"),
    path("saker/<uuid:case_id>/plass/", offers.Take.as_view(), name="measure-place-new"),
    path("saker/<uuid:case_id>/venteliste/", offers.Wait.as_view(), name="measure-place-wait"),
    path("plasser/<uuid:place_id>/slutt/", offers.Leave.as_view(), name="measure-place-leave"),
    path("katalog/", catalogue.listed, name="catalogue"),
    path("katalog/nytt/", catalogue.Keep.as_view(), name="catalogue-offer-new"),
    path(AN_OFFER, catalogue.offer, name="catalogue-offer"),
    path(f"{AN_OFFER}endre/", catalogue.Keep.as_view(), name="catalogue-offer-change"),
    path(f"{AN_OFFER}ta-ut/", catalogue.Retire.as_view(), name="catalogue-offer-retire"),
    path("katalog/leverandorer/", providers.listed, name="catalogue-providers"),
    path("katalog/leverandorer/ny/", providers.Keep.as_view(), name="catalogue-provider-new"),
    path(A_PROVIDER, providers.provider, name="catalogue-provider"),
    path(f"{A_PROVIDER}endre/", providers.Keep.as_view(), name="catalogue-provider-change"),
    path(f"{A_PROVIDER}avtale/", providers.NewAgreement.as_view(), name="catalogue-agreement-new"),
    path(f"{A_PROVIDER}attest/", providers.NewCertificate.as_view(), name="catalogue-certificate-new"),
    path(AN_AGREEMENT, providers.agreement, name="catalogue-agreement"),
    path(f"{AN_AGREEMENT}endre/", providers.ChangeAgreement.as_view(), name="catalogue-agreement-change"),
    path(f"{AN_AGREEMENT}opsjon/", providers.use_option, name="catalogue-agreement-option"),
    path(f"{AN_AGREEMENT}etter/", providers.CloseAgreement.as_view(), name="catalogue-agreement-close"),
    path(
        "katalog/attester/<uuid:certificate_id>/slutt/",
        providers.EndCertificate.as_view(),
        name="catalogue-certificate-end",
    ),
]

"""Providers at the desk: the list, one of them with its agreements and certificates, and keeping them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from oppvekst.domain.measures import actions, queries
from oppvekst.domain.measures.actions import EDIT_CATALOGUE, WrittenProvider
from oppvekst.domain.measures.desk.forms.providers import (
    AgreementForm,
    CertificateForm,
    CloseAgreementForm,
    EndCertificateForm,
    ProviderForm,
)
from oppvekst.domain.measures.desk.offers_rows import card, parts
from oppvekst.domain.measures.models import Agreement, Provider, WorkerCertificate
from oppvekst.domain.measures.queries import Chosen
from oppvekst.domain.measures.rules.providers import CERTIFICATE, Whose, choose_by, ends_words
from oppvekst.ground.web.acting import Act
from oppvekst.ground.web.frame import DONE, DeskRequest, Notice, at_desk, now, today

NOTICES = {
    "lagret": Notice("Leverandøren er lagret"),
    "avtale": Notice("Avtalen er lagret. Dagen for å velge hva som kommer etter, står på agendaen"),
    "opsjon": Notice("Opsjonen er brukt, og avtalen er forlenget"),
    "avgjort": Notice("Det er avgjort hva som kommer etter avtalen"),
    "attest": Notice("Det er notert at attesten er vist"),
    "makulert": Notice("Oppdraget er slutt, og attesten er makulert"),
}


@require_safe
@at_desk
def listed(request: DeskRequest) -> HttpResponse:
    """Everybody who gives help, by whose they are."""
    ended = bool(request.GET.get("gamle"))
    rows = list(queries.providers(request.actor, today=today(), ended=ended))
    groups = [
        {"key": key, "title": f"{title[0].upper()}{title[1:]}", "rows": [one for one in rows if one.whose == key]}
        for key, title in Provider.WHOSE
    ]
    context = {
        "groups": [group for group in groups if group["rows"]], "ended": ended, "parts": parts("catalogue-providers"),
        "may_edit": request.actor.may(EDIT_CATALOGUE),
    }  # fmt: skip
    return _show(request, "offers_providers", context)


@require_safe
@at_desk
def provider(request: DeskRequest, provider_id: UUID) -> HttpResponse:
    """One provider: how to reach them, what is agreed, who has shown a certificate, and what they offer."""
    found = queries.get_provider(provider_id, by=request.actor)
    offers = queries.catalogue(request.actor, Chosen(provider=found.id), today=today())
    context = {
        "provider": found, "crumbs": _crumbs((found.name, "")), "private": found.whose == Whose.PRIVATE,
        "agreements": [_agreement(one) for one in queries.agreements_of(found)],
        "certificates": queries.certificates_of(found.id), "rows": [card(one, today=today()) for one in offers],
        "may_edit": request.actor.may(EDIT_CATALOGUE), "law": CERTIFICATE,
    }  # fmt: skip
    return _show(request, "offers_provider", context)


@require_POST
@at_desk
def use_option(request: DeskRequest, agreement_id: UUID) -> HttpResponseBase:
    """Prolong it by one option."""
    found = actions.use_option(agreement_id, by=request.actor, at=now())
    return _on_to(found.provider_id, "opsjon")


@require_safe
@at_desk
def agreement(request: DeskRequest, agreement_id: UUID) -> HttpResponseBase:
    """From the agenda to where it can be done."""
    return redirect(
        f"{_page_of(queries.get_agreement(agreement_id, by=request.actor).provider_id)}#avtale-{agreement_id}"
    )


class _Act[Subject](Act[Subject]):
    """What the acts on a provider share."""

    template = "measures/desk/offers_act.html"
    right = EDIT_CATALOGUE

    def titled(self, provider: Provider | None, name: str) -> dict[str, Any]:
        """On top of the page, with the way back."""
        trail = [(provider.name, _page_of(provider.id))] if provider else []
        back = _page_of(provider.id) if provider else reverse("desk:catalogue-providers")
        return {"title": provider.name if provider else "", "crumbs": _crumbs(*trail, (name, "")), "back": back}


class Keep(_Act[Provider | None]):
    """A new provider, or a changed one."""

    form_class = ProviderForm
    heading, button, done = "Leverandør", "Lagre", "lagret"

    def find(self, provider_id: UUID | None = None) -> Provider | None:
        return queries.get_provider(provider_id, by=self.request.actor) if provider_id else None

    def form_values(self, found: Provider | None) -> dict[str, Any]:
        if found is None:
            return {"initial": {"valid_from": today()}}
        return {"initial": {name: getattr(found, name) for name in ProviderForm.base_fields}}

    def head(self, found: Provider | None) -> dict[str, Any]:
        return self.titled(found, "Endre" if found else "Ny leverandør")

    def perform(self, found: Provider | None, form: Any) -> None:
        said = WrittenProvider(**form.cleaned_data)
        kept = actions.keep_provider(said, by=self.request.actor, at=now(), provider_id=found.id if found else None)
        self.kept_id = kept.id

    def home(self, found: Provider | None, done: str) -> HttpResponse:
        return _on_to(self.kept_id, done)


class NewAgreement(_Act[Provider]):
    """A new framework agreement."""

    form_class = AgreementForm
    heading, button, done = "Ny rammeavtale", "Lagre avtalen", "avtale"
    lead = "Dagen da noen må velge hva som kommer etter, legges på agendaen til koordinatoren."

    def find(self, provider_id: UUID) -> Provider:
        return queries.get_provider(provider_id, by=self.request.actor)

    def form_values(self, found: Provider) -> dict[str, Any]:
        return {"initial": {"valid_from": today(), "options": 0, "option_months": 12}}

    def head(self, found: Provider) -> dict[str, Any]:
        return self.titled(found, "Ny rammeavtale")

    def perform(self, found: Provider, form: Any) -> None:
        actions.keep_agreement(found.id, form.terms(), by=self.request.actor, at=now())

    def home(self, found: Provider, done: str) -> HttpResponse:
        return _on_to(found.id, done)


class _OfAgreement(_Act[Agreement]):
    """What is done with an agreement that is there."""

    def find(self, agreement_id: UUID) -> Agreement:
        return queries.get_agreement(agreement_id, by=self.request.actor)

    def head(self, found: Agreement) -> dict[str, Any]:
        return self.titled(found.provider, found.title)

    def home(self, found: Agreement, done: str) -> HttpResponse:
        return _on_to(found.provider_id, done)


class ChangeAgreement(_OfAgreement):
    """Change it."""

    form_class = AgreementForm
    heading, button, done = "Endre avtalen", "Lagre avtalen", "avtale"

    def form_values(self, found: Agreement) -> dict[str, Any]:
        return {"initial": {name: getattr(found, name) for name in AgreementForm.base_fields}}

    def perform(self, found: Agreement, form: Any) -> None:
        terms = form.terms()
        actions.keep_agreement(found.provider_id, terms, by=self.request.actor, at=now(), agreement_id=found.id)


class CloseAgreement(_OfAgreement):
    """Say what comes after it."""

    form_class = CloseAgreementForm
    heading, button, done = "Hva kommer etter avtalen?", "Lagre", "avgjort"
    lead = "Avtalen gjelder til sin siste dag. Oppgaven på agendaen blir gjort."

    def perform(self, found: Agreement, form: Any) -> None:
        actions.close_agreement(found.id, form.cleaned_data["words"], by=self.request.actor, at=now())


class NewCertificate(_Act[Provider]):
    """That somebody has shown a certificate."""

    form_class = CertificateForm
    law = CERTIFICATE
    heading, button, done = "Politiattest er vist", "Lagre", "attest"
    lead = "Skriv at attesten er sett, ikke hva som står i den. Bare den som får oppdraget, skal vise attest."

    def find(self, provider_id: UUID) -> Provider:
        return queries.get_provider(provider_id, by=self.request.actor)

    def form_values(self, found: Provider) -> dict[str, Any]:
        return {"today": today(), "initial": {"shown_on": today()}}

    def head(self, found: Provider) -> dict[str, Any]:
        return self.titled(found, "Politiattest")

    def perform(self, found: Provider, form: Any) -> None:
        actions.note_certificate(found.id, form.shown(), by=self.request.actor, at=now())

    def home(self, found: Provider, done: str) -> HttpResponse:
        return _on_to(found.id, done)


class EndCertificate(_Act[WorkerCertificate]):
    """Somebody has left the task."""

    form_class = EndCertificateForm
    law = CERTIFICATE
    heading, button, done = "Oppdraget er slutt", "Oppdraget er slutt", "makulert"

    def find(self, certificate_id: UUID) -> WorkerCertificate:
        return queries.get_certificate(certificate_id, by=self.request.actor)

    def head(self, found: WorkerCertificate) -> dict[str, Any]:
        lies = f"Attesten til {found.worker_name} ligger her: {found.kept_where}."
        return {**self.titled(found.provider, found.worker_name), "warning": lies}

    def perform(self, found: WorkerCertificate, form: Any) -> None:
        shredded = form.cleaned_data["shredded"]
        actions.end_certificate(found.id, shredded=shredded, by=self.request.actor, at=now())

    def home(self, found: WorkerCertificate, done: str) -> HttpResponse:
        return _on_to(found.provider_id, done)


def _agreement(one: Agreement) -> dict[str, Any]:
    due = choose_by(one.valid_to)
    running = one.valid_from <= today() <= one.valid_to
    return {
        "row": one, "running": running, "over": one.valid_to < today(), "due": None if one.closed_on else due,
        "steps": ends_words(one.valid_to, one.options, one.option_months),
    }  # fmt: skip


def _page_of(provider_id: UUID) -> str:
    return reverse("desk:catalogue-provider", args=[provider_id])


def _on_to(provider_id: UUID, done: str) -> HttpResponse:
    return redirect(f"{_page_of(provider_id)}?{DONE}={done}")


def _crumbs(*trail: tuple[str, str]) -> list[tuple[str, str]]:
    return [("Katalogen", reverse("desk:catalogue")), ("Leverandører", reverse("desk:catalogue-providers")), *trail]


def _show(request: DeskRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    done = NOTICES.get(request.GET.get(DONE, ""))
    known = {"messages": [done] if done else [], "today": today()}
    return render(request, f"measures/desk/{template}.html", {**known, **context})

"""Whom the child wants to have there, and the register's code for how it took part."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from oppvekst.domain.cases.models import Case
from oppvekst.domain.investigations import actions
from oppvekst.domain.investigations.desk.forms import talks as forms
from oppvekst.domain.investigations.desk.frame import DONE, now, today
from oppvekst.domain.investigations.desk.page import InvestigationAct
from oppvekst.domain.investigations.desk.views.talks import CaseAct, case_head
from oppvekst.domain.investigations.models import Investigation, TrustedPerson
from oppvekst.domain.investigations.queries import get_trusted_person, participation_of
from oppvekst.ground.journal.looks import look
from oppvekst.ground.web.acting import Act


class NameTrusted(CaseAct):
    """Write down whom the child has chosen."""

    heading = "Tillitsperson"
    lead = "Barnet kan velge en voksen det stoler på. Tillitspersonen er der for barnet, uten egne meninger i saken og uten lønn."
    button = "Skriv opp tillitspersonen"
    done = "tillitsperson"

    def form(self, case: Case, typed: Any = None) -> forms.TrustedForm:
        return forms.TrustedForm(typed, today=today())

    def perform(self, case: Case, form: Any) -> None:
        actions.name_trusted_person(case.id, actions.Trusted(**form.cleaned_data), by=self.request.actor, at=now())


class TrustedAct(Act[TrustedPerson]):
    """One act on a trusted person."""

    template = "investigations/desk/talk_form.html"
    right = "talk.write"

    def find(self, trusted_id: UUID) -> TrustedPerson:
        found = get_trusted_person(trusted_id)
        look("talk.list", by=self.request.actor, at=now(), subject=found.case_id, case_id=found.case_id)
        return found

    def head(self, found: TrustedPerson) -> dict[str, Any]:
        head, back = case_head(found.case), reverse("desk:case-talks", args=[found.case_id])
        crumbs = [*head["crumbs"][:-1], ("Barnets stemme", back), (self.heading, "")]
        return {**head, "heading": f"{self.heading}: {found.name}", "crumbs": crumbs, "back": back}

    def home(self, found: TrustedPerson, done: str) -> HttpResponse:
        return redirect(f"{reverse('desk:case-talks', args=[found.case_id])}?{DONE}={done}")


class SeeCertificate(TrustedAct):
    """The certificate that could not be waited for has been seen."""

    form_class = forms.CertificateForm
    heading = "Barneomsorgsattest"
    done = "attest"

    def perform(self, found: TrustedPerson, form: Any) -> None:
        actions.see_certificate(found.id, seen_on=form.cleaned_data["certificate_on"], by=self.request.actor, at=now())


class EndTrusted(TrustedAct):
    """The child wants another, or none."""

    heading = "Ikke lenger tillitsperson"
    lead = "Barnet vil ha en annen, eller ingen. Navnet blir stående med datoene."
    button = "Avslutt"
    done = "tillitsperson-slutt"

    def perform(self, found: TrustedPerson, form: Any) -> None:
        actions.end_trusted_person(found.id, by=self.request.actor, at=now())


class Participate(InvestigationAct):
    """How the child took part in this investigation."""

    template = "investigations/desk/participation.html"
    right = "talk.write"
    heading = "Barnets medvirkning"
    button = "Lagre"
    done = "medvirkning"

    def form(self, found: Investigation, typed: Any = None) -> forms.ParticipationForm:
        said = participation_of(found.id)
        initial = {"code": said.code, "reasons": said.reasons} if said else {}
        return forms.ParticipationForm(typed, today=today(), initial=initial)

    def perform(self, found: Investigation, form: Any) -> None:
        actions.set_participation(found.id, **form.cleaned_data, by=self.request.actor, at=now())

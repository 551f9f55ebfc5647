"""What a family asks to have covered: written in, and answered by a decision."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from oppvekst.domain.cases.models import Case
from oppvekst.domain.measures import actions
from oppvekst.domain.measures.desk.forms import AnswerForm, SupportForm
from oppvekst.domain.measures.desk.frame import CaseAct, to_list
from oppvekst.domain.measures.desk.frame import of_case as case_head
from oppvekst.domain.measures.models import SupportApplication
from oppvekst.domain.measures.queries import answers_for, came_in, get_support_application, who_may_apply
from oppvekst.domain.measures.rules import WRITE
from oppvekst.ground.journal.looks import look
from oppvekst.ground.web.acting import Act
from oppvekst.ground.web.frame import now, today
from oppvekst.law.citation import fvl
from oppvekst.law.refusals import NotAllowed, Refusal


class Ask(CaseAct):
    """Somebody asks to have something covered (fvl § 2)."""

    law = fvl("11 a", 3)
    heading, button, done = "Søknad om økonomisk hjelp", "Skriv inn søknaden", "sokt"
    happens = "Søknaden skal besvares med et vedtak. Dagen familien skal ha svar, kommer på lista di."
    seen_by = "De som har saken."
    undone = (
        "Nei. Trekker familien søknaden, skriver du det i journalen, "
        "og svarer med et vedtak som sier at søknaden er trukket."
    )

    def form(self, case: Case, typed: Any = None) -> SupportForm:
        return SupportForm(typed, people=who_may_apply(case), sent=came_in(case.id), today=today())

    def perform(self, case: Case, form: Any) -> None:
        actions.write_support_application(case.id, form.wish(), by=self.request.actor, at=now())


class Answer(Act[SupportApplication]):
    """The signed decision that answers."""

    template = "measures/desk/act.html"
    right = WRITE
    law = fvl("11 a", 3)
    heading, button, done = "Svar på søknaden", "Knytt til vedtaket", "besvart"
    happens = "Søknaden er besvart, og fristen er lukket. Gir vedtaket hjelp, føres pengene på tiltaket."
    undone = "Nei. Søknaden og vedtaket hører sammen."

    def find(self, support_id: UUID) -> SupportApplication:
        found = get_support_application(support_id)
        look("measure.list", by=self.request.actor, at=now(), subject=found.case_id, case_id=found.case_id)
        return found

    def head(self, found: SupportApplication) -> dict[str, Any]:
        back = reverse("desk:measure-list", args=[found.case_id])
        return {**case_head(found.case, self.heading), "back": back, "about": found.wants, "about_day": found.asked_on}

    def form(self, found: SupportApplication, typed: Any = None) -> AnswerForm:
        return AnswerForm(typed, decisions=answers_for(found))

    def hindrance(self, found: SupportApplication) -> Refusal | None:
        if found.answered_on:
            return NotAllowed("Søknaden er allerede besvart.")
        told = "Skriv og undertegn vedtaket først: hjelp med barnehage, SFO, fritid eller økonomi, eller avslag på søknaden."
        return None if answers_for(found) else NotAllowed(told, fvl("2"))

    def perform(self, found: SupportApplication, form: Any) -> None:
        chosen = UUID(form.cleaned_data["decision"])
        actions.answer_support_application(found.id, chosen, by=self.request.actor, at=now())

    def home(self, found: SupportApplication, done: str) -> HttpResponse:
        return to_list(found.case_id, done)

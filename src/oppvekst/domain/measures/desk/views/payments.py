"""What is to be paid in a measure, and each line of it: written, approved by another, declined, taken back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from oppvekst.domain.cases.queries import documents
from oppvekst.domain.measures import actions
from oppvekst.domain.measures.desk.forms import BasisForm, PaidForm, WhyForm
from oppvekst.domain.measures.desk.frame import MeasureAct, head, on_to, said
from oppvekst.domain.measures.desk.money import basis_row
from oppvekst.domain.measures.models import Measure, Payment, PaymentBasis
from oppvekst.domain.measures.queries import (
    ends_of,
    facts_of_basis,
    facts_of_line,
    facts_of_payment,
    get_basis,
    get_payment,
)
from oppvekst.domain.measures.rules import (
    APPROVE,
    TO_APPROVE,
    TO_CORRECT,
    TO_DECLINE,
    TO_PAY,
    TO_SET_UP,
    TO_STOP,
    WRITE,
    PaymentFacts,
    demand,
    kroner,
)
from oppvekst.ground.journal.looks import look
from oppvekst.ground.web.acting import Act
from oppvekst.ground.web.frame import DeskRequest, at_desk, known, now, today
from oppvekst.law.refusals import Refusal

# So many of the newest documents can be chosen; an older receipt is told in words.
NEWEST = 50


class SetUp(MeasureAct):
    """What is to be paid, and within which frame."""

    right = WRITE
    heading, button, done = "Utbetalingsgrunnlag", "Lagre grunnlaget", "grunnlag"
    happens = "Det kan føres utbetalinger til rammen er brukt. Hver utbetaling godkjennes av en annen enn den som skriver den."
    seen_by = "De som har saken. Økonomi ser bare hvem som får pengene, teksten, beløpet og konteringen."
    undone = "Du kan stoppe grunnlaget. Det som er betalt, blir stående."

    def form(self, found: Measure, typed: Any = None) -> BasisForm:
        days = {"since": found.started_on or today(), "until": ends_of(found)}
        return BasisForm(typed, initial=days)

    def hindrance(self, found: Measure) -> Refusal | None:
        return _mended_by_no_form(TO_SET_UP, facts_of_basis(found, today=today()))

    def perform(self, found: Measure, form: Any) -> None:
        actions.set_up_payment(found.id, form.basis(), by=self.request.actor, at=now())


@require_safe
@at_desk
def basis(request: DeskRequest, basis_id: UUID) -> HttpResponse:
    """One of them, to read and print: what is paid, to whom, within which frame, and every line."""
    found = get_basis(basis_id)
    look("measure", by=request.actor, at=now(), subject=found.measure_id, case_id=found.case_id)
    context = {
        **head(found.measure, found.covers), "messages": said(request), "row": basis_row(found, request.actor),
        "may": request.actor.may(WRITE),
    }  # fmt: skip
    return render(request, "measures/desk/basis.html", context)


class _OnBasis(Act[PaymentBasis]):
    template = "measures/desk/payment_act.html"
    right = WRITE

    def find(self, basis_id: UUID) -> PaymentBasis:
        found = get_basis(basis_id)
        look("measure", by=self.request.actor, at=now(), subject=found.measure_id, case_id=found.case_id)
        return found

    def head(self, found: PaymentBasis) -> dict[str, Any]:
        return {
            **head(found.measure, self.heading), "about": f"{found.covers}, {found.recipient}",
            "row": basis_row(found, self.request.actor),
        }  # fmt: skip

    def home(self, found: PaymentBasis, done: str) -> HttpResponse:
        return on_to(found.measure, done)


class Pay(_OnBasis):
    """What was paid, or shown by whoever laid it out."""

    heading, button, done = "Ny utbetaling", "Skriv inn utbetalingen", "betalt"
    happens = "Beløpet regnes med i det som er brukt. Pengene går ikke før en annen har godkjent."
    undone = "Nei. En linje som er feil, avvises før den er godkjent, og rettes av en ny linje etterpå."

    def form(self, found: PaymentBasis, typed: Any = None) -> PaidForm:
        return PaidForm(typed, papers=list(documents(found.case_id)[:NEWEST]), today=today())

    def besides(self, found: PaymentBasis) -> dict[str, Any]:
        return {"add_document": known("case-document-new", found.case_id)}

    def hindrance(self, found: PaymentBasis) -> Refusal | None:
        return _mended_by_no_form(TO_PAY, facts_of_payment(found, today=today()))

    def perform(self, found: PaymentBasis, form: Any) -> None:
        actions.write_payment(found.id, form.paid(), by=self.request.actor, at=now())


class Stop(_OnBasis):
    """Nothing more is paid on it."""

    form_class = WhyForm
    heading, button, done = "Stopp grunnlaget", "Stopp", "stoppet"
    undone = "Nei, men du kan skrive et nytt grunnlag."

    def hindrance(self, found: PaymentBasis) -> Refusal | None:
        return _mended_by_no_form(TO_STOP, facts_of_payment(found, today=today()))

    def perform(self, found: PaymentBasis, form: Any) -> None:
        actions.stop_payment(found.id, reasons=form.cleaned_data["reasons"], by=self.request.actor, at=now())


class _OnLine(Act[Payment]):
    template = "measures/desk/payment_act.html"
    guards: Any = ()

    def find(self, payment_id: UUID) -> Payment:
        found = get_payment(payment_id)
        look("measure", by=self.request.actor, at=now(), subject=found.basis.measure_id, case_id=found.case_id)
        return found

    def head(self, found: Payment) -> dict[str, Any]:
        return {
            **head(found.basis.measure, self.heading), "line": found, "amount": kroner(found.amount),
            "receipt": known("case-document", found.case_id, found.receipt_id) if found.receipt_id else "",
        }  # fmt: skip

    def home(self, found: Payment, done: str) -> HttpResponse:
        return on_to(found.basis.measure, done)

    def hindrance(self, found: Payment) -> Refusal | None:
        return _mended_by_no_form(self.guards, facts_of_line(found, today=today(), by=self.request.actor))


class Approve(_OnLine):
    """A second person says yes."""

    right, guards = APPROVE, TO_APPROVE
    heading, button, done = "Godkjenn utbetalingen", "Godkjenn", "godkjent"
    happens = "Linja kommer på lista som går til økonomi."
    undone = "Nei. Er den feil, rettes den av en ny linje."

    def perform(self, found: Payment, form: Any) -> None:
        actions.approve_payment(found.id, by=self.request.actor, at=now())


class Decline(_OnLine):
    """It is not to be paid, or was written wrongly."""

    form_class = WhyForm
    right, guards = WRITE, TO_DECLINE
    heading, button, done = "Avvis utbetalingen", "Avvis", "avvist"
    happens = "Linja blir stående med grunnen, og teller ikke i det som er brukt."
    undone = "Nei, men den kan skrives på nytt."

    def perform(self, found: Payment, form: Any) -> None:
        actions.decline_payment(found.id, reasons=form.cleaned_data["reasons"], by=self.request.actor, at=now())


class Correct(_OnLine):
    """A line of the same sum below nothing takes it back."""

    form_class = WhyForm
    right, guards = WRITE, TO_CORRECT
    heading, button, done = "Rett utbetalingen", "Skriv linja som retter", "rettes"
    happens = "En ny linje med det samme beløpet i minus. Når en annen har godkjent den, er det som er brukt, som før."
    undone = "Nei. Linja som retter, kan avvises til den er godkjent."

    def perform(self, found: Payment, form: Any) -> None:
        actions.correct_payment(found.id, reasons=form.cleaned_data["reasons"], by=self.request.actor, at=now())


def _mended_by_no_form(guards: Any, facts: PaymentFacts) -> Refusal | None:
    """The first condition that nothing in the form can mend."""
    try:
        demand([guard for guard in guards if guard.field is None], facts)
    except Refusal as refusal:
        return refusal
    return None

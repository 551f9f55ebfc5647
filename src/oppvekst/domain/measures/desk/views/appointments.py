"""Appointments of a drug test: made, cancelled, what came of each in words, and who was told."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse

from oppvekst.domain.measures import actions
from oppvekst.domain.measures.desk.forms import AppointmentForm, CancelForm, ResultForm, TellForm
from oppvekst.domain.measures.desk.frame import MeasureAct, head, on_to
from oppvekst.domain.measures.desk.parts import takes_appointments
from oppvekst.domain.measures.models import Appointment, Measure
from oppvekst.domain.measures.queries import get_appointment, who_can_be_tested
from oppvekst.domain.measures.rules import WRITE, neutral
from oppvekst.ground.journal.looks import look
from oppvekst.ground.web.acting import Act
from oppvekst.ground.web.frame import now, today
from oppvekst.law.refusals import NotAllowed, Refusal


class Make(MeasureAct):
    """A new appointment."""

    right = WRITE
    heading, button, done = "Ny avtale", "Skriv inn avtalen", "avtalt"
    happens = "I kalendere, meldinger og journalen heter det bare «avtale kl. 15». Hva den gjelder, står bare her."
    undone = "Ja. Du kan avlyse den."

    def form(self, found: Measure, typed: Any = None) -> AppointmentForm:
        return AppointmentForm(typed, people=who_can_be_tested(found.case))

    def hindrance(self, found: Measure) -> Refusal | None:
        return (
            None if takes_appointments(found) else NotAllowed("Det kan bare avtales prøver mens ruskontrollen pågår.")
        )

    def perform(self, found: Measure, form: Any) -> None:
        actions.make_appointment(found.id, form.agreed(), by=self.request.actor, at=now())


class _OnOne(Act[Appointment]):
    template = "measures/desk/act.html"
    right = WRITE

    def find(self, appointment_id: UUID) -> Appointment:
        one = get_appointment(appointment_id)
        look("measure", by=self.request.actor, at=now(), subject=one.measure_id, case_id=one.case_id)
        return one

    def head(self, one: Appointment) -> dict[str, Any]:
        return {
            **head(one.measure, self.heading),
            "about": f"{one.person.name}, {neutral(one.at)}",
            "about_day": one.at,
        }

    def home(self, one: Appointment, done: str) -> HttpResponse:
        return on_to(one.measure, done)


class Cancel(_OnOne):
    """It does not take place."""

    form_class = CancelForm
    heading, button, done = "Avlys avtalen", "Avlys", "avlyst"
    undone = "Nei, men du kan skrive inn en ny."

    def hindrance(self, one: Appointment) -> Refusal | None:
        return NotAllowed("Avtalen er avlyst eller gjennomført.") if one.cancelled_at or one.met is not None else None

    def perform(self, one: Appointment, form: Any) -> None:
        actions.cancel_appointment(one.id, reasons=form.cleaned_data["reasons"], by=self.request.actor, at=now())


class WriteResult(_OnOne):
    """What came of it, in words."""

    form_class = ResultForm
    heading, button, done = "Hva kom ut av avtalen?", "Lagre", "svar"
    happens = "Teksten står bare her. Den som er testet, får vite det først, av en person."
    seen_by = "De som har saken. Samarbeidspartnere får det ikke."
    undone = "Nei. Teksten blir stående."

    def hindrance(self, one: Appointment) -> Refusal | None:
        if one.cancelled_at:
            return NotAllowed("Avtalen er avlyst.")
        return NotAllowed("Det står allerede hva som kom ut av avtalen.") if one.met is not None else None

    def perform(self, one: Appointment, form: Any) -> None:
        said = form.cleaned_data
        actions.write_result(one.id, met=said["met"], meaning=said["meaning"], by=self.request.actor, at=now())


class TellSomebody(_OnOne):
    """Who was told."""

    heading, button, done = "Hvem har fått vite det?", "Lagre", "fortalt"
    happens = "Den som er testet, skal ha fått vite det først. Andre får bare det han eller hun har sagt ja til."
    undone = "Nei. Det som er fortalt, er fortalt."

    def form(self, one: Appointment, typed: Any = None) -> TellForm:
        told = {each.person_id for each in one.told.all()}
        people = [party for party in who_can_be_tested(one.measure.case) if party.person_id not in told]
        return TellForm(typed, people=people, tested=one.person_id, today=today())

    def hindrance(self, one: Appointment) -> Refusal | None:
        return None if one.met else NotAllowed("Skriv først hva svaret betyr.")

    def perform(self, one: Appointment, form: Any) -> None:
        said = form.cleaned_data
        actions.tell(one.id, UUID(said["who"]), agreed=said["agreed"], by=self.request.actor, at=now())

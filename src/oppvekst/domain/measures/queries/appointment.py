"""Appointments of a drug test as the actor may see them."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from oppvekst.domain.cases.models import Case, Party
from oppvekst.domain.cases.queries import parties
from oppvekst.domain.measures.models import Appointment, Measure
from oppvekst.domain.measures.queries.measure import facts_of, last_day
from oppvekst.domain.measures.rules import TestFacts
from oppvekst.law.calendar import oslo_date
from oppvekst.law.refusals import NotFound


def appointments_of(measure_id: UUID) -> list[Appointment]:
    """Every appointment in the order of the days, with who was told."""
    found = Appointment.objects.filter(measure_id=measure_id).select_related("person")
    return list(found.prefetch_related("told__person").order_by("at", "id"))


def get_appointment(appointment_id: UUID) -> Appointment:
    """The appointment, if it is there for you."""
    known = Appointment.objects.select_related("measure__case__child", "measure__decision", "person")
    found = known.prefetch_related("told__person").filter(id=appointment_id).first()
    if found is None:
        raise NotFound("Vi finner ikke denne avtalen blant sakene dine.")
    return found


def who_can_be_tested(case: Case) -> list[Party]:
    """The child and the parents of the case, the child first (bvl § 3-4 (1) c)."""
    family = {Party.Part.CHILD, Party.Part.MOTHER, Party.Part.FATHER, Party.Part.OTHER_PARENT}
    return sorted((one for one in parties(case) if one.part in family), key=lambda one: one.part != Party.Part.CHILD)


def facts_of_test(measure: Measure, *, today: date, one: Appointment | None = None) -> TestFacts:
    """The facts of an appointment as the rules ask for them; the act adds what it was just told."""
    facts = facts_of(measure, today=today)
    known = TestFacts(
        today=today, category=measure.category, state=measure.state, consents_lacking=facts.consents_lacking,
        last_day=last_day(measure),
    )  # fmt: skip
    return known if one is None else _of_one(known, one)


def _of_one(known: TestFacts, one: Appointment) -> TestFacts:
    told = {each.person_id for each in one.told.all()}
    return TestFacts(
        **{
            **vars(known), "on": oslo_date(one.at), "cancelled": one.cancelled_at is not None, "has_result": one.met is not None,
            "tested_told": one.person_id in told,
        }
    )  # fmt: skip

"""Appointments of a drug test: made, cancelled, what came of it in words, and who was told (bvl §§ 3-1, 3-4 (1) c, 13-1)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from oppvekst.domain.measures.actions.supervision_visits import call_off_visits
from oppvekst.domain.measures.models import Appointment, Measure, Told
from oppvekst.domain.measures.queries import facts_of_test, get_appointment, get_measure, who_can_be_tested
from oppvekst.domain.measures.rules import (
    TO_APPOINT,
    TO_CANCEL,
    TO_TELL,
    TO_WRITE,
    WRITE,
    TestFacts,
    TestGuard,
    neutral,
)
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import in_words, oslo_date
from oppvekst.law.refusals import Incomplete, NotFound

LAW = "bvl §§ 3-1, 3-4 (1) c"


@dataclass(frozen=True, kw_only=True)
class Agreed:
    """When and where somebody is to come."""

    person_id: UUID
    at: datetime
    place: str = ""


def make_appointment(measure_id: UUID, agreed: Agreed, *, by: Actor, at: datetime) -> Appointment:
    """Agree on a day; the journal and the calendar call it an appointment and nothing else (bvl § 13-1)."""
    with act("appointment.made", by=by, at=at, right=WRITE, law=LAW) as entry:
        measure = get_measure(measure_id)
        _demand(TO_APPOINT, replace(facts_of_test(measure, today=oslo_date(at)), on=oslo_date(agreed.at)))
        if agreed.person_id not in {one.person_id for one in who_can_be_tested(measure.case)}:
            raise Incomplete({"person": "Velg barnet eller en av foreldrene i saken."})
        made = Appointment.objects.create(
            municipality_id=measure.municipality_id, case_id=measure.case_id, measure=measure, person_id=agreed.person_id,
            at=agreed.at, place=agreed.place.strip(), made_by=by.person, made_by_name=by.name, made_at=at,
        )  # fmt: skip
        entry.about(made.id, case_id=measure.case_id, says=_says(made))
    return made


def cancel_appointment(appointment_id: UUID, *, reasons: str, by: Actor, at: datetime) -> None:
    """Cancel one, with the reason."""
    with act("appointment.cancelled", by=by, at=at, right=WRITE, law=LAW) as entry:
        one = get_appointment(appointment_id)
        _demand(TO_CANCEL, replace(_facts(one, at), reasons=reasons))
        _cancel(one, reasons.strip(), at)
        entry.about(one.id, case_id=one.case_id, says=f"Avlyst: {_says(one).lower()}")


def write_result(appointment_id: UUID, *, met: bool, meaning: str = "", by: Actor, at: datetime) -> None:
    """Write what came of it: what it means in words, never a colour (bvl § 12-4)."""
    with act("appointment.written", by=by, at=at, right=WRITE, law=LAW) as entry:
        one = get_appointment(appointment_id)
        _demand(TO_WRITE, replace(_facts(one, at), met=met, meaning=meaning))
        one.met, one.meaning, one.written_at, one.written_by_name = met, meaning.strip(), at, by.name
        one.save(update_fields=["met", "meaning", "written_at", "written_by_name"])
        entry.about(one.id, case_id=one.case_id, says=f"{_says(one)} Det er skrevet hva som kom ut av den.")


def tell(appointment_id: UUID, person_id: UUID, *, agreed: str = "", by: Actor, at: datetime) -> Told:
    """Write that somebody was told: whoever was tested first, and others what they have said yes to (bvl § 13-1; fvl § 13 a)."""
    with act("appointment.told", by=by, at=at, right=WRITE, law="bvl § 13-1") as entry:
        one = get_appointment(appointment_id)
        tested = person_id == one.person_id
        _demand(TO_TELL, replace(_facts(one, at), tells_the_tested=tested, agreed=agreed))
        _demand_known(one, person_id)
        made = Told.objects.create(
            municipality_id=one.municipality_id, case_id=one.case_id, appointment=one, person_id=person_id,
            agreed="" if tested else agreed.strip(), at=at, by=by.person, by_name=by.name,
        )  # fmt: skip
        entry.about(made.id, case_id=one.case_id, says=f"{_says(one)} Det er fortalt til en som skulle vite det.")
    return made


def cancel_those_to_come(measure: Measure, words: str, *, after: datetime, at: datetime) -> None:
    """Whatever was agreed for later falls away with the help itself."""
    for one in Appointment.objects.filter(measure=measure, at__gt=after, cancelled_at=None, met=None):
        _cancel(one, words, at)
    call_off_visits(measure, words, after=at, at=at)


def _cancel(one: Appointment, words: str, at: datetime) -> None:
    one.cancelled_at, one.cancelled_words = at, words
    one.save(update_fields=["cancelled_at", "cancelled_words"])


def _facts(one: Appointment, at: datetime) -> TestFacts:
    return facts_of_test(one.measure, today=oslo_date(at), one=one)


def _demand(guards: Sequence[TestGuard], facts: TestFacts) -> None:
    for guard in guards:
        if not guard.check(facts):
            raise guard.refuse()


def _demand_known(one: Appointment, person_id: UUID) -> None:
    if person_id not in {each.person_id for each in who_can_be_tested(one.measure.case)}:
        raise NotFound("Vi finner ikke denne personen blant barnet og foreldrene i saken.")
    if person_id in {each.person_id for each in one.told.all()}:
        raise Incomplete({"who": "Det står allerede at denne personen har fått vite det."})


def _says(one: Appointment) -> str:
    return f"{neutral(one.at).capitalize()} {in_words(oslo_date(one.at))}."

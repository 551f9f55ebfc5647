"""What a family asks to have covered: written down, and answered by a decision (fvl §§ 2, 11 a)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from oppvekst.domain.cases.queries import get_case
from oppvekst.domain.concerns.actions.limits import limits_of_application
from oppvekst.domain.concerns.rules.deadlines import INTERIM_REPLY
from oppvekst.domain.measures.models import SupportApplication
from oppvekst.domain.measures.queries import answers_for, came_in, get_support_application, who_may_apply
from oppvekst.domain.measures.rules import WRITE, Often
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.agenda.planned import Planned, Subject, counted, settle
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import oslo_date
from oppvekst.law.refusals import Incomplete, NotAllowed

LAW = "fvl §§ 2, 11 a"


@dataclass(frozen=True, kw_only=True)
class Wish:
    """Who asked for what, when, and how much and how often if that was said."""

    person_id: UUID
    asked_on: date
    wants: str
    amount: int | None = None
    often: str = Often.ONCE.value
    came_as: UUID | None = None


def write_support_application(case_id: UUID, wish: Wish, *, by: Actor, at: datetime) -> SupportApplication:
    """Write down that somebody in the case asks to have something covered; the month to answer runs from then (fvl § 11 a)."""
    with act("support.asked", by=by, at=at, right=WRITE, law=LAW) as entry:
        case = get_case(case_id)
        if wish.asked_on > oslo_date(at):
            raise Incomplete({"asked_on": "Dagen søknaden kom, kan ikke være fram i tid."})
        if wish.person_id not in {one.person_id for one in who_may_apply(case)}:
            raise Incomplete({"person": "Velg en som står i saken."})
        if wish.came_as and wish.came_as not in {one.id for one in came_in(case.id)}:
            raise Incomplete({"came_as": "Velg en søknad som hører til saken."})
        made = SupportApplication.objects.create(
            municipality_id=case.municipality_id, case=case, person_id=wish.person_id, asked_on=wish.asked_on,
            wants=wish.wants.strip(), amount=wish.amount, often=wish.often, came_as=wish.came_as, written_by=by.person,
            written_by_name=by.name, written_at=at,
        )  # fmt: skip
        settle(limits_of_support(made))
        entry.about(made.id, case_id=case.id, says="En søknad om økonomisk hjelp er skrevet inn.")
    return made


def answer_support_application(application_id: UUID, decision_id: UUID, *, by: Actor, at: datetime) -> None:
    """Say which signed decision answered: one that gives financial support, or one that refuses (fvl § 2)."""
    with act("support.answered", by=by, at=at, right=WRITE, law=LAW) as entry:
        found = get_support_application(application_id)
        if found.answered_on:
            raise NotAllowed("Søknaden er allerede besvart.")
        decision = next((one for one in answers_for(found) if one.id == decision_id), None)
        if decision is None:
            raise Incomplete({"decision": "Velg et undertegnet vedtak i saken, om økonomisk hjelp eller om avslag."})
        found.decision, found.answered_on = decision, oslo_date(decision.signed_at or at)
        found.save(update_fields=["decision", "answered_on"])
        settle(limits_of_support(found))
        _settle_the_sent(found)
        entry.about(found.id, case_id=found.case_id, says="Søknaden om økonomisk hjelp er besvart med et vedtak.")


def limits_of_support(application: SupportApplication) -> Subject:
    """An application is answered by a decision; after a month the family is owed word (fvl § 11 a)."""
    planned: tuple[Planned, ...] = ()
    if application.came_as is None:
        due, handler = INTERIM_REPLY.due(application.asked_on), application.case.responsible or application.written_by
        title = "Svar på søknaden om økonomisk hjelp med et vedtak"
        planned = (counted(due, title, assignee=handler, done_on=application.answered_on),)
    return Subject(application.id, "support_application", application.municipality_id, application.case_id, planned)


def _settle_the_sent(found: SupportApplication) -> None:
    """What came through the public forms has its own limit, and is answered by the same decision."""
    for sent in (one for one in came_in(found.case_id) if one.id == found.came_as):
        subject = limits_of_application(sent)
        settle(replace(subject, planned=tuple(replace(one, done_on=found.answered_on) for one in subject.planned)))

"""Whom the child wants to have there, and how it took part in an investigation (bvl § 1-4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from oppvekst.domain.cases.queries import get_case
from oppvekst.domain.investigations.actions.held import held
from oppvekst.domain.investigations.models import ChildTalk, Investigation, TrustedPerson
from oppvekst.domain.investigations.queries.talks import get_trusted_person
from oppvekst.domain.investigations.rules import (
    PARTICIPATIONS,
    ParticipationFacts,
    TrustedFacts,
    refuse_participation,
    refuse_trusted,
)
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.agenda.planned import Planned, Subject, settle
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import oslo_date
from oppvekst.law.refusals import Incomplete, NotAllowed

WRITE = "talk.write"
TRUSTED = "medvirkningsforskriften §§ 7, 8"


@dataclass(frozen=True, kw_only=True)
class Trusted:
    """What is said of somebody the child wants to have there."""

    name: str
    relation: str = ""
    born_on: date | None = None
    is_parent: bool = False
    chosen_by_child: bool = False
    confidentiality_on: date | None = None
    certificate_on: date | None = None
    acute: bool = False
    role_told: bool = False


def name_trusted_person(case_id: UUID, said: Trusted, *, by: Actor, at: datetime) -> TrustedPerson:
    """Write down the trusted person the child has chosen (medvirkningsforskriften §§ 7 to 10)."""
    if not said.name.strip():
        raise Incomplete({"name": "Skriv hvem barnet vil ha med seg."})
    refuse_trusted(
        TrustedFacts(
            born_on=said.born_on, on=oslo_date(at), is_parent=said.is_parent, chosen_by_child=said.chosen_by_child,
            confidentiality_signed=said.confidentiality_on is not None, certificate_seen=said.certificate_on is not None,
            acute=said.acute,
        )
    )  # fmt: skip
    assert said.born_on and said.confidentiality_on
    with act("trusted_person.named", by=by, at=at, right=WRITE, law=TRUSTED) as entry:
        case = get_case(case_id)
        made = TrustedPerson.objects.create(
            municipality_id=by.municipality, case=case, name=said.name.strip(), relation=said.relation.strip(),
            born_on=said.born_on, chosen_by_child=True, confidentiality_on=said.confidentiality_on,
            certificate_on=said.certificate_on, acute=said.acute, role_told=said.role_told, written_by_name=by.name,
            written_at=at,
        )  # fmt: skip
        _settle(made, case.responsible)
        entry.about(made.id, case_id=case.id, says=f"{made.name} er barnets tillitsperson.")
    return made


def see_certificate(trusted_id: UUID, *, seen_on: date, by: Actor, at: datetime) -> None:
    """The certificate that could not be waited for has been seen (politiregisterloven § 39)."""
    if seen_on > oslo_date(at):
        raise Incomplete({"certificate_on": "Attesten kan ikke være sett fram i tid."})
    with act("trusted_person.certified", by=by, at=at, right=WRITE, law="politiregisterloven § 39") as entry:
        made = get_trusted_person(trusted_id)
        made.certificate_on = seen_on
        made.save(update_fields=["certificate_on"])
        _settle(made, made.case.responsible)
        entry.about(made.id, case_id=made.case_id, says=f"Attesten for tillitspersonen {made.name} er sett.")


def end_trusted_person(trusted_id: UUID, *, by: Actor, at: datetime) -> None:
    """The child wants another, or none. What was, stays with its days."""
    with act("trusted_person.ended", by=by, at=at, right=WRITE, law=TRUSTED) as entry:
        made = get_trusted_person(trusted_id)
        if made.ended_on:
            raise NotAllowed("Tillitspersonen har allerede sluttet.")
        made.ended_on = oslo_date(at)
        made.save(update_fields=["ended_on"])
        _settle(made, made.case.responsible)
        entry.about(made.id, case_id=made.case_id, says=f"{made.name} er ikke lenger barnets tillitsperson.")


PARTICIPATION = ("participation", "participation_reasons", "participation_set_by_name", "participation_set_at")


def set_participation(investigation_id: UUID, *, code: str, reasons: str, by: Actor, at: datetime) -> None:
    """Say how the child took part in the investigation, by the register's code, and why where it was not heard (bvl § 1-4)."""
    with act("participation.set", by=by, at=at, right=WRITE, law="bvl § 1-4; medvirkningsforskriften § 6") as entry:
        investigation = held(investigation_id)
        talks = ChildTalk.objects.filter(case_id=investigation.case_id).count()
        facts = ParticipationFacts(code=code, participation_reasons=reasons, talks_written=talks)
        refuse_participation(facts, on=oslo_date(at))
        before = investigation.participation
        say_participation(investigation, code, reasons, by=by, at=at)
        investigation.save(update_fields=PARTICIPATION)
        told = f"{PARTICIPATIONS.get(code).text}. {investigation.participation_reasons}".strip()
        # What was said before stands in the journal: the last word is the one that counts.
        entry.about(investigation.id, case_id=investigation.case_id, says=told, code=code, before=before)


def say_participation(investigation: Investigation, code: str, reasons: str, *, by: Actor, at: datetime) -> None:
    """Put it on an investigation one holds, with who said so; the same words again keep whoever said them first."""
    said = (code, reasons.strip())
    if said != (investigation.participation, investigation.participation_reasons):
        investigation.participation, investigation.participation_reasons = said
        investigation.participation_set_by_name, investigation.participation_set_at = by.name, at


def _settle(made: TrustedPerson, responsible: UUID | None) -> None:
    """A certificate that is still to come stands on the agenda of whoever is responsible, without a day of its own."""
    follows = Planned(
        "trusted-certificate", f"Se barneomsorgsattesten til tillitspersonen {made.name}", start=oslo_date(made.written_at),
        steps=("Det hastet, og attesten skal komme etterpå.",), law="politiregisterloven § 39", assignee=responsible,
        done_on=made.certificate_on or made.ended_on,
    )  # fmt: skip
    settle(Subject(made.id, "trusted_person", made.municipality_id, made.case_id, (follows,) if made.acute else ()))

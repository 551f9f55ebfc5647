"""That a decision waits: asked for, granted or refused with reasons as soon as possible, and over (fvl § 42)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from oppvekst.domain.decisions.actions.appeal_agenda import settle_stay
from oppvekst.domain.decisions.models import StayRequest
from oppvekst.domain.decisions.queries.appeal import get_appeal, get_stay, is_stayed, stay_facts
from oppvekst.domain.decisions.queries.decision import get_decision
from oppvekst.domain.decisions.rules.appeal.stay import END, GRANT, REFUSE, STAY_MACHINE, STAY_RIGHTS, UNTILS, Until
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import oslo_date
from oppvekst.law.citation import fvl
from oppvekst.law.refusals import Incomplete, NotAllowed

_LAW = fvl("42")


def ask_for_stay(
    decision_id: UUID,
    *,
    asked_by: str,
    asked_on: date,
    says: str,
    appeal_id: UUID | None = None,
    by: Actor,
    at: datetime,
) -> StayRequest:
    """Somebody asks that the decision waits, or we take it up ourselves (fvl § 42)."""
    with act("stay.asked", by=by, at=at, right="appeal.handle", law=_LAW) as entry:
        decision = get_decision(decision_id)
        if decision.signed_at is None:
            raise NotAllowed(
                "Vedtaket er ikke truffet, så det er ingenting å utsette.", _LAW, because=("nothing_to_stay",)
            )
        if asked_on > oslo_date(at):
            raise Incomplete({"asked_on": "Datoen kan ikke være senere enn i dag."}, _LAW, because=("asked_on",))
        appeal = get_appeal(appeal_id) if appeal_id else None
        if appeal and appeal.decision_id != decision.id:
            raise NotAllowed("Klagen gjelder et annet vedtak.", _LAW, because=("other_decision",))
        found = StayRequest.objects.create(
            municipality_id=by.municipality, case_id=decision.case_id, decision=decision, appeal=appeal,
            state=STAY_MACHINE.initial, asked_by=asked_by.strip(), asked_on=asked_on, says=says.strip(),
            registered_by=by.person, registered_by_name=by.name,
        )  # fmt: skip
        settle_stay(found)
        entry.about(
            found.id, case_id=found.case_id, says="Det er bedt om at vedtaket venter.", decision=str(decision.id)
        )
    return found


@dataclass(frozen=True, kw_only=True)
class StayAnswer:
    """What is answered, and why."""

    granted: bool
    reasons: str
    child_first: str
    stayed: str = ""
    until: str = ""
    terms: str = ""


def decide_stay(stay_id: UUID, answer: StayAnswer, *, by: Actor, at: datetime) -> StayRequest:
    """Grant or refuse, with reasons in the same letter (fvl § 42)."""
    name = GRANT if answer.granted else REFUSE
    with act(f"stay.{name}", by=by, at=at, right=STAY_RIGHTS[name], law=_LAW) as entry:
        found = get_stay(stay_id)
        typed: dict[str, Any] = {
            "reasons": answer.reasons, "child_first": answer.child_first, "stayed": answer.stayed, "until": answer.until,
        }  # fmt: skip
        found.state = STAY_MACHINE.take(found.state, name, stay_facts(found, **typed))
        found.reasons, found.child_first = answer.reasons.strip(), answer.child_first.strip()
        if answer.granted:
            found.stayed, found.until, found.terms = answer.stayed.strip(), answer.until, answer.terms.strip()
        found.decided_at, found.decided_by, found.decided_by_name = at, by.person, by.name
        found.save(
            update_fields=[
                "state", "reasons", "child_first", "stayed", "until", "terms", "decided_at", "decided_by", "decided_by_name",
            ]
        )  # fmt: skip
        settle_stay(found)
        entry.about(found.id, case_id=found.case_id, says=_told(found), decision=str(found.decision_id))
    return found


def end_stay(stay_id: UUID, *, ended_reasons: str, by: Actor, at: datetime) -> StayRequest:
    """The decision waits no longer, and everybody it touches knows (fvl § 42)."""
    with act("stay.ended", by=by, at=at, right=STAY_RIGHTS[END], law=_LAW) as entry:
        found = get_stay(stay_id)
        found.state = STAY_MACHINE.take(found.state, END, stay_facts(found, ended_reasons=ended_reasons))
        found.ended_at, found.ended_by_name, found.ended_reasons = at, by.name, ended_reasons.strip()
        found.save(update_fields=["state", "ended_at", "ended_by_name", "ended_reasons"])
        settle_stay(found)
        entry.about(found.id, case_id=found.case_id, says="Utsettelsen er over.", decision=str(found.decision_id))
    return found


def demand_not_stayed(decision_id: UUID) -> None:
    """Refuse to carry out a decision that waits (fvl § 42): whoever carries one out asks this first."""
    if is_stayed(decision_id):
        told = "Vedtaket er utsatt, og kan ikke settes i verk nå. Se hva som venter, og hvor lenge."
        raise NotAllowed(told, _LAW, because=("decision_is_stayed",))


def _told(found: StayRequest) -> str:
    if found.until:
        return f"Vedtaket venter {UNTILS[Until(found.until)]}: {found.stayed}"
    return "Det ble ikke gitt utsettelse."

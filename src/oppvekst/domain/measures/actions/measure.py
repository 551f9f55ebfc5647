"""What is done with a measure: begun, decided, started, looked at again, ended (bvl §§ 3-1, 3-4, 8-1)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from oppvekst.domain.cases.queries import get_case
from oppvekst.domain.decisions.models import Decision
from oppvekst.domain.decisions.queries import get_decision
from oppvekst.domain.decisions.rules import CATEGORIES
from oppvekst.domain.measures.actions.appointment import cancel_those_to_come
from oppvekst.domain.measures.actions.home import leave_homes
from oppvekst.domain.measures.actions.limits import settle_limits
from oppvekst.domain.measures.actions.occasion import call_off_those_to_come
from oppvekst.domain.measures.actions.offers import leave_those_of
from oppvekst.domain.measures.actions.supervision_visits import call_off_visits
from oppvekst.domain.measures.models import Measure
from oppvekst.domain.measures.queries import facts_of, get_measure, start_lacks
from oppvekst.domain.measures.rules import (
    ASK_CONSENT,
    DECIDE,
    EXPIRE,
    MACHINE,
    RESUME,
    RIGHTS,
    START,
    SUSPEND,
    WITHDRAW,
    WRITE,
)
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import oslo_date
from oppvekst.law.codes import Code
from oppvekst.law.refusals import Incomplete, NotFound


@dataclass(frozen=True, kw_only=True)
class Help:
    """What kind of help it is, for how long, and how often it is looked at."""

    category: str
    title: str = ""
    category_words: str = ""
    ends_on: date | None = None
    interval_months: int = 3
    interval_reason: str = ""
    provider_name: str = ""
    grounds: tuple[str, ...] = ()


def open_measure(case_id: UUID, wanted: Help, *, by: Actor, at: datetime, decision_id: UUID | None = None) -> Measure:
    """Begin a draft of help in a case (bvl § 3-1), with an official category that is in force."""
    with act("measure.opened", by=by, at=at, right=WRITE, law="bvl § 3-1") as entry:
        case, code = get_case(case_id), demand_category(wanted, at)
        measure = Measure.objects.create(
            municipality_id=by.municipality, case=case, decision=_decision(decision_id, case.id) if decision_id else None,
            state=MACHINE.initial, category=wanted.category, category_words=wanted.category_words.strip(),
            title=titled(wanted, code), ends_on=wanted.ends_on, interval_months=wanted.interval_months,
            interval_reason=wanted.interval_reason.strip(), provider_name=wanted.provider_name, grounds=list(wanted.grounds),
            opened_by=by.person, opened_at=at,
        )  # fmt: skip
        entry.about(measure.id, case_id=case.id, says=f"Tiltak forberedes: {measure.title}.", category=measure.category)
    return measure


def ask_consent(measure_id: UUID, *, by: Actor, at: datetime) -> None:
    """Ask whoever must consent (bvl § 3-1)."""
    _step(measure_id, ASK_CONSENT, "Samtykke er bedt om", by, at)


def decide(measure_id: UUID, decision_id: UUID, *, by: Actor, at: datetime) -> None:
    """The decision is signed: the help is decided, with its plan and every consent (bvl §§ 3-1, 8-1 (2))."""
    step = MACHINE.step(DECIDE)
    with act("measure.decided", by=by, at=at, right=RIGHTS[DECIDE], law=step.citation) as entry:
        measure = get_measure(measure_id)
        measure.decision = _decision(decision_id, measure.case_id)
        measure.state = MACHINE.take(measure.state, DECIDE, facts_of(measure, today=oslo_date(at)))
        measure.save(update_fields=["state", "decision"])
        settle_limits(measure)
        entry.about(measure.id, case_id=measure.case_id, says=f"Tiltaket er vedtatt: {measure.title}.")


def start(
    measure_id: UUID, *, on: date, provider_lacks: tuple[str, ...] = (), seen: str = "", by: Actor, at: datetime
) -> None:
    """Start the help: from this day it is looked at again every third month (bvl § 8-1 (1)).

    Of a provider in the catalogue the catalogue says what is lacking; ``provider_lacks`` and ``seen`` are of any other.
    """
    if on > oslo_date(at):
        raise Incomplete({"on": "Skriv dagen hjelpen startet. Den kan ikke være fram i tid."})
    step = MACHINE.step(START)
    with act("measure.started", by=by, at=at, right=RIGHTS[START], law=step.citation) as entry:
        measure = get_measure(measure_id)
        known = start_lacks(measure.id, on=on)
        lacks = provider_lacks if known is None else known
        facts = replace(facts_of(measure, today=oslo_date(at)), provider_lacks=lacks)
        measure.state, measure.started_on = MACHINE.take(measure.state, START, facts), on
        measure.save(update_fields=["state", "started_on"])
        settle_limits(measure)
        says = f"Tiltaket startet: {measure.title}."
        told = f"{says} Om den som gir hjelpen: {seen.strip()}" if seen.strip() and known is None else says
        entry.about(measure.id, case_id=measure.case_id, says=told)


def suspend(measure_id: UUID, *, by: Actor, at: datetime) -> None:
    """Put it on hold for a while (bvl § 8-1 (1)); the day to look again stands."""
    _step(measure_id, SUSPEND, "Tiltaket er satt på vent", by, at)


def resume(measure_id: UUID, *, by: Actor, at: datetime) -> None:
    """Take it up again, when the consents still stand (bvl § 3-1)."""
    _step(measure_id, RESUME, "Tiltaket er tatt opp igjen", by, at)


def withdraw(measure_id: UUID, *, words: str, by: Actor, at: datetime) -> None:
    """The consent is withdrawn: voluntary help ends that minute, and what may be done is assessed the same day (bvl § 3-1)."""
    step = MACHINE.step(WITHDRAW)
    with act("measure.withdrawn", by=by, at=at, right=RIGHTS[WITHDRAW], law=step.citation) as entry:
        measure = get_measure(measure_id)
        measure.state = MACHINE.take(measure.state, WITHDRAW, facts_of(measure, today=oslo_date(at)))
        measure.consent_fell_at = measure.consent_fell_at or at
        measure.ended_on, measure.end_words = oslo_date(measure.consent_fell_at), words.strip()
        measure.save(update_fields=["state", "ended_on", "end_words", "consent_fell_at"])
        cancel_those_to_come(measure, measure.end_words, after=measure.consent_fell_at, at=at)
        leave_those_of(measure, "Samtykket er trukket.", on=measure.ended_on, by=by, at=at)
        leave_homes(measure, by=by, at=at)
        call_off_those_to_come(measure, "Samtykket er trukket.", after=measure.consent_fell_at, by=by, at=at)
        settle_limits(measure)
        entry.about(
            measure.id,
            case_id=measure.case_id,
            says=f"Samtykket er trukket, og tiltaket er avsluttet: {measure.title}.",
        )


def expire(measure_id: UUID, *, by: Actor, at: datetime) -> None:
    """The last day has passed: it has ended by itself, and nobody prolongs it in silence (bvl § 3-4 (4))."""
    step = MACHINE.step(EXPIRE)
    with act("measure.expired", by=by, at=at, right=RIGHTS[EXPIRE], law=step.citation) as entry:
        measure = get_measure(measure_id)
        facts = facts_of(measure, today=oslo_date(at))
        measure.state, measure.ended_on = MACHINE.take(measure.state, EXPIRE, facts), facts.last_day
        measure.end_words = "Siste dag er passert."
        measure.save(update_fields=["state", "ended_on", "end_words"])
        cancel_those_to_come(measure, measure.end_words, after=at, at=at)
        leave_those_of(measure, measure.end_words, on=measure.ended_on or oslo_date(at), by=by, at=at)
        leave_homes(measure, by=by, at=at)
        call_off_those_to_come(measure, measure.end_words, after=at, by=by, at=at)
        settle_limits(measure)
        entry.about(measure.id, case_id=measure.case_id, says=f"Tiltaket har gått ut: {measure.title}.")


def demand_category(wanted: Help, at: datetime) -> Code:
    """The official category, in force today, with its words where the register wants them (bvl § 13-7)."""
    code = CATEGORIES.require(wanted.category, on=oslo_date(at))
    if code.needs_text and not wanted.category_words.strip():
        told = "Skriv hva slags hjelp det er. Registeret krever en presisering av denne koden."
        raise Incomplete({"category_words": told})
    return code


def titled(wanted: Help, code: Code) -> str:
    """What it is called: the person's own words, else the register's without its notes."""
    return wanted.title.strip() or code.text.partition(" (")[0]


def _decision(decision_id: UUID, case_id: UUID) -> Decision:
    """The decision, if it is of this very case."""
    found = get_decision(decision_id)
    if found.case_id != case_id:
        raise NotFound("Vi finner ikke dette vedtaket i saken.")
    return found


def _step(measure_id: UUID, name: str, says: str, by: Actor, at: datetime) -> None:
    with act(f"measure.{name}", by=by, at=at, right=RIGHTS[name], law=MACHINE.step(name).citation) as entry:
        measure = get_measure(measure_id)
        measure.state = MACHINE.take(measure.state, name, facts_of(measure, today=oslo_date(at)))
        measure.save(update_fields=["state"])
        if name == SUSPEND:
            call_off_those_to_come(measure, "Hjelpen er satt på vent.", after=at, by=by, at=at)
            call_off_visits(measure, "Hjelpen er satt på vent.", after=at, at=at)
        settle_limits(measure)
        entry.about(measure.id, case_id=measure.case_id, says=f"{says}: {measure.title}.")

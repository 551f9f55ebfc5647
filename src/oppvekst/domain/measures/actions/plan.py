"""The plan, in versions that all stay (bvl §§ 2-2 (3), 7-6, 8-1 to 8-5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from oppvekst.domain.cases.queries import get_case
from oppvekst.domain.decisions.rules import Kind
from oppvekst.domain.measures.models import Measure, Plan
from oppvekst.domain.measures.queries import get_measure, plan_of, plans_of_case
from oppvekst.domain.measures.rules import (
    MACHINE,
    MEASURE_PLAN,
    PLAN_TYPES,
    SHORT,
    WRITE,
    kinds_for,
    kinds_of_case,
)
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import oslo_date
from oppvekst.law.codes import Code
from oppvekst.law.refusals import Incomplete, NotAllowed


@dataclass(frozen=True, kw_only=True)
class Written:
    """What a plan says."""

    content: str = ""
    who_does_what: str = ""
    duration: str = ""
    follow_up: str = ""
    child_words: str = ""
    parents_words: str = ""


def write_plan(measure_id: UUID, written: Written, *, by: Actor, at: datetime, kind: str = MEASURE_PLAN) -> Plan:
    """Write the plan, or a new version of it; the one before ends the day before and stays (bvl § 8-1 (2))."""
    with act("plan.written", by=by, at=at, right=WRITE, law="bvl § 8-1 (2)") as entry:
        measure = get_measure(measure_id)
        if MACHINE.state(measure.state).closed:
            raise NotAllowed("Tiltaket er avsluttet. Planen blir stående som den er.")
        _demand_kind(kind, kinds_of(measure, on=oslo_date(at)), at)
        plan = _next(plan_of(measure.id, kind), written, kind, by, at, case_id=measure.case_id, measure=measure)
        entry.about(plan.id, case_id=measure.case_id, says=f"{SHORT[kind]}, versjon {plan.version}: {measure.title}.")
    return plan


def write_case_plan(case_id: UUID, written: Written, *, kind: str, by: Actor, at: datetime) -> Plan:
    """Write a plan that belongs to the case and to no single measure, or a new version (bvl §§ 2-2 (3), 7-6, 8-2, 8-3)."""
    with act("plan.written", by=by, at=at, right=WRITE, law="bvl §§ 7-6, 8-2, 8-3") as entry:
        case = get_case(case_id)
        _demand_kind(kind, kinds_of_case(on=oslo_date(at)), at)
        before = plans_of_case(case.id).filter(kind=kind, valid_to=None).first()
        plan = _next(before, written, kind, by, at, case_id=case.id, measure=None)
        entry.about(plan.id, case_id=case.id, says=f"{SHORT[kind]}, versjon {plan.version}.")
    return plan


def kinds_of(measure: Measure, *, on: date) -> tuple[Code, ...]:
    """The kinds of plan this measure can have on that day."""
    aftercare = measure.decision is not None and measure.decision.kind == Kind.AFTERCARE
    return kinds_for(measure.category, on=on, aftercare=aftercare)


def _demand_kind(kind: str, usable: tuple[Code, ...], at: datetime) -> None:
    PLAN_TYPES.require(kind, on=oslo_date(at))
    if kind not in {one.code for one in usable}:
        raise Incomplete({"kind": f"En {SHORT[kind].lower()} hører ikke til her. Velg en annen plantype."})


def _next(
    before: Plan | None, written: Written, kind: str, by: Actor, at: datetime, *, case_id: UUID, measure: Measure | None
) -> Plan:
    if not any(value.strip() for value in vars(written).values()):
        raise Incomplete({"content": "Skriv hva som skal gjøres. En tom plan lagres ikke."})
    today = oslo_date(at)
    if before is not None:
        before.valid_to = max(before.valid_from, today - timedelta(days=1))
        before.save(update_fields=["valid_to"])
    return Plan.objects.create(
        municipality_id=by.municipality, case_id=case_id, measure=measure, kind=kind, valid_from=today,
        version=before.version + 1 if before else 1, written_by=by.person, written_by_name=by.name, written_at=at,
        **vars(written),
    )  # fmt: skip

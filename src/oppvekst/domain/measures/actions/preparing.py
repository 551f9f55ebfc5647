"""What is done before help is given: what it is about is changed, the tribunal orders it, or nothing comes of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from oppvekst.domain.measures.actions.home import leave_homes
from oppvekst.domain.measures.actions.limits import settle_limits
from oppvekst.domain.measures.actions.measure import Help, demand_category, titled
from oppvekst.domain.measures.actions.offers import leave_those_of
from oppvekst.domain.measures.models import Measure
from oppvekst.domain.measures.queries import facts_of, get_measure, last_day
from oppvekst.domain.measures.rules import (
    ABANDON,
    DECIDE_BY_ORDER,
    MACHINE,
    ORDERS,
    PREPARED,
    RIGHTS,
    WRITE,
    Ordered,
    fits,
)
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import oslo_date
from oppvekst.law.refusals import Incomplete, NotAllowed

WHILE_PREPARED = (
    "category",
    "category_words",
    "title",
    "ends_on",
    "interval_months",
    "interval_reason",
    "provider_name",
)
LATER = ("interval_months", "interval_reason", "provider_name")


@dataclass(frozen=True, kw_only=True)
class Order:
    """What the tribunal has decided: one thing of the Act's closed list, the day, and the number of its case."""

    what: Ordered
    on: date
    reference: str


def change_help(measure_id: UUID, wanted: Help, *, by: Actor, at: datetime) -> Measure:
    """Change what it is about while it is prepared; later only who gives it and how often it is looked at (bvl § 8-1 (1))."""
    with act("measure.changed", by=by, at=at, right=WRITE, law="bvl § 8-1") as entry:
        measure = get_measure(measure_id)
        if MACHINE.state(measure.state).closed:
            raise NotAllowed("Tiltaket er avsluttet og endres ikke.")
        _demand_interval(wanted)
        fields: tuple[str, ...] = LATER
        if measure.state in PREPARED:
            code, fields = demand_category(wanted, at), WHILE_PREPARED
            wanted = replace(wanted, title=titled(wanted, code))
        for name in fields:
            setattr(measure, name, getattr(wanted, name))
        measure.save(update_fields=list(fields))
        settle_limits(measure)
        entry.about(measure.id, case_id=measure.case_id, says=f"Rammene for tiltaket er endret: {measure.title}.")
    return measure


def decide_by_order(measure_id: UUID, order: Order, *, by: Actor, at: datetime) -> None:
    """The tribunal has ordered it: it needs no consent, and ends by itself (bvl §§ 3-4, 3-5)."""
    step = MACHINE.step(DECIDE_BY_ORDER)
    with act("measure.ordered", by=by, at=at, right=RIGHTS[DECIDE_BY_ORDER], law=step.citation) as entry:
        measure = get_measure(measure_id)
        if order.on > oslo_date(at):
            raise Incomplete({"ordered_on": "Nemnda kan ikke ha bestemt det fram i tid."})
        _as_ordered(measure, order)
        facts = replace(
            facts_of(measure, today=oslo_date(at)), order_known=bool(order.reference.strip()),
            order_fits=fits(order.what, measure.category), duration_set=True,
        )  # fmt: skip
        measure.state = MACHINE.take(measure.state, DECIDE_BY_ORDER, facts)
        measure.save(
            update_fields=["state", "by_order", "ordered", "ordered_on", "ordered_reference", "decision", "ends_on"]
        )
        settle_limits(measure)
        says = f"Nemnda har pålagt {ORDERS[order.what].title.lower()}: {measure.title}."
        entry.about(measure.id, case_id=measure.case_id, says=says)


def abandon(measure_id: UUID, *, reasons: str, by: Actor, at: datetime) -> None:
    """Nothing comes of it, and it stands why (bvl § 12-4)."""
    step = MACHINE.step(ABANDON)
    with act("measure.abandoned", by=by, at=at, right=RIGHTS[ABANDON], law=step.citation) as entry:
        measure = get_measure(measure_id)
        facts = replace(facts_of(measure, today=oslo_date(at)), reasons=reasons)
        measure.state = MACHINE.take(measure.state, ABANDON, facts)
        measure.ended_on, measure.end_words = oslo_date(at), reasons.strip()
        measure.save(update_fields=["state", "ended_on", "end_words"])
        leave_those_of(measure, measure.end_words, on=measure.ended_on, by=by, at=at)
        leave_homes(measure, by=by, at=at)
        settle_limits(measure)
        entry.about(measure.id, case_id=measure.case_id, says=f"Det ble ikke noe av tiltaket: {measure.title}.")


def _as_ordered(measure: Measure, order: Order) -> None:
    """It never runs longer than the order may, whatever was thought of before."""
    measure.by_order, measure.decision = True, None
    measure.ordered, measure.ordered_on, measure.ordered_reference = order.what, order.on, order.reference.strip()
    measure.ends_on = last_day(measure)


def _demand_interval(wanted: Help) -> None:
    if wanted.interval_months > 3 and not wanted.interval_reason.strip():
        raise Incomplete({"interval_reason": "Skriv hvorfor tiltaket skal evalueres sjeldnere enn hver tredje måned."})

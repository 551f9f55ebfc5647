"""What a measure puts on the agenda: the next evaluation, its last day, or the end of an order (D22, D27)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from oppvekst.domain.measures.models import Measure
from oppvekst.domain.measures.queries import evaluation_due, last_day
from oppvekst.domain.measures.rules import ACTIVE, EVALUATION, ORDER, Ordered, order_ends
from oppvekst.ground.agenda.planned import Planned, Subject, settle
from oppvekst.law.calendar import in_words, last_working_day


def settle_limits(measure: Measure) -> None:
    """Make the agenda agree with how the measure stands."""
    settle(limits_of(measure))


def limits_of(measure: Measure) -> Subject:
    """The items of one measure; when it has ended, none is left open."""
    responsible = measure.case.responsible or measure.opened_by
    return Subject(
        measure.id, "measure", measure.municipality_id, measure.case_id, tuple(_planned(measure, responsible))
    )


def _planned(measure: Measure, responsible: UUID) -> Iterator[Planned]:
    if measure.state not in ACTIVE:
        return
    due = evaluation_due(measure)
    if due is not None:
        yield _evaluation(measure, due, responsible)
    ends = last_day(measure)
    if ends is not None:
        yield _end(measure, ends, responsible)


def _evaluation(measure: Measure, due: date, responsible: UUID) -> Planned:
    every = f"Tiltaket evalueres hver {measure.interval_months}. måned."
    if measure.interval_reason:
        every = f"{every} {measure.interval_reason}"
    rule = EVALUATION.versions[-1]
    return Planned(
        EVALUATION.id, f"Evaluer: {measure.title}", due=due, target=last_working_day(due), steps=(every,),
        law=str(rule.citation), interpretation=rule.note, assignee=responsible,
    )  # fmt: skip


def _end(measure: Measure, ends: date, responsible: UUID) -> Planned:
    if measure.by_order and measure.ordered and measure.ordered_on:
        due = order_ends(Ordered(measure.ordered), measure.ordered_on)
        if due and due.due == ends:
            return Planned(
                ORDER.id, f"Pålegget går ut av seg selv: {measure.title}", due=ends, target=last_working_day(ends),
                start=due.start, steps=due.steps, law=str(due.rule.citation), interpretation=due.interpretation or "",
                assignee=responsible,
            )  # fmt: skip
    return Planned(
        "ends", f"Siste dag: {measure.title}", due=ends, target=last_working_day(ends),
        steps=(f"Vedtaket sier at tiltaket varer til og med {in_words(ends)}.",), law="bvl § 8-1 (2)", assignee=responsible,
    )  # fmt: skip
